using System.Collections.Immutable;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Realisation;
using CivicTech.Tests.Budgeting.Results;
using NodaTime;
using static CivicTech.Tests.Budgeting.Results.Town;

namespace CivicTech.Tests.Budgeting.Realisation;

public sealed class RealisationTests
{
    private static readonly LocalDate June = new(2027, 6, 1);

    private static readonly PlanProject Plan = new()
    {
        Project = "A",
        Milestones = [Step("design", 20, June), Step("build", 70, June.PlusMonths(3)), Step("sign", 10, June.PlusMonths(4))],
    };

    internal static CountedCycle Published() => new CountedCycle(Of("north:100 south:50", "A/north:60 B/north:30 D/south:20", "north 5*A,B", "south 9*D")).Published().At(new LocalDateTime(2026, 12, 15, 12, 0));

    internal static CountedCycle InWork(string project = "A")
    {
        var cycle = Published().Funded("A", "B", "D");
        cycle.Do(Plan with { Project = project });
        cycle.Do(new StartProject { Project = project, Phase = ProjectStatus.InWork, On = new LocalDate(2026, 12, 10) });
        return cycle;
    }

    [Fact]
    public void Fund_ByAnAdministratorThoughNoStagePermitsIt_IsTaken()
    {
        var cycle = Published();
        var fund = new FundProjects { Projects = ["A"], Decision = "council 12", By = "eva" };
        var process = new CycleProcess();
        Assert.Equal("not-for-role", Assert.Single(process.Decide(cycle.State, fund, cycle.Now).Refusals).Code);
        Assert.Equal(ProjectStatus.Funded, process.Decide(cycle.State, fund with { Role = CycleRoles.Administrator }, cycle.Now).State.Projects["A"].Status);
    }

    [Fact]
    public void Project_FromFundingToTheSign_IsFollowed()
    {
        var cycle = Published();
        cycle.Do(new FollowProject { Project = "A", Person = "zoe" });
        cycle.Funded("A");
        Assert.Equal(("council 12", ProjectStatus.Funded), (cycle.Project("A").Decision, cycle.Project("A").Status));
        cycle.Do(Plan);
        cycle.Do(new StartProject { Project = "A", Phase = ProjectStatus.InStudy });
        Assert.Equal(new LocalDate(2026, 12, 15), cycle.Project("A").StartedOn);
        cycle.At(new LocalDateTime(2027, 5, 1, 0, 0));
        cycle.Do(new ReportMilestone { Project = "A", Milestone = "design", Evidence = "photo" });
        cycle.Do(new StartProject { Project = "A", Phase = ProjectStatus.InWork });
        Assert.Equal(20, cycle.Project("A").Progress);
        cycle.Do(new ReportSpending { Project = "A", Entry = Eur(20), Reference = "invoice 1" });
        cycle.Do(new ReportSpending { Project = "A", Entry = Eur(15), Reference = "invoice 2" });
        cycle.Do(new ReportSpending { Project = "A", Total = Eur(30), Reference = "correction" });
        Assert.Equal((Eur(30), Eur(30)), (cycle.Project("A").Spent, cycle.Project("A").Unspent));
        cycle.Do(new ReportMilestone { Project = "A", Milestone = "build" });
        cycle.Do(new ReportMilestone { Project = "A", Milestone = "sign" });
        cycle.Do(new FinishProject { Project = "A", Spent = Eur(55), Report = "report" });

        var project = cycle.Project("A");
        Assert.Equal((ProjectStatus.Finished, 100, Eur(60), Eur(55)), (project.Status, project.Progress, project.Planned, project.Spent));
        Assert.Equal(Eur(10 + 5), cycle.Head.Realisation.LeftoverOf("north"));
        Assert.Equal(["funded: council 12", "in-study", "in-work", "finished: report"], cycle.Told(NoticeKind.ProjectStatus).Select(notice => notice.Detail));
        Assert.Equal(["design", "build", "sign"], cycle.Told(NoticeKind.MilestoneDone).Select(notice => notice.Detail));
        Assert.All(cycle.Told(NoticeKind.ProjectStatus), notice => Assert.Equal((Audience.Followers, "A"), (notice.Audience, notice.Subject)));
    }

