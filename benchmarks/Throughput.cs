using System.Globalization;
using BenchmarkDotNet.Reports;
using CivicTech.Budgeting.Formats;

namespace CivicTech.Benchmarks;

/// <summary>What reading times mean in bytes and voters a second.</summary>
internal static class Throughput
{
    internal static void Print(Summary summary)
    {
        foreach (var report in summary.Reports.Where(report => report.BenchmarkCase.Descriptor.Type == typeof(PabulibReadingBenchmarks)))
        {
            if (report.ResultStatistics is not { } statistics)
            {
                continue;
            }

            var name = (string)report.BenchmarkCase.Parameters["Election"];
            var path = Elections.PathOf(name);
            var profile = Pabulib.Read(path, PabulibReadOptions.Lenient).Election.Profile;
            var named = Enumerable.Range(0, profile.DistinctBallots).Sum(ballot => profile.CandidatesOf(ballot).Length * profile.WeightOf(ballot));
            var seconds = statistics.Median / 1e9;
            using var file = File.OpenRead(path);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name} {report.BenchmarkCase.Descriptor.WorkloadMethod.Name}: {file.Length / seconds / 1e6:F0} MB/s, {profile.Voters / seconds / 1e6:F1} million voters/s, {seconds * 1e9 / named:F1} ns an id"));
        }
    }
}
