using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Paper;

namespace CivicTech.Budgeting.Cycles;

/// <summary>What each event about paper makes of the state.</summary>
internal static class PaperFold
{
    internal static CycleState Evolve(CycleState state, PaperEvent happened) => happened switch
    {
        BatchOpened opened => state with
        {
            Batches = state.Batches.Set(opened.Batch, new PaperBatch
            {
                Id = opened.Batch, Station = opened.Station, Area = opened.Area, Kind = opened.BatchKind, Declared = opened.Declared, OpenedBy = opened.By, OpenedAt = opened.At,
            }),
            Head = state.Head with { Paper = state.Head.Paper with { Batches = state.Head.Paper.Batches + 1, Open = state.Head.Paper.Open + 1 } },
        },
        BatchCorrected corrected => Corrected(state, corrected),
        BatchReconciled reconciled => state with
        {
            Batches = state.Batches.Set(reconciled.Batch, state.Batches[reconciled.Batch] with
            {
                Status = BatchStatus.Reconciled, Missing = reconciled.Missing, MissingReason = reconciled.Reason, Ticked = reconciled.Ticked, ReconciledBy = reconciled.By, ReconciledAt = reconciled.At,
            }),
            Head = state.Head with { Paper = state.Head.Paper with { Open = state.Head.Paper.Open - 1 } },
        },
        CardEvent card => OfCard(state, card),
        PaperClosed closed => state with { Head = state.Head with { Paper = state.Head.Paper with { ClosedAt = closed.At } } },
        _ => throw new ArgumentException($"Not an event about paper: {happened.GetType().Name}.", nameof(happened)),
    };

    private static CycleState Corrected(CycleState state, BatchCorrected corrected)
    {
        var batch = state.Batches[corrected.Batch];
        var reopened = batch.Status == BatchStatus.Reconciled ? 1 : 0;
        return state with
        {
            Batches = state.Batches.Set(corrected.Batch, batch with
            {
                Status = BatchStatus.Open, Declared = batch.Declared + corrected.Change, Missing = 0, MissingReason = null, Ticked = null, ReconciledBy = null, ReconciledAt = null,
            }),
            Head = state.Head with { Paper = state.Head.Paper with { Open = state.Head.Paper.Open + reopened } },
        };
    }

    private static CycleState OfCard(CycleState state, CardEvent happened)
    {
        var key = PaperCard.Reference(happened.Batch, happened.Number);
        var before = state.Cards.Find(key);
        var after = After(before ?? new PaperCard { Batch = happened.Batch, Number = happened.Number, Status = CardStatus.EnteredOnce }, happened);
        return state with { Cards = state.Cards.Set(key, after), Batches = state.Batches.Set(happened.Batch, state.Batches[happened.Batch].With(before?.Status, after.Status)) };
    }

    private static PaperCard After(PaperCard card, CardEvent happened) => happened switch
    {
        CardEntered entered => card with
        {
            Status = card.Entries.IsEmpty ? CardStatus.EnteredOnce : card.Status == CardStatus.Disputed ? CardStatus.Disputed : CardStatus.EnteredTwice,
            Entries = card.Entries.Add(new CardEntry { Clerk = entered.Clerk, At = entered.At, ReceivedAt = entered.ReceivedAt }),
            Warnings = card.Warnings.AddRange(entered.Warnings.Except(card.Warnings, StringComparer.Ordinal)),
        },
        CardDecided decided => card with { Status = decided.Outcome, Flaws = decided.Flaws },
        CardVoidBegun begun => card with { Status = CardStatus.BeingVoided, VoidReason = begun.Reason, VoidedBy = begun.By },
        _ => throw new ArgumentException($"Not an event about a card: {happened.GetType().Name}.", nameof(happened)),
    };
}
