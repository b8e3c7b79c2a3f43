using CivicTech.Numerics;

namespace CivicTech.Consensus.Auditing;

/// <summary>How far answers can be spread about their mean, whatever they are between the ends of their scale.</summary>
internal static class SpreadLimits
{
    /// <summary>
    /// The largest sum of squared deviations of n answers whose mean is printed so. For a sum of answers that is fixed it is largest when
    /// all answers but one are at the ends; between two sums for which that one is at an end too it is convex in the sum, so that the
    /// largest is found at those sums and at the ends of what the printed mean stands for.
    /// </summary>
    internal static Rational LargestSquares(PrintedNumber mean, int raters, AnswerScale scale)
    {
        var width = scale.Width;
        var first = Rational.Max(0, mean.Lower - scale.Lowest) * raters;
        var last = Rational.Min(width, mean.Upper - scale.Lowest) * raters;
        var largest = Rational.Max(Squares(first, raters, width), Squares(last, raters, width));

        // n b - b² / n for b answers at the upper end is largest in the middle: of the sums between the ends only the nearest to it counts.
        var low = (first / width).Ceiling();
        var high = (last / width).Floor();
        if (low <= high)
        {
            var middle = (new Rational(raters) / 2).Floor();
            var atTop = Rational.Min(high, Rational.Max(low, middle));
            largest = Rational.Max(largest, Squares(atTop * width, raters, width));
        }

        return largest;
    }

    /// <summary>
    /// A bound on the variance of any number of answers whose mean is printed so. With d the distance of the mean from the nearer end of
    /// a scale of width r it is d (r - d) when divided by n (Bhatia and Davis 2000) and d r when divided by n - 1: n answers with n >= r / d
    /// have at most n / (n - 1) times the former, and fewer at most one that is not at the nearer end, which gives n d².
    /// </summary>
    internal static Rational LargestVarianceOfAnyNumber(PrintedNumber mean, AnswerScale scale, StandardDeviationKind kind)
    {
        var low = Rational.Max(0, mean.Lower - scale.Lowest);
        var high = Rational.Min(scale.Width, mean.Upper - scale.Lowest);
        var half = scale.Width / 2;
        var distance = high < half ? high : low > half ? scale.Width - low : half;
        return kind is StandardDeviationKind.Population ? distance * (scale.Width - distance) : distance * scale.Width;
    }

    private static Rational Squares(Rational sum, int raters, Rational width)
    {
        var atTop = (sum / width).Floor();
        var rest = sum - (atTop * width);
        return (atTop * width * width) + (rest * rest) - (sum * sum / raters);
    }
}
