using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying;

/// <summary>What one run of a rule found, on one way through open ties.</summary>
internal sealed class TallyFindings
{
    /// <summary>The list that the indexes below point into.</summary>
    internal required CandidateList Candidates { get; init; }

    /// <summary>Who is elected, in order of election, with the round in which that became certain.</summary>
    internal required IReadOnlyList<(int Candidate, int Round)> Elected { get; init; }

    /// <summary>All who stood, the best first; those that the rule does not tell apart in one group.</summary>
    internal required IReadOnlyList<IReadOnlyList<int>> Order { get; init; }

    internal IReadOnlyList<CandidateFigures> Figures { get; init; } = [];

    internal IReadOnlyList<string> Notes { get; init; } = [];

    internal PairwiseMatrix? Pairwise { get; init; }

    /// <summary>Whether a limit of work ended the rule before it was certain of the best.</summary>
    internal bool IsStopped { get; init; }

    /// <summary>Told when first asked for.</summary>
    internal Func<IReadOnlyList<TallyRound>> Rounds { get; init; } = () => [];

    /// <summary>Told when asked for: the way of each distinct ballot; null when the rule has none.</summary>
    internal Func<IEnumerable<BallotPath>>? Paths { get; init; }
}
