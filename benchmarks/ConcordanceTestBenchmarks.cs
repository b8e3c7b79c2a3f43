using BenchmarkDotNet.Attributes;
using CivicTech.Consensus.Permutations;
using CivicTech.Consensus.Ranks;

namespace CivicTech.Benchmarks;

/// <summary>The permutation test of Kendall's W with 10,000 permutations, beside plain loops that shuffle and add up.</summary>
public class ConcordanceTestBenchmarks
{
    private const int Permutations = 10_000;
    private const ulong Seed = 2026;

    private RankMatrix _ranks = null!;
    private Int128 _observed;

    [Params("20 x 30", "200 x 50")]
    public string Panel { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var (raters, items) = Panel == "20 x 30" ? (20, 30) : (200, 50);
        var values = new short[raters * items];
        for (var rater = 0; rater < raters; rater++)
        {
            var row = values.AsSpan(rater * items, items);
            for (var item = 0; item < items; item++)
            {
                row[item] = (short)((2 * item) - items + 1);
            }

            new CounterRandom(Seed, 1, (ulong)rater).Shuffle(row);
        }

        _ranks = new(values, [.. Enumerable.Repeat(1L, raters)], items);
        _observed = _ranks.SumOfSquares();

        // They draw different permutations: five standard deviations of the difference are 354 at most.
        if (Math.Abs(PlainLoops() - OneThread()) > 354 || OneThread() != AllThreads())
        {
            throw new InvalidOperationException("The counts differ.");
        }
    }

    [Benchmark(Baseline = true)]
    public int PlainLoops()
    {
        var (raters, items) = (_ranks.Raters, _ranks.Items);
        var state = Seed;
        var shuffled = new short[items];
        var sums = new long[items];
        var count = 0;
        for (var replicate = 0; replicate < Permutations; replicate++)
        {
            Array.Clear(sums);
            for (var rater = 0; rater < raters; rater++)
            {
                Array.Copy(_ranks.Values, rater * items, shuffled, 0, items);
                for (var last = items - 1; last > 0; last--)
                {
                    var other = (int)(((Next(ref state) >> 32) * (ulong)(last + 1)) >> 32);
                    (shuffled[last], shuffled[other]) = (shuffled[other], shuffled[last]);
                }

                for (var item = 0; item < items; item++)
                {
                    sums[item] += shuffled[item];
                }
            }

            var q = 0L;
            foreach (var sum in sums)
            {
                q += sum * sum;
            }

            count += q >= _observed ? 1 : 0;
        }

        return count;
    }

    [Benchmark]
    public int OneThread() => PermutationTest.CountAtLeast(_ranks, _observed, Permutations, Seed, 1, default);

    [Benchmark]
    public int AllThreads() => PermutationTest.CountAtLeast(_ranks, _observed, Permutations, Seed, -1, default);

    // Xorshift (Marsaglia 2003).
    private static ulong Next(ref ulong state)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return state;
    }
}
