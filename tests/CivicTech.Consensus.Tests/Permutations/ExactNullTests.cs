using System.Numerics;
using CivicTech.Consensus.Permutations;
using CivicTech.Consensus.Ranks;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus;

public class ExactNullTests
{
    private const long Enough = 100_000_000;

    [Theory]
    [InlineData("1 2 3")]
    [InlineData("1 2", "1 2", "2 1", "1 2")]
    [InlineData("1 2 3", "3 2 1", "1 3 2")]
    [InlineData("1 1 2", "1 2 2", "1 2 3")]
    [InlineData("1 1 2 2", "1 2 2 2", "1 2 3 4", "2 2 1 1")]
    [InlineData("1 2 3 4 5", "2 2 1 3 3", "1 1 1 1 2")]
    [InlineData("5 5 5 5", "1 2 3 3", "4 3 2 1")]
    [InlineData("1 2 3 3", "5 5 5 5", "4 3 2 1")]
    [InlineData("7 7 7", "7 7 7")]
    [InlineData("1 2 3 4", "7 7 7 7")]
    [InlineData("1", "1", "2")]
    [InlineData("1 2 2 2 3 3", "1 1 2 2 3 3", "1 1 1 1 2 2")]
    public void TryDistribution_OfFewRankings_IsWhatEnumerationFinds(params string[] ratings)
    {
        var rows = ratings.Select(row => row.Split(' ').Select(double.Parse).ToArray()).ToArray();
        AssertIsEnumerated(NullCases.Of(rows));
        AssertIsEnumerated(NullCases.Of(rows, [.. rows.Select((_, rater) => 1L + (rater * rater))]));
    }

    [Fact]
    public void TryDistribution_OfRandomPanels_IsWhatEnumerationFinds()
    {
        for (var seed = 0UL; seed < 60; seed++)
        {
            var raters = 2 + (int)(seed % 3);
            AssertIsEnumerated(NullCases.Random(seed, raters, raters == 4 ? 4 : 5, 2 + (int)(seed % 4), 1 + (int)(seed / 20)));
        }
    }

    // W = Q / (m² n (n² - 1) / 3) then.
    [Theory]
    [InlineData(2, 2)]
    [InlineData(12, 2)]
    [InlineData(3, 3)]
    [InlineData(60, 3)]
    [InlineData(7, 4)]
    [InlineData(12, 4)]
    [InlineData(4, 5)]
    [InlineData(6, 5)]
    [InlineData(4, 6)]
    [InlineData(3, 7)]
    [InlineData(2, 8)]
    public void TryDistribution_Untied_HasTheKnownMeanAndVarianceOfW(int raters, int items)
    {
        var distribution = ExactNull.TryDistribution(NullCases.Alike(raters, items), Enough, default)!;
        var total = BigInteger.Pow(NullCases.Factorial(items), raters - 1);
        var largest = (BigInteger)raters * raters * items * ((items * items) - 1) / 3;

        Assert.Equal(total, distribution.Aggregate(BigInteger.Zero, (sum, value) => sum + value.Count));
        Assert.Equal((largest, BigInteger.One), ((BigInteger)distribution[^1].Q, distribution[^1].Count));
        var mean = Mean(w => w);
        Assert.Equal(new Rational(1, raters), mean);
        Assert.Equal(
            new Rational(2 * (raters - 1), (long)raters * raters * raters * (items - 1)),
            Mean(w => (w - mean) * (w - mean)));

        Rational Mean(Func<Rational, Rational> value) =>
            distribution.Aggregate(Rational.Zero, (sum, entry) => sum + (value(new((BigInteger)entry.Q, largest)) * new Rational(entry.Count, total)));
    }

