using CivicTech.Consensus.Coefficients;
using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;
using static CivicTech.Consensus.Coefficients.KappaWeights;

namespace CivicTech.Tests.Consensus.Coefficients;

public sealed class WeightedKappaTests
{
    // SAS/STAT, PROC FREQ, "Agreement Study": two dermatologists, terrible to clear. Prints kappa 0.3449, standard error 0.0724,
    // limits 0.2030 and 0.4868, under the null 0.0612, Z 5.6366; weighted (linear) 0.5082, 0.0655.
    private static readonly long[,] Skin = { { 10, 4, 1, 0 }, { 5, 10, 12, 2 }, { 2, 4, 12, 5 }, { 0, 2, 6, 13 } };

    // Fleiss, Cohen and Everitt (1969): 200 patients, psychotic, neurotic, other.
    private static readonly long[,] Diagnoses = { { 106, 10, 4 }, { 22, 28, 10 }, { 2, 12, 6 } };

    [Fact]
    public void FromTable_SkinCondition_IsAsPublished()
    {
        var kappa = WeightedKappa.FromTable(Skin, Unweighted);

        Assert.Equal(0.3449, kappa.Coefficient.Value, 5e-5);
        Assert.Equal(0.0724, kappa.StandardError.Value, 5e-5);
        Assert.Equal(0.0612, kappa.NullStandardError.Value, 5e-5);
        Assert.Equal(5.6366, kappa.Test.Statistic.Value, 5e-5);
        Assert.Equal(0.2030, kappa.Interval()!.Lower, 5e-5);
        Assert.Equal(0.4868, kappa.Interval()!.Upper, 5e-5);
        Assert.Equal(0.5082, WeightedKappa.FromTable(Skin, Linear).Coefficient.Value, 5e-5);
        Assert.Equal(0.0655, WeightedKappa.FromTable(Skin, Linear).StandardError.Value, 5e-5);
    }

    // The formulas of Fleiss, Cohen and Everitt in proportions, as fractions; roots in 30 digits.
    [Theory]
    [InlineData(Unweighted, "3/7", 0.053711004869167338, 0.0555124549363584216, 7.72027518982468115, 1.1607881580831400e-14)]
    [InlineData(Linear, "32/65", 0.0507186076076872090, 0.0577691795554418077, 8.52197826066091916, 1.5685083594833854e-17)]
    [InlineData(Quadratic, "17/30", 0.0556663401582302425, 0.0705139860043539322, 8.03623080720011294, 9.2644160154400171e-16)]
    public void FromTable_Diagnoses_IsWhatTheFormulasGive(KappaWeights weights, string exact, double error, double nullError, double z, double p)
    {
        var kappa = WeightedKappa.FromTable(Diagnoses, weights);

        Assert.Equal(Rational.Parse(exact), kappa.Coefficient.Exact);
        Assert.Equal(200, kappa.Items);
        Assert.Equal(error, kappa.StandardError.Value, 1e-16);
        Assert.Equal(nullError, kappa.NullStandardError.Value, 1e-16);
        Assert.Equal(z, kappa.Test.Statistic.Value, 1e-13);
        KendallTauTests.Close(p, kappa.Test.P.Value);
    }

    [Fact]
    public void KappaTable_WeightsOfTheAuthors_IsAsPublished()
    {
        // Cohen (1968): disagreements 0, 1, 3, 6 of six; kappa .492, weighted .348. Weights need not be rows of equal steps.
        long[,] cohen = { { 88, 14, 18 }, { 10, 40, 10 }, { 2, 6, 12 } };
        int[,] disagreement = { { 0, 1, 3 }, { 1, 0, 6 }, { 3, 6, 0 } };

        Assert.Equal(0.492, WeightedKappa.FromTable(cohen, Unweighted).Coefficient.Value, 5e-4);
        Assert.Equal(new Rational(8, 23), new KappaTable(cohen, (i, j) => 6 - disagreement[i, j], 6).Kappa);

        // Fleiss, Cohen and Everitt: agreement 4/9 of the first and third, 2/3 of the second and third, none of the first and second.
        int[,] agreement = { { 9, 0, 4 }, { 0, 9, 6 }, { 4, 6, 9 } };
        var table = new KappaTable(Diagnoses, (i, j) => agreement[i, j], 9);
        Assert.Equal(new Rational(395, 779), table.Kappa);
        Assert.Equal(0.05699415015197202045, Math.Sqrt(table.Variance.ToDouble()), 1e-16);
        Assert.Equal(0.065335703017550517684, Math.Sqrt(table.NullVariance.ToDouble()), 1e-16);
    }

