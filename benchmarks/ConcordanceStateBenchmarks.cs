using BenchmarkDotNet.Attributes;
using CivicTech.Consensus.Concordance;

namespace CivicTech.Benchmarks;

/// <summary>All that Kendall's W needs to know of many raters, beside a plain loop that sorts the answers of each.</summary>
[MemoryDiagnoser]
public class ConcordanceStateBenchmarks
{
    private const string Million = "1,000,000 x 20, 5 points";
    private const string Wide = "100,000 x 50, 5 points";
    private const string Doubles = "1,000,000 x 20, 5 points as doubles";
    private const string Untied = "1,000,000 x 20, untied doubles";

    private int _items;
    private byte[]? _bytes;
    private double[] _doubles = [];

    [Params(Million, Wide, Doubles, Untied)]
    public string Panel { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var raters = Panel == Wide ? 100_000 : 1_000_000;
        _items = Panel == Wide ? 50 : 20;
        var state = 1UL;
        _doubles = new double[raters * _items];
        for (var i = 0; i < _doubles.Length; i++)
        {
            var random = Next(ref state);
            _doubles[i] = Panel == Untied ? (random >> 11) * (1.0 / (1UL << 53)) : 1 + (random % 5);
        }

        _bytes = Panel is Million or Wide ? Array.ConvertAll(_doubles, value => (byte)value) : null;
        var (expected, actual) = (SortEveryRater(), AddRows());
        if (!actual.Sums.SequenceEqual(expected.Sums) || actual.Squares != expected.Squares)
        {
            throw new InvalidOperationException("The sums differ.");
        }
    }

    [Benchmark(Baseline = true)]
    public (long[] Sums, long Squares) SortEveryRater() => _bytes is null ? Sort(_doubles, _items) : Sort(_bytes, _items);

    [Benchmark]
    public ConcordanceState AddRows()
    {
        var state = new ConcordanceState(Enumerable.Range(1, _items).Select(item => $"Item {item}"));
        if (_bytes is null)
        {
            state.AddRows(_doubles);
        }
        else
        {
            state.AddRows(_bytes);
        }

        return state;
    }

    // Twice the midrank less (n + 1), as the state keeps it, so that both can be compared.
    private static (long[] Sums, long Squares) Sort<T>(T[] ratings, int items)
        where T : struct, IEquatable<T>
    {
        var sums = new long[items];
        var squares = 0L;
        var values = new T[items];
        var order = new int[items];
        for (var row = 0; row < ratings.Length; row += items)
        {
            Array.Copy(ratings, row, values, 0, items);
            for (var item = 0; item < items; item++)
            {
                order[item] = item;
            }

            Array.Sort(values, order);
            for (int start = 0, end; start < items; start = end)
            {
                for (end = start + 1; end < items && values[end].Equals(values[start]);)
                {
                    end++;
                }

                long rank = start + end - items;
                squares += rank * rank * (end - start);
                for (var i = start; i < end; i++)
                {
                    sums[order[i]] += rank;
                }
            }
        }

        return (sums, squares);
    }

    // SplitMix64.
    private static ulong Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
