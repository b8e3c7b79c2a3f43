using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Tests.Proposals;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Processes;
using CivicTech.Ties;
using CivicTech.Time;
using NodaTime;
using static CivicTech.Budgeting.Tests.Cycles.PlayedCycle;

namespace CivicTech.Budgeting.Tests.Cycles;

public sealed class LifecycleTests
{
    private static readonly (string Id, string Area, decimal Euros)[] Two = [("bench", "north", 60), ("tree", "north", 30)];

    private static CyclePlan Paris => CyclePresets.Paris(Basics);

    // Up to two projects, changed until the end; changes of the ballot release lines.
    private static CyclePlan Revisable => Paris with
    {
        Voting = Paris.Voting with { Design = new ApprovalDesign { Minimum = 1, Maximum = 2 }, Submission = Submission.ReviseUntilClose },
        MidVote = MidVoteRule.Release,
    };

    [Fact]
    public async Task Plan_ThatCannotBeRun_IsRefusedWithEveryPlace()
    {
        var bad = Paris with
        {
            Id = "a/b",
            Voting = Paris.Voting with { Areas = [.. Basics.Areas, new VotingArea { Id = "north", Budget = Money(1, "USD") }] },
            Count = new CountPlan { Rule = new RuleChoice { Rule = "no-such-rule@1" }, Quorum = -1 },
        };
        var refusals = new CycleProcess(new RuleRegistry(new Allocation.BudgetingRules())).Decide(new CycleProcess().Initial, new PlanCycle { Plan = bad, Role = CycleRoles.Administrator }, Instant.FromUtc(2026, 1, 1, 0, 0)).Refusals;

        Assert.Superset(
            new HashSet<string>(["id", "voting.areas[3].id", "voting.areas[3].budget", "count.quorum"], StringComparer.Ordinal),
            refusals.Select(refusal => refusal.Data["field"]).ToHashSet(StringComparer.Ordinal));
        Assert.All(refusals, refusal => Assert.Equal("plan-invalid", refusal.Code));
        var cycle = new PlayedCycle(Paris with { Count = new CountPlan { Rule = new RuleChoice { Rule = "no-such-rule@1" } } });
        Assert.Equal(["plan-invalid"], await cycle.RefusedAsync(new PlanCycle { Plan = cycle.Plan }));
    }

    [Fact]
    public async Task Plan_WithoutAVoteForAnArea_IsRefused()
    {
        var plan = Paris with { Calendar = Paris.Calendar with { Stages = [.. Paris.Calendar.Stages.Select(stage => stage.Name == "vote" ? stage with { Areas = ["north"] } : stage)] } };

        Assert.Equal(["plan-invalid", "plan-invalid"], await new PlayedCycle(plan).RefusedAsync(new PlanCycle { Plan = plan }));
    }

    [Fact]
    public async Task RunTheCycle_InAnotherRole_IsRefused()
    {
        var cycle = new PlayedCycle(Paris);

        Assert.Equal(["not-for-role"], await cycle.RefusedAsync(CycleRoles.Officer, new PlanCycle { Plan = Paris }));
        await cycle.PublishedAsync();
        Assert.Equal(["not-for-role"], await cycle.RefusedAsync(CycleRoles.Citizen, new CancelCycle { Reason = "reasons/1" }));
        Assert.Equal(CycleStatus.Running, (await cycle.HeadAsync()).Status);
    }

    [Fact]
    public async Task B08_Plan_AfterItWasPublished_CannotBeChanged()
    {
        var cycle = await new PlayedCycle(Paris).PublishedAsync();

        Assert.Equal(["wrong-status"], await cycle.RefusedAsync(new PlanCycle { Plan = Paris with { Count = new CountPlan { MinimumVotes = 5 } } }));
        var head = await cycle.HeadAsync();
        Assert.Equal(PlanDigest.Of(Paris), head.Rules);
    }

    [Fact]
    public async Task B13_ExtendStage_LaterAndInTime_MovesTheEndForEveryMachine()
    {
        var cycle = await new PlayedCycle(Paris).VotingAsync(Two);
        var other = cycle.NewRunner();
        cycle.Register("a", "north");
        cycle.Register("b", "north");
        Assert.True((await other.VoteAsync(Id, "b", new SaveBasket { Area = "north", Lines = [Line("tree")] })).IsAccepted);
        var end = Deadline.EndOf(new LocalDate(2027, 10, 5), Zone);
        await cycle.DoAsync(new ExtendStage { Stage = "vote", Ends = end, Reason = "reasons/flood" });
        await cycle.Cycles.AdvanceDueAsync();
        cycle.Clock.Set(end.ToInstant() - Duration.Epsilon);

        Assert.True((await other.VoteAsync(Id, "b", new SubmitBasket())).IsAccepted);
        cycle.Clock.Set(end.ToInstant());
        Assert.Contains("voting-closed", (await other.VoteAsync(Id, "a", new SaveBasket { Area = "north", Lines = [Line("tree")] })).Refusals.Select(refusal => refusal.Code));
        Assert.Contains(cycle.Notices, notice => notice.Notice.Notice == NoticeKind.StageLonger);
    }

