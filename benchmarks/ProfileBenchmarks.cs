using BenchmarkDotNet.Attributes;
using CivicTech.Ballots;
using CivicTech.Budgeting.Formats;
using CivicTech.Receipts;

namespace CivicTech.Benchmarks;

/// <summary>Merging partial profiles and the digest, beside folding into a dictionary of texts.</summary>
[MemoryDiagnoser]
public class ProfileBenchmarks
{
    private ApprovalProfile[] _parts = [];

    [GlobalSetup]
    public void Setup()
    {
        var whole = (ApprovalProfile)Pabulib.Read(Elections.PathOf(Elections.Available.ElementAt(1)), PabulibReadOptions.Lenient).Election.Profile;
        var builders = Enumerable.Range(0, 4).Select(_ => new ApprovalProfileBuilder(whole.Candidates)).ToArray();
        for (var ballot = 0; ballot < whole.DistinctBallots; ballot++)
        {
            for (var i = 0L; i < whole.WeightOf(ballot); i++)
            {
                builders[(ballot + i) % 4].Add(whole.CandidatesOf(ballot));
            }
        }

        _parts = [.. builders.Select(builder => builder.Build())];
    }

    [Benchmark(Baseline = true)]
    public Dictionary<string, long> MergeInDictionary()
    {
        var merged = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var part in _parts)
        {
            for (var ballot = 0; ballot < part.DistinctBallots; ballot++)
            {
                var key = string.Join(',', part.CandidatesOf(ballot).ToArray());
                merged[key] = merged.GetValueOrDefault(key) + part.WeightOf(ballot);
            }
        }

        return merged;
    }

    [Benchmark]
    public ApprovalProfile Merge() => ApprovalProfile.Merge(_parts);

    [Benchmark]
    public Digest MergeAndDigest() => ApprovalProfile.Merge(_parts).Digest;
}
