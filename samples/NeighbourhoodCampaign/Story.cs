using CivicTech;
using CivicTech.Amounts;
using CivicTech.Crowdfunding;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Hosting;
using CivicTech.Crowdfunding.Ledger;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Processes.Storage;
using CivicTech.Samples;
using CivicTech.Samples.Sqlite;
using CivicTech.TestKit.Clocks;
using CivicTech.TestKit.Gateways;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static NeighbourhoodCampaign.StoryPlan;

namespace NeighbourhoodCampaign;

/// <summary>What happens, in its order.</summary>
internal sealed class Story
{
    private static readonly Account[] Outside = [Account.Backers, Account.PlatformFee, Account.PlatformCost, Account.Tips, Account.ProviderFee, Account.Tax, Account.Owner, Account.DisputeFee];

    private readonly string _connection;
    private readonly AppConsole _console;
    private readonly TestClock _clock = new(Instant.FromUtc(2026, 4, 27, 8, 0));
    private readonly SimulatedGateway _gateway;
    private readonly Told _told;
    private ICampaigns _campaigns;
    private Statement? _statement;

    internal Story(string connection, AppConsole console)
    {
        _connection = connection;
        _console = console;
        _gateway = new SimulatedGateway(_clock, 7, new GatewayBehaviour { FeePerPayment = 25, FeePerDispute = 1500, RepeatedMessages = 1, KeepsOrder = false });
        _told = new Told(console);
        _campaigns = Start(new SqliteProcessStore(connection));
    }

    /// <summary>The ledger as comma-separated values.</summary>
    internal string Ledger => _statement!.ToCsv();

    internal async Task<bool> PlayAsync(CancellationToken cancellation)
    {
        await PrepareAsync();
        await PledgeAsync();
        cancellation.ThrowIfCancellationRequested();
        await CollectAsync();
        cancellation.ThrowIfCancellationRequested();
        await DeliverAsync();
        return await CloseAsync();
    }

    private async Task PrepareAsync()
    {
        Heading("A draft, looked at by the platform's experts");
        await DoAsync(new DraftCampaign { Plan = Plan, By = Plan.Owner });
        await DoAsync(new SubmitForReview { By = Plan.Owner });
        await DoAsync(new ReviewCampaign { Verdict = ReviewVerdict.Approved, By = "expert" });
        foreach (var line in Plan.Budget)
        {
            _console.WriteLine($"      {line.Name,-20}{line.Amount,14}");
        }

        await GoToAsync(new LocalDateTime(2026, 5, 4, 9, 0));
        await DoAsync(new LaunchCampaign { By = Plan.Owner });
        var progress = (await _campaigns.ProgressAsync(Id))!;
        Say($"Launched. The rules are frozen: {progress.Rules}");
        await DoAsync(new AddFundraiser { Fundraiser = "school", FundraiserKind = CivicTech.Crowdfunding.Pledges.FundraiserKind.Team });
        await DoAsync(new AddFundraiser { Fundraiser = "class-3b", FundraiserKind = CivicTech.Crowdfunding.Pledges.FundraiserKind.Person, Parent = "school", Goal = Eur(500) });
    }

    private async Task PledgeAsync()
    {
        Heading("The neighbours pledge: nobody pays now");
        await GoToAsync(new LocalDateTime(2026, 5, 5, 18, 0));
        await PledgeAsync("p01", "amina", 1_500, tip: 10);
        await PledgeAsync("p02", "bruno", 800);
        await PledgeAsync("p03", "chloe", 650, via: "class-3b");
        await PledgeAsync("p04", "dara", 400, isAnonymous: true);
        await DoAsync(new PostUpdate { Reference = "texts/thanks", By = Plan.Owner });
        await GoToAsync(new LocalDateTime(2026, 5, 19, 20, 0));
        await PledgeAsync("p05", "emil", 900);
        await PledgeAsync("p06", "farah", 350, via: "class-3b");
        await DoAsync(new MakePledge { Pledge = "p07", Backer = "market-day", Amount = Eur(412.50m), Evidence = "receipts/market-day", By = "treasurer" });
        await DoAsync(new PostUpdate { Reference = "texts/the-goal-is-reached", By = Plan.Owner });
        await ShowAsync();

        await GoToAsync(new LocalDateTime(2026, 5, 31, 12, 0));
        await RefuseAsync(new CancelPledge { Pledge = "p01", Key = "amina-changes-her-mind" });
        await GoToAsync(new LocalDateTime(2026, 5, 31, 23, 59, 59));
        await PledgeAsync("p08", "gita", 187.50m);
        await ShowAsync();

        // The first instant that is too late; nothing else has been done at it yet.
        _clock.Set(At(new LocalDateTime(2026, 6, 1, 0, 0)));
        await RefuseAsync(new MakePledge { Pledge = "p09", Backer = "hugo", Amount = Eur(50), Method = "card of hugo" });
    }

