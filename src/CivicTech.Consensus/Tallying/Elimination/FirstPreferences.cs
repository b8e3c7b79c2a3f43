using System.Collections.Immutable;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Elimination;

/// <summary>
/// Votes among those who still count: each ballot's vote goes to those at its best rank of which somebody still counts, in equal shares.
/// </summary>
internal sealed class FirstPreferences
{
    private FirstPreferences(Rational[] votes, long noRanking, long exhausted, long voters)
    {
        Votes = votes;
        Active = voters - noRanking - exhausted;
        Inactive = [.. new[] { new InactiveVotes(InactiveReason.NoRanking, noRanking), new InactiveVotes(InactiveReason.ExhaustedChoices, exhausted) }
            .Where(inactive => !inactive.Votes.IsZero)];
    }

    internal Rational[] Votes { get; }

    /// <summary>How many ballots rank somebody who still counts.</summary>
    internal long Active { get; }

    internal ImmutableArray<InactiveVotes> Inactive { get; }

    /// <summary>O(entries).</summary>
    internal static FirstPreferences Count(RankedBallots ballots, ReadOnlySpan<bool> counts)
    {
        var votes = new SharedVotes(ballots.Candidates);
        var top = new int[ballots.Candidates];
        var (noRanking, exhausted) = (0L, 0L);
        for (var ballot = 0; ballot < ballots.Count; ballot++)
        {
            var weight = ballots.WeightOf(ballot);
            var found = ballots.Top(ballot, counts, top);
            if (found > 0)
            {
                votes.Add(top.AsSpan(0, found), weight);
            }
            else if (ballots.NamedOn(ballot).IsEmpty)
            {
                noRanking += weight;
            }
            else
            {
                exhausted += weight;
            }
        }

        return new FirstPreferences(votes.Read(), noRanking, exhausted, ballots.Profile.Voters);
    }

    /// <summary>Where the votes of candidates go who are out now. O(entries).</summary>
    /// <param name="ballots">All ballots.</param>
    /// <param name="before">Who counted before.</param>
    /// <param name="after">Who still counts.</param>
    /// <param name="gone">Who no longer counts.</param>
    /// <returns>For each of them, to whom how much goes; to the index behind the last candidate what goes to nobody.</returns>
    internal static Rational[][] Transfers(RankedBallots ballots, ReadOnlySpan<bool> before, ReadOnlySpan<bool> after, IReadOnlyList<int> gone)
    {
        var count = ballots.Candidates;
        var transfers = gone.Select(_ => new Rational[count + 1]).ToArray();

        // Votes that are not shared are most of them; they need no fractions.
        var whole = gone.Select(_ => new long[count + 1]).ToArray();
        var from = new int[count];
        var to = new int[count];
        for (var ballot = 0; ballot < ballots.Count; ballot++)
        {
            var sources = ballots.Top(ballot, before, from);
            var targets = -1;
            foreach (var source in from.AsSpan(0, sources))
            {
                if (after[source])
                {
                    continue;
                }

                targets = targets < 0 ? ballots.Top(ballot, after, to) : targets;
                var at = IndexOf(gone, source);
                if (sources == 1 && targets <= 1)
                {
                    whole[at][targets == 0 ? count : to[0]] += ballots.WeightOf(ballot);
                    continue;
                }

                var row = transfers[at];
                var share = new Rational(ballots.WeightOf(ballot), (long)sources * Math.Max(1, targets));
                foreach (var target in to.AsSpan(0, targets))
                {
                    row[target] += share;
                }

                row[count] += targets == 0 ? share : Rational.Zero;
            }
        }

        for (var at = 0; at < transfers.Length; at++)
        {
            for (var target = 0; target <= count; target++)
            {
                transfers[at][target] += whole[at][target];
            }
        }

        return transfers;
    }

    private static int IndexOf(IReadOnlyList<int> gone, int candidate)
    {
        var index = 0;
        while (gone[index] != candidate)
        {
            index++;
        }

        return index;
    }
}
