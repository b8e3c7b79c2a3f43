using BenchmarkDotNet.Attributes;
using CivicTech.Consensus.Formats;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Ties;

namespace CivicTech.Benchmarks.Tallies;

/// <summary>
/// Every council ward of the folder that CIVICTECH_DATA names, read from files and counted by the Scottish rules, beside reading their lines and
/// nothing else.
/// </summary>
[MemoryDiagnoser]
public class WardsBenchmarks
{
    private static readonly SingleTransferableVote Rule = StatutoryRules.ScottishLocal(TieKey.ListedOrder);
    private string[] _paths = [];

    [GlobalSetup]
    public void Setup()
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable("CIVICTECH_DATA") ?? "", "tally", "scottish-wards");
        _paths = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.csv") : [];
        Console.WriteLine(FormattableString.Invariant($"// {_paths.Length} wards"));
    }

    [Benchmark(Baseline = true)]
    public long ReadLinesAndSplit() => _paths.Sum(path => File.ReadLines(path).Sum(line => (long)line.Split(',').Length));

    [Benchmark]
    public int ReadAndCount() => _paths.Sum(path => Rule.Count(WardCsv.Read(path).Contest).Elected.Length);
}
