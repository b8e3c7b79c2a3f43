using CivicTech.Consensus.Coefficients;
using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;
using CivicTech.Tests.Consensus.Concordance;
using static CivicTech.Consensus.Coefficients.MeasurementLevel;

namespace CivicTech.Tests.Consensus.Coefficients;

public sealed class KrippendorffAlphaTests
{
    private const double No = double.NaN;

    // Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", part C: four observers, twelve units.
    private static readonly double[,] Observers =
    {
        { 1, 2, 3, 3, 2, 1, 4, 1, 2, No, No, No },
        { 1, 2, 3, 3, 2, 2, 4, 1, 2, 5, No, 3 },
        { No, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, No },
        { 1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, No },
    };

    [Theory]
    [InlineData(Nominal, 0.743)]
    [InlineData(Ordinal, 0.815)]
    [InlineData(Interval, 0.849)]
    [InlineData(Ratio, 0.797)]
    public void Of_KrippendorffsExample_IsAsPublished(MeasurementLevel level, double published)
    {
        var alpha = KrippendorffAlpha.Of(Ratings.Of(Observers), level);

        Assert.Equal(published, alpha.Coefficient.Value, 5e-4);
        Assert.NotNull(alpha.Coefficient.Exact);
        Assert.Equal(40, alpha.PairableValues);
        Assert.Equal(11, alpha.Items.Count);
        Assert.DoesNotContain("I12", alpha.Items);
    }

    // The same document, part A: two observers, ten units, two values; alpha = 0.095.
    [Fact]
    public void Of_TwoObserversOfTwoValues_IsAsPublished()
    {
        var alpha = KrippendorffAlpha.Of(Ratings.Of(new double[,] { { 0, 1, 0, 0, 0, 0, 0, 0, 1, 0 }, { 1, 1, 1, 0, 0, 1, 0, 0, 0, 0 } }), Nominal);

        // 1 - 19 × 8 / 168
        Assert.Equal(new Rational(2, 21), alpha.Coefficient.Exact);
        Assert.Equal("Nominal alpha 0.095238 (2/21), 10 items, 20 values", alpha.ToString());
    }

    [Theory]
    [InlineData(Nominal)]
    [InlineData(Ordinal)]
    [InlineData(Interval)]
    [InlineData(Ratio)]
    public void Of_RandomTables_IsWhatTheCoincidenceMatrixGives(MeasurementLevel level)
    {
        for (var seed = 0UL; seed < 80; seed++)
        {
            var table = WithGaps(seed, 1 + (int)(seed % 6), 1 + (int)(seed % 9), 2 + (int)(seed % 7));
            var ratings = Ratings.Of(table, seed % 3 == 0 ? [.. Enumerable.Range(0, table.GetLength(0)).Select(i => 1L + (i % 3))] : null);

            Assert.Equal(ByCoincidences(ratings, level), KrippendorffAlpha.Of(ratings, level).Coefficient.Exact);
        }
    }

    [Fact]
    public void Of_RatiosOfLongNumbers_IsCloseToTheFraction()
    {
        // Up to 2000: rounded. Halved by 1000 they are up to 2: rounded too, for these have no short common power of two.
        var table = Tables.Random(4, 4, 8, 2001);
        var exact = ByCoincidences(Ratings.Of(table), Ratio)!.Value;

        foreach (var factor in new[] { 1, 0.001, 1e300 })
        {
            var alpha = KrippendorffAlpha.Of(Ratings.Of(Map(table, value => value * factor)), Ratio).Coefficient;

            Assert.Null(alpha.Exact);
            Assert.Equal(exact.ToDouble(), alpha.Value, 1e-13);
        }
    }

    [Fact]
    public void Of_TransformedValues_SeesNoMoreThanTheLevelSays()
    {
        for (var seed = 0UL; seed < 30; seed++)
        {
            var table = WithGaps(seed, 4, 6, 5);
            Unchanged(table, Nominal, value => (value * 7) % 5);
            Unchanged(table, Ordinal, value => Math.Exp(value));
            Unchanged(table, Ordinal, value => -value);
            Unchanged(table, Interval, value => 3 - (value / 4));
            Unchanged(table, Ratio, value => value * 8);
        }
    }