    private async Task CollectAsync()
    {
        Heading("Success: the cards are charged, and the power fails in the middle");
        _gateway.Script("bruno", Mishap.Declined, Mishap.Declined);
        _gateway.Script("gita", Mishap.Declined, Mishap.Declined, Mishap.Declined);
        _gateway.Script("emil", Mishap.AnswerLost);
        var books = new SqliteProcessStore(_connection);
        _campaigns = Start(new FailingStore(books, 13));
        var report = await _campaigns.AdvanceDueAsync();
        _campaigns = Start(new SqliteProcessStore(_connection));
        Say($"The power failed with {report.Failures.Count(failure => failure.Exception is PowerFailureException)} things in hand. The provider has taken {_gateway.TakenFromAll(Euro).Captured}; our books know of {await CollectedAsync()}.");

        _clock.Advance(Duration.FromMinutes(30));
        await SettleAsync();
        Say($"Started again, asked the provider what became of each call, by its key: it has taken {_gateway.TakenFromAll(Euro).Captured}; our books know of {await CollectedAsync()}.");
        await PassDaysAsync(10);
        foreach (var (backer, payments) in new[] { "amina", "bruno", "chloe", "dara", "emil", "farah", "gita" }.Select(backer => (backer, _gateway.TakenFrom(backer, Euro).Payments)))
        {
            _console.WriteLine($"      {backer,-8}was {payments switch { 0 => "never charged", 1 => "charged once", _ => $"charged {payments} times" }}");
        }
    }

    private async Task DeliverAsync()
    {
        Heading("The owner gets the money in parts; a backer's bank takes a payment back");
        await PassDaysAsync(6);
        Say($"Paid out: {_gateway.PaidTo(Plan.Owner, Euro)}");
        var dispute = _gateway.OpenDispute(PaymentOf("p06"));
        await SettleAsync();
        Say($"farah's bank disputes {Eur(350)}: {await OnAccountAsync(Account.Disputed)} are with the provider for now");
        await PassDaysAsync(20);
        _gateway.EndDispute(dispute, DisputeOutcome.Won);
        await SettleAsync();
        Say("The dispute is won: the money is here again, the provider's fee is not");
        await DoAsync(new ApproveMilestone { Milestone = "delivered", Evidence = "photos/delivery", By = "expert" });
        await PassDaysAsync(2);
        Say($"Paid out: {_gateway.PaidTo(Plan.Owner, Euro)}; held back: {await OnAccountAsync(Account.Reserve)}");
        await PassDaysAsync(80);
        Say($"After 90 days nothing is held back. Paid out: {_gateway.PaidTo(Plan.Owner, Euro)}");
        await DoAsync(new PublishReport { Report = ReportKind.Spending, Reference = "reports/spending", By = Plan.Owner });
        await DoAsync(new PublishReport { Report = ReportKind.Impact, Reference = "reports/impact", By = Plan.Owner });
    }

