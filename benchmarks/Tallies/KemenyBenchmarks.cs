using BenchmarkDotNet.Attributes;
using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Pairwise;

namespace CivicTech.Benchmarks.Tallies;

/// <summary>
/// Kemeny's order of candidates about whom voters agree as little as can be, so that nothing but the search helps; beside the table over all
/// subsets that textbooks show.
/// </summary>
public class KemenyBenchmarks
{
    private static readonly Kemeny Rule = new();
    private OrdinalProfile _profile = null!;

    [Params(12, 16, 20)]
    public int Candidates { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var builder = new OrdinalProfileBuilder(new CandidateList(Enumerable.Range(0, Candidates).Select(i => FormattableString.Invariant($"C{i}"))));
        var state = 88172645463325252UL;
        var order = Enumerable.Range(0, Candidates).ToArray();
        for (var voter = 0; voter < 501; voter++)
        {
            for (var i = order.Length - 1; i > 0; i--)
            {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                var j = (int)(state % (ulong)(i + 1));
                (order[i], order[j]) = (order[j], order[i]);
            }

            builder.Add(order);
        }

        _profile = builder.Build();
    }

    [Benchmark(Baseline = true)]
    public long TableOverSubsets()
    {
        var matrix = PairwiseMatrix.Of(_profile);
        var best = new long[1 << Candidates];
        for (var set = 1; set < best.Length; set++)
        {
            best[set] = long.MaxValue;
            for (var last = 0; last < Candidates; last++)
            {
                if ((set & (1 << last)) != 0)
                {
                    var before = set & ~(1 << last);
                    var cost = best[before];
                    for (var other = 0; other < Candidates; other++)
                    {
                        cost += (before & (1 << other)) != 0 ? matrix[last, other] : 0;
                    }

                    best[set] = Math.Min(best[set], cost);
                }
            }
        }

        return best[^1];
    }

    [Benchmark]
    public int Search() => Rule.Rank(_profile).Groups.Length;
}
