using CivicTech;
using CivicTech.Amounts;
using CivicTech.Crowdfunding;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Tests.Campaigns;
using CivicTech.Processes.Running;
using CivicTech.TestKit.Clocks;
using CivicTech.TestKit.Gateways;
using CivicTech.Time;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Examples;

public sealed class CampaignsExample
{
    [Fact]
    public async Task CampaignsPage_Playground_IsPlayed()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var Console = output;
        var services = new ServiceCollection();
        var clock = new TestClock(Instant.FromUtc(2026, 5, 4, 8, 0));
        services.AddSingleton<IClock>(clock);
        // <campaigns-wiring>
        services.AddCivicTech()
            .AddCrowdfunding()
            .UseInMemoryProcesses()                    // your own: .UseProcessStore<MyStore>()
            .UsePaymentGateway<SimulatedGateway>()     // your own adapter; this one is of CivicTech.TestKit
            .UseCampaignNotices<HeardNotices>();       // your own mails and messages
        // </campaigns-wiring>
        using var provider = services.BuildServiceProvider();
        // <campaigns-life>
        var campaigns = provider.GetRequiredService<ICampaigns>();
        var euro = Currency.Of("EUR");
        var plan = new CampaignPlan
        {
            Id = "playground",
            Owner = "association-7",
            Description = "texts/playground",
            Category = CampaignCategory.GreenSpace,
            Currency = euro,
            Budget = [new BudgetLine { Name = "swings", Amount = Money.Of(700, euro) }, new BudgetLine { Name = "sand", Amount = Money.Of(300, euro) }],
            Goal = GoalRule.AllOrNothing(Money.Of(1_000, euro), new FixedEnd(Deadline.EndOf(new LocalDate(2026, 5, 31), "Europe/Paris"))),
        };
        await campaigns.ExecuteAsync("playground", new DraftCampaign { Plan = plan, Key = "draft", By = "association-7" });
        await campaigns.ExecuteAsync("playground", new SubmitForReview());
        await campaigns.ExecuteAsync("playground", new ReviewCampaign { Verdict = ReviewVerdict.Approved, By = "expert" });
        await campaigns.ExecuteAsync("playground", new LaunchCampaign());

        var pledge = new MakePledge { Key = "form-1", Pledge = "p1", Backer = "zoe", Amount = Money.Of(1_000, euro) };
        var first = await campaigns.ExecuteAsync("playground", pledge);
        var again = await campaigns.ExecuteAsync("playground", pledge);                   // the browser sent it twice
        Console.WriteLine($"{first.IsAccepted}, repeated: {again.IsRepeat}");

        await campaigns.AdvanceDueAsync();                                                // your scheduler, as often as it likes
        var progress = await campaigns.ProgressAsync("playground");
        Console.WriteLine($"{progress!.Stage}: {string.Join("; ", progress.Target)}");
        // </campaigns-life>
        clock.Set(Instant.FromUtc(2026, 6, 1, 0, 0));
        // <campaigns-late>
        var late = await campaigns.ExecuteAsync("playground", new MakePledge { Pledge = "p2", Backer = "hugo", Amount = Money.Of(50, euro) });
        foreach (var refusal in late.Refusals)
        {
            Console.WriteLine($"{refusal.Code}: {refusal.Message("fr")}");
        }
        // </campaigns-late>
        await campaigns.AdvanceDueAsync();
        var gateway = (SimulatedGateway)provider.GetRequiredService<IPaymentGateway>();
        gateway.PayLink("playground/p1/1");
        // <campaigns-events>
        IReadOnlyList<ProviderEvent> events = gateway.TakeEvents();                       // your adapter, behind the provider's webhook
        await campaigns.ReceiveAsync(events);
        await campaigns.ReceiveAsync(events);                                             // providers say things twice
        var statement = await campaigns.StatementAsync("playground");
        Console.WriteLine(statement.ToText());
        // </campaigns-events>
        CivicTech.Testing.Golden.Verify(output.ToString());
    }
}
