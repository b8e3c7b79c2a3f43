using System.Collections.Immutable;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Realisation;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Voting;
using CivicTech.Processes;
using CivicTech.Ties;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Tests.Budgeting.Results;

/// <summary>A cycle whose ballot box is sealed, by its decider alone.</summary>
internal sealed class CountedCycle
{
    internal const string Secret = "sixteen characters";

    internal static readonly Instant Start = Instant.FromUtc(2026, 10, 1, 8, 0);

    private readonly CycleProcess _process = new();
    private readonly List<CycleEvent> _happened = [];

    internal CountedCycle(Town town, CountPlan? count = null, bool hasLot = true, string secret = Secret)
    {
        Town = town;
        var plan = new CyclePlan
        {
            Id = "smallville-2026",
            Description = "text",
            Currency = Town.Euro,
            Calendar = new CycleCalendar
            {
                Stages = [new CycleStage { Name = "vote", Starts = Paris(9, 1), Ends = Paris(9, 21), Permits = [new Permit { Activity = Activity.Vote, Roles = ["citizen"] }] }],
                Always = [new Permit { Activity = Activity.Realise, Roles = ["officer"] }],
            },
            Voting = new VotingPlan { Areas = town.Ballot.Areas },
            Count = count ?? new CountPlan(),
        };
        State = new CycleEvent[]
        {
            new CyclePlanned { Plan = plan },
            new PlanPublished { At = Start, Rules = PlanDigest.Of(plan) },
            new BallotFrozen { At = Start, Ballot = town.Ballot, Commitment = hasLot ? LotSeed.Commit(secret) : null, PublicValue = hasLot ? "lottery of 1 October" : null },
            new VotingOpened { At = Start },
            new VotingClosed { At = Start },
            new BoxSealed { Content = town.Box },
        }.Aggregate(_process.Initial, _process.Evolve);
    }

    internal Town Town { get; }

    internal CycleState State { get; private set; }

    internal CycleHead Head => State.Head;

    internal Instant Now { get; private set; } = Start;

    internal IReadOnlyList<CycleEvent> Happened => _happened;

    internal CycleResult Result => CycleCount.Run(CountInputs.Of(State, Town.Tallies), Town.Rules);

    internal CountedCycle Counted()
    {
        if (State.Plan.Count.NeedsLot)
        {
            Do(new RevealLot { Secret = Secret, PublicValue = "7" });
        }

        Do(new RecordCount { Result = Result });
        return this;
    }

    internal CountedCycle Published()
    {
        Counted();
        Do(new CertifyResult { Result = Head.Results.Result!.Value });
        Do(new PublishResult());
        return this;
    }

    internal CountedCycle Funded(params ImmutableArray<string> projects)
    {
        Do(new FundProjects { Projects = projects, Decision = "council 12" });
        return this;
    }

    internal CountedCycle At(LocalDateTime local)
    {
        Now = local.InZoneLeniently(DateTimeZoneProviders.Tzdb["Europe/Paris"]).ToInstant();
        return this;
    }

    /// <summary>Asks as an administrator where that is needed, as an officer otherwise.</summary>
    internal Decision<CycleState, CycleEvent> Ask(CycleCommand command, string? by = "ann") =>
        _process.Decide(State, command with { By = by, Role = command.Activity == Activity.Administer ? "administrator" : "officer" }, Now);

    internal ImmutableArray<CycleEvent> Do(CycleCommand command, string? by = "ann")
    {
        var decision = Ask(command, by);
        Assert.True(decision.IsAccepted, $"{command.Name}: {string.Join("; ", decision.Refusals)}");
        State = decision.Events.Aggregate(State, _process.Evolve);
        AssertSame(decision.State, State);
        _happened.AddRange(decision.Events);
        return decision.Events;
    }

    internal ImmutableArray<Refusal> Refused(CycleCommand command, string? by = "ann")
    {
        var decision = Ask(command, by);
        Assert.False(decision.IsAccepted, $"{command.Name} was accepted.");
        Assert.Empty(decision.Events);
        return decision.Refusals;
    }

    internal string[] RefusedBy(CycleCommand command, string? by = "ann") => [.. Refused(command, by).Select(refusal => refusal.Code)];

    internal FundedProject Project(string id) => State.Projects[id];

    internal IEnumerable<NoticeEffect> Told(NoticeKind kind) =>
        _happened.OfType<EffectRequested>().Select(requested => requested.Effect.Effect).OfType<NoticeEffect>().Where(notice => notice.Notice == kind);

    internal static void AssertSame(CycleState expected, CycleState found)
    {
        Assert.Equal(expected.Head, found.Head);
        Assert.Equal(expected.Results.All, found.Results.All);
        Assert.Equal(expected.Projects.All, found.Projects.All);
        Assert.Equal(expected.Followers.All, found.Followers.All);
        Assert.Equal(expected.Effects.All.Select(effect => effect.Key), found.Effects.All.Select(effect => effect.Key));
    }

    private static Deadline Paris(int month, int day) => new(new LocalDateTime(2026, month, day, 0, 0), "Europe/Paris");
}
