using System.Collections.Immutable;
using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Elimination;

/// <summary>Rounds in which votes are counted and some candidates go out, until somebody wins.</summary>
internal sealed class VoteRounds
{
    /// <summary>The figure of these rules that tie chains can name: the votes of the first round.</summary>
    internal const string Figure = "first-preferences";

    private readonly RankedBallots _ballots;
    private readonly EliminationLog _log;
    private CandidateFigures? _first;

    internal VoteRounds(RankedBallots ballots)
    {
        _ballots = ballots;
        _log = new EliminationLog(ballots.Profile.Candidates, countsVotes: true);
    }

    internal int Round => _log.Round;

    internal List<int> Continuing => _log.Continuing;

    internal ReadOnlySpan<bool> Continues => _log.Continues;

    internal Rational[] Votes { get; private set; } = [];

    /// <summary>How many ballots rank somebody who still counts.</summary>
    internal long Active { get; private set; }

    /// <summary>Who has the fewest votes, ascending.</summary>
    internal List<int> Lowest
    {
        get
        {
            var least = Continuing.Select(candidate => Votes[candidate]).Min();
            return [.. Continuing.Where(candidate => Votes[candidate] == least)];
        }
    }

    /// <summary>
    /// Whether candidates who are tied with the fewest votes together have fewer than anybody else: then all of them go out before anybody
    /// else, in whatever order.
    /// </summary>
    internal bool AreHopeless(List<int> lowest)
    {
        List<int> others = [.. Continuing.Except(lowest)];
        return lowest.Count > 1 && others.Count > 0 && Votes[lowest[0]] * lowest.Count < others.Select(candidate => Votes[candidate]).Min();
    }

    internal void Count()
    {
        var counted = FirstPreferences.Count(_ballots, _log.Continues);
        Votes = counted.Votes;
        Active = counted.Active;
        _first ??= new CandidateFigures(Figure, [.. Votes]);
        _log.Begin(Votes, counted.Inactive, "");
    }

    /// <summary>Notes something about the round.</summary>
    internal void Say(string note) => _log.Say(note);

    internal IReadOnlyDictionary<string, IReadOnlyList<Rational>> FiguresForTies() =>
        new Dictionary<string, IReadOnlyList<Rational>>(StringComparer.Ordinal) { [Figure] = _first!.Values };

    /// <summary>Takes candidates out, who are tied; whoever is left alone wins. Ends the round.</summary>
    internal void Eliminate(IReadOnlyList<int> gone, string why) => Eliminate([gone], why);

    /// <summary>Takes several groups out at once, the worst first.</summary>
    internal void Eliminate(IEnumerable<IReadOnlyList<int>> groups, string why)
    {
        List<IReadOnlyList<int>> worstFirst = [.. groups];
        List<int> gone = [.. worstFirst.SelectMany(group => group)];
        var before = _log.Continues.ToArray();
        var after = _log.Continues.ToArray();
        foreach (var candidate in gone)
        {
            after[candidate] = false;
        }

        var isLast = after.Count(continues => continues) == 1;
        var transfers = isLast ? null : FirstPreferences.Transfers(_ballots, before, after, gone);
        foreach (var group in worstFirst)
        {
            _log.Eliminate(group, why, transfers is null ? null : candidate => Tell(transfers[gone.IndexOf(candidate)]));
        }

        if (isLast)
        {
            _log.Elect(Array.IndexOf(after, true), "Nobody else is left.");
        }

        _log.End();
    }

    internal void Elect(int winner, string why)
    {
        _log.Elect(winner, why);
        _log.End();
    }

    /// <summary>Ends the count with everybody who is left, as tied as their votes are.</summary>
    internal void Stop() => _log.End();

    internal CandidateOrder Conclude(PairwiseMatrix? pairwise) => _log.Conclude(_first ?? new CandidateFigures(Figure, []), pairwise);

    private ImmutableArray<VoteTransfer> Tell(Rational[] to)
    {
        var candidates = _ballots.Profile.Candidates;
        return [.. to.Select((votes, target) => target < candidates.Count
                ? new VoteTransfer(candidates[target], null, votes)
                : new VoteTransfer(null, InactiveReason.ExhaustedChoices, votes))
            .Where(transfer => !transfer.Votes.IsZero)];
    }
}
