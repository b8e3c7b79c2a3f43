using CivicTech.Processes;
using static CivicTech.Consensus.Delphi.Studies.StudyStatus;

namespace CivicTech.Consensus.Delphi.Studies;

/// <summary>The statuses of a study as a table: which commands each takes, and where they lead.</summary>
public static class StudyStatuses
{
    internal const string Time = "time";

    private static readonly StudyStatus[] BeforeTheEnd = [Preparing, Scheduled, Asking, Evaluating, Between];

    /// <summary>The table. <c>time</c> stands for what happens because its time has come.</summary>
    public static TransitionTable<StudyStatus> Table { get; } = new(
        None,
        [
            new(None, "plan", Preparing),
            .. Stay("plan", Preparing),
            .. Stay("record-funnel-stage", Preparing),
            .. Stay("register-items", Preparing),
            .. Stay("screen-items", Preparing),
            .. Stay("invite-expert", BeforeTheEnd),
            .. Stay("answer-invitation", BeforeTheEnd),
            .. Stay("leave-study", BeforeTheEnd),
            new(Preparing, "schedule-round", Scheduled),
            new(Scheduled, "schedule-round", Scheduled),
            new(Scheduled, "unschedule-round", Preparing),
            new(Scheduled, "unschedule-round", Between),
            new(Scheduled, Time, Asking),
            .. Stay("submit-answers", Asking),
            .. Stay("make-suggestion", Asking),
            .. Stay("extend-round", Asking),
            new(Asking, Time, Evaluating),
            new(Evaluating, Time, Between),
            new(Evaluating, Time, Concluded),
            .. Stay("add-item", Between),
            .. Stay("drop-item", Between),
            .. Stay("merge-items", Between),
            .. Stay("decide-suggestion", Between),
            new(Between, "schedule-round", Scheduled),
            new(Between, "decide-suggestion", Concluded),
            new(Between, "conclude", Concluded),
            .. BeforeTheEnd.Select(status => new Transition<StudyStatus>(status, "cancel", Cancelled)),
        ]);

    private static IEnumerable<Transition<StudyStatus>> Stay(string command, params StudyStatus[] statuses) =>
        statuses.Select(status => new Transition<StudyStatus>(status, command, status));
}
