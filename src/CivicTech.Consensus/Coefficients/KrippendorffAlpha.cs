using CivicTech.Consensus.Concordance;

namespace CivicTech.Consensus.Coefficients;

/// <summary>
/// Krippendorff's alpha: 1 - observed disagreement / disagreement expected by chance. Any number of raters, ratings may be missing, and
/// each item counts by the ratings it has.
/// </summary>
/// <remarks>
/// Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", and Content Analysis, 2nd edition (2004), chapter 11. Unlike W it
/// asks for the same values, not only for the same order: raters of whom one is always a step higher do not agree completely.
/// </remarks>
public sealed class KrippendorffAlpha
{
    private KrippendorffAlpha(MeasurementLevel level, Statistic coefficient, IReadOnlyList<string> items, long values)
    {
        Level = level;
        Coefficient = coefficient;
        Items = items;
        PairableValues = values;
    }

    /// <summary>What the numbers were taken to mean.</summary>
    public MeasurementLevel Level { get; }

    /// <summary>
    /// Alpha, at most 1; 0 when raters agree as if by chance, below 0 when they agree less than that. An exact fraction of the ratings as
    /// given; for <see cref="MeasurementLevel.Ratio"/> only when values are multiples of a power of two, up to 1000 times it.
    /// </summary>
    public Statistic Coefficient { get; }

    /// <summary>The items with at least two ratings: those that the coefficient is about.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>n: how many ratings these items have.</summary>
    public long PairableValues { get; }

    /// <summary>
    /// Computes alpha. Undefined with fewer than two raters, when no item has two ratings, and when all ratings of such items are equal:
    /// the definition then divides 0 by 0, and calling it 1 would reward raters who cannot tell items apart.
    /// </summary>
    /// <remarks>Linear in the number of ratings, after sorting; for ratios quadratic in the number of different values.</remarks>
    /// <param name="ratings">Complete or not. A rater with a weight counts as so many raters who answered alike.</param>
    /// <param name="level">What the numbers mean.</param>
    /// <exception cref="ArgumentException">Differences are asked for and a value is infinite; ratios, and one is negative.</exception>
    public static KrippendorffAlpha Of(Ratings ratings, MeasurementLevel level)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        if (!Enum.IsDefined(level))
        {
            throw new ArgumentOutOfRangeException(nameof(level));
        }

        ThrowIfNotMeasurable(ratings, level);
        var table = new PairableTable(ratings);
        UndefinedReason? reason = table.RaterCount < 2 ? UndefinedReason.FewerThanTwoRaters
            : table.Units.Count == 0 ? UndefinedReason.NothingInCommon
            : table.Values.Length < 2 ? UndefinedReason.NoVariation
            : null;
        var coefficient = reason is { } undefined ? Statistic.UndefinedFor(undefined) : Disagreement.Alpha(table, level);
        return new(level, coefficient, table.Items, table.Count);
    }

    /// <summary>Alpha and what it is about.</summary>
    public override string ToString() => $"{Level} alpha {Coefficient}, {Items.Count} items, {PairableValues} values";

    private static void ThrowIfNotMeasurable(Ratings ratings, MeasurementLevel level)
    {
        if (level is MeasurementLevel.Nominal or MeasurementLevel.Ordinal)
        {
            return;
        }

        for (var rater = 0; rater < ratings.Raters.Count; rater++)
        {
            var row = ratings.Row(rater);
            for (var item = 0; item < row.Length; item++)
            {
                if (double.IsInfinity(row[item]) || (level is MeasurementLevel.Ratio && row[item] < 0))
                {
                    throw new ArgumentException(
                        FormattableString.Invariant($"The rating of '{ratings.Items[item]}' by '{ratings.Raters[rater]}' is {row[item]}, which has no {level} difference from others."),
                        nameof(ratings));
                }
            }
        }
    }
}
