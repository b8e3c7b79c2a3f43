using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Stability;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Tests.Consensus.Delphi.Studies;
using NodaTime;
using static CivicTech.Tests.Consensus.Delphi.Studies.Solo;

namespace CivicTech.Tests.Consensus.Delphi.Protocols;

public sealed class ProtocolProblemsTests
{
    private static readonly DelphiProtocol Good = TwoPanels() with { Reminders = [2 * Day, Day] };

    private static readonly DelphiProtocol Live = Good with { Mode = RoundMode.RealTime, Feedback = Good.Feedback with { RefreshEvery = Duration.FromMinutes(1) } };

    // What is said of each field, and protocols that it is said of.
    private static readonly (string Field, DelphiProtocol Protocol)[] Bad =
    [
        ("id", Good with { Id = "" }),
        ("id", Good with { Id = "a/b" }),
        ("id", Good with { Id = new string('i', 101) }),
        ("description", Good with { Description = "" }),
        ("description", Good with { Description = "a\nb" }),
        ("inclusion", Good with { Inclusion = ["a", "a"] }),
        ("inclusion", Good with { Inclusion = [""] }),
        ("mode", Good with { Mode = (RoundMode)9 }),
        ("missing", Good with { Missing = (MissingAnswers)9 }),
        ("panels", Good with { Panels = [] }),
        ("panels", Good with { Panels = default }),
        ("panels", Good with { Panels = [A, A] }),
        ("panels[1].id", Good with { Panels = [A, B with { Id = "b/c" }] }),
        ("panels[0].roles", Good with { Panels = [A with { Roles = [] }] }),
        ("panels[0].roles", Good with { Panels = [Panel("a", ("x", 1), ("x", 2))] }),
        ("panels[0].roles", Good with { Panels = [Panel("a", ("x", 0))] }),
        ("panels[0].roles", Good with { Panels = [Panel("a", ("x", 1_000_001))] }),
        ("panels[0].roles", Good with { Panels = [Panel("a", ("x/y", 1))] }),
        ("items.fromRound", Good with { Items = Good.Items with { FromRound = 0 } }),
        ("items.whenIn", Good with { Items = Good.Items with { WhenIn = (ItemAction)9 } }),
        ("items.whenOut", Good with { Items = Good.Items with { WhenOut = (ItemAction)9 } }),
        ("items.whenNone", Good with { Items = Good.Items with { WhenNone = (ItemAction)9 } }),
        ("items.whenTooFew", Good with { Items = Good.Items with { WhenTooFew = (ItemAction)9 } }),
        ("stop.scope", Good with { Stop = Good.Stop with { Scope = (StopScope)9 } }),
        ("stop.when", Good with { Stop = Good.Stop with { When = (StopWhen)9 } }),
        ("stop.minRounds", Good with { Stop = Good.Stop with { MinRounds = 1 } }),
        ("stop.minRounds", Good with { Stop = Good.Stop with { When = StopWhen.StableAndConsensus, MinRounds = 1 } }),
        ("stop.minRounds", Good with { Stop = Good.Stop with { When = StopWhen.Consensus, MinRounds = 0 } }),
        ("stop.maxRounds", Good with { Stop = Good.Stop with { MinRounds = 4, MaxRounds = 3 } }),
        ("stop.maxRounds", Good with { Stop = Good.Stop with { MaxRounds = 101 } }),
        ("stop.consensusShare", Good with { Stop = Good.Stop with { ConsensusShare = 0 } }),
        ("stop.consensusShare", Good with { Stop = Good.Stop with { ConsensusShare = new(101, 100) } }),
        ("feedback.group", Good with { Feedback = Good.Feedback with { Group = (FeedbackGroup)9 } }),
        ("feedback.quartiles", Good with { Feedback = Good.Feedback with { Quartiles = (QuantileRule)99 } }),
        ("feedback.smallestCell", Good with { Feedback = Good.Feedback with { SmallestCell = 2 } }),
        ("feedback.refreshEvery", Good with { Feedback = Good.Feedback with { RefreshEvery = Day } }),
        ("feedback.refreshEvery", Live with { Feedback = Good.Feedback }),
        ("feedback.refreshEvery", Live with { Feedback = Good.Feedback with { RefreshEvery = Duration.FromSeconds(59) } }),
        ("feedback.refreshEvery", Live with { Feedback = Good.Feedback with { RefreshEvery = 366 * Day } }),
        ("reminders", Good with { Reminders = [Day, 2 * Day] }),
        ("reminders", Good with { Reminders = [Day, Day] }),
        ("reminders", Good with { Reminders = [Duration.Zero] }),
        ("reminders", Good with { Reminders = [366 * Day] }),
        ("stability.changeBelow", Good with { Stability = new ConcordanceStability { ChangeBelow = 0 } }),
        ("stability.atLeast", Good with { Stability = new ItemsStable { AtLeast = 2, Measure = new UnchangedShare { AtLeast = 1 } } }),
        ("stability.measure.atLeast", Good with { Stability = new ItemsStable { AtLeast = 1, Measure = new UnchangedShare { AtLeast = 2 } } }),
        ("scale.highest", Good with { Scale = new RatingScale { Lowest = 5, Highest = 5 } }),
        ("criterion.neutral", Good with { Criterion = new MeanAgainstNeutral { Neutral = 6, AtNeutral = AtNeutral.Drop } }),
        ("criterion.fewest", Good with { Criterion = new AnswersAtLeast { Fewest = 0, Criterion = Good.Criterion } }),
        ("criterion.roles", Good with { Criterion = new AllOf { Criteria = [new EveryRole { Criterion = Good.Criterion, Roles = ["nobody"] }] } }),
        ("criterion.rule", Good with { Criterion = new CustomCriterion { Rule = "host:unknown@1" } }),
    ];

