using CivicTech.Consensus.Permutations;
using CivicTech.Consensus.Ranks;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus;

public class PermutationTestTests
{
    private const int Replicates = 20_000;

    [Fact]
    public void CountAtLeast_OfSmallPanels_IsNearTheExactTail()
    {
        foreach (var ranks in (RankMatrix[])[
            NullCases.Alike(3, 4),
            NullCases.Of([[1, 2, 3, 4, 5], [1, 3, 2, 4, 5], [2, 1, 3, 5, 4]]),
            NullCases.Of([[1, 1, 2, 2, 2, 3], [1, 2, 2, 3, 3, 3], [4, 4, 4, 4, 4, 4], [1, 1, 1, 1, 2, 2]]),
            NullCases.Random(8, 6, 4, 3, 1),
            NullCases.Random(9, 5, 5, 4, 4)])
        {
            var distribution = ExactNull.TryDistribution(ranks, 10_000_000, default)!;
            foreach (var (q, _) in distribution.Where((_, i) => i % Math.Max(1, distribution.Count / 8) == 0))
            {
                var tail = ExactNull.TryTail(ranks, q, 10_000_000, default)!.Value;
                var p = new Rational(tail.AtLeast, tail.Total).ToDouble();
                var count = PermutationTest.CountAtLeast(ranks, q, Replicates, 11, 1, default);

                // Within 4.5 standard deviations, for some fifty values; tails of few expected counts are skewed.
                Assert.InRange(count, (Replicates * p) - Margin(p), (Replicates * p) + Margin(p));
            }
        }

        static double Margin(double p) => p is 0 or 1 ? 0 : 2 + (4.5 * Math.Sqrt(Replicates * p * (1 - p)));
    }

    // Blocks, lanes and sums of the fast way against plain loops over the same draws.
    [Theory]
    [InlineData(2, 2, 1_000_000)]
    [InlineData(5, 3, 2)]
    [InlineData(7, 16, 4)]
    [InlineData(40, 17, 1_000_000)]
    [InlineData(1_200, 31, 5)]
    [InlineData(90, 500, 1_000_000)]
    [InlineData(3, 5_000, 1_000_000)]
    public void CountAtLeast_OfAnySize_IsWhatPlainLoopsFind(int raters, int items, int levels)
    {
        const int replicates = 60;
        var ranks = NullCases.Random(1, raters, items, levels, 1);
        var qs = Enumerable.Range(0, replicates).Select(replicate => PlainQ(ranks, 5, (ulong)replicate)).Order().ToArray();
        foreach (var observed in (Int128[])[qs[0], qs[replicates / 2], qs[^1], qs[^1] + 1])
        {
            Assert.Equal(qs.Count(q => q >= observed), PermutationTest.CountAtLeast(ranks, observed, replicates, 5, 1, default));
        }
    }

    [Fact]
    public void CountAtLeast_OnAnyNumberOfThreads_IsTheSame()
    {
        var ranks = NullCases.Random(2, 20, 30, 1_000_000, 1);
        var weighted = NullCases.Random(2, 20, 30, 1_000_000, 3);
        foreach (var panel in (RankMatrix[])[ranks, weighted])
        {
            var observed = panel.SumOfSquares();
            var counts = ((int[])[1, 2, 5, -1]).Select(threads => PermutationTest.CountAtLeast(panel, observed, 4_999, 3, threads, default)).ToArray();

            Assert.InRange(counts[0], 1, 4_998);
            Assert.Equal([counts[0]], counts.Distinct());
        }
    }

    [Fact]
    public void CountAtLeast_OfRatersAndItemsInAnotherOrder_IsTheSame()
    {
        var ranks = NullCases.Random(6, 7, 6, 5, 2);
        var reordered = NullCases.Reordered(ranks, [3, 0, 6, 5, 1, 2, 4], [5, 3, 0, 1, 4, 2]);
        var observed = ranks.SumOfSquares();
        var count = PermutationTest.CountAtLeast(ranks, observed, 999, 3, 1, default);

        Assert.InRange(count, 1, 998);
        Assert.Equal(count, PermutationTest.CountAtLeast(reordered, observed, 999, 3, 1, default));
        Assert.NotEqual(count, PermutationTest.CountAtLeast(ranks, observed, 999, 4, 1, default));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1_000_000_000_000_000)]
    public void CountAtLeast_OfEqualWeights_IsThatWithoutWeights(long weight)
    {
        var ranks = NullCases.Random(3, 4, 6, 5, 1);
        var heavy = new RankMatrix(ranks.Values, [.. ranks.Weights.Select(_ => weight)], ranks.Items);
        var count = PermutationTest.CountAtLeast(ranks, ranks.SumOfSquares(), 999, 3, 1, default);

        Assert.InRange(count, 1, 998);
        Assert.Equal(count, PermutationTest.CountAtLeast(heavy, heavy.SumOfSquares(), 999, 3, 1, default));
    }

    [Fact]
    public void CountAtLeast_OfWeightsBeyond128Bits_Throws()
    {
        var ranks = NullCases.Alike(2, 30);
        Assert.Throws<OverflowException>(() =>
            PermutationTest.CountAtLeast(new(ranks.Values, [long.MaxValue, long.MaxValue], 30), 0, 1, 0, 1, default));
    }

    [Fact]
    public void CountAtLeast_WhereNothingChanges_IsAllOrNone()
    {
        var one = NullCases.Of([[1, 2, 3], [5, 5, 5]]);
        var none = NullCases.Of([[5, 5, 5], [5, 5, 5]]);

        Assert.Equal(99, PermutationTest.CountAtLeast(one, one.SumOfSquares(), 99, 0, 1, default));
        Assert.Equal(0, PermutationTest.CountAtLeast(one, one.SumOfSquares() + 1, 99, 0, 1, default));
        Assert.Equal(99, PermutationTest.CountAtLeast(none, 0, 99, 0, 1, default));
        Assert.Equal(0, PermutationTest.CountAtLeast(NullCases.Alike(3, 3), 0, 0, 0, 1, default));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void CountAtLeast_WhenCancelled_Stops(int threads)
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => PermutationTest.CountAtLeast(NullCases.Alike(20, 30), 0, 1_000_000, 0, threads, source.Token));
    }

    // Raters by weight and values, each row ascending; the first who distinguishes items stays.
    private static Int128 PlainQ(RankMatrix ranks, ulong seed, ulong replicate)
    {
        var rows = Enumerable.Range(0, ranks.Raters).Select(rater => ranks.Row(rater).ToArray().Order().ToArray())
            .Where(row => row[0] != row[^1])
            .Order(Comparer<short[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y))).ToArray();
        var random = new CounterRandom(seed, 0, replicate);
        foreach (var row in rows.Skip(1))
        {
            random.Shuffle(row);
        }

        Int128 q = 0;
        for (var item = 0; item < ranks.Items; item++)
        {
            Int128 sum = rows.Sum(row => (long)row[item]);
            q += sum * sum;
        }

        return q;
    }
}
