using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Stability;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Processes;
using CivicTech.Tests.Consensus.Delphi.Studies;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Tests.Consensus.Delphi.Hosting;

/// <summary>One of each that is stored, with every member that it can have.</summary>
internal static class StoredSamples
{
    private static readonly Instant At = Instant.FromUtc(2027, 3, 1, 8, 0) + Duration.FromNanoseconds(1);
    private static readonly Deadline Opens = new(new LocalDateTime(2027, 3, 1, 12, 0), "Asia/Tehran");
    private static readonly Deadline Closes = Deadline.EndOf(new LocalDate(2027, 3, 20), "Asia/Tehran");
    private static readonly Instant End = Closes.ToInstant();

    internal static DelphiProtocol Protocol { get; } = DelphiPresets.Isfahan("s", "texts/s", Solo.A, Solo.B) with
    {
        MayAbstain = true,
        Inclusion = ["five-years-of-practice"],
        Mode = RoundMode.RealTime,
        Feedback = new FeedbackPlan
        {
            Group = FeedbackGroup.OwnRole,
            SmallestCell = 5,
            ShowReasons = true,
            Quartiles = QuantileRule.Linear,
            RefreshEvery = Duration.FromMinutes(30),
        },
        Reminders = [Duration.FromDays(3), Duration.FromHours(36)],
    };

    internal static FunnelStage Stage { get; } = new()
    {
        Name = "law",
        Added = 1,
        In = 369,
        Kept = 166,
        Removed = [new FunnelRemoval { Reason = "forbidden", Count = 201 }],
        Unaccounted = 2,
        Explanation = "explanations/1",
    };

    internal static StudyRound Round { get; } = new()
    {
        Number = 1,
        Opens = Opens,
        Closes = Closes,
        Window = new TimeWindow(At, End),
        Extensions = [new RoundExtension { From = End - Duration.FromDays(1), To = End, Reason = "reasons/1" }],
        Reminders = 1,
        ShownAt = At,
        Shown = 2,
    };

    internal static StudyHead Head { get; } = new()
    {
        Status = StudyStatus.Evaluating,
        Protocol = ProtocolDigest.Of(Protocol),
        Funnel = new ItemFunnel { Stages = [Stage] },
        Items = 3,
        OpenItems = 2,
        Invited = 4,
        Seats = [new SeatCount { Panel = "a", Role = "x", Invited = 1, Joined = 1 }],
        Rounds = [Round],
        ClosedAt = End,
        Stopped = [new StoppedPanel { Panel = "b", AfterRound = 1, Why = PanelStep.NoItemsLeft }],
        EndedAt = End,
        EndReason = "reasons/1",
    };

    internal static Expert Expert { get; } = new()
    {
        Id = "e1",
        Seats = [new Seat { Panel = "a", Role = "x" }, new Seat { Panel = "b", Role = "x" }],
        Status = ExpertStatus.DroppedOut,
        InvitedAt = At,
        JoinedAt = At,
        LeftAt = End,
        Reason = "reasons/1",
    };

    internal static StudyItem Item { get; } = new()
    {
        Id = "i2",
        Text = "texts/i2",
        Panels = ["a", "b"],
        Status = ItemStatus.Merged,
        AddedAfter = 1,
        MergedFrom = ["i0", "i1"],
        Fate = new ItemFate { AfterRound = 2, Reason = "consensus-to-exclude", ByRule = true, Into = "i3" },
    };

    internal static Suggestion Suggestion { get; } = new()
    {
        Id = "s1", Expert = "e1", Round = 1, Remove = "i1", Text = "texts/s1", Panels = ["a"], Accepted = true, Reason = "reasons/1",
    };

    internal static RoundForm Form { get; } = new() { Round = 1, Panels = ["a", "b"], Items = [new FormItem { Id = "i1", Panels = ["a", "b"] }, new FormItem { Id = "i2", Panels = ["a"] }] };

    internal static AnswerSheet Sheet { get; } = new()
    {
        Round = 1,
        Expert = "e1",
        Answers = [new SheetAnswer { Item = "i1", Value = 4, Reason = "reasons/1", Since = 2 }, new SheetAnswer { Item = "i2" }],
    };

    internal static LiveBoard Board { get; } = new()
    {
        Round = 1,
        Items = [new LiveItem { Item = "i1", Counts = [0, 0, 1, 2, 3], ByRole = [new RoleCounts { Role = "x", Counts = [0, 0, 1, 2, 3], Shown = 2 }], Shown = 2 }],
    };

