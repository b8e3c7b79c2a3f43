using System.Collections.Immutable;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Paper;
using CivicTech.Processes;
using CivicTech.Time;

namespace CivicTech.Budgeting.Cycles;

/// <summary>
/// Commands about cards. The box has what cards say, and decides by that; the cycle knows before that somebody is at it, and afterwards what came of it. As long as it does not, the card is pending, and
/// its batch cannot be reconciled: so nothing is cast that the numbers do not show.
/// </summary>
internal static class CardDecider
{
    internal static void Enter(CycleTurn turn, EnterCard enter)
    {
        var (batch, card) = Find(turn, enter, enter.Number);
        foreach (var warning in enter.Warnings)
        {
            turn.RequireText("warnings", warning);
        }

        if (batch is null || turn.IsRefused || card is { IsPending: false, Status: not CardStatus.Void })
        {
            // What a decided card says cannot change: the box compares it.
            return;
        }

        PaperDecider.RequireOpen(turn, batch);
        RequireRoom(turn, batch, card);
        turn.Require(card?.Status is not (CardStatus.BeingVoided or CardStatus.Void), () => Voting.Refusals.VotingRefusals.CardVoid.With(("card", PaperCard.Reference(batch.Id, enter.Number))));
        var opens = VoteWindows.Start(turn.Calendar, turn.Plan, batch.Area);
        turn.Require(enter.ReceivedAt >= opens && enter.ReceivedAt <= turn.Now, () => PaperRefusals.NoTimeOfReceipt.With(("receivedAt", InstantText.Of(enter.ReceivedAt)), ("opened", InstantText.Of(opens))));
        if (!turn.IsRefused && card?.Entries.Any(entry => entry.Clerk == enter.By) is not true)
        {
            turn.Apply(new CardEntered { Batch = batch.Id, Number = enter.Number, At = turn.Now, Clerk = enter.By!, ReceivedAt = enter.ReceivedAt, Warnings = enter.Warnings });
        }
    }

    internal static void Void(CycleTurn turn, VoidCard declare)
    {
        turn.RequireText("reason", declare.Reason);
        var (batch, card) = Find(turn, declare, declare.Number);
        if (batch is null || turn.IsRefused || card?.Status is CardStatus.BeingVoided or CardStatus.Void)
        {
            return;
        }

        PaperDecider.RequireOpen(turn, batch);
        RequireRoom(turn, batch, card);
        if (!turn.IsRefused)
        {
            turn.Apply(new CardVoidBegun { Batch = batch.Id, Number = declare.Number, At = turn.Now, Reason = declare.Reason, By = declare.By! });
        }
    }

    internal static void Decide(CycleTurn turn, DecideCard decide)
    {
        // Of two who bring it to an end at once, the first says what came of it.
        var key = PaperCard.Reference(decide.Batch, decide.Number);
        if (!turn.IsRefused && ProcessName.IsValid(key, ProcessName.LongestId) && turn.State.Cards.Find(key) is { IsPending: true } card && IsNext(card.Status, decide.Outcome))
        {
            turn.Apply(new CardDecided { Batch = decide.Batch, Number = decide.Number, At = turn.Now, Outcome = decide.Outcome, Flaws = Of(decide) });
        }
    }

    // Also what counts may have lost some of its lines.
    private static ImmutableArray<CardFlaw> Of(DecideCard decide) => decide.Outcome switch
    {
        CardStatus.Invalid => decide.Flaws,
        CardStatus.Valid => decide.Flaws.RemoveAll(flaw => flaw != CardFlaw.LinesReleased),
        _ => [],
    };

    private static bool IsNext(CardStatus status, CardStatus outcome) => status == CardStatus.BeingVoided
        ? outcome == CardStatus.Void
        : outcome is CardStatus.Valid or CardStatus.Invalid || (outcome == CardStatus.Disputed && status != CardStatus.Disputed);

    private static (PaperBatch? Batch, PaperCard? Card) Find(CycleTurn turn, PaperCommand command, string number)
    {
        var batch = PaperDecider.Find(turn, command);
        return turn.RequireId("number", number) && batch is not null && turn.RequireText("card", PaperCard.Reference(command.Batch, number))
            ? (batch, turn.State.Cards.Find(PaperCard.Reference(batch.Id, number)))
            : (null, null);
    }

    private static void RequireRoom(CycleTurn turn, PaperBatch batch, PaperCard? card) =>
        turn.Require(card is not null || batch.Entered < batch.Declared, () => PaperRefusals.BatchFull.With(("batch", batch.Id), ("declared", PaperDecider.Text(batch.Declared))));
}