    // Friedman 1937, as in table N of Siegel 1956: P of a chi-square of Friedman, 3Q / (m n (n + 1)), of at least that.
    [Theory]
    [InlineData(3, 3, "4.667", 0.194, 3)]
    [InlineData(3, 3, "6", 0.028, 3)]
    [InlineData(4, 3, "4.5", 0.125, 3)]
    [InlineData(4, 3, "6", 0.069, 3)]
    [InlineData(4, 3, "6.5", 0.042, 3)]
    [InlineData(4, 3, "8", 0.0046, 4)]
    [InlineData(5, 3, "6.4", 0.039, 3)]
    [InlineData(5, 3, "7.6", 0.024, 3)]
    [InlineData(5, 3, "8.4", 0.0085, 4)]
    [InlineData(5, 3, "10", 0.00077, 5)]
    [InlineData(6, 3, "7", 0.029, 3)]
    [InlineData(8, 3, "6.25", 0.047, 3)]
    [InlineData(9, 3, "6.222", 0.048, 3)]
    [InlineData(2, 4, "6", 0.042, 3)]
    [InlineData(3, 4, "7.4", 0.033, 3)]
    [InlineData(3, 4, "8.2", 0.017, 3)]
    [InlineData(3, 4, "9", 0.0017, 4)]
    [InlineData(4, 4, "7.8", 0.036, 3)]
    [InlineData(4, 4, "9.6", 0.0069, 4)]
    public void TryTail_OfTabledValues_IsAsPublished(int raters, int items, string chiSquare, double p, int digits)
    {
        // The smallest Q that rounds to the printed statistic.
        var printed = Rational.Parse(chiSquare);
        var least = (printed - new Rational(1, 2_000)) * raters * items * (items + 1) / 3;

        var tail = ExactNull.TryTail(NullCases.Alike(raters, items), (Int128)least.Ceiling().Numerator, Enough, default)!.Value;

        Assert.Equal(p, Math.Round(new Rational(tail.AtLeast, tail.Total).ToDouble(), digits));
    }

    [Fact]
    public void TryTail_OfTwoItems_IsBinomial()
    {
        const int raters = 1_000;
        var ranks = NullCases.Alike(raters, 2);

        // Those with the first rater, of whom at least 530 agree: Q = 2 (2k - m)².
        var ways = BigInteger.One;
        var atLeast = BigInteger.Zero;
        for (var agreeing = 0; agreeing <= raters; agreeing++)
        {
            atLeast += Math.Abs((2 * agreeing) - raters) >= 60 ? ways : 0;
            ways = ways * (raters - agreeing) / (agreeing + 1);
        }

        Assert.Equal((atLeast / 2, BigInteger.One << (raters - 1)), ExactNull.TryTail(ranks, 2 * 60 * 60, Enough, default));
        Assert.Null(ExactNull.TryTail(NullCases.Alike(100_000, 2), 1, 1_000_000, default));
    }

    [Fact]
    public void TryTail_OfAnyValue_IsTheSumOfTheDistributionFromThere()
    {
        foreach (var ranks in Panels())
        {
            var distribution = ExactNull.TryDistribution(ranks, Enough, default)!;
            var total = distribution.Aggregate(BigInteger.Zero, (sum, value) => sum + value.Count);
            foreach (var (q, _) in distribution.Where((_, i) => i % Math.Max(1, distribution.Count / 6) == 0).Append(distribution[^1]))
            {
                foreach (var observed in (Int128[])[q - 1, q, q + 1])
                {
                    var atLeast = distribution.Where(value => value.Q >= observed).Aggregate(BigInteger.Zero, (sum, value) => sum + value.Count);
                    Assert.Equal((atLeast, total), ExactNull.TryTail(ranks, observed, Enough, default));
                }
            }

            Assert.Equal((total, total), ExactNull.TryTail(ranks, Int128.MinValue, Enough, default));
            Assert.Equal((0, total), ExactNull.TryTail(ranks, Int128.MaxValue, Enough, default));
        }
    }

    [Fact]
    public void TryTail_OfRatersAndItemsInAnotherOrder_IsTheSameAndTakesAsManySteps()
    {
        foreach (var ranks in Panels().Where(ranks => ranks.Items < 7))
        {
            var observed = ranks.SumOfSquares();
            var (p, steps) = (Share(ranks, observed), LeastSteps(ranks, observed));
            var reversed = new RankMatrix([.. ranks.Values.Select(value => (short)-value)], ranks.Weights, ranks.Items);
            var reordered = NullCases.Reordered(ranks, Shuffled(ranks.Raters), Shuffled(ranks.Items));

            Assert.Equal(p, Share(reversed, observed));
            Assert.Equal(p, Share(reordered, observed));
            Assert.Equal(steps, LeastSteps(reordered, observed));
        }

        static int[] Shuffled(int count)
        {
            var places = Enumerable.Range(0, count).Select(i => (short)i).ToArray();
            new CounterRandom(5, 0, (ulong)count).Shuffle(places);
            return [.. places.Select(place => (int)place)];
        }
    }

    [Fact]
    public void TryTail_OfAlikeRaters_IsOneWay_HoweverManyItems()
    {
        var ranks = NullCases.Alike(12, 168);

        Assert.Equal((1, BigInteger.Pow(NullCases.Factorial(168), 11)), ExactNull.TryTail(ranks, ranks.SumOfSquares(), Enough, default));
    }