    internal static RoundSummary Summary { get; } = new()
    {
        Round = 2,
        Asked = 4,
        Responded = 3,
        Complete = 2,
        Items =
        [
            new ItemOutcome
            {
                Item = "i1",
                Panels = ["a", "b"],
                Counts = [0, 0, 1, 1, 1],
                ByRole = [new RoleCounts { Role = "x", Counts = [0, 0, 1, 1, 1] }],
                Abstained = 1,
                Reasons = ["reasons/1"],
                Consensus = new CriterionFinding { Verdict = ConsensusVerdict.In, Figures = [new FindingFigure { Name = "mean", Value = "4", Wanted = "above 3 to include" }] },
                Compared = 2,
                Stability = new StabilityFinding { IsStable = true, Figures = [new FindingFigure { Name = "unchanged share", Value = "0.5" }] },
                Action = ItemAction.AskAgain,
            },
        ],
        Panels =
        [
            new PanelOutcome
            {
                Panel = "a",
                Raters = 3,
                Items = 1,
                W = new(6008, 11133),
                Change = new PanelChange { Raters = 2, Items = 2, Before = new(1, 12), After = 1 },
                ConsensusItems = 1,
                IsConsensus = true,
                ComparedItems = 1,
                StableItems = 1,
                IsStable = true,
                Step = PanelStep.WaitsForOthers,
            },
        ],
    };

    internal static PendingEffect<StudyNotice> Effect { get; } = new()
    {
        Key = "reminder/1/2", Effect = new StudyNotice { Notice = NoticeKind.Reminder, Experts = ["e1", "e2"], Round = 1 }, Due = At, Tries = 1,
    };

    internal static ImmutableArray<DelphiEvent> Events { get; } =
    [
        new StudyPlanned { Protocol = Protocol },
        new StudyConcluded { At = At, Reason = "reasons/1" },
        new StudyCancelled { At = At, Reason = "reasons/1" },
        new ExpertInvited { Expert = Expert },
        new InvitationAnswered { Expert = "e1", Accepts = true, At = At, Reason = "reasons/1" },
        new ExpertLeft { Expert = "e1", At = At, Reason = "reasons/1" },
        new FunnelStageRecorded { Stage = Stage },
        new ItemsRegistered { Items = [Solo.Item("i1", "a", "b"), Solo.Item("i2", "a")] },
        new ItemsScreened { Removed = [new ItemRemoval { Item = "i1", Reason = "forbidden" }], Stage = Stage },
        new ItemAdded { Item = Solo.Item("i3", "b"), Reason = "reasons/1" },
        new ItemDropped { Item = "i3", Reason = "reasons/1" },
        new ItemsMerged { From = ["i1", "i2"], Into = Solo.Item("i4", "a"), Reason = "reasons/1" },
        new SuggestionMade { Suggestion = Suggestion },
        new SuggestionDecided { Suggestion = "s1", Accepted = true, Reason = "reasons/1" },
        new RoundScheduled { Round = Round },
        new RoundUnscheduled { Round = 1, Reason = "reasons/1" },
        new RoundExtended { Closes = Closes, End = End, Reason = "reasons/1" },
        new RoundOpened { Form = Form, At = At, Protocol = ProtocolDigest.Of(Protocol) },
        new AnswersGiven { Round = 1, Expert = "e1", Answers = [Solo.Says("i1", 4, "reasons/1"), Solo.Says("i2", null)] },
        new ExpertsReminded { Round = 1, Number = 2 },
        new AnswersShown { Board = Board, At = At },
        new RoundClosed { Round = 1, At = At },
        new AnswersCarried { Round = 2, Experts = ["e1", "e2"] },
        new RoundEvaluated { Summary = Summary },
        new EffectRequested { Effect = Effect },
        new EffectStarted { Effect = "study-over", At = At },
        new EffectSettled { Effect = "study-over" },
    ];

    internal static ImmutableArray<DelphiCommand> Commands { get; } =
    [
        new PlanStudy { Protocol = Protocol, Key = "k", By = "b" },
        new ConcludeStudy { Reason = "reasons/1" },
        new CancelStudy { Reason = "reasons/1" },
        new InviteExpert { Expert = "e1", Seats = Expert.Seats, Meets = ["five-years-of-practice"] },
        new AnswerInvitation { Expert = "e1", Accepts = true, Reason = "reasons/1" },
        new LeaveStudy { Expert = "e1", Reason = "reasons/1" },
        new RecordFunnelStage { Stage = Stage },
        new RegisterItems { Items = [Solo.Item("i1", "a", "b"), Solo.Item("i2", "a")] },
        new ScreenItems { Stage = "law", Removed = [new ItemRemoval { Item = "i1", Reason = "forbidden" }] },
        new AddItem { Item = Solo.Item("i3", "b"), Reason = "reasons/1" },
        new DropItem { Item = "i3", Reason = "reasons/1" },
        new MergeItems { From = ["i1", "i2"], Into = Solo.Item("i4", "a"), Reason = "reasons/1" },
        new MakeSuggestion { Suggestion = "s1", Expert = "e1", Remove = "i1", Text = "texts/s1", Panels = ["a"] },
        new DecideSuggestion { Suggestion = "s1", Item = "i5", Accept = true, Reason = "reasons/1" },
        new ScheduleRound { Opens = Opens, Closes = Closes },
        new UnscheduleRound { Reason = "reasons/1" },
        new ExtendRound { Closes = Closes, Reason = "reasons/1" },
        new SubmitAnswers { Expert = "e1", Round = 1, Answers = [Solo.Says("i1", 4, "reasons/1"), Solo.Says("i2", null)] },
        new AdvanceStudy(),
        new StartEffect { Effect = "study-over" },
        new SettleEffect { Effect = "study-over" },
    ];
}