    [Fact]
    public void Of_RowsOfAnyKind_IsTheSameAsItsTable()
    {
        var expected = WeightedKappa.FromTable(new long[,] { { 1, 1, 0 }, { 0, 1, 0 }, { 1, 0, 2 } }, Linear);
        int[] first = [1, 1, 2, 3, 3, 3], second = [1, 2, 2, 1, 3, 3];
        var words = new[] { "low", "middle", "high" };

        Same(expected, WeightedKappa.Of<int>(first, second, [1, 2, 3], Linear));
        Same(expected, WeightedKappa.Of<string>([.. first.Select(i => words[i - 1])], [.. second.Select(i => words[i - 1])], words, Linear));
        Same(expected, WeightedKappa.Of([1, 1, 2, 3, 3, 3, double.NaN, 2], [1, 2, 2, 1, 3, 3, 1, double.NaN], [1.0, 2.0, 3.0], Linear));
    }

    [Fact]
    public void Of_RowsOfRatings_ComparesTwoRaters()
    {
        var ratings = Ratings.Of(new double[,] { { 1, 2, 3, 4, 5, 5 }, { 1, 2, 4, 4, 5, double.NaN } });

        var kappa = WeightedKappa.Of(ratings.Row(0), ratings.Row(1), [1, 2, 3, 4, 5], Quadratic);

        Assert.Equal(5, kappa.Items);
        Assert.Equal(new Rational(20, 21), kappa.Coefficient.Exact);
    }

    [Fact]
    public void Quadratic_RandomRows_IsFleissAndCohensCorrelation()
    {
        // Fleiss and Cohen (1973): 2 Σ(x - x̄)(y - ȳ) / (Σ(x - x̄)² + Σ(y - ȳ)² + N (x̄ - ȳ)²).
        var random = new SplitMix64(21);
        for (var round = 0; round < 100; round++)
        {
            var n = 2 + random.Below(20);
            int[] x = [.. Enumerable.Range(0, n).Select(_ => random.Below(5))], y = [.. Enumerable.Range(0, n).Select(_ => random.Below(5))];
            Rational sx = x.Sum(), sy = y.Sum(), xx = x.Sum(v => v * v), yy = y.Sum(v => v * v), xy = x.Zip(y, (a, b) => a * b).Sum();
            var denominator = xx - (sx * sx / n) + yy - (sy * sy / n) + ((sx - sy) * (sx - sy) / n);

            var kappa = WeightedKappa.Of<int>(x, y, [0, 1, 2, 3, 4], Quadratic).Coefficient;

            Assert.Equal(denominator == 0 ? null : 2 * (xy - (sx * sy / n)) / denominator, kappa.Exact);
        }
    }

    [Theory]
    [InlineData(Unweighted)]
    [InlineData(Linear)]
    [InlineData(Quadratic)]
    public void Coefficient_RandomTables_KeepsItsLaws(KappaWeights weights)
    {
        var random = new SplitMix64(22);
        for (var round = 0; round < 200; round++)
        {
            var size = 2 + random.Below(4);
            var table = new long[size, size];
            var (swapped, turned, tenfold) = (new long[size, size], new long[size, size], new long[size, size]);
            for (var cell = 0; cell < size * size; cell++)
            {
                var (i, j) = (cell / size, cell % size);
                table[i, j] = random.OneIn(2) ? random.Below(6) : 0;
                swapped[j, i] = table[i, j];
                turned[size - 1 - i, size - 1 - j] = table[i, j];
                tenfold[i, j] = 10 * table[i, j];
            }

            var kappa = WeightedKappa.FromTable(table, weights);
            Same(kappa, WeightedKappa.FromTable(swapped, weights));
            Same(kappa, WeightedKappa.FromTable(turned, weights));
            if (!kappa.Coefficient.IsDefined)
            {
                continue;
            }

            Assert.InRange(kappa.Coefficient.Value, -1, 1);
            var offDiagonal = Enumerable.Range(0, size * size).Any(cell => cell / size != cell % size && table[cell / size, cell % size] > 0);
            Assert.Equal(offDiagonal, kappa.Coefficient.Value < 1);
            var more = WeightedKappa.FromTable(tenfold, weights);
            Assert.Equal(kappa.Coefficient, more.Coefficient);
            Assert.Equal(kappa.StandardError.Value, more.StandardError.Value * Math.Sqrt(10), 1e-14);
            Assert.Equal(kappa.NullStandardError.Value, more.NullStandardError.Value * Math.Sqrt(10), 1e-14);
            Assert.Equal(
                kappa.Coefficient.Exact,
                (kappa.ObservedAgreement.Exact!.Value - kappa.ExpectedAgreement.Exact!.Value) / (1 - kappa.ExpectedAgreement.Exact!.Value));
        }
    }

