using System.Numerics;
using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Distributions;

namespace CivicTech.Consensus.Coefficients;

/// <summary>
/// Cohen's kappa between two raters, or between two rounds of one: (agreement - agreement by chance) / (1 - agreement by chance), with chance
/// as each would meet the other by answering as often in each category and never looking.
/// </summary>
/// <remarks>
/// Cohen (1960), "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20; with weights Cohen (1968),
/// Psychological Bulletin 70. All figures but the standard errors are exact fractions.
/// </remarks>
public sealed class WeightedKappa
{
    private WeightedKappa(KappaTable table, KappaWeights weights)
    {
        Weights = weights;
        Items = (long)table.Items;
        if ((table.Items < 2 ? UndefinedReason.FewerThanTwoItems : table.Gain.IsZero ? UndefinedReason.NoVariation : (UndefinedReason?)null) is { } reason)
        {
            var none = Statistic.UndefinedFor(reason);
            (Coefficient, ObservedAgreement, ExpectedAgreement, StandardError, NullStandardError) = (none, none, none, none, none);
            Test = new(TestMethod.Normal, none, none);
            return;
        }

        Coefficient = Statistic.Of(table.Kappa);
        ObservedAgreement = Statistic.Of(table.ObservedAgreement);
        ExpectedAgreement = Statistic.Of(table.ExpectedAgreement);
        StandardError = Statistic.Of(Math.Sqrt(table.Variance.ToDouble()));
        NullStandardError = Statistic.Of(Math.Sqrt(table.NullVariance.ToDouble()));
        var z = NullStandardError.Value == 0 ? Statistic.UndefinedFor(UndefinedReason.ConstantRow) : Statistic.Of(Coefficient.Value / NullStandardError.Value);
        Test = new(TestMethod.Normal, z, z.IsDefined ? Statistic.Of(Tails.NormalTwoSided(z.Value)) : z);
    }

    /// <summary>How much agreement different categories have.</summary>
    public KappaWeights Weights { get; }

    /// <summary>How many items both put in a category.</summary>
    public long Items { get; }

    /// <summary>Kappa, from -1 to 1. Undefined with fewer than two items, and when both put all of them in one and the same category.</summary>
    public Statistic Coefficient { get; }

    /// <summary>The share of agreement, by weight.</summary>
    public Statistic ObservedAgreement { get; }

    /// <summary>The share of agreement that chance would bring, by weight.</summary>
    public Statistic ExpectedAgreement { get; }

    /// <summary>The standard error of kappa, for intervals (Fleiss, Cohen and Everitt 1969, for large samples).</summary>
    public Statistic StandardError { get; }

    /// <summary>The standard error of kappa when the raters answer each on their own, for the test (the same source).</summary>
    public Statistic NullStandardError { get; }

    /// <summary>
    /// Whether kappa is 0: z = kappa / <see cref="NullStandardError"/>, two-sided. Undefined when one of the raters uses a single category.
    /// That two raters agree more than by chance is little to know of them: the interval says more.
    /// </summary>
    public SignificanceTest Test { get; }

    /// <summary>Compares two rows of numbers.</summary>
    /// <param name="first">One category an item; NaN where there is none, and then the item is left out.</param>
    /// <param name="second">As many.</param>
    /// <param name="categories">All that could have been chosen, in order; at least two, all different. Weights count places in this list.</param>
    /// <param name="weights">How much agreement different categories have.</param>
    /// <exception cref="ArgumentException">The rows differ in length, a value is no category, a category occurs twice, or there are fewer than two.</exception>
    public static WeightedKappa Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, IReadOnlyList<double> categories, KappaWeights weights)
    {
        ArgumentNullException.ThrowIfNull(categories);
        if (categories.Any(double.IsNaN))
        {
            throw new ArgumentException("NaN is no category: it says that there is none.", nameof(categories));
        }

        return FromTable(CrossTable.Count(first, second, categories, double.IsNaN), weights);
    }

    /// <summary>Compares two rows of categories.</summary>
    /// <typeparam name="T">What categories are: numbers, texts, values of an enumeration; compared by their own equality.</typeparam>
    /// <param name="first">One category an item.</param>
    /// <param name="second">As many.</param>
    /// <param name="categories">All that could have been chosen, in order; at least two, all different. Weights count places in this list.</param>
    /// <param name="weights">How much agreement different categories have.</param>
    /// <exception cref="ArgumentException">The rows differ in length, a value is no category, a category occurs twice, or there are fewer than two.</exception>
    public static WeightedKappa Of<T>(ReadOnlySpan<T> first, ReadOnlySpan<T> second, IReadOnlyList<T> categories, KappaWeights weights)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(categories);
        return FromTable(CrossTable.Count(first, second, categories, static _ => false), weights);
    }

    /// <summary>Kappa of a table of counts.</summary>
    /// <param name="table">Square, at least 2 × 2, not negative: row i, column j says how many items the first put in category i and the second in j.</param>
    /// <param name="weights">How much agreement different categories have.</param>
    /// <exception cref="ArgumentException">The table is no such table.</exception>
    public static WeightedKappa FromTable(long[,] table, KappaWeights weights)
    {
        ArgumentNullException.ThrowIfNull(table);
        var size = table.GetLength(0);
        if (size != table.GetLength(1) || size < 2)
        {
            throw new ArgumentException($"The table has {size} rows and {table.GetLength(1)} columns: expected as many, at least 2.", nameof(table));
        }

        foreach (var count in table)
        {
            if (count < 0)
            {
                throw new ArgumentException($"The table holds {count}: counts are not negative.", nameof(table));
            }
        }

        BigInteger steps = size - 1;
        return weights switch
        {
            KappaWeights.Unweighted => new(new KappaTable(table, (i, j) => i == j ? 1 : 0, 1), weights),
            KappaWeights.Linear => new(new KappaTable(table, (i, j) => steps - Math.Abs(i - j), steps), weights),
            KappaWeights.Quadratic => new(new KappaTable(table, (i, j) => (steps * steps) - ((long)(i - j) * (i - j)), steps * steps), weights),
            _ => throw new ArgumentOutOfRangeException(nameof(weights)),
        };
    }

    /// <summary>
    /// The range kappa ± z × <see cref="StandardError"/>, cut off at -1 and 1: for large samples. Null when kappa is undefined, and when its
    /// standard error is 0: that so many items were agreed on completely does not say that all would be.
    /// </summary>
    /// <param name="level">The confidence, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not between 0 and 1.</exception>
    public ConfidenceInterval? Interval(double level = 0.95)
    {
        if (level is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level));
        }

        if (!Coefficient.IsDefined || StandardError.Value == 0)
        {
            return null;
        }

        var half = Tails.NormalQuantile((1 + level) / 2) * StandardError.Value;
        return new(Math.Max(-1, Coefficient.Value - half), Math.Min(1, Coefficient.Value + half), level);
    }

    /// <summary>Kappa, the number of items and p.</summary>
    public override string ToString() => $"{Weights} kappa {Coefficient}, {Items} items, {Test}";
}