    [Fact]
    public async Task ExtendStage_NotLaterOrTooLateOrUnknown_IsRefused()
    {
        var cycle = await new PlayedCycle(Paris).PublishedAsync();
        var end = Deadline.EndOf(new LocalDate(2027, 2, 28), Zone);

        Assert.Equal(["not-later"], await cycle.RefusedAsync(new ExtendStage { Stage = "submission", Ends = end, Reason = "reasons/1" }));
        Assert.Equal(["no-such-stage"], await cycle.RefusedAsync(new ExtendStage { Stage = "summer", Ends = end, Reason = "reasons/1" }));
        await cycle.GoToAsync(end.ToInstant());
        Assert.Equal(["stage-over"], await cycle.RefusedAsync(new ExtendStage { Stage = "submission", Ends = end.PlusDays(1), Reason = "reasons/1" }));
    }

    [Fact]
    public async Task Freeze_WithNothingOrTooLateOrWithoutACommitment_IsRefused()
    {
        var empty = await new PlayedCycle(Paris).PublishedAsync();
        Assert.Equal(["commitment-needed", "nothing-to-vote-on"], (await empty.RefusedAsync(new FreezeBallot())).Order(StringComparer.Ordinal));
        var late = await new PlayedCycle(Paris).ShortlistedAsync(Two);
        await late.GoToAsync(Activity.Vote);

        Assert.Equal(["frozen-too-late"], await late.RefusedAsync(new FreezeBallot { Commitment = LotSeed.Commit(Secret), PublicValue = "x" }));
    }

    [Fact]
    public async Task B10_Freeze_Again_IsRefusedAndGroupingToo()
    {
        var cycle = await new PlayedCycle(Paris).FrozenAsync(Two);

        Assert.Equal(["wrong-status"], await cycle.RefusedAsync(new FreezeBallot()));
        Assert.Equal(["wrong-status"], await cycle.RefusedAsync(CycleRoles.Officer, new GroupProposals { Proposal = "both", Parts = ["bench", "tree"], Content = new() { Area = "north", Text = "texts/both" } }));
    }

