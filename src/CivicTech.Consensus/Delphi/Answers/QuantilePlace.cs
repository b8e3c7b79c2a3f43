using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Answers;

/// <summary>Where a quantile lies among n answers in order: part of the way from one place to the next, both from 1 to n.</summary>
internal readonly record struct QuantilePlace(long Lower, long Upper, Rational Part)
{
    private static readonly Rational Half = new(1, 2);
    private static readonly Rational Third = new(1, 3);

    internal static QuantilePlace Of(Rational p, int n, QuantileRule rule)
    {
        if (p < 0 || p > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(p), $"The share is {p}, expected 0 to 1.");
        }

        var np = p * n;
        return rule switch
        {
            QuantileRule.InvertedDistribution => Between(np.Ceiling(), n),
            QuantileRule.AveragedInvertedDistribution => np.IsInteger ? Between(np + Half, n) : Between(np.Ceiling(), n),
            QuantileRule.ClosestObservation => Between(NearestEven(np), n),
            QuantileRule.InterpolatedInvertedDistribution => Between(np, n),
            QuantileRule.Hazen => Between(np + Half, n),
            QuantileRule.Weibull => Between(np + p, n),
            QuantileRule.Linear => Between(np + 1 - p, n),
            QuantileRule.MedianUnbiased => Between(np + ((p + 1) * Third), n),
            QuantileRule.NormalUnbiased => Between(np + (p / 4) + new Rational(3, 8), n),
            QuantileRule.TukeyHinges when (p * 4).TryGetInt64(out var quarter) => Hinge(quarter, n),
            QuantileRule.TukeyHinges => throw new ArgumentOutOfRangeException(nameof(p), $"The share is {p}: hinges are at multiples of 1/4."),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), $"{rule} is no rule of quantiles."),
        };
    }

    private static QuantilePlace Hinge(long quarter, int n)
    {
        // The half has the middle answer where n is odd, and its middle is at half a place more than half its size.
        var hinge = new Rational(((n + 1L) / 2) + 1, 2);
        return quarter switch
        {
            0 => Between(1, n),
            1 => Between(hinge, n),
            2 => Between(new Rational(n + 1L, 2), n),
            3 => Between(n + 1L - hinge, n),
            _ => Between(n, n),
        };
    }

    private static QuantilePlace Between(Rational place, int n)
    {
        var within = Rational.Max(1, Rational.Min(n, place));
        var lower = within.Floor();
        lower.TryGetInt64(out var whole);
        return new(whole, Math.Min(whole + 1, n), within - lower);
    }

    private static Rational NearestEven(Rational number)
    {
        var below = (number - Half).Floor();
        return number - Half == below && (below / 2).IsInteger ? below : below + 1;
    }
}