    [Fact]
    public void Days_OfAnotherCalendarSystem_AreTheSameDays()
    {
        var cycle = Published().Funded("A");
        LocalDate Persian(LocalDate day) => day.WithCalendar(CalendarSystem.PersianAstronomical);

        cycle.Do(Plan with { Milestones = [Step("all", 100, Persian(June))] });
        cycle.Do(new StartProject { Project = "A", Phase = ProjectStatus.InWork, On = Persian(new LocalDate(2026, 12, 10)) });
        cycle.Do(new ReportDelay { Project = "A", Milestone = "all", NewDate = Persian(June.PlusDays(3)), Reason = "rain" });
        cycle.Do(new ReportMilestone { Project = "A", Milestone = "all", On = Persian(new LocalDate(2026, 12, 14)) });

        var project = cycle.Project("A");
        Assert.Equal(new LocalDate(2026, 12, 10), project.StartedOn);
        Assert.Equal((June, June.PlusDays(3), new LocalDate(2026, 12, 14)), (project.Milestones[0].Planned, project.Milestones[0].Delayed, project.Milestones[0].Reached));
    }

    [Theory]
    [InlineData(new[] { 20, 70, 9 }, "99")]
    [InlineData(new[] { 20, 70, 11 }, "101")]
    [InlineData(new int[] { }, "0")]
    [InlineData(new[] { 0, 100 }, "100")]
    [InlineData(new[] { -1, 101 }, "100")]
    [InlineData(new[] { int.MaxValue, int.MaxValue }, "4294967294")]
    public void B20_WeightsThatAreNotAHundred_AreRefused(int[] weights, string sum)
    {
        var refusal = Assert.Single(Published().Funded("A").Refused(Plan with { Milestones = [.. weights.Select((weight, i) => Step($"m{i}", weight, June))] }));

        Assert.Equal(("wrong-weights", sum), (refusal.Code, refusal.Data["sum"]));
    }

    [Fact]
    public void B20_MilestoneBeforeTheStart_IsRefused()
    {
        var cycle = InWork();
        var report = new ReportMilestone { Project = "A", Milestone = "design" };

        Assert.Equal(["before-start"], cycle.RefusedBy(report with { On = new LocalDate(2026, 12, 9) }));
        Assert.Equal(["in-future"], cycle.RefusedBy(report with { On = new LocalDate(2026, 12, 16) }));
        cycle.Do(report with { On = new LocalDate(2026, 12, 10) });
        Assert.Empty(cycle.Do(report));
        Assert.Equal(["reached-already"], cycle.RefusedBy(report with { On = new LocalDate(2026, 12, 11) }));

        var notStarted = Published().Funded("A");
        notStarted.Do(Plan);
        Assert.Equal(["wrong-project-status"], notStarted.RefusedBy(report));
    }

    [Fact]
    public void B20_SpentBeyondPlanned_TakesAnApprovedIncrease()
    {
        var cycle = InWork();
        var spending = new ReportSpending { Project = "A", Total = Eur("60.01"), Reference = "r" };

        Assert.Equal(["over-planned"], cycle.RefusedBy(spending));
        Assert.Equal(["over-planned"], cycle.RefusedBy(new ReportSpending { Project = "A", Entry = Amounts.Money.FromMinorUnits(long.MaxValue, Euro), Reference = "r" }));
        cycle.Do(new ApproveIncrease { Project = "A", Amount = Eur("0.01"), Decision = "council 40" });
        cycle.Do(spending);

        Assert.Equal((Eur("60.01"), Eur("60.01")), (cycle.Project("A").Planned, cycle.Project("A").Spent));
        Assert.Equal(Eur(10), cycle.Head.Realisation.LeftoverOf("north"));
        Assert.Equal("council 40", cycle.Project("A").Increases.Single().Decision);
    }

