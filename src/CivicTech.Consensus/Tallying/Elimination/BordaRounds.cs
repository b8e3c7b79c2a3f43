using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Elimination;

/// <summary>Borda points among those who still count.</summary>
internal static class BordaRounds
{
    /// <summary>The figure of these rules that tie chains can name: the points of the first round.</summary>
    internal const string Figure = "borda-points";

    /// <summary>
    /// For each who still counts: from each voter one point for everybody ranked below, and half a point for everybody at the same rank. That
    /// is half of the voters times the others, and half of the margins against them.
    /// </summary>
    internal static Rational[] Points(PairwiseMatrix pairwise, long voters, IReadOnlyList<int> continuing)
    {
        var points = new Rational[pairwise.Candidates.Count];
        foreach (var candidate in continuing)
        {
            points[candidate] = (((Rational)voters * (continuing.Count - 1)) + Margins(pairwise, candidate, continuing)) / 2;
        }

        return points;
    }

    private static Rational Margins(PairwiseMatrix pairwise, int candidate, IReadOnlyList<int> continuing)
    {
        var sum = Int128.Zero;
        foreach (var other in continuing)
        {
            sum += pairwise.Margin(candidate, other);
        }

        return (Rational)(System.Numerics.BigInteger)sum;
    }
}
