using CivicTech.Consensus.Tallying.Pairwise;

namespace CivicTech.Consensus.Tallying.Elimination;

/// <summary>The frame of the rules that count votes in rounds until one candidate wins.</summary>
internal static class SingleWinner
{
    /// <param name="rounds">At its beginning.</param>
    /// <param name="winner">Whether somebody wins before all others are out, and why.</param>
    /// <param name="losers">Who goes out, and why: several only when they are tied.</param>
    /// <param name="cancellation">Stops long work.</param>
    internal static void Run(
        VoteRounds rounds, Func<(int Winner, string Why)?> winner, Func<(IReadOnlyList<int> Losers, string Why)> losers, CancellationToken cancellation)
    {
        while (rounds.Continuing.Count > 1)
        {
            cancellation.ThrowIfCancellationRequested();
            rounds.Count();
            if (rounds.Active == 0)
            {
                rounds.Say("Nobody who is left is ranked on any ballot: they are tied.");
                rounds.Stop();
                return;
            }

            if (winner() is var (elected, why))
            {
                rounds.Elect(elected, why);
                return;
            }

            var (gone, because) = losers();
            rounds.Eliminate(gone, because);
            if (rounds.Continuing.Count == 1)
            {
                return;
            }
        }

        if (rounds.Continuing is [var alone])
        {
            rounds.Count();
            rounds.Elect(alone, "Nobody else stands.");
        }
    }

    /// <summary>Whoever beats everybody else who is left.</summary>
    internal static (int Winner, string Why)? BeatsAll(VoteRounds rounds, PairwiseMatrix pairwise)
    {
        var left = rounds.Continuing;
        var winner = left.FindIndex(candidate => left.TrueForAll(other => other == candidate || pairwise.Beats(candidate, other)));
        return winner >= 0 ? (left[winner], "Beats everybody else who is left.") : null;
    }

    /// <summary>The candidate with the fewest votes, by the tie chain if several have; or all of them when their order cannot matter.</summary>
    internal static (IReadOnlyList<int> Losers, string Why) Lowest(VoteRounds rounds, TieJudge judge, Func<List<int>, bool> canGoTogether)
    {
        var lowest = rounds.Lowest;
        var votes = rounds.Votes[lowest[0]];
        if (rounds.AreHopeless(lowest) && canGoTogether(lowest))
        {
            return (lowest, $"All who have {votes} together have fewer votes than anybody else.");
        }

        var loser = lowest.Count == 1 ? lowest[0] : judge.Last(rounds.Round, lowest, rounds.FiguresForTies, "They are tied with the fewest votes; one of them goes out.");
        return ([loser], $"Has the fewest votes: {votes}.");
    }
}