    [Fact]
    public void Increase_FromTheLeftovers_IsTakenFromThere()
    {
        var cycle = InWork();
        var increase = new ApproveIncrease { Project = "A", Amount = Eur(11), Decision = "d", FromLeftovers = true };

        Assert.Equal(["leftover-short"], cycle.RefusedBy(increase));
        cycle.Do(increase with { Amount = Eur(10) });

        Assert.Equal((Eur(70), Eur(0)), (cycle.Project("A").Planned, cycle.Head.Realisation.LeftoverOf("north")));
    }

    [Fact]
    public void B20_Abandoned_ReturnsWhatWasNotSpentAndTellsFollowers()
    {
        var cycle = InWork();
        cycle.Do(new ReportSpending { Project = "A", Total = Eur(12), Reference = "r" });
        cycle.Do(new AbandonProject { Project = "A", Reason = "flood" });
        cycle.Do(new AbandonProject { Project = "D", Reason = "moved" });

        Assert.Equal((ProjectStatus.Abandoned, Eur(12), Eur(0)), (cycle.Project("A").Status, cycle.Project("A").Spent, cycle.Project("A").Unspent));
        Assert.Equal([Eur(10 + 48), Eur(30 + 20)], cycle.Head.Realisation.Leftovers.Select(leftover => leftover.Amount));
        Assert.Contains(cycle.Told(NoticeKind.ProjectStatus), notice => notice is { Audience: Audience.Followers, Subject: "A", Detail: "abandoned: flood" });
        Assert.Equal(1, cycle.Head.Realisation.Unsettled);
    }

    [Fact]
    public void Merged_GivesItsMoneyToTheOther()
    {
        var cycle = InWork();
        cycle.Do(new ReportSpending { Project = "A", Total = Eur(12), Reference = "r" });
        cycle.Do(new MergeProject { Project = "A", Into = "B", Reason = "same place" });

        Assert.Equal((ProjectStatus.Merged, "B"), (cycle.Project("A").Status, cycle.Project("A").MergedInto));
        Assert.Equal(Eur(30 + 48), cycle.Project("B").Planned);
        Assert.Equal(["cannot-merge"], cycle.RefusedBy(new MergeProject { Project = "B", Into = "D", Reason = "r" }));
        Assert.Equal(["cannot-merge"], cycle.RefusedBy(new MergeProject { Project = "B", Into = "A", Reason = "r" }));
        Assert.Equal(["cannot-merge"], cycle.RefusedBy(new MergeProject { Project = "B", Into = "B", Reason = "r" }));
    }

    [Fact]
    public void Suspended_GoesOnWhereItWas()
    {
        var cycle = InWork();
        cycle.Do(new SuspendProject { Project = "A", Reason = "winter" });
        Assert.Equal(["wrong-project-status"], cycle.RefusedBy(new FinishProject { Project = "A", Spent = Eur(1), Report = "r" }).Take(1));
        cycle.Do(new ResumeProject { Project = "A" });

        Assert.Equal(ProjectStatus.InWork, cycle.Project("A").Status);
        Assert.Equal(["wrong-project-status"], cycle.RefusedBy(new ResumeProject { Project = "A" }));
    }

    [Fact]
    public void Due_DayOfAMilestonePast_IsToldOnceAndAgainAfterADelay()
    {
        var cycle = InWork();
        var due = June.PlusDays(1).AtStartOfDayInZone(DateTimeZoneProviders.Tzdb["Europe/Paris"]).ToInstant();
        Assert.Equal(due, MilestoneDecider.Due(cycle.Project("A"), cycle.State.Plan));
        var advance = new AdvanceCycle { Documents = ["head", "project/A", "project/none"] };

        cycle.At(June.At(new LocalTime(23, 59)));
        Assert.Empty(cycle.Do(advance));
        cycle.At(June.PlusDays(1).AtMidnight());
        Assert.Equal([Audience.Followers, Audience.Host], cycle.Do(advance).OfType<EffectRequested>().Select(effect => ((NoticeEffect)effect.Effect.Effect).Audience));
        Assert.Empty(cycle.Do(advance));
        Assert.Empty(cycle.Do(new AdvanceCycle()));

        cycle.Do(new ReportDelay { Project = "A", Milestone = "design", NewDate = June.PlusDays(10), Reason = "rain" });
        Assert.Equal(["design: 2027-06-11"], cycle.Told(NoticeKind.ProjectDelayed).Select(notice => notice.Detail));
        cycle.At(June.PlusDays(11).AtMidnight());
        Assert.NotEmpty(cycle.Do(new AdvanceCycle()));
        Assert.Equal(4, cycle.Told(NoticeKind.ProjectOverdue).Count());
        Assert.Equal("rain", cycle.Project("A").Delays.Single().Reason);
        Assert.Equal(June, cycle.Project("A").Milestones[0].Planned);
    }

