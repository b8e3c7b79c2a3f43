using System.Collections.Immutable;
using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Hosting;
using CivicTech.Crowdfunding.Tests.Campaigns;
using CivicTech.Processes;
using CivicTech.Processes.Storage;

namespace CivicTech.Crowdfunding.Tests.Payments;

/// <summary>All of a campaign, as a store has it, and as its journal tells it.</summary>
internal static class Whole
{
    private static readonly ProcessId Id = new("campaign", Play.Campaign);

    internal static async Task<CampaignState> StoredAsync(IProcessStore store)
    {
        var request = new DocumentRequest(
            ["plan", "head"], [.. new[] { "pledge/", "backer/", "fundraiser/", "effect/" }.Select(prefix => new PartPage(prefix, null, int.MaxValue))], ImmutableSortedSet<string>.Empty);
        return new CampaignFormat().Read(await store.LoadAsync(Id, request, CancellationToken.None), request);
    }

    internal static async Task<CampaignState> ToldAsync(IProcessStore store)
    {
        var (format, process) = (new CampaignFormat(), new CampaignProcess());
        var state = process.Initial;
        await foreach (var entry in store.ReadJournalAsync(Id, 0, CancellationToken.None))
        {
            state = format.ReadEvents(entry.Events).Aggregate(state, process.Evolve);
        }

        return state;
    }

    internal static void AssertSame(CampaignState expected, CampaignState actual)
    {
        Assert.Equal(expected.Plan, actual.Plan);
        Assert.Equal(expected.Head, actual.Head);
        Assert.Equal(expected.Pledges.All, actual.Pledges.All);
        Assert.Equal(expected.Backers.All, actual.Backers.All);
        Assert.Equal(expected.Fundraisers.All, actual.Fundraisers.All);
        Assert.Equal(expected.Effects.All, actual.Effects.All);
    }
}
