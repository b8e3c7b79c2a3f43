using System.Numerics;
using BenchmarkDotNet.Attributes;
using CivicTech.Consensus.Permutations;
using CivicTech.Consensus.Ranks;

namespace CivicTech.Benchmarks;

/// <summary>Exact p-values of Kendall's W for untied panels, and for one of two-point ratings.</summary>
[MemoryDiagnoser]
public class ExactTailBenchmarks
{
    private const long MaxSteps = 50_000_000;

    private static readonly Dictionary<string, (int Raters, int Items, int Above, double W)> Panels = new()
    {
        ["3 x 8, W .656"] = (3, 8, 0, 0.656),
        ["12 x 3, W .3"] = (12, 3, 0, 0.3),
        ["5 x 6, W .45"] = (5, 6, 0, 0.45),
        ["8 x 5, W .35"] = (8, 5, 0, 0.35),
        ["3 x 10, W .8"] = (3, 10, 0, 0.8),
        ["12 x 7, W .95"] = (12, 7, 0, 0.95),
        ["12 x 7, W .9"] = (12, 7, 0, 0.9),
        ["12 x 12, 4 of 12 named, W .3"] = (12, 12, 4, 0.3),
    };

    private RankMatrix _ranks = null!;
    private Int128 _observed;

    [ParamsSource(nameof(Names))]
    public string Panel { get; set; } = "";

    public static IEnumerable<string> Names => Panels.Keys;

    [GlobalSetup]
    public void Setup()
    {
        var (raters, items, above, w) = Panels[Panel];
        double[] ratings = [.. Enumerable.Range(0, items).Select(item => above == 0 ? item : item < above ? 1.0 : 0.0)];
        var values = new short[raters * items];
        for (var rater = 0; rater < raters; rater++)
        {
            Midranks.Of(ratings, values.AsSpan(rater * items, items));
        }

        // All agree, so this is the largest Q. The distribution does not depend on how raters stand to each other.
        _ranks = new(values, [.. Enumerable.Repeat(1L, raters)], items);
        _observed = (Int128)(w * (double)_ranks.SumOfSquares());
    }

    [Benchmark]
    public (BigInteger AtLeast, BigInteger Total) Tail() =>
        ExactNull.TryTail(_ranks, _observed, MaxSteps, default) ?? throw new InvalidOperationException("Too much work.");
}