    private async Task<bool> CloseAsync()
    {
        var progress = (await _campaigns.ProgressAsync(Id))!;
        Heading($"The books: {progress.Outcome}, {progress.Stage}");
        _statement = await _campaigns.StatementAsync(Id);
        _console.Write(_statement.ToText());
        var closing = _statement.Closing;
        var inside = closing.Postings.Where(posting => !Outside.Contains(posting.Account)).ToList();
        var isTrue = _gateway.TakenFromAll(Euro).Net + Eur(412.50m) == -closing.Of(Account.Backers, Euro) && _gateway.PaidTo(Plan.Owner, Euro) == closing.Of(Account.Owner, Euro);
        _console.WriteLine("");
        Say(inside.Count == 0 ? "Nothing is left inside: every cent is with whom it belongs." : $"Left inside: {string.Join(", ", inside)}");
        Say(isTrue ? "The provider's own account says the same." : "The provider's own account says something else.");
        return closing.IsBalanced && inside.Count == 0 && isTrue;
    }

    // As a host does it: the container has the store, the gateway, the notices and the clock.
    private ICampaigns Start(IProcessStore store)
    {
        var services = new ServiceCollection();
        services.AddSingleton(store);
        services.AddSingleton<IPaymentGateway>(_gateway);
        services.AddSingleton<ICampaignNotices>(_told);
        services.AddSingleton<IClock>(_clock);
        services.AddCivicTech().AddCrowdfunding();
        return services.BuildServiceProvider().GetRequiredService<ICampaigns>();
    }

    private Task PledgeAsync(string pledge, string backer, decimal euros, decimal tip = 0, string? via = null, bool isAnonymous = false) => DoAsync(new MakePledge
    {
        Key = $"form of {pledge}",
        Pledge = pledge,
        Backer = backer,
        Amount = Eur(euros),
        Tip = tip == 0 ? null : Eur(tip),
        Via = via,
        IsAnonymous = isAnonymous,
        Method = $"card of {backer}",
        By = backer,
    });

    private async Task DoAsync(CampaignCommand command)
    {
        var execution = await _campaigns.ExecuteAsync(Id, command);
        if (!execution.IsAccepted)
        {
            throw new InvalidOperationException(string.Join("; ", execution.Refusals));
        }
    }

    private async Task RefuseAsync(CampaignCommand command)
    {
        var execution = await _campaigns.ExecuteAsync(Id, command);
        foreach (var refusal in execution.Refusals)
        {
            Say($"Refused: {refusal.Message()}");
            _console.WriteLine($"      fr: {refusal.Message("fr")}");
            _console.WriteLine($"      fa: {refusal.Message("fa")}");
        }
    }

    private static Instant At(LocalDateTime local) => local.InZoneStrictly(DateTimeZoneProviders.Tzdb[Zone]).ToInstant();

    private async Task GoToAsync(LocalDateTime local)
    {
        _clock.Set(At(local));
        await SettleAsync();
    }

    private async Task PassDaysAsync(int days)
    {
        for (var day = 0; day < days; day++)
        {
            _clock.Advance(Duration.FromDays(1));
            await SettleAsync();
        }
    }

    private async Task SettleAsync()
    {
        while (true)
        {
            var report = await _campaigns.AdvanceDueAsync();
            var messages = _gateway.TakeEvents();
            await _campaigns.ReceiveAsync(messages);
            if (messages.Count == 0 && report.Advanced == 0 && report.Effects == 0)
            {
                return;
            }
        }
    }

    private async Task ShowAsync()
    {
        var progress = (await _campaigns.ProgressAsync(Id))!;
        Say($"{progress.People} backers: {string.Join("; ", progress.Target)}");
        await foreach (var (name, fundraiser) in _campaigns.FundraisersAsync(Id))
        {
            _console.WriteLine($"      of that through {name}: {fundraiser.Raised} of {fundraiser.EffectiveGoal}");
        }
    }

    private async Task<Money> CollectedAsync() => (await _campaigns.ProgressAsync(Id))!.Head.Sums.Captured - Eur(412.50m);

    private async Task<Money> OnAccountAsync(Account account) => (await _campaigns.ProgressAsync(Id))!.Ledger.Of(account, Euro);

    private static string PaymentOf(string pledge) => $"{Id}/{pledge}/1";

    private void Heading(string text) => _console.WriteLine($"\n{text}");

    private void Say(string text) => _console.WriteLine($"   {_clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[Zone]).Date:uuuu'-'MM'-'dd}  {text}");
}
