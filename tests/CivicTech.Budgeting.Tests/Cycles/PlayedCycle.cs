using CivicTech.Amounts;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Hosting;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Proposals;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.Processes;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using CivicTech.TestKit.Clocks;
using CivicTech.Ties;
using NodaTime;

namespace CivicTech.Budgeting.Tests.Cycles;

/// <summary>A cycle on a store and a box in memory, with a clock that the test sets.</summary>
internal sealed class PlayedCycle : ICycleNotices
{
    internal const string Id = "smallville";
    internal const string Zone = "Europe/Paris";
    internal const string Secret = "a secret of more than 16 characters";

    internal static readonly Currency Euro = Currency.Of("EUR");

    internal static readonly CycleBasics Basics = new()
    {
        Id = Id,
        Description = "texts/smallville",
        Currency = Euro,
        Zone = Zone,
        Year = 2027,
        Areas =
        [
            new VotingArea { Id = "north", Budget = Eur(100) },
            new VotingArea { Id = "south", Budget = Eur(100) },
            new VotingArea { Id = "city", IsWholeCity = true, Budget = Eur(300) },
        ],
    };

    private readonly List<CycleNotice> _notices = [];

    internal PlayedCycle(CyclePlan plan, IProcessStore? store = null, IBallotBox? box = null, RuleRegistry? rules = null)
    {
        Plan = plan;
        Store = store ?? new InMemoryProcessStore();
        Box = box ?? new InMemoryBallotBox();
        Rules = rules ?? new RuleRegistry(new BudgetingRules());
        Clock = new TestClock(plan.Calendar.Stages[0].Starts.ToInstant() - Duration.FromDays(30));
        Cycles = NewRunner();
    }

    internal CyclePlan Plan { get; }

    internal IProcessStore Store { get; }

    internal IBallotBox Box { get; }

    internal InMemoryElectoralRoll Roll { get; } = new();

    internal VoterKeys Keys { get; } = new(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());

    internal RuleRegistry Rules { get; }

    internal TestClock Clock { get; }

    internal CycleRunner Cycles { get; }

    internal IReadOnlyList<CycleNotice> Notices => _notices;

    internal static Money Eur(decimal amount) => Money.Of(amount, Euro);

    /// <summary>Another machine on the same store and box.</summary>
    internal CycleRunner NewRunner() => new(Store, Box, Roll, Keys, this, Rules, Clock);

    ValueTask ICycleNotices.TellAsync(CycleNotice notice, CancellationToken cancellationToken)
    {
        lock (_notices)
        {
            _notices.Add(notice);
        }

        return ValueTask.CompletedTask;
    }

    internal async Task<CycleState> StateAsync() => (await DoAsync(CycleRoles.Citizen, new AdvanceCycle { Documents = [] })).State;

    internal async Task<CycleHead> HeadAsync() => (await Cycles.OverviewAsync(Id))!.Head;

    internal Task<Execution<CycleState, CycleEvent>> AskAsync(string role, CycleCommand command) => Cycles.ExecuteAsync(Id, command with { Role = role, By = command.By ?? $"one {role}" });

    internal async Task<Execution<CycleState, CycleEvent>> DoAsync(string role, CycleCommand command)
    {
        var execution = await AskAsync(role, command);
        Assert.True(execution.IsAccepted, $"{command.Name}: {string.Join("; ", execution.Refusals)}");
        return execution;
    }

    internal Task<Execution<CycleState, CycleEvent>> DoAsync(CycleCommand command) => DoAsync(CycleRoles.Administrator, command);

    internal async Task<string[]> RefusedAsync(string role, CycleCommand command)
    {
        var execution = await AskAsync(role, command);
        Assert.False(execution.IsAccepted, $"{command.Name} was accepted.");
        return [.. execution.Refusals.Select(refusal => refusal.Code)];
    }

    internal Task<string[]> RefusedAsync(CycleCommand command) => RefusedAsync(CycleRoles.Administrator, command);

    /// <summary>Goes to an instant, and does what is due there.</summary>
    internal async Task GoToAsync(Instant instant)
    {
        Clock.Set(instant);
        var report = await Cycles.AdvanceDueAsync();
        Assert.Empty(report.Failures);
    }

    /// <summary>Goes to just after the first time at which a role may do something.</summary>
    internal Task GoToAsync(Activity activity, string area = "north")
    {
        var window = Plan.Calendar.WindowsOf(activity, null, area).Where(window => window.End > Clock.GetCurrentInstant()).MinBy(window => window.Start)!;
        return GoToAsync(Instant.Max(Clock.GetCurrentInstant(), window.Start));
    }

    internal async Task<PlayedCycle> PublishedAsync()
    {
        await DoAsync(new PlanCycle { Plan = Plan });
        await DoAsync(new PublishPlan());
        return this;
    }

