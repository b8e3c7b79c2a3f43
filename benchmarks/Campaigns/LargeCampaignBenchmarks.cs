using BenchmarkDotNet.Attributes;
using CivicTech.Crowdfunding;
using CivicTech.Crowdfunding.Reading;
using CivicTech.Processes;
using CivicTech.Processes.Storage;

namespace CivicTech.Benchmarks.Campaigns;

/// <summary>A campaign with 100,000 pledges: what a page about it costs, one more pledge, and reading all of it. The size of its documents is printed.</summary>
[MemoryDiagnoser]
public class LargeCampaignBenchmarks
{
    private const int Pledges = 100_000;

    private CampaignRunner _campaigns = null!;
    private int _next = Pledges;

    [GlobalSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    [Benchmark]
    public Task<CampaignProgress?> Progress() => _campaigns.ProgressAsync("c0");

    [Benchmark]
    public Task OnePledgeMore() => BenchmarkCampaigns.SendAsync(_campaigns, Interlocked.Increment(ref _next), 1, _ => "c0");

    [Benchmark]
    public async Task<long> ReadAllPledges()
    {
        var sum = 0L;
        await foreach (var pledge in _campaigns.PledgesAsync("c0"))
        {
            sum += pledge.Amount.MinorUnits;
        }

        return sum;
    }

    private async Task SetupAsync()
    {
        var store = new InMemoryProcessStore();
        _campaigns = BenchmarkCampaigns.On(store);
        await BenchmarkCampaigns.LaunchAsync(_campaigns, "c0");
        await BenchmarkCampaigns.SendAsync(_campaigns, 0, Pledges, _ => "c0");
        var request = DocumentRequest.Empty.With("plan", "head").With(new PartPage("pledge/", null, int.MaxValue)).With(new PartPage("backer/", null, int.MaxValue));
        var stored = await store.LoadAsync(new ProcessId("campaign", "c0"), request, CancellationToken.None);
        foreach (var kind in stored!.Documents.GroupBy(document => document.Name.Split('/')[0]).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"// {kind.Key}: {kind.Count():N0} documents, {kind.Sum(document => (long)document.Content.Length):N0} bytes");
        }
    }
}
