using System.Diagnostics;
using System.Globalization;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Formats;

namespace CivicTech.Benchmarks;

/// <summary>One synthetic election of many ballots: written to a file, then read, folded and tallied with progress.</summary>
internal static class LargeElection
{
    internal static int Run(long ballots)
    {
        var path = Path.Combine(Path.GetTempPath(), $"civictech-large-{ballots}.pb");
        if (!File.Exists(path))
        {
            Console.WriteLine($"Writing {path}");
            using var stream = File.Create(path);
            SyntheticElection.Write(stream, projects: 200, ballots, shortest: 1, longest: 8);
        }

        var size = new FileInfo(path).Length;
        var watch = Stopwatch.StartNew();
        var reading = Pabulib.Read(path, new PabulibReadOptions { Progress = new Percent(size) });
        var read = watch.Elapsed;
        var allocation = new Greedy().Allocate(reading.Election);
        var tallied = watch.Elapsed;
        var digest = allocation.Receipt.Digest;
        var sealedAfter = watch.Elapsed;
        var profile = reading.Election.Profile;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            file             {size / 1e6:F0} MB
            voters           {profile.Voters:N0}
            distinct ballots {profile.DistinctBallots:N0}
            read and folded  {read.TotalSeconds:F2} s ({profile.Voters / read.TotalSeconds / 1e6:F1} million voters/s, {size / read.TotalSeconds / 1e6:F0} MB/s)
            tallied          {(tallied - read).TotalMilliseconds:F0} ms
            receipt          {(sealedAfter - tallied).TotalSeconds:F2} s ({digest})
            peak memory      {process.PeakWorkingSet64 / 1e6:F0} MB
            outcome          {allocation}
            """));
        return 0;
    }

    private sealed class Percent(long size) : IProgress<long>
    {
        private long _shown = -1;

        public void Report(long value)
        {
            var percent = value * 100 / size;
            if (percent / 10 != _shown / 10 || _shown < 0)
            {
                _shown = percent;
                Console.Write($"{percent} % ");
            }
        }
    }
}
