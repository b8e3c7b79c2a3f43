using System.Globalization;
using CivicTech.Consensus.Distributions;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Concordance;

/// <summary>A test of a hypothesis that nothing but chance is at work: of W and its kin, that raters rank at random, each on their own; otherwise the one that the member with the test names.</summary>
public sealed class SignificanceTest
{
    private const double SmallestShown = 0.000001;

    internal SignificanceTest(TestMethod method, Statistic statistic, Statistic p)
    {
        Method = method;
        Statistic = statistic;
        P = p;
    }

    /// <summary>How <see cref="P"/> was found.</summary>
    public TestMethod Method { get; }

    /// <summary>The test statistic: W itself for exact and permutation tests of W, F or chi-square for those, the sum of ranks or the count for signed ranks and signs.</summary>
    public Statistic Statistic { get; }

    /// <summary>The probability of at least as extreme a statistic when the hypothesis holds, from 0 to 1. Exact tests give the fraction too.</summary>
    public Statistic P { get; }

    /// <summary>Degrees of freedom: of the chi-square or t distribution, or of the numerator of F; otherwise null.</summary>
    public double? DegreesOfFreedom { get; internal init; }

    /// <summary>Degrees of freedom of the denominator of F; otherwise null.</summary>
    public double? DenominatorDegreesOfFreedom { get; internal init; }

    /// <summary>How many permutations were drawn, for a permutation test; otherwise null.</summary>
    public int? Permutations { get; internal init; }

    /// <summary>
    /// For a permutation test: the range that holds the exact p with 99 % confidence (Clopper and Pearson 1934, from the permutations
    /// that were at least as extreme). Otherwise null.
    /// </summary>
    public ConfidenceInterval? MonteCarloInterval { get; internal init; }

    /// <summary>(1 + count) / (1 + permutations): what was observed is one of the arrangements that chance can bring (Phipson and Smyth 2010).</summary>
    internal static SignificanceTest OfPermutations(Statistic statistic, long count, int permutations)
    {
        var (lower, upper) = Tails.ClopperPearson(count, permutations, 0.99);
        return new(TestMethod.Permutation, statistic, Statistic.Of(new Rational(1 + count, 1L + permutations)))
        {
            Permutations = permutations,
            MonteCarloInterval = new(lower, upper, 0.99),
        };
    }

    /// <summary>The p-value and how it was found, in words.</summary>
    public override string ToString() =>
        !P.IsDefined ? $"p {P} ({Method})"
        : P.Value < SmallestShown ? string.Create(CultureInfo.InvariantCulture, $"p < {SmallestShown:0.######} ({Method})")
        : string.Create(CultureInfo.InvariantCulture, $"p = {P.Value:0.######} ({Method})");
}