    [Fact]
    public void Delay_ThatMakesNothingLater_IsRefused()
    {
        var cycle = InWork();
        var delay = new ReportDelay { Project = "A", Milestone = "design", NewDate = June, Reason = "r" };

        Assert.Equal(["no-delay"], cycle.RefusedBy(delay));
        cycle.Do(delay with { NewDate = June.PlusDays(2) });
        Assert.Equal(["no-delay"], cycle.RefusedBy(delay with { NewDate = June.PlusDays(1) }));
        Assert.Equal(["no-such-project-milestone"], cycle.RefusedBy(delay with { Milestone = "roof" }));
    }

    [Fact]
    public void Follow_Twice_HoldsOnce()
    {
        var cycle = Published();
        var follow = new FollowProject { Project = "A", Person = "zoe" };

        Assert.Single(cycle.Do(follow));
        Assert.Empty(cycle.Do(follow));
        Assert.Equal("zoe", Assert.Single(cycle.State.Followers.All).Value.Person);
        Assert.Single(cycle.Do(new UnfollowProject { Project = "A", Person = "zoe" }));
        Assert.Empty(cycle.Do(new UnfollowProject { Project = "A", Person = "zoe" }));
        Assert.Empty(cycle.State.Followers.All);
        Assert.Equal(["bad-id", "no-such-project"], cycle.RefusedBy(follow with { Project = "Z", Person = "a/b" }));
    }

    [Fact]
    public void Complete_WithProjectsUnderWay_IsRefused()
    {
        var cycle = Published();
        Assert.Equal("3", Assert.Single(cycle.Refused(new CompleteCycle())).Data["count"]);
        foreach (var project in new[] { "A", "B", "D" })
        {
            cycle.Do(new AbandonProject { Project = project, Reason = "r" });
        }

        cycle.Do(new CompleteCycle());
        Assert.Equal(CycleStatus.Completed, cycle.Head.Status);
        Assert.Equal([Eur(100), Eur(50)], cycle.Head.Realisation.Leftovers.Select(leftover => leftover.Amount));
    }

    [Fact]
    public void Fund_Twice_IsRefusedWithEveryReason()
    {
        var cycle = Published().Funded("A");

        Assert.Equal(["wrong-project-status", "no-such-project"], cycle.RefusedBy(new FundProjects { Projects = ["A", "B", "Z"], Decision = "d" }));
        Assert.Equal(ProjectStatus.AwaitingFunding, cycle.Project("B").Status);
    }

    [Fact]
    public void Table_AsMermaid_IsAsPublished() => Golden.Verify(ProjectStatuses.Table.ToMermaid(), "mmd");

    [Fact]
    public void Plan_Check_NamesTheField()
    {
        Assert.Empty(RealisationPlanCheck.Problems(new RealisationPlan { Zone = "Asia/Tehran", GraceDays = 7 }));
        Assert.Equal(["realisation.zone", "realisation.graceDays"], RealisationPlanCheck.Problems(new RealisationPlan { Zone = "Mars/Base", GraceDays = -1 }).Select(problem => problem.Field));
    }

    private static MilestonePlan Step(string name, int weight, LocalDate planned) => new() { Name = name, Weight = weight, Planned = planned };
}