    [Fact]
    public void Of_RatersAndItemsInAnyOrder_IsTheSame()
    {
        for (var seed = 0UL; seed < 20; seed++)
        {
            var ratings = Ratings.Of(WithGaps(seed, 4, 7, 4));
            var turned = ratings.Only(ratings.Raters.Reverse(), ratings.Items.OrderBy(item => (item[1] * 5) % 7));
            foreach (var level in Enum.GetValues<MeasurementLevel>())
            {
                Assert.Equal(KrippendorffAlpha.Of(ratings, level).Coefficient, KrippendorffAlpha.Of(turned, level).Coefficient);
            }
        }
    }

    [Theory]
    [InlineData(Nominal)]
    [InlineData(Ordinal)]
    [InlineData(Interval)]
    [InlineData(Ratio)]
    public void Of_IdenticalRaters_IsOne(MeasurementLevel level) =>
        Assert.Equal(Rational.One, KrippendorffAlpha.Of(Ratings.Of(new double[,] { { 1, 2, 2, 5 }, { 1, 2, 2, 5 }, { No, 2, No, 5 } }), level).Coefficient.Exact);

    [Fact]
    public void Of_TwoCompleteRaters_IsScottsPiForSmallSamples()
    {
        // alpha = pi + (1 - pi) / (2 N): Krippendorff draws the pairs of chance without replacement.
        for (var seed = 0UL; seed < 30; seed++)
        {
            var table = Tables.Random(seed, 2, 9, 3);
            var agreed = Enumerable.Range(0, 9).Count(item => table[0, item] == table[1, item]);
            var chance = table.Cast<double>().GroupBy(value => value).Select(group => new Rational(group.Count(), 18)).Aggregate(Rational.Zero, (sum, share) => sum + (share * share));
            if (chance != 1)
            {
                var pi = (new Rational(agreed, 9) - chance) / (1 - chance);
                Assert.Equal(pi + ((1 - pi) / 18), KrippendorffAlpha.Of(Ratings.Of(table), Nominal).Coefficient.Exact);
            }
        }
    }

