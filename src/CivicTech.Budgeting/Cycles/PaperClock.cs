using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using NodaTime;

namespace CivicTech.Budgeting.Cycles;

/// <summary>When cards can no longer be entered, and what follows: the box is sealed, or the host told that batches are open.</summary>
internal static class PaperClock
{
    /// <summary>Whether nothing of the paper channel is to come any more.</summary>
    internal static bool IsOver(CycleHead head) => head.Paper.Open == 0 && (head.Paper.ClosedAt is not null || End(head.Calendar!) is null);

    /// <summary>When the paper channel closes, once the vote is over; null when it is closed, or never was open.</summary>
    internal static Instant? Closes(CycleHead head) => head is { Paper.ClosedAt: null, VotingClosedAt: { } closed } && End(head.Calendar!) is { } end ? Instant.Max(end, closed) : null;

    internal static void Close(CycleTurn turn, Instant at)
    {
        var open = turn.Head.Paper.Open;
        turn.Apply(new PaperClosed { At = at, Open = open });
        if (open > 0)
        {
            turn.Tell(NoticeKind.PaperOverdue, Audience.Host, "paper-overdue", detail: PaperDecider.Text(open));
        }

        BallotDecider.SealWhenReady(turn);
    }

    // The end of the last stage that permits it to anybody.
    private static Instant? End(CycleCalendar calendar) => calendar.WindowsOf(Activity.EnterCards, null, null).Select(window => (Instant?)window.End).Max();
}
