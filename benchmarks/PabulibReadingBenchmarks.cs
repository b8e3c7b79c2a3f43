using BenchmarkDotNet.Attributes;
using CivicTech.Budgeting.Formats;

namespace CivicTech.Benchmarks;

/// <summary>From a file to distinct weighted ballots, beside the loop that everybody writes first.</summary>
[MemoryDiagnoser]
public class PabulibReadingBenchmarks
{
    private string _path = "";

    [ParamsSource(nameof(Files))]
    public string Election { get; set; } = "";

    public static IEnumerable<string> Files => Elections.Available;

    [GlobalSetup]
    public void Setup() => _path = Elections.PathOf(Election);

    /// <summary>Counts votes a project and nothing else: no points, no folding, no checks, no quotes.</summary>
    [Benchmark(Baseline = true)]
    public Dictionary<string, int> ReadLinesAndSplit()
    {
        var votes = new Dictionary<string, int>(StringComparer.Ordinal);
        var inVotes = false;
        var column = -1;
        foreach (var line in File.ReadLines(_path))
        {
            if (line == "VOTES")
            {
                inVotes = true;
            }
            else if (inVotes && column < 0)
            {
                column = Array.IndexOf(line.Split(';'), "vote");
            }
            else if (inVotes)
            {
                foreach (var project in line.Split(';')[column].Split(','))
                {
                    votes[project] = votes.GetValueOrDefault(project) + 1;
                }
            }
        }

        return votes;
    }

    /// <summary>The whole election with all lenient checks: projects, folded ballots, declared counts compared.</summary>
    [Benchmark]
    public PabulibReading Read() => Pabulib.Read(_path, PabulibReadOptions.Lenient);
}
