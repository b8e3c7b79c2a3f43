using CivicTech.Consensus.Coefficients;
using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Delphi.Answers;

public sealed class AnswerPairsTests
{
    private static readonly RatingScale Five = RatingScale.Of(1, 5);

    [Fact]
    public void Of_SomePairs_CountsThem()
    {
        var pairs = AnswerPairs.Of(Five, (1, 2), (1, 2), (5, 5), (4, 2));

        Assert.Equal(4, pairs.Total);
        Assert.Equal(2, pairs.CountOf(1, 2));
        Assert.Equal(0, pairs.CountOf(2, 1));
        Assert.Equal(25, pairs.Table.Length);
        Assert.Equal(2, pairs.Table[1]);
        Assert.Equal(AnswerCounts.Of(Five, 1, 1, 4, 5), pairs.Before);
        Assert.Equal(AnswerCounts.Of(Five, 2, 2, 2, 5), pairs.After);
        Assert.Equal("4 in both rounds, before 1×2 4×1 5×1, after 2×3 5×1", pairs.ToString());
    }

    [Fact]
    public void Of_BadInput_SaysWhereAndWhatWasExpected()
    {
        Assert.Contains("The earlier answer 1 is 6, expected 1 to 5.", Assert.Throws<ArgumentException>(() => AnswerPairs.Of(Five, (1, 1), (6, 1))).Message, StringComparison.Ordinal);
        Assert.Contains("The later answer 0 is 0, expected 1 to 5.", Assert.Throws<ArgumentException>(() => AnswerPairs.Of(Five, (1, 0))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("after", () => AnswerPairs.Of(Five, (1, 1)).CountOf(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("cut", () => AnswerPairs.Of(Five, (1, 1)).McNemar(1));
        Assert.Throws<ArgumentOutOfRangeException>("cut", () => AnswerPairs.Of(Five, (1, 1)).McNemar(6));
    }

    [Fact]
    public void Shares_RandomPairs_AreWhatTheDefinitionsSay()
    {
        foreach (var rows in Random(300, 12))
        {
            var pairs = AnswerPairs.Of(Five, rows);
            Assert.Equal(new Rational(rows.Count(row => row.Before == row.After), rows.Length), pairs.Unchanged.Exact);

            // The share of answers that have to be changed to make one distribution of the other.
            List<int> left = [.. rows.Select(row => row.Before)];
            Assert.Equal(new Rational(rows.Count(row => !left.Remove(row.After)), rows.Length), pairs.NetChange.Exact);
        }
    }

    [Fact]
    public void WilcoxonSignedRank_RandomPairs_IsWhatAllSignsGive()
    {
        foreach (var rows in Random(200, 13))
        {
            int[] changes = [.. rows.Select(row => row.Before - row.After).Where(change => change != 0)];
            int[] doubledRanks = [.. changes.Select(change => (2 * changes.Count(other => Math.Abs(other) < Math.Abs(change))) + changes.Count(other => Math.Abs(other) == Math.Abs(change)) + 1)];
            var observed = changes.Zip(doubledRanks).Sum(one => one.First > 0 ? one.Second : 0);
            var mean = doubledRanks.Sum();
            var extreme = Enumerable.Range(0, 1 << changes.Length).Count(signs =>
                Math.Abs((2 * doubledRanks.Where((_, i) => (signs >> i & 1) == 1).Sum()) - mean) >= Math.Abs((2 * observed) - mean));

            var test = AnswerPairs.Of(Five, rows).WilcoxonSignedRank();
            Assert.Equal(TestMethod.Exact, test.Method);
            Assert.Equal(new Rational(observed, 2), test.Statistic.Exact);
            Assert.Equal(new Rational(extreme, 1 << changes.Length), test.P.Exact);
        }
    }

    // The tables of signed ranks: V = 0 is significant at 5 % from six changes on.
    [Theory]
    [InlineData(5, "1/16")]
    [InlineData(6, "1/32")]
    [InlineData(8, "1/128")]
    public void WilcoxonSignedRank_AllGoUp_HasTheSmallestP(int people, string p)
    {
        var test = AnswerPairs.Of(RatingScale.Of(0, 10), [.. Enumerable.Range(1, people).Select(step => (0, step))]).WilcoxonSignedRank();

        Assert.Equal(0, test.Statistic.Exact);
        Assert.Equal(Rational.Parse(p), test.P.Exact);
    }

    [Fact]
    public void WilcoxonSignedRank_NobodyChanged_HasPOfOne()
    {
        var test = AnswerPairs.Of(Five, (1, 1), (4, 4)).WilcoxonSignedRank();

        Assert.Equal(0, test.Statistic.Exact);
        Assert.Equal(1, test.P.Exact);
    }

    [Fact]
    public void WilcoxonSignedRank_BeyondTheLimit_IsNormalAndNearTheExact()
    {
        // 76 up by one, 51 down by two: the last exact. One more of each, and the normal approximation: they must be near each other.
        var exact = Steps(76, 51).WilcoxonSignedRank();
        var normal = Steps(77, 51).WilcoxonSignedRank();

        Assert.Equal(TestMethod.Exact, exact.Method);
        Assert.Equal(TestMethod.Normal, normal.Method);
        Assert.Null(normal.P.Exact);

        // 51 ranks of 77 + 26 each; variance from 77 ranks of 39 and 51 of 103.
        Assert.Equal(51 * 103, normal.Statistic.Exact);
        var deviation = Math.Sqrt(((77 * 39.0 * 39) + (51 * 103.0 * 103)) / 4);
        var z = (Math.Abs((51 * 103) - (128 * 129 / 4.0)) - 0.5) / deviation;
        Assert.Equal(2 * (1 - Normal(z)), normal.P.Value, 1e-6);
        Assert.Equal(exact.P.Value, normal.P.Value, 0.05);
    }

    // 2 (1 + 9) / 2⁹; 2 (1 + 7 + 21) / 2⁷; and a half of all on each side.
    [Theory]
    [InlineData(8, 1, "5/128")]
    [InlineData(2, 5, "29/64")]
    [InlineData(3, 3, "1")]
    [InlineData(0, 0, "1")]
    public void McNemar_FewCross_IsTheBinomial(int up, int down, string p)
    {
        var test = AnswerPairs.Of(Five, [.. Enumerable.Repeat((2, 4), up), .. Enumerable.Repeat((5, 3), down), (1, 3), (4, 5), (1, 1)]).McNemar(4);

        Assert.Equal(TestMethod.Exact, test.Method);
        Assert.Equal(up, test.Statistic.Exact);
        Assert.Equal(Rational.Parse(p), test.P.Exact);
    }

    [Fact]
    public void McNemar_BeyondTheLimit_IsNormalAndNearTheExact()
    {
        var exact = SignTest.Of(5_100, 4_900);
        var normal = SignTest.Of(5_101, 4_900);

        Assert.Equal(TestMethod.Exact, exact.Method);
        Assert.Equal(TestMethod.Normal, normal.Method);
        Assert.Equal(exact.P.Value, normal.P.Value, 0.002);
        Assert.Equal(1, SignTest.Of(6_000, 6_000).P.Value);
    }

    [Fact]
    public void ChaffinTalley_RandomPairs_IsPearsonsChiSquare()
    {
        foreach (var rows in Random(200, 12))
        {
            var test = AnswerPairs.Of(Five, rows).ChaffinTalley();
            int[] earlier = [.. rows.Select(row => row.Before).Distinct()], later = [.. rows.Select(row => row.After).Distinct()];
            if (earlier.Length == 1 || later.Length == 1)
            {
                Assert.Equal(UndefinedReason.NoDegreesOfFreedom, test.P.Undefined);
                continue;
            }

            var expected = earlier.SelectMany(_ => later, (before, after) =>
            {
                var mean = (double)rows.Count(row => row.Before == before) * rows.Count(row => row.After == after) / rows.Length;
                return Math.Pow(rows.Count(row => row == (before, after)) - mean, 2) / mean;
            }).Sum();
            Assert.Equal(expected, test.Statistic.Value, 1e-12);
            Assert.Equal((earlier.Length - 1) * (later.Length - 1), test.DegreesOfFreedom);
        }
    }

    [Fact]
    public void IntraclassCorrelation_RandomPairs_IsThatOfTheAnalysisOfVariance()
    {
        foreach (var rows in Random(300, 12))
        {
            var actual = AnswerPairs.Of(Five, rows).IntraclassCorrelation;
            if (rows.Length < 2)
            {
                Assert.Equal(UndefinedReason.TooFewAnswers, actual.Undefined);
                continue;
            }

            var n = rows.Length;
            var grand = rows.Average(row => (row.Before + row.After) / 2.0);
            double[] rounds = [rows.Average(row => (double)row.Before), rows.Average(row => (double)row.After)];
            var people = rows.Sum(row => 2 * Math.Pow(((row.Before + row.After) / 2.0) - grand, 2)) / (n - 1);
            var between = rounds.Sum(mean => n * Math.Pow(mean - grand, 2));
            var rest = rows.Sum(row =>
            {
                var own = (row.Before + row.After) / 2.0;
                return Math.Pow(row.Before - own - rounds[0] + grand, 2) + Math.Pow(row.After - own - rounds[1] + grand, 2);
            }) / (n - 1);
            var whole = people + rest + (2 * (between - rest) / n);
            if (rows.SelectMany(row => new[] { row.Before, row.After }).Distinct().Count() == 1)
            {
                Assert.Equal(UndefinedReason.NoVariation, actual.Undefined);
                continue;
            }

            Assert.Equal((people - rest) / whole, actual.Value, 1e-10);
        }
    }

    [Fact]
    public void Kappa_RandomPairs_IsThatOfTheRows()
    {
        foreach (var rows in Random(50, 12).Where(rows => rows.Length > 1))
        {
            int[] before = [.. rows.Select(row => row.Before)], after = [.. rows.Select(row => row.After)];
            foreach (var weights in Enum.GetValues<KappaWeights>())
            {
                Assert.Equal(WeightedKappa.Of<int>(before, after, [1, 2, 3, 4, 5], weights).Coefficient, AnswerPairs.Of(Five, rows).Kappa(weights).Coefficient);
            }
        }
    }

    [Fact]
    public void IntraclassCorrelation_TwoPeopleWhoSwap_IsUndefined()
    {
        Assert.Equal(UndefinedReason.NoVariation, AnswerPairs.Of(Five, (1, 3), (3, 1)).IntraclassCorrelation.Undefined);

        // With a third between them it is -3: no person differs from another, no round from the other.
        Assert.Equal(-3, AnswerPairs.Of(Five, (1, 3), (3, 1), (2, 2)).IntraclassCorrelation.Exact);
    }

    // Cohen (1968): one less the disagreement there is, over the disagreement that chance would bring.
    [Fact]
    public void Kappa_RandomPairsOnLongAndShortScales_IsByItsDefinition()
    {
        var random = new SplitMix64(5);
        for (var time = 0; time < 300; time++)
        {
            var highest = random.Pick([1, 2, 8]);
            (int Before, int After)[] rows = [.. Enumerable.Range(0, random.Between(2, 9)).Select(_ => (random.Between(0, highest), random.Between(0, highest)))];
            foreach (var (weights, power) in new[] { (KappaWeights.Unweighted, 0), (KappaWeights.Linear, 1), (KappaWeights.Quadratic, 2) })
            {
                long Distance(int one, int other) => one == other ? 0 : (long)Math.Pow(Math.Abs(one - other), power);
                var observed = rows.Sum(row => Distance(row.Before, row.After)) * rows.Length;
                var chance = rows.Sum(row => rows.Sum(other => Distance(row.Before, other.After)));
                Assert.Equal(
                    chance == 0 ? null : (Rational?)(1 - new Rational(observed, chance)),
                    AnswerPairs.Of(RatingScale.Of(0, highest), rows).Kappa(weights).Coefficient.Exact);
            }
        }
    }

    [Fact]
    public void ChangeOfVariation_TwoDistributions_IsTheirDifference()
    {
        // 2 / 3 before, 1 / 4 after.
        Assert.Equal(new Rational(-5, 12), AnswerPairs.Of(Five, (1, 3), (3, 4), (5, 5)).ChangeOfVariation.Exact);
        var rounded = AnswerPairs.Of(Five, (1, 3), (2, 4), (5, 5)).ChangeOfVariation;
        Assert.Null(rounded.Exact);
        Assert.Equal(0.25 - (Math.Sqrt(13 / 3.0) * 3 / 8), rounded.Value, 1e-15);
        Assert.False(AnswerPairs.Of(RatingScale.Of(-2, 2), (-1, 1), (1, 2)).ChangeOfVariation.IsDefined);
        Assert.False(AnswerPairs.Of(RatingScale.Of(-2, 2), (2, 1), (1, -1)).ChangeOfVariation.IsDefined);
    }

    [Fact]
    public void Figures_WithoutPeople_AreUndefined()
    {
        var none = AnswerPairs.Of(Five);

        Assert.All(
            [none.Unchanged, none.NetChange, none.ChangeOfVariation, none.IntraclassCorrelation, none.WilcoxonSignedRank().P, none.ChaffinTalley().P, none.McNemar(3).P, none.Kappa(KappaWeights.Linear).Coefficient],
            figure => Assert.False(figure.IsDefined));
    }

    private static AnswerPairs Steps(int up, int down) => AnswerPairs.Of(Five, [.. Enumerable.Repeat((2, 3), up), .. Enumerable.Repeat((4, 2), down)]);

    // Abramowitz and Stegun 26.2.17, good to 7.5e-8.
    private static double Normal(double z)
    {
        var t = 1 / (1 + (0.2316419 * z));
        var sum = t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return 1 - (Math.Exp(-z * z / 2) / Math.Sqrt(Math.Tau) * sum);
    }

    private static IEnumerable<(int Before, int After)[]> Random(int times, int most)
    {
        var random = new SplitMix64(11);
        for (var time = 0; time < times; time++)
        {
            // Mostly near the earlier answer, sometimes anywhere.
            yield return [.. Enumerable.Range(0, random.Between(1, most)).Select(_ => random.Between(1, 5) is var before && random.OneIn(3)
                ? (before, random.Between(1, 5))
                : (before, Math.Clamp(before + random.Between(-1, 1), 1, 5)))];
        }
    }
}
