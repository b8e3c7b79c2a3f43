using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using NodaTime;

namespace CivicTech.Consensus.Delphi.Studies;

/// <summary>What happens because its time has come, whoever asks for what: a round opens, a round closes. What a round found is worked out by due work: see <see cref="RoundWork"/>.</summary>
internal static class RoundClock
{
    /// <summary>When the study is next to be looked at; null when never.</summary>
    internal static Instant? Due(DelphiState state) => (state.Head.Status, state.Head.Rounds) switch
    {
        (StudyStatus.Scheduled, [.., var round]) => round.Window.Start,
        (StudyStatus.Asking, [.., var round]) => new[] { round.Window.End, NextReminder(state.Protocol, round), NextShowing(state.Protocol, round) }.Min(),
        (StudyStatus.Evaluating, _) => state.Head.ClosedAt,
        _ => null,
    };

    internal static void CatchUp(StudyTurn turn)
    {
        if (turn.Head is { Status: StudyStatus.Scheduled, Rounds: [.., var scheduled] } && scheduled.Window.Start <= turn.Now)
        {
            Open(turn, scheduled);
        }

        if (turn.Head is { Status: StudyStatus.Asking, Rounds: [.., var open] } && open.Window.End <= turn.Now)
        {
            turn.Apply(new RoundClosed { Round = open.Number, At = open.Window.End });
        }
    }

    /// <summary>When those who have not answered everything are next reminded; null when no more.</summary>
    internal static Instant? NextReminder(DelphiProtocol protocol, StudyRound round)
    {
        for (var i = round.Reminders; i < protocol.Reminders.Length; i++)
        {
            if (round.Window.End - protocol.Reminders[i] is var at && at >= round.Window.Start)
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>When what is shown in real time is next brought up to date; null when answers are not shown while a round is open.</summary>
    internal static Instant? NextShowing(DelphiProtocol protocol, StudyRound round) =>
        protocol is { Mode: RoundMode.RealTime, Feedback.RefreshEvery: { } every } ? (round.ShownAt ?? round.Window.Start) + every : null;

    /// <summary>What would be asked in a round that opened now.</summary>
    internal static RoundForm FormOf(DelphiState state, int round)
    {
        var stopped = state.Head.Stopped.Where(panel => panel.IsForGood).Select(panel => panel.Panel).ToHashSet(StringComparer.Ordinal);
        var items = state.Items.All.Where(item => item.Value.Status == ItemStatus.Open)
            .Select(item => new FormItem { Id = item.Key, Panels = [.. item.Value.Panels.Where(panel => !stopped.Contains(panel))] })
            .Where(item => !item.Panels.IsEmpty)
            .ToImmutableArray();
        var asked = items.SelectMany(item => item.Panels).ToHashSet(StringComparer.Ordinal);
        return new RoundForm { Round = round, Panels = [.. state.Protocol.Panels.Select(panel => panel.Id).Where(asked.Contains)], Items = items };
    }

    private static void Open(StudyTurn turn, StudyRound round)
    {
        var form = FormOf(turn.State, round.Number);
        turn.Apply(new RoundOpened { Form = form, At = round.Window.Start, Protocol = ProtocolDigest.Of(turn.Protocol) });

        // Nobody is sent to a round that passed unseen.
        if (round.Window.End > turn.Now)
        {
            turn.Tell(NoticeKind.QuestionsOpen, $"questions-open/{StudyNames.OfRound(round.Number)}", turn.TakingPart(form.Panels), round.Number);
        }
    }
}
