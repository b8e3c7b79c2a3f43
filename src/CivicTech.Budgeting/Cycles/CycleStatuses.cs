using CivicTech.Processes;
using static CivicTech.Budgeting.Cycles.CycleStatus;

namespace CivicTech.Budgeting.Cycles;

/// <summary>The statuses of a cycle as a table: which commands each takes, and where they lead.</summary>
public static class CycleStatuses
{
    internal const string Time = "time";

    private static readonly CycleStatus[] BeforeTheEnd = [Draft, Running, BallotFrozen, CycleStatus.Voting, Sealing, Closed, Counted, Certified];

    // What changes proposals ends where the ballot is frozen.
    private static readonly string[] Proposals =
    [
        "submit-proposal", "edit-proposal", "withdraw-proposal", "add-author", "confirm-author", "support-proposal", "withdraw-support", "assess-proposal", "decide-feasibility", "set-price",
        "reword-proposal", "group-proposals", "split-proposal", "shortlist-proposals", "shortlist-by-hand",
    ];

    private static readonly string[] Appeals = ["file-appeal", "decide-appeal"];

    private static readonly string[] Conversation = ["comment-on-proposal", "hide-proposal", "show-proposal", "hide-comment", "show-comment"];

    private static readonly string[] Paper = ["open-batch", "correct-batch", "enter-card", "decide-card", "void-card", "reconcile-batch"];

    private static readonly string[] Overrides = ["propose-override", "confirm-override"];

    private static readonly string[] Realisation =
    [
        "fund-projects", "plan-project", "start-project", "report-milestone", "report-spending", "approve-increase", "report-delay", "suspend-project", "resume-project", "finish-project",
        "abandon-project", "merge-project", "follow-project", "unfollow-project",
    ];

    /// <summary>The table. <c>time</c> stands for what happens because its time has come.</summary>
    public static TransitionTable<CycleStatus> Table { get; } = new(
        None,
        [
            new(None, "plan", Draft),
            new(Draft, "plan", Draft),
            new(Draft, "publish-plan", Running),
            .. Stay("extend-stage", Running, BallotFrozen, CycleStatus.Voting, Sealing, Closed, Counted, Certified, Published),
            .. Proposals.SelectMany(command => Stay(command, Running)),
            .. Appeals.SelectMany(command => Stay(command, Running, BallotFrozen, CycleStatus.Voting)),
            .. Conversation.SelectMany(command => Stay(command, Running, BallotFrozen, CycleStatus.Voting, Sealing, Closed, Counted, Certified, Published)),
            new(Running, "freeze-ballot", BallotFrozen),
            .. Stay("change-ballot", BallotFrozen, CycleStatus.Voting),
            new(BallotFrozen, Time, CycleStatus.Voting),
            new(BallotFrozen, Time, Sealing),
            new(CycleStatus.Voting, Time, Sealing),
            .. Paper.SelectMany(command => Stay(command, CycleStatus.Voting, Sealing)),
            new(Sealing, "record-seal", Closed),
            .. Stay("record-seal", Cancelled),
            new(Closed, "reveal-lot", Closed),
            new(Closed, "record-count", Counted),
            .. Stay("record-count", Counted, Certified, Published),
            new(Counted, "certify-result", Certified),
            new(Certified, "publish-result", Published),
            .. Overrides.SelectMany(command => Stay(command, Counted, Certified, Published)),
            .. Realisation.SelectMany(command => Stay(command, Published)),
            new(Published, "complete", Completed),
            .. BeforeTheEnd.Select(status => new Transition<CycleStatus>(status, "cancel", Cancelled)),
        ]);

    private static IEnumerable<Transition<CycleStatus>> Stay(string command, params CycleStatus[] statuses) =>
        statuses.Select(status => new Transition<CycleStatus>(status, command, status));
}