    [Fact]
    public void StandardErrors_UnweightedTables_AreThoseOfTheFormulaForKappaAlone()
    {
        // Fleiss, Cohen and Everitt, equation 13 (kappa without weights), which sums the diagonal and the rest apart.
        var random = new SplitMix64(23);
        for (var round = 0; round < 50; round++)
        {
            var table = new long[3, 3];
            var total = 0L;
            for (var cell = 0; cell < 9; cell++)
            {
                table[cell / 3, cell % 3] = 1 + random.Below(9);
                total += table[cell / 3, cell % 3];
            }

            double P(int i, int j) => table[i, j] / (double)total;
            double R(int i) => P(i, 0) + P(i, 1) + P(i, 2);
            double C(int j) => P(0, j) + P(1, j) + P(2, j);
            int[] k = [0, 1, 2];
            var (po, pe) = (k.Sum(i => P(i, i)), k.Sum(i => R(i) * C(i)));
            var variance = (k.Sum(i => P(i, i) * Math.Pow(1 - pe - ((R(i) + C(i)) * (1 - po)), 2))
                + ((1 - po) * (1 - po) * k.Sum(i => k.Where(j => j != i).Sum(j => P(i, j) * Math.Pow(C(i) + R(j), 2))))
                - Math.Pow((po * pe) - (2 * pe) + po, 2)) / (total * Math.Pow(1 - pe, 4));
            var underNull = (pe + (pe * pe) - k.Sum(i => R(i) * C(i) * (R(i) + C(i)))) / (total * (1 - pe) * (1 - pe));

            var kappa = WeightedKappa.FromTable(table, Unweighted);

            Assert.Equal(Math.Sqrt(variance), kappa.StandardError.Value, 1e-12);
            Assert.Equal(Math.Sqrt(underNull), kappa.NullStandardError.Value, 1e-12);
        }
    }

    [Fact]
    public void Interval_CompleteAgreement_IsNotGiven()
    {
        var kappa = WeightedKappa.FromTable(new long[,] { { 5, 0 }, { 0, 5 } }, Unweighted);

        Assert.Equal(Rational.One, kappa.Coefficient.Exact);
        Assert.Equal(0, kappa.StandardError.Value);
        Assert.Null(kappa.Interval());
    }

    [Fact]
    public void Interval_NearTheEnd_IsCutOff()
    {
        var interval = WeightedKappa.FromTable(new long[,] { { 20, 1 }, { 0, 20 } }, Unweighted).Interval(0.99)!;

        Assert.Equal(1, interval.Upper);
        Assert.InRange(interval.Lower, 0.8, 0.9);
    }

    [Fact]
    public void FromTable_DataWithoutKappa_IsUndefinedWithTheReason()
    {
        Assert.Equal(UndefinedReason.FewerThanTwoItems, WeightedKappa.FromTable(new long[2, 2], Linear).Coefficient.Undefined);
        Assert.Equal(UndefinedReason.FewerThanTwoItems, WeightedKappa.FromTable(new long[,] { { 0, 1 }, { 0, 0 } }, Linear).Test.P.Undefined);
        Assert.Equal(UndefinedReason.NoVariation, WeightedKappa.FromTable(new long[,] { { 9, 0 }, { 0, 0 } }, Linear).StandardError.Undefined);
        Assert.Null(WeightedKappa.FromTable(new long[,] { { 9, 0 }, { 0, 0 } }, Linear).Interval());

        // One rater uses a single category: kappa is 0 whatever the other does, and there is nothing to test.
        var one = WeightedKappa.FromTable(new long[,] { { 4, 5 }, { 0, 0 } }, Linear);
        Assert.Equal(0, one.Coefficient.Value);
        Assert.Equal(UndefinedReason.ConstantRow, one.Test.P.Undefined);
    }

    [Fact]
    public void Of_BrokenArguments_AreRefused()
    {
        Refused("2 and 1", () => WeightedKappa.Of<int>([1, 2], [1], [1, 2], Linear));
        Refused("Value 1 is 3", () => WeightedKappa.Of<int>([1, 2], [1, 3], [1, 2], Linear));
        Refused("2 occurs twice", () => WeightedKappa.Of<int>([1, 2], [1, 2], [1, 2, 2], Linear));
        Refused("1 categories", () => WeightedKappa.Of<int>([1, 1], [1, 1], [1], Linear));
        Refused("NaN", () => WeightedKappa.Of([1.0], [1.0], [1.0, double.NaN], Linear));
        Refused("2 rows and 3", () => WeightedKappa.FromTable(new long[2, 3], Linear));
        Refused("1 rows", () => WeightedKappa.FromTable(new long[1, 1], Linear));
        Refused("-1", () => WeightedKappa.FromTable(new long[,] { { 1, -1 }, { 2, 3 } }, Linear));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightedKappa.FromTable(Skin, (KappaWeights)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightedKappa.FromTable(Skin, Linear).Interval(1));

        static void Refused(string expected, Func<WeightedKappa> of) =>
            Assert.Contains(expected, Assert.Throws<ArgumentException>(of).Message, StringComparison.Ordinal);
    }

    private static void Same(WeightedKappa expected, WeightedKappa actual)
    {
        Assert.Equal(expected.Coefficient, actual.Coefficient);
        Assert.Equal(expected.StandardError, actual.StandardError);
        Assert.Equal(expected.NullStandardError, actual.NullStandardError);
        Assert.Equal(expected.Test.P, actual.Test.P);
        Assert.Equal(expected.Items, actual.Items);
    }
}
