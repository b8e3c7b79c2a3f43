using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>The say that voters have left in one run.</summary>
internal abstract class ScoreAccount(ScoreSheet sheet)
{
    private protected ScoreSheet Sheet { get; } = sheet;

    /// <summary>What is left on each distinct ballot.</summary>
    private protected Rational[] Left { get; init; } = [];

    /// <summary>The points of all candidates by what is left.</summary>
    internal abstract Rational[] Points();

    /// <summary>Takes from the supporters of who was just elected, with these points.</summary>
    internal abstract void Spend(int winner, Rational points);

    private protected static Rational[] All(ScoreSheet sheet, Rational start) => [.. Enumerable.Repeat(start, sheet.Profile.DistinctBallots)];

    /// <summary>The score that a ballot gives; zero when it gives none.</summary>
    private protected Rational ScoreOf(int ballot, int candidate)
    {
        var at = Sheet.Profile.CandidatesOf(ballot).BinarySearch(candidate);
        return at < 0 ? Rational.Zero : Sheet.Profile.ScoresOf(ballot)[at] * Sheet.Unit;
    }

    /// <summary>Sums of scores times what is left; ballots that have the same left are added as whole numbers first.</summary>
    private protected Rational[] WeightedPoints()
    {
        var sums = new Dictionary<Rational, Int128[]>();
        for (var ballot = 0; ballot < Left.Length; ballot++)
        {
            if (Left[ballot].IsZero)
            {
                continue;
            }

            if (!sums.TryGetValue(Left[ballot], out var sum))
            {
                sums.Add(Left[ballot], sum = new Int128[Sheet.Candidates.Count]);
            }

            var named = Sheet.Profile.CandidatesOf(ballot);
            var scores = Sheet.Profile.ScoresOf(ballot);
            for (var i = 0; i < named.Length; i++)
            {
                sum[named[i]] = checked(sum[named[i]] + ((Int128)scores[i] * Sheet.Profile.WeightOf(ballot)));
            }
        }

        // Sums are exact, so the order of the table does not matter.
        var points = new Rational[Sheet.Candidates.Count];
        foreach (var (left, sum) in sums)
        {
            for (var candidate = 0; candidate < points.Length; candidate++)
            {
                points[candidate] += (System.Numerics.BigInteger)sum[candidate] * Sheet.Unit * left;
            }
        }

        return points;
    }
}