    /// <summary>Proposals in, reviewed by the criteria of the plan, feasible, priced and chosen: <c>(id, area, euros)</c>.</summary>
    internal async Task<PlayedCycle> ShortlistedAsync(params (string Id, string Area, decimal Euros)[] proposals)
    {
        await PublishedAsync();
        await GoToAsync(Activity.Submit);
        foreach (var (id, area, _) in proposals)
        {
            await DoAsync(CycleRoles.Citizen, new SubmitProposal { Proposal = id, Author = $"author of {id}", Content = new ProposalContent { Area = area, Text = $"texts/{id}" } });
        }

        if (!Plan.Proposals.Criteria.IsEmpty)
        {
            await GoToAsync(Activity.Assess);
            foreach (var (id, _, _) in proposals)
            {
                foreach (var criterion in Plan.Proposals.Criteria)
                {
                    await DoAsync(CycleRoles.Officer, new AssessProposal { Proposal = id, Reviewer = "rev", Criterion = criterion.Id, Finding = Finding.Met });
                }
            }
        }

        if (Plan.Proposals.TakesSupports)
        {
            await GoToAsync(Activity.Support);
            foreach (var (id, _, _) in proposals)
            {
                await DoAsync(CycleRoles.Citizen, new SupportProposal { Proposal = id, Person = "zoe" });
            }
        }

        await GoToAsync(Activity.Value);
        foreach (var (id, _, euros) in proposals)
        {
            await DoAsync(CycleRoles.Officer, new DecideFeasibility { Proposal = id, IsFeasible = true, Reason = "reasons/it" });
            await DoAsync(CycleRoles.Officer, new SetPrice { Proposal = id, Price = Eur(euros), Explanation = "prices/it" });
        }

        await GoToAsync(Activity.Shortlist);
        await DoAsync(new ShortlistProposals());
        return this;
    }

    internal async Task<PlayedCycle> FrozenAsync(params (string Id, string Area, decimal Euros)[] proposals)
    {
        await ShortlistedAsync(proposals);
        await DoAsync(new FreezeBallot { Commitment = LotSeed.Commit(Secret), PublicValue = "lottery of the first Sunday" });
        Assert.Empty((await Cycles.AdvanceDueAsync()).Failures);
        return this;
    }

    internal async Task<PlayedCycle> VotingAsync(params (string Id, string Area, decimal Euros)[] proposals)
    {
        await FrozenAsync(proposals);
        await GoToAsync(Activity.Vote);
        return this;
    }

    internal void Register(string voter, string area) => Roll.Enter(Id, Keys.KeyOf(Id, voter), new RollEntry { Born = new LocalDate(1990, 1, 1), Residences = [new Residence { Area = area }] });

    internal Task<VotingDecision> VoteAsync(string voter, VotingCommand command) => Cycles.VoteAsync(Id, voter, command);

    /// <summary>Casts a ballot as the plan has it: from a basket, or at once.</summary>
    internal async Task CastAsync(string voter, string area, params BallotLine[] lines)
    {
        if (Plan.Voting.Submission == Submission.Basket)
        {
            Accepted(await VoteAsync(voter, new SaveBasket { Area = area, Lines = [.. lines] }));
            Accepted(await VoteAsync(voter, new SubmitBasket()));
        }
        else
        {
            Accepted(await VoteAsync(voter, new CastBallot { Area = area, Lines = [.. lines] }));
        }
    }

    internal static BallotLine Line(string project, long? value = null) => new() { Project = project, Value = value };

    internal static void Accepted(VotingDecision decision) => Assert.True(decision.IsAccepted, string.Join("; ", decision.Refusals));

    /// <summary>Waits for the end of the vote and of all paper, until the box is sealed.</summary>
    internal async Task SealedAsync()
    {
        await GoToAsync((await LastAsync(Activity.Vote, Activity.EnterCards))!.Value);
        Assert.Equal(CycleStatus.Closed, (await HeadAsync()).Status);
    }

    internal async Task CountedAsync()
    {
        await SealedAsync();
        if (Plan.Count.NeedsLot)
        {
            await DoAsync(new RevealLot { Secret = Secret, PublicValue = "4 8 15 16 23 42" });
        }

        var execution = await Cycles.CountAsync(Id, "office");
        Assert.True(execution.IsAccepted, string.Join("; ", execution.Refusals));
    }

    internal async Task<string[]> WinnersAsync()
    {
        await CountedAsync();
        await DoAsync(new CertifyResult { Result = (await HeadAsync()).Results.Result!.Value });
        await DoAsync(new PublishResult());
        return [.. (await Cycles.OutcomeAsync(Id))!.Areas.SelectMany(area => area.Winners).Order(StringComparer.Ordinal)];
    }

    private async Task<Instant?> LastAsync(params Activity[] activities)
    {
        var calendar = (await Cycles.OverviewAsync(Id))!.Calendar;
        return activities.SelectMany(activity => Plan.Voting.Areas.SelectMany(area => calendar.WindowsOf(activity, null, area.Id))).Max(window => (Instant?)window.End);
    }
}
