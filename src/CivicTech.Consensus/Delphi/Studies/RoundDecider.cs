using System.Globalization;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Consensus.Delphi.Studies;

/// <summary>Commands about when rounds are.</summary>
internal static class RoundDecider
{
    // Of fewer, nothing can be said of agreement.
    private const int FewestExperts = 2;

    internal static void Schedule(StudyTurn turn, ScheduleRound schedule)
    {
        var opens = InstantOf(turn, "opens", schedule.Opens);
        var closes = InstantOf(turn, "closes", schedule.Closes);
        if (opens is null || closes is null)
        {
            return;
        }

        var start = Instant.Max(opens.Value, turn.Now);
        turn.Require(closes > start, () => StudyRefusals.WindowWrong.With(("opens", InstantText.Of(start)), ("closes", InstantText.Of(closes.Value))));
        RequireReady(turn);
        if (turn.IsRefused)
        {
            return;
        }

        turn.Apply(new RoundScheduled
        {
            Round = new StudyRound
            {
                Number = turn.Head.AfterRound + 1,
                Opens = schedule.Opens,
                Closes = schedule.Closes,
                Window = new TimeWindow(start, closes.Value),
                Shown = turn.Head.AfterRound == 0 ? 0 : turn.Head.Rounds[turn.Head.AfterRound - 1].Shown,
            },
        });
        RoundClock.CatchUp(turn);
    }

    internal static void Unschedule(StudyTurn turn, UnscheduleRound unschedule)
    {
        if (turn.RequireText("reason", unschedule.Reason))
        {
            turn.Apply(new RoundUnscheduled { Round = turn.Head.Round, Reason = unschedule.Reason });
        }
    }

    internal static void Extend(StudyTurn turn, ExtendRound extend)
    {
        turn.RequireText("reason", extend.Reason);
        var present = turn.Head.Rounds[^1].Window.End;
        if (InstantOf(turn, "closes", extend.Closes) is not { } end
            || !turn.Require(end > present, () => StudyRefusals.NotLater.With(("closes", InstantText.Of(end)), ("present", InstantText.Of(present))))
            || turn.IsRefused)
        {
            return;
        }

        turn.Apply(new RoundExtended { Closes = extend.Closes, End = end, Reason = extend.Reason });
        var number = turn.Head.Round;
        turn.Tell(
            NoticeKind.RoundLonger,
            string.Create(CultureInfo.InvariantCulture, $"round-longer/{number}/{turn.Head.Rounds[^1].Extensions.Length}"),
            turn.TakingPart(turn.State.Forms[StudyNames.OfRound(number)].Panels),
            number);
    }

    private static void RequireReady(StudyTurn turn)
    {
        turn.Require(RoundClock.FormOf(turn.State, turn.Head.AfterRound + 1) is { Items.IsEmpty: false }, () => StudyRefusals.NoItems.With());
        if (turn.Head.AfterRound > 0)
        {
            return;
        }

        foreach (var panel in turn.Protocol.Panels)
        {
            var joined = turn.Head.Seats.Where(seat => seat.Panel == panel.Id).Sum(seat => seat.Joined);
            turn.Require(joined >= FewestExperts, () => StudyRefusals.PanelTooSmall.With(("panel", panel.Id), ("joined", joined.ToString(CultureInfo.InvariantCulture))));
        }

        if (turn.Head.Funnel.Kept is { } kept)
        {
            turn.Require(kept == turn.Head.OpenItems, () => StudyRefusals.FunnelOpen.With(
                ("kept", kept.ToString(CultureInfo.InvariantCulture)),
                ("items", turn.Head.OpenItems.ToString(CultureInfo.InvariantCulture))));
        }
    }

    private static Instant? InstantOf(StudyTurn turn, string field, Deadline deadline)
    {
        if (deadline.TryToInstant(DateTimeZoneProviders.Tzdb, out var instant, out var problem))
        {
            return instant;
        }

        turn.Refuse(StudyRefusals.ProtocolInvalid.With(("field", field), ("expected", problem)));
        return null;
    }
}
