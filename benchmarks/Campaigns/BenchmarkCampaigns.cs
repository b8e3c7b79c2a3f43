using CivicTech.Amounts;
using CivicTech.Crowdfunding;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Hosting;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Processes.Storage;
using NodaTime;

namespace CivicTech.Benchmarks.Campaigns;

/// <summary>Campaigns to pledge to: all or nothing, pay by link after the success, the civic default.</summary>
internal static class BenchmarkCampaigns
{
    private static readonly Currency Euro = Currency.Of("EUR");

    internal static CampaignRunner On(IProcessStore store) => new(store, new NoGateway(), new NoNotices(), SystemClock.Instance);

    internal static async Task LaunchAsync(CampaignRunner campaigns, string id)
    {
        var plan = new CampaignPlan
        {
            Id = id,
            Owner = "owner",
            Description = "text",
            Currency = Euro,
            Budget = [new BudgetLine { Name = "all", Amount = Money.Of(1_000_000, Euro) }],
            Goal = GoalRule.AllOrNothing(Money.Of(1_000_000, Euro), new DaysAfterStart(30, "Europe/Paris", endOfDay: true)),
        };
        foreach (var command in new CampaignCommand[] { new DraftCampaign { Plan = plan }, new SubmitForReview(), new ReviewCampaign { Verdict = ReviewVerdict.Approved }, new LaunchCampaign() })
        {
            var execution = await campaigns.ExecuteAsync(id, command);
            if (!execution.IsAccepted)
            {
                throw new InvalidOperationException(string.Join("; ", execution.Refusals));
            }
        }
    }

    internal static MakePledge Pledge(int number) => new()
    {
        Key = $"form {number}",
        Pledge = $"p{number:D7}",
        Backer = $"b{number:D7}",
        Amount = Money.FromMinorUnits(1000 + number % 5000, Euro),
    };

    /// <summary>As a web server would send them: all at once from the thread pool, each answered by itself.</summary>
    internal static async Task SendAsync(CampaignRunner campaigns, int from, int count, Func<int, string> campaign)
    {
        var answers = await Task.WhenAll(Enumerable.Range(from, count).Select(number => Task.Run(() => campaigns.ExecuteAsync(campaign(number), Pledge(number)))));
        if (answers.Any(answer => !answer.IsAccepted))
        {
            throw new InvalidOperationException("A pledge was refused.");
        }
    }

    private sealed class NoGateway : IPaymentGateway
    {
        public GatewayCapabilities Capabilities { get; } = new() { Modes = [CollectionMode.InviteToPay] };

        public ValueTask<GatewayAnswer> SendAsync(GatewayCall call, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<GatewayAnswer> AskAsync(string key, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }

    private sealed class NoNotices : ICampaignNotices
    {
        public ValueTask InviteToPayAsync(PayInvitation invitation, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask TellAsync(CampaignNotice notice, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
