using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>Points for positions on rankings; those of one rank share the points of the positions that they take together.</summary>
internal static class PositionalPoints
{
    /// <param name="profile">The ballots.</param>
    /// <param name="points">Of the positions, the first one first, on a ballot that ranks so many; a position without any is worth nothing.</param>
    /// <param name="unranked">What the unranked get.</param>
    /// <param name="cancellation">Stops long work.</param>
    internal static CandidateOrder Order(Profile profile, Func<int, IReadOnlyList<Rational>> points, UnrankedPoints unranked, CancellationToken cancellation)
    {
        if (profile is not OrdinalProfile ordinal)
        {
            throw new ArgumentException($"Positions are counted from rankings, not from {profile.Kind} ballots.", nameof(profile));
        }

        var sums = Sum(ordinal, points, unranked, cancellation);
        return new CandidateOrder { Groups = CandidateOrder.ByHighest(sums), Figures = [new("points", [.. sums])] };
    }

    private static Rational[] Sum(OrdinalProfile profile, Func<int, IReadOnlyList<Rational>> points, UnrankedPoints unranked, CancellationToken cancellation)
    {
        var candidates = profile.Candidates.Count;
        var totals = new Rational[candidates + 1][];
        var sums = new Rational[candidates];
        var places = new RankedPlaces(profile);
        var isRanked = new bool[candidates];
        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            cancellation.ThrowIfCancellationRequested();
            places.Read(ballot);
            var weight = (Rational)profile.WeightOf(ballot);
            var ranked = places.Ranked;
            var total = totals[ranked.Length] ??= Totals(points(ranked.Length), candidates);
            for (var place = 0; place < places.Count; place++)
            {
                Give(places[place], places.Start(place));
            }

            if (unranked == UnrankedPoints.Average && ranked.Length < candidates)
            {
                Array.Clear(isRanked);
                foreach (var candidate in ranked)
                {
                    isRanked[candidate] = true;
                }

                Give([.. Enumerable.Range(0, candidates).Where(candidate => !isRanked[candidate])], ranked.Length);
            }

            void Give(ReadOnlySpan<int> group, int start)
            {
                var share = (total[start + group.Length] - total[start]) / group.Length * weight;
                foreach (var candidate in group)
                {
                    sums[candidate] += share;
                }
            }
        }

        return sums;
    }

    /// <summary>The points of the first positions together, for each number of them.</summary>
    private static Rational[] Totals(IReadOnlyList<Rational> points, int candidates)
    {
        var totals = new Rational[candidates + 1];
        for (var position = 0; position < candidates; position++)
        {
            totals[position + 1] = totals[position] + (position < points.Count ? points[position] : Rational.Zero);
        }

        return totals;
    }
}