    [Fact]
    public async Task Freeze_WithASeed_OrdersByItAndAgainTheSame()
    {
        (string, string, decimal)[] many = [.. Enumerable.Range(0, 12).Select(i => ($"p{i:D2}", "north", 10m))];
        var orders = new List<string>();
        foreach (var seed in new[] { "4 8 15", "4 8 15", "16 23 42" })
        {
            var cycle = await new PlayedCycle(Paris).ShortlistedAsync(many);
            await cycle.DoAsync(new FreezeBallot { OrderSeed = seed, Commitment = LotSeed.Commit(Secret), PublicValue = "x" });
            orders.Add(string.Join(' ', (await cycle.Cycles.BallotAsync(Id))!.Projects.Select(project => project.Id)));
        }

        Assert.Equal(orders[0], orders[1]);
        Assert.NotEqual(orders[0], orders[2]);
        Assert.Equal(orders[0].Split(' ').Order(StringComparer.Ordinal), orders[2].Split(' ').Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task B08_ChangeBallot_WhereThePlanRefuses_IsRefused()
    {
        var cycle = await new PlayedCycle(Paris).VotingAsync(Two);

        Assert.Equal(["ballot-frozen"], await cycle.RefusedAsync(new ChangeBallot { Change = new BallotChange { Removed = ["tree"] }, Reason = "reasons/1" }));
    }

    [Fact]
    public async Task B09_ChangeBallot_ProjectRemoved_ReleasesItsLinesAndNoGhostIsCounted()
    {
        var cycle = await new PlayedCycle(Revisable).VotingAsync(Two);
        foreach (var (voter, lines) in new[] { ("a", new[] { Line("bench"), Line("tree") }), ("b", [Line("tree")]), ("c", [Line("bench")]) })
        {
            cycle.Register(voter, "north");
            await cycle.CastAsync(voter, "north", lines);
        }

        await cycle.DoAsync(new ChangeBallot { Change = new BallotChange { Removed = ["tree"] }, Reason = "reasons/withdrawn" });
        await cycle.Cycles.AdvanceDueAsync();

        Assert.Equal(["tree"], Assert.Single((await cycle.Cycles.StandingAsync(Id, "a"))!.Notices).Projects.ToArray());
        Assert.True(Assert.Single((await cycle.Cycles.StandingAsync(Id, "b"))!.Notices).IsWhole);
        Assert.Empty((await cycle.Cycles.StandingAsync(Id, "c"))!.Notices);
        Assert.Equal(["not-on-ballot"], await cycle.RefusedAsync(new ChangeBallot { Change = new BallotChange { Removed = ["nothing"] }, Reason = "reasons/1" }));
        await cycle.CastAsync("b", "north", Line("bench"));
        await cycle.CountedAsync();
        var north = (await cycle.Cycles.OutcomeAsync(Id))!.Areas.Single(area => area.Counted.Area == "north").Counted;
        Assert.Equal(3, north.Projects.Single(project => project.Project == "bench").Votes);
        Assert.Equal(3, north.Numbers.Counted);
        Assert.Contains(cycle.Notices, notice => notice.Notice is { Notice: NoticeKind.LinesReleased, Audience: Audience.Voters, Subject: "tree" });
    }

    [Fact]
    public async Task B11_ChangeBallot_BudgetCutMidVote_KnapsackBallotsAreReleasedAndTheCountHasTheNewBudget()
    {
        var plan = CyclePresets.Consul(Basics, 1) with { MidVote = MidVoteRule.Release };
        var cycle = await new PlayedCycle(plan).VotingAsync(Two);
        cycle.Register("a", "north");
        await cycle.CastAsync("a", "north", Line("bench"), Line("tree"));
        await cycle.DoAsync(new ChangeBallot { Change = new BallotChange { Budgets = [new("north", Eur(50))] }, Reason = "reasons/cut" });
        await cycle.Cycles.AdvanceDueAsync();

        Assert.True(Assert.Single((await cycle.Cycles.StandingAsync(Id, "a"))!.Notices).IsWhole);
        Assert.Equal(["over-budget"], (await cycle.VoteAsync("a", new CastBallot { Area = "north", Lines = [Line("bench")] })).Refusals.Select(refusal => refusal.Code));
        await cycle.CastAsync("a", "north", Line("tree"));
        Assert.Equal(["tree"], await cycle.WinnersAsync());
    }

    [Fact]
    public async Task ChangeBallot_WhereThePlanRestarts_VoidsTheWholeArea()
    {
        var cycle = await new PlayedCycle(Revisable with { MidVote = MidVoteRule.Restart }).VotingAsync(Two);
        cycle.Register("a", "north");
        await cycle.CastAsync("a", "north", Line("bench"));
        await cycle.DoAsync(new ChangeBallot { Change = new BallotChange { Removed = ["tree"] }, Reason = "reasons/1" });
        await cycle.Cycles.AdvanceDueAsync();

        Assert.True(Assert.Single((await cycle.Cycles.StandingAsync(Id, "a"))!.Notices).IsWhole);
        Assert.Contains(cycle.Notices, notice => notice.Notice.Notice == NoticeKind.VoteRestarted);
    }

    [Fact]
    public async Task Cancel_DuringTheVote_SeparatesVotersAndBallotsAllTheSame()
    {
        var cycle = await new PlayedCycle(Revisable).VotingAsync(Two);
        cycle.Register("a", "north");
        await cycle.CastAsync("a", "north", Line("bench"));
        await cycle.DoAsync(new CancelCycle { Reason = "reasons/fraud" });
        Assert.Empty((await cycle.Cycles.AdvanceDueAsync()).Failures);

        Assert.Equal(BoxStage.Separated, (await cycle.Box.FindAsync(Id, [], default)).State.Stage);
        var head = await cycle.HeadAsync();
        Assert.Equal((CycleStatus.Cancelled, 1L), (head.Status, head.Box!.Voters));
        Assert.Equal(["box-sealed"], (await cycle.VoteAsync("a", new CastBallot { Area = "north", Lines = [Line("tree")] })).Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public async Task Count_BeforeTheBoxIsSealedOrTheLotRevealed_IsRefused()
    {
        var cycle = await new PlayedCycle(Paris).VotingAsync(Two);
        Assert.Equal(["wrong-status"], (await cycle.Cycles.CountAsync(Id)).Refusals.Select(refusal => refusal.Code));
        await cycle.SealedAsync();

        Assert.Equal(["lot-hidden"], (await cycle.Cycles.CountAsync(Id)).Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["wrong-status"], (await cycle.Cycles.CountAsync("nowhere")).Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public async Task B16_Count_Again_FindsTheSame()
    {
        var cycle = await new PlayedCycle(Paris).VotingAsync(Two);
        cycle.Register("a", "north");
        await cycle.CastAsync("a", "north", Line("bench"));
        await cycle.WinnersAsync();
        var before = (await cycle.HeadAsync()).Results.Result;
        var again = await cycle.Cycles.CountAsync(Id);

        Assert.True(again.IsAccepted);
        Assert.Empty(again.Events);
        Assert.Equal(before, (await cycle.HeadAsync()).Results.Result);
        var input = (await cycle.Cycles.CountInputAsync(Id))!;
        Assert.True(CycleReceipt.Verify((await cycle.Cycles.OutcomeAsync(Id))!.Receipt, input, cycle.Rules).Holds);
    }

    [Fact]
    public async Task B17_Journal_OfAVote_HasNothingOfVotersOrBallots()
    {
        var cycle = await new PlayedCycle(Revisable).VotingAsync(Two);
        cycle.Register("voter-who-must-not-be-named", "north");
        await cycle.CastAsync("voter-who-must-not-be-named", "north", Line("bench"));
        await cycle.SealedAsync();
        var key = cycle.Keys.KeyOf(Id, "voter-who-must-not-be-named").ToString();
        await foreach (var entry in cycle.Store.ReadJournalAsync(new("budget-cycle", Id), 0, default))
        {
            var text = System.Text.Encoding.UTF8.GetString(entry.Events.Span);
            Assert.DoesNotContain("voter-who", text, StringComparison.Ordinal);
            Assert.DoesNotContain(key, text, StringComparison.OrdinalIgnoreCase);
        }

        var trackers = await cycle.Cycles.TrackersAsync(Id);
        Assert.Single(trackers.Trackers);
    }

    [Fact]
    public async Task Commands_WithTheSameKey_AreDoneOnce()
    {
        var cycle = await new PlayedCycle(Paris).PublishedAsync();
        await cycle.GoToAsync(Activity.Submit);
        var submit = new SubmitProposal { Key = "form-1", Proposal = "bench", Author = "ann", Content = new() { Area = "north", Text = "texts/bench" } };
        var first = await cycle.DoAsync(CycleRoles.Citizen, submit);
        var again = await cycle.DoAsync(CycleRoles.Citizen, submit);

        Assert.True(again.IsRepeat);
        Assert.Equal(first.Version, again.Version);
        Assert.Equal(1, (await cycle.HeadAsync()).ProposalsSubmitted);
    }

    [Fact]
    public async Task ExtendStage_IntoAnotherVoteOfTheArea_IsRefused()
    {
        var again = Paris.Calendar.Stages.Single(stage => stage.Name == "vote") with { Name = "second-vote", Starts = Deadline.EndOf(new LocalDate(2027, 10, 9), Zone), Ends = Deadline.EndOf(new LocalDate(2027, 10, 20), Zone) };
        var cycle = await new PlayedCycle(Paris with { Calendar = Paris.Calendar with { Stages = Paris.Calendar.Stages.Add(again) } }).PublishedAsync();

        Assert.Equal(
            ["plan-invalid", "plan-invalid", "plan-invalid"],
            await cycle.RefusedAsync(new ExtendStage { Stage = "vote", Ends = Deadline.EndOf(new LocalDate(2027, 10, 10), Zone), Reason = "reasons/1" }));
        await cycle.DoAsync(new ExtendStage { Stage = "vote", Ends = Deadline.EndOf(new LocalDate(2027, 10, 9), Zone), Reason = "reasons/1" });
    }

    [Fact]
    public async Task Command_OfARoleThatNeverMay_IsNotCalledTooLate()
    {
        var cycle = await new PlayedCycle(Paris).PublishedAsync();
        var submit = new SubmitProposal { Proposal = "bench", Author = "ann", Content = new() { Area = "north", Text = "texts/bench" } };

        Assert.Equal(["not-for-role"], await cycle.RefusedAsync(CycleRoles.Officer, submit));
        Assert.Equal(["not-now"], await cycle.RefusedAsync(CycleRoles.Citizen, submit));
    }

    [Fact]
    public void Cancel_WhileSomebodyIsBeingTold_StillTellsThem()
    {
        var solo = new Solo().Feasible("p1");
        var key = solo.State.Effects.All.First().Key;
        solo.Do(new StartEffect { Effect = key });
        solo.Do(new CancelCycle { Reason = "reasons/1", Role = CycleRoles.Administrator });

        Assert.NotNull(solo.State.Effects.Find(key));
    }

    private static Amounts.Money Money(decimal amount, string currency) => Amounts.Money.Of(amount, currency);
}