    // Nobody agrees better than all in the same order; next come two neighbours swapped by one rater, which costs 8 for each of the others.
    [Fact]
    public void TryTail_NearFullAgreement_CountsSwapsOfNeighbours()
    {
        var ranks = NullCases.Alike(12, 30);
        var full = ranks.SumOfSquares();

        var tail = ExactNull.TryTail(ranks, full - (8 * 11), Enough, default)!.Value;

        // One of the eleven others, or the fixed one against all others: 29 pairs of neighbours each.
        Assert.Equal(1 + (12 * 29), tail.AtLeast);
    }

    [Fact]
    public void TryTail_WithWeightsBeyondSmallNumbers_IsThatOfTheirRatio()
    {
        var small = NullCases.Of([[1, 2, 3, 4], [2, 1, 3, 3], [1, 3, 2, 4]], [1, 2, 3]);
        var large = new RankMatrix(small.Values, [1_000_000_000_000_000, 2_000_000_000_000_000, 3_000_000_000_000_000], 4);

        Assert.Equal(
            ExactNull.TryTail(small, small.SumOfSquares(), Enough, default),
            ExactNull.TryTail(large, large.SumOfSquares(), Enough, default));
        Assert.Null(ExactNull.TryTail(new(small.Values, [1, 2, 1_000_000_000_000], 4), 1, Enough, default));
    }

    [Fact]
    public void TryTail_OfHopelessPanels_RefusesSoon()
    {
        Assert.Null(ExactNull.TryTail(NullCases.Random(1, 20, 30, 1_000_000, 1), 1, Enough, default));
        Assert.Null(ExactNull.TryTail(NullCases.Alike(5_000, 20), 1, Enough, default));
        Assert.Null(ExactNull.TryTail(NullCases.Alike(2, 30_000), 1, Enough, default));
        Assert.Null(ExactNull.TryDistribution(NullCases.Alike(12, 12), Enough, default));
    }

    [Fact]
    public void TryTail_WhenCancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => ExactNull.TryTail(NullCases.Alike(3, 3), 0, Enough, source.Token));
        Assert.Throws<OperationCanceledException>(() => ExactNull.TryDistribution(NullCases.Alike(3, 3), Enough, source.Token));
    }

    private static IEnumerable<RankMatrix> Panels()
    {
        yield return NullCases.Of([[1, 2, 3, 4, 5, 6], [2, 1, 4, 3, 5, 6], [1, 2, 6, 3, 4, 5], [1, 3, 2, 4, 5, 6]]);
        yield return NullCases.Of([[1, 2, 3, 4, 5, 6, 7], [2, 1, 3, 3, 5, 6, 7], [7, 6, 5, 1, 1, 3, 2]]);
        yield return NullCases.Of([[1, 1, 1, 1, 2, 2, 2, 2, 2], [1, 1, 1, 2, 2, 2, 1, 2, 2], [1, 1, 2, 2, 3, 3, 3, 3, 3], [2, 1, 1, 1, 1, 1, 1, 1, 1]]);
        yield return NullCases.Random(3, 9, 4, 4, 1);
        yield return NullCases.Random(4, 5, 5, 5, 3);
        yield return NullCases.Random(5, 15, 3, 3, 5);
    }

    private static void AssertIsEnumerated(RankMatrix ranks)
    {
        var expected = NullCases.Enumerated(ranks);
        var total = expected.Values.Aggregate(BigInteger.Zero, (sum, count) => sum + count);

        Assert.Equal(expected.Select(value => (value.Key, value.Value)), ExactNull.TryDistribution(ranks, Enough, default));
        var atLeast = total;
        foreach (var (q, count) in expected)
        {
            Assert.Equal((atLeast, total), ExactNull.TryTail(ranks, q, Enough, default));
            atLeast -= count;
        }
    }

    private static Rational Share(RankMatrix ranks, Int128 observed) =>
        ExactNull.TryTail(ranks, observed, Enough, default) is var (atLeast, total) ? new(atLeast, total) : throw new InvalidOperationException();

    // The fewest steps with which it is done.
    private static long LeastSteps(RankMatrix ranks, Int128 observed)
    {
        long no = 0, yes = 1 << 20;
        while (yes - no > 1)
        {
            var middle = no + ((yes - no) / 2);
            (no, yes) = ExactNull.TryTail(ranks, observed, middle, default) is null ? (middle, yes) : (no, middle);
        }

        return yes;
    }
}