    [Fact]
    public void Of_SpecialValues_AreValuesWhereOrderIsEnough()
    {
        var ratings = Ratings.Of(new[,] { { 0.0, 1, double.PositiveInfinity }, { -0.0, 1, double.PositiveInfinity } });

        Assert.Equal(1, KrippendorffAlpha.Of(ratings, Nominal).Coefficient.Value);
        Assert.Equal(1, KrippendorffAlpha.Of(ratings, Ordinal).Coefficient.Value);
        Assert.Contains("'I3' by 'R1' is Infinity", Assert.Throws<ArgumentException>(() => KrippendorffAlpha.Of(ratings, Interval)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ValuesOfAnySize_AreSubtractedExactly()
    {
        // Half of the disagreement is lost if 1 is added to 1e300 in doubles.
        var table = new[,] { { 1e300, 0, 1e-300 }, { 1e300, 1, 1e-300 } };

        Assert.Equal(ByCoincidences(Ratings.Of(table), Interval), KrippendorffAlpha.Of(Ratings.Of(table), Interval).Coefficient.Exact);
    }

    [Fact]
    public void Of_DataWithoutAlpha_IsUndefinedWithTheReason()
    {
        Assert.Equal(UndefinedReason.FewerThanTwoRaters, Reason(new double[,] { { 1, 2, 3 } }));
        Assert.Equal(UndefinedReason.NothingInCommon, Reason(new[,] { { 1, No }, { No, 2 } }));
        Assert.Equal(UndefinedReason.NoVariation, Reason(new double[,] { { 3, 3 }, { 3, 3 } }));

        // The only other value stands alone in its item.
        Assert.Equal(UndefinedReason.NoVariation, Reason(new[,] { { 3, 3, 5 }, { 3, 3, No } }));

        static UndefinedReason? Reason(double[,] table) => KrippendorffAlpha.Of(Ratings.Of(table), Ordinal).Coefficient.Undefined;
    }

    [Fact]
    public void Of_BrokenArguments_AreRefused()
    {
        Assert.Contains("'I2' by 'R1' is -1", Assert.Throws<ArgumentException>(() => KrippendorffAlpha.Of(Ratings.Of(new double[,] { { 1, -1 }, { 1, 1 } }), Ratio)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => KrippendorffAlpha.Of(Ratings.Of(Observers), (MeasurementLevel)7));
        Assert.Throws<ArgumentNullException>(() => KrippendorffAlpha.Of(null!, Nominal));
    }

    private static double[,] WithGaps(ulong seed, int raters, int items, int values)
    {
        var random = new SplitMix64(seed + 100);
        return Map(Tables.Random(seed, raters, items, values), value => random.OneIn(5) ? No : value);
    }

    private static double[,] Map(double[,] table, Func<double, double> change) =>
        Tables.Of(Tables.Rows(table).Select(row => row.Select(change).ToArray()).ToArray());

    private static void Unchanged(double[,] table, MeasurementLevel level, Func<double, double> change) => Assert.Equal(
        KrippendorffAlpha.Of(Ratings.Of(table), level).Coefficient,
        KrippendorffAlpha.Of(Ratings.Of(Map(table, value => double.IsNaN(value) ? No : change(value))), level).Coefficient);

    // Krippendorff's five steps, as they stand: coincidences o, their sums n, and the difference functions.
    private static Rational? ByCoincidences(Ratings ratings, MeasurementLevel level)
    {
        var coincidences = new Dictionary<(double, double), Rational>();
        for (var item = 0; item < ratings.Items.Count; item++)
        {
            double[] given = [.. Enumerable.Range(0, ratings.Raters.Count).SelectMany(rater => Enumerable.Repeat(ratings[rater, item], (int)ratings.Weights[rater])).Where(value => !double.IsNaN(value))];
            for (var i = 0; i < given.Length; i++)
            {
                for (var j = 0; j < given.Length; j++)
                {
                    if (i != j)
                    {
                        var cell = (given[i], given[j]);
                        coincidences[cell] = coincidences.GetValueOrDefault(cell) + new Rational(1, given.Length - 1);
                    }
                }
            }
        }

        var sums = coincidences.GroupBy(pair => pair.Key.Item1).OrderBy(group => group.Key).ToDictionary(group => group.Key, group => group.Aggregate(Rational.Zero, (sum, pair) => sum + pair.Value));
        var n = sums.Values.Aggregate(Rational.Zero, (sum, count) => sum + count);
        var (observed, expected) = (Rational.Zero, Rational.Zero);
        foreach (var c in sums.Keys)
        {
            foreach (var k in sums.Keys)
            {
                observed += coincidences.GetValueOrDefault((c, k)) * Difference(c, k);
                expected += sums[c] * sums[k] * Difference(c, k);
            }
        }

        return expected == 0 ? null : 1 - ((n - 1) * observed / expected);

        Rational Difference(double c, double k)
        {
            if (c == k)
            {
                return 0;
            }

            var between = sums.Where(pair => pair.Key >= Math.Min(c, k) && pair.Key <= Math.Max(c, k)).Aggregate(Rational.Zero, (sum, pair) => sum + pair.Value);
            var root = level switch
            {
                Nominal => 1,
                Ordinal => between - ((sums[c] + sums[k]) / 2),
                Interval => Fraction(c) - Fraction(k),
                _ => (Fraction(c) - Fraction(k)) / (Fraction(c) + Fraction(k)),
            };
            return root * root;
        }
    }

    // Any double, exactly.
    private static Rational Fraction(double value)
    {
        Rational scale = 1;
        while (value != Math.Floor(value))
        {
            value *= 2;
            scale *= 2;
        }

        return (Rational)new System.Numerics.BigInteger(value) / scale;
    }
}
