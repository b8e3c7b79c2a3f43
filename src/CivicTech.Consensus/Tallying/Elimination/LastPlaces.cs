using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Elimination;

/// <summary>
/// Last places among those who still count: whom a ballot does not rank shares its last place equally; if it ranks all of them, those at its
/// worst rank do. A ballot that ranks nobody who still counts has no last place.
/// </summary>
internal sealed class LastPlaces
{
    private LastPlaces(Rational[] shares, long[] ballots)
    {
        Shares = shares;
        Ballots = ballots;
    }

    internal Rational[] Shares { get; }

    /// <summary>On how many ballots somebody is in last place, alone or not.</summary>
    internal long[] Ballots { get; }

    /// <summary>O(entries + m²).</summary>
    /// <param name="ballots">All ballots.</param>
    /// <param name="counts">Who still counts. Of the others the answers mean nothing.</param>
    internal static LastPlaces Count(RankedBallots ballots, ReadOnlySpan<bool> counts)
    {
        var shares = new SharedVotes(ballots.Candidates);
        var present = new long[ballots.Candidates];
        var ranked = new int[ballots.Candidates];
        var continuing = counts.Count(true);
        var unranking = 0L;
        for (var ballot = 0; ballot < ballots.Count; ballot++)
        {
            var weight = ballots.WeightOf(ballot);
            var (found, worst) = Ranked(ballots, ballot, counts, ranked);
            if (found == continuing)
            {
                var last = ranked.AsSpan(worst, found - worst);
                shares.Add(last, weight);
                foreach (var candidate in last)
                {
                    present[candidate] += weight;
                }
            }
            else if (found > 0)
            {
                // All who are not ranked: the few who are get it taken back.
                shares.AddToAllBut(ranked.AsSpan(0, found), continuing - found, weight);
                unranking += weight;
                foreach (var candidate in ranked.AsSpan(0, found))
                {
                    present[candidate] -= weight;
                }
            }
        }

        foreach (ref var count in present.AsSpan())
        {
            count += unranking;
        }

        return new LastPlaces(shares.Read(), present);
    }

    // Those who still count on a ballot, the best first: how many, and where the worst rank begins.
    private static (int Found, int Worst) Ranked(RankedBallots ballots, int ballot, ReadOnlySpan<bool> counts, int[] ranked)
    {
        var named = ballots.NamedOn(ballot);
        var ends = ballots.EndsOn(ballot);
        var (found, worst, end) = (0, 0, -1);
        for (var i = 0; i < named.Length; i++)
        {
            if (counts[named[i]])
            {
                (worst, end) = ends[i] == end ? (worst, end) : (found, ends[i]);
                ranked[found++] = named[i];
            }
        }

        return (found, worst);
    }
}