    [Fact]
    public void Plan_WithOneProblem_IsRefusedByItsFieldAlone() => Assert.All(Bad, bad =>
    {
        var refusal = Assert.Single(new Solo().Refused(new PlanStudy { Protocol = bad.Protocol }));

        Assert.Equal(("protocol-invalid", bad.Field), (refusal.Code, refusal.Data["field"]));
        Assert.False(string.IsNullOrEmpty(refusal.Data["expected"]));
    });

    [Fact]
    public void Plan_WithSeveralProblems_IsToldAll() => Assert.Equal(
        ["id", "panels", "stop.consensusShare"],
        new Solo().Refused(new PlanStudy { Protocol = Good with { Id = "", Panels = [], Stop = Good.Stop with { ConsensusShare = -1 } } }).Select(refusal => refusal.Data["field"]));

    [Fact]
    public void Plan_AtTheEdgesOfWhatIsAllowed_IsTaken() => Assert.All(
        [
            Good,
            Live,
            Live with { Feedback = Good.Feedback with { RefreshEvery = 365 * Day, SmallestCell = 3 } },
            Good with { Id = new string('i', 100), Description = new string('d', 200), Reminders = [365 * Day, Duration.FromNanoseconds(1)] },
            Good with { Stop = Good.Stop with { MinRounds = 100, MaxRounds = 100, ConsensusShare = new(1, 1000) } },
            Good with { Stop = Good.Stop with { When = StopWhen.Never, MinRounds = 1, MaxRounds = 1 } },
            DelphiPresets.CoreOutcomes("s", "texts/s", A, B),
        ],
        protocol => Assert.Equal(StudyStatus.Preparing, new Solo(protocol).Planned().Head.Status));

    [Fact]
    public void Plan_BeforeAnythingBegan_CanBeChanged()
    {
        var solo = new Solo(Good).Planned();
        solo.Do(new PlanStudy { Protocol = Good with { Reminders = [] } });

        Assert.Empty(solo.State.Protocol.Reminders);
    }

    [Fact]
    public void Plan_WithARuleOfTheHost_IsTakenByAHostThatHasIt()
    {
        var protocol = Good with { Criterion = new CustomCriterion { Rule = "host:rule@1" } };

        Assert.Equal(StudyStatus.Preparing, new Solo(protocol, new HostRule()).Planned().Head.Status);
    }

    [Fact]
    public void Protocol_WhenRound1Opens_IsFrozenByItsDigest()
    {
        var solo = Ready();
        Assert.Null(solo.Head.Protocol);

        Assert.Equal(ProtocolDigest.Of(TwoPanels()), solo.Opened().Head.Protocol);
        Assert.NotEqual(ProtocolDigest.Of(Good), solo.Head.Protocol);
    }

    private sealed class HostRule : IConsensusRule
    {
        public string Id => "host:rule@1";

        public CriterionFinding Judge(ItemAnswers answers) => new() { Verdict = ConsensusVerdict.None };
    }
}
