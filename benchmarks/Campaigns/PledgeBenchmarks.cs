using BenchmarkDotNet.Attributes;
using CivicTech.Crowdfunding;
using CivicTech.Processes.Storage;
using CivicTech.Samples.Sqlite;
using Microsoft.Data.Sqlite;

namespace CivicTech.Benchmarks.Campaigns;

/// <summary>
/// Pledges taken: a crowd of 2,000 at once on one campaign, and the same over 200 campaigns, in memory and on SQLite (each answered only when it is on disk), beside a lock and a list. Divide the
/// time by 2,000 for a pledge.
/// </summary>
[MemoryDiagnoser]
public class PledgeBenchmarks
{
    private const int Crowd = 2_000;
    private const int Many = 200;

    private readonly DateTimeOffset _deadline = DateTimeOffset.MaxValue;
    private CampaignRunner _memory = null!;
    private CampaignRunner _sqlite = null!;
    private string _folder = null!;
    private int _next;

    [GlobalSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Cleanup()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(Baseline = true)]
    public int LockAndList()
    {
        var campaign = new PlainCampaign(_deadline);
        Parallel.For(0, Crowd, i => campaign.Pledge($"p{i:D7}", $"b{i:D7}", 1000, DateTimeOffset.UtcNow));
        return Crowd;
    }

    [Benchmark]
    public Task OneCampaignInMemory() => BenchmarkCampaigns.SendAsync(_memory, Next(), Crowd, _ => "c0");

    [Benchmark]
    public Task ManyCampaignsInMemory() => BenchmarkCampaigns.SendAsync(_memory, Next(), Crowd, number => $"c{number % Many}");

    [Benchmark]
    public Task OneCampaignOnSqlite() => BenchmarkCampaigns.SendAsync(_sqlite, Next(), Crowd, _ => "c0");

    [Benchmark]
    public Task ManyCampaignsOnSqlite() => BenchmarkCampaigns.SendAsync(_sqlite, Next(), Crowd, number => $"c{number % Many}");

    private int Next() => Interlocked.Add(ref _next, Crowd) - Crowd;

    private async Task SetupAsync()
    {
        _folder = Directory.CreateTempSubdirectory("pledges").FullName;
        _memory = BenchmarkCampaigns.On(new InMemoryProcessStore());
        _sqlite = BenchmarkCampaigns.On(new SqliteProcessStore(new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "campaigns.db") }.ToString()));
        for (var i = 0; i < Many; i++)
        {
            await BenchmarkCampaigns.LaunchAsync(_memory, $"c{i}");
            await BenchmarkCampaigns.LaunchAsync(_sqlite, $"c{i}");
        }
    }
}
