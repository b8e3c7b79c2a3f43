namespace CivicTech.Conformance;

/// <summary>A file of abcvoting: approval ballots over numbered candidates, and the committees that rules elect.</summary>
/// <param name="Ballots">For each voter the approved candidates, from 0, in any order.</param>
/// <param name="Candidates">How many candidates there are.</param>
/// <param name="Seats">The size of the committee.</param>
/// <param name="Computations">What rules elect.</param>
internal sealed record AbcVotingFile(
    IReadOnlyList<int[]> Ballots, int Candidates, int Seats, IReadOnlyList<AbcVotingComputation> Computations);

/// <summary>What a rule elects.</summary>
/// <param name="RuleId">The rule by abcvoting's name.</param>
/// <param name="Committees">The committees; null where they were not computed.</param>
/// <param name="IsResolute">Whether one of the committees is asked for, whichever, instead of exactly these.</param>
internal sealed record AbcVotingComputation(string RuleId, IReadOnlyList<int[]>? Committees, bool IsResolute);
