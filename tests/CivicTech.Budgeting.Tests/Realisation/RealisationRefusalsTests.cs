using System.Collections.Immutable;
using CivicTech.Amounts;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Realisation;
using CivicTech.Processes;
using CivicTech.Tests.Budgeting.Results;
using NodaTime;
using static CivicTech.Tests.Budgeting.Results.Town;

namespace CivicTech.Tests.Budgeting.Realisation;

// Every reason to say no, provoked once.
public sealed class RealisationRefusalsTests
{
    private static readonly ReportSpending Spending = new() { Project = "A", Total = Eur(1), Reference = "r" };
    private static readonly ApproveIncrease Increase = new() { Project = "A", Amount = Eur(1), Decision = "d" };
    private static readonly LocalDate Day = new(2026, 12, 11);

    private static readonly Dictionary<string, Func<ImmutableArray<Refusal>>> Ways = new(StringComparer.Ordinal)
    {
        ["no-such-project"] = () => RealisationTests.Published().Refused(new AbandonProject { Project = "Z", Reason = "r" }),
        ["wrong-project-status"] = () => RealisationTests.Published().Refused(Spending),
        ["nothing-to-fund"] = () => RealisationTests.Published().Refused(new FundProjects { Decision = "d" }),
        ["wrong-weights"] = () => RealisationTests.InWork().Refused(new PlanProject { Project = "A" }),
        ["repeated-milestone"] = () => RealisationTests.InWork().Refused(new PlanProject { Project = "A", Milestones = [Step("m"), Step("m")] }),
        ["no-such-project-milestone"] = () => RealisationTests.InWork().Refused(new ReportMilestone { Project = "A", Milestone = "roof" }),
        ["reached-already"] = () => Reached().Refused(new PlanProject { Project = "A", Milestones = [Step("m"), Step("n")] }),
        ["before-start"] = () => RealisationTests.InWork().Refused(new ReportMilestone { Project = "A", Milestone = "design", On = Day.PlusDays(-2) }),
        ["in-future"] = () => RealisationTests.InWork().Refused(new ReportMilestone { Project = "A", Milestone = "design", On = Day.PlusYears(1) }),
        ["no-delay"] = () => RealisationTests.InWork().Refused(new ReportDelay { Project = "A", Milestone = "design", NewDate = Day, Reason = "r" }),
        ["no-phase"] = () => RealisationTests.Published().Funded("A").Refused(new StartProject { Project = "A", Phase = ProjectStatus.Finished }),
        ["one-amount"] = () => RealisationTests.InWork().Refused(Spending with { Entry = Eur(1) }),
        ["over-planned"] = () => RealisationTests.InWork().Refused(Spending with { Total = Eur(61) }),
        ["no-increase"] = () => RealisationTests.InWork().Refused(Increase with { Amount = Eur(0) }),
        ["increase-too-large"] = () => RealisationTests.InWork().Refused(Increase with { Amount = Money.FromMinorUnits(long.MaxValue, Euro) }),
        ["leftover-short"] = () => RealisationTests.InWork().Refused(Increase with { Amount = Eur(11), FromLeftovers = true }),
        ["milestones-open"] = () => RealisationTests.InWork().Refused(new FinishProject { Project = "A", Spent = Eur(1), Report = "r" }),
        ["cannot-merge"] = () => RealisationTests.InWork().Refused(new MergeProject { Project = "A", Into = "D", Reason = "r" }),
        ["projects-open"] = () => RealisationTests.Published().Refused(new CompleteCycle()),
    };

    public static TheoryData<string> Codes { get; } = [.. RealisationRefusals.All.Select(kind => kind.Code)];

    [Fact]
    public void All_Kinds_HaveAWayToThem() => Assert.Equal(RealisationRefusals.All.Select(kind => kind.Code).Order(StringComparer.Ordinal), Ways.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void All_IsEveryKindThatIsDefined() => RefusalChecks.AreAll(typeof(RealisationRefusals), RealisationRefusals.All);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Refusal_OfEachKind_ComesAloneWithItsDataInThreeLanguages(string code) => RefusalChecks.IsWellFormed(code, Ways[code](), RealisationRefusals.All);

    [Fact]
    public void Citizens_MayNotReport()
    {
        var cycle = RealisationTests.InWork();

        var decision = new CycleProcess().Decide(cycle.State, Spending, cycle.Now);

        Assert.False(decision.IsAccepted);
        Assert.StartsWith("not-", Assert.Single(decision.Refusals).Code, StringComparison.Ordinal);
    }

    private static CountedCycle Reached()
    {
        var cycle = RealisationTests.InWork();
        cycle.Do(new ReportMilestone { Project = "A", Milestone = "design" });
        return cycle;
    }

    private static MilestonePlan Step(string name) => new() { Name = name, Weight = 50, Planned = Day };
}
