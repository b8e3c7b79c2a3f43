using CivicTech.Numerics;

namespace CivicTech.Consensus.Auditing;

/// <summary>
/// Means of n answers on the steps of a scale: lowest + step · s / n, with s the sum of the answers in steps above the lowest,
/// a whole number from 0 to n times the steps of the scale.
/// </summary>
internal static class MeanGrid
{
    // Above it the number of means is taken for the number of printed ones.
    private const long MostSumsCounted = 100_000;

    internal static Rational MeanOf(Rational sum, int raters, AnswerScale scale) => scale.Lowest + (scale.Step!.Value * sum / raters);

    /// <summary>The sums, from first to last, whose means are printed so; none when first is above last.</summary>
    internal static (long First, long Last) SumsOf(PrintedNumber mean, int raters, AnswerScale scale)
    {
        var most = (Rational)(raters * scale.Steps);
        var first = Rational.Max(0, SumOf(mean.Lower, raters, scale).Ceiling());
        var last = Rational.Min(most, SumOf(mean.Upper, raters, scale).Floor());
        return (Whole(first), Whole(last));
    }

    /// <summary>The sum, not whole as a rule, that a mean would need.</summary>
    internal static Rational SumOf(Rational mean, int raters, AnswerScale scale) => (mean - scale.Lowest) / scale.Step!.Value * raters;

    /// <summary>Of all printed numbers with so many decimals within the scale, the share that some mean rounds to.</summary>
    internal static double ShareOfPrinted(int decimals, int raters, AnswerScale scale)
    {
        Rational unit = System.Numerics.BigInteger.Pow(10, decimals);
        var spacing = scale.Step!.Value * unit / raters;
        if (spacing <= 1)
        {
            return 1;
        }

        var lowest = scale.Lowest * unit;
        var half = new Rational(1, 2);
        var printed = (scale.Highest * unit + half).Floor() - (lowest - half).Ceiling() + 1;
        var sums = raters * scale.Steps;
        Rational reached = sums + 1;
        if (sums <= MostSumsCounted)
        {
            reached = 0;
            for (long sum = 0; sum <= sums; sum++)
            {
                // Two numbers where the mean lies half way between them; neighbouring means share none, for they are more than 1 apart.
                var place = lowest + (spacing * sum);
                reached += (place + half).Floor() - (place - half).Ceiling() + 1;
            }
        }

        return (reached / printed).ToDouble();
    }

    private static long Whole(Rational number) =>
        number.TryGetInt64(out var whole) ? whole : throw new InvalidOperationException("A sum of answers is a whole number.");
}
