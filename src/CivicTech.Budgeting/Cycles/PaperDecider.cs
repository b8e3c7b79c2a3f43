using System.Globalization;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Paper;
using CivicTech.Budgeting.Voting.Refusals;
using CivicTech.Time;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Commands about batches: taken over, corrected, reconciled.</summary>
internal static class PaperDecider
{
    private const int MostCards = 1_000_000;

    internal static void Decide(CycleTurn turn, PaperCommand command)
    {
        turn.Require(!turn.Head.IsSealAsked, () => PaperRefusals.SealBegun.With());
        switch (command)
        {
            case OpenBatch open: Open(turn, open); break;
            case CorrectBatch correct: Correct(turn, correct); break;
            case ReconcileBatch reconcile: Reconcile(turn, reconcile); break;
            case EnterCard enter: CardDecider.Enter(turn, enter); break;
            case VoidCard declare: CardDecider.Void(turn, declare); break;
            case DecideCard decide: CardDecider.Decide(turn, decide); break;
            default: throw new ArgumentException($"Not a command about paper: {command.GetType().Name}.", nameof(command));
        }
    }

    /// <summary>That somebody who is named may do it: in a stage for it, or as an administrator, who settles what is left when the stages are over.</summary>
    internal static void RequireMay(CycleTurn turn, PaperCommand command, string? area)
    {
        turn.RequireText("by", command.By);
        turn.RequirePermission(command.Role == CycleRoles.Administrator && command is not EnterCard ? Activity.Administer : Activity.EnterCards, command, area);
    }

    /// <summary>The batch that is asked about; refused when there is none.</summary>
    internal static PaperBatch? Find(CycleTurn turn, PaperCommand command)
    {
        if (!turn.RequireId("batch", command.Batch) || turn.State.Batches.Find(command.Batch) is not { } batch)
        {
            turn.Require(!CycleId.IsValid(command.Batch), () => PaperRefusals.NoSuchBatch.With(("batch", command.Batch)));
            RequireMay(turn, command, area: null);
            return null;
        }

        RequireMay(turn, command, batch.Area);
        return batch;
    }

    internal static bool RequireOpen(CycleTurn turn, PaperBatch batch) =>
        turn.Require(batch.Status == BatchStatus.Open, () => PaperRefusals.BatchReconciled.With(("batch", batch.Id)));

    internal static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Open(CycleTurn turn, OpenBatch open)
    {
        RequireMay(turn, open, open.Area);
        turn.RequireText("station", open.Station);
        turn.Require(open.Area is null || turn.Plan.Voting.Areas.Any(area => area.Id == open.Area), () => VotingRefusals.NoSuchArea.With(("area", open.Area!)));
        turn.Require(open.Declared is >= 0 and <= MostCards, () => PaperRefusals.NoNumberOfCards.With(("most", Text(MostCards)), ("count", Text(open.Declared))));
        if (!turn.RequireId("batch", open.Batch) || turn.IsRefused)
        {
            return;
        }

        if (turn.State.Batches.Find(open.Batch) is not { } there)
        {
            turn.Apply(new BatchOpened { Batch = open.Batch, At = turn.Now, Station = open.Station, Area = open.Area, BatchKind = open.BatchKind, Declared = open.Declared, By = open.By! });
        }
        else
        {
            // Imported twice, it is the same batch; its number of cards may have been corrected since.
            turn.Require(there.IsOpenedAs(open.Station, open.Area, open.BatchKind), () => PaperRefusals.BatchTaken.With(("batch", open.Batch)));
        }
    }

    private static void Correct(CycleTurn turn, CorrectBatch correct)
    {
        turn.RequireText("reason", correct.Reason);
        if (Find(turn, correct) is not { } batch)
        {
            return;
        }

        var after = (long)batch.Declared + correct.Change;
        turn.Require(after >= batch.Entered, () => PaperRefusals.FewerThanEntered.With(("batch", batch.Id), ("after", Text(after)), ("entered", Text(batch.Entered))));
        turn.Require(after <= MostCards, () => PaperRefusals.NoNumberOfCards.With(("most", Text(MostCards)), ("count", Text(after))));
        if (!turn.IsRefused && correct.Change != 0)
        {
            turn.Apply(new BatchCorrected { Batch = batch.Id, At = turn.Now, Change = correct.Change, Reason = correct.Reason, By = correct.By! });
        }
    }

    private static void Reconcile(CycleTurn turn, ReconcileBatch reconcile)
    {
        if (Find(turn, reconcile) is not { } batch)
        {
            return;
        }

        var isUrn = batch.Kind == BatchKind.Anonymous;
        var missing = batch.Declared - batch.Valid - batch.Invalid - batch.Void;
        if (batch.Status == BatchStatus.Reconciled && batch.Missing == reconcile.Missing)
        {
            return;
        }

        var closes = VoteWindows.End(turn.Calendar, turn.Plan, batch.Area);
        RequireOpen(turn, batch);
        turn.Require(!isUrn || reconcile.Ticked is >= 0, () => PaperRefusals.TicksNeeded.With(("batch", batch.Id)));
        turn.Require(!isUrn || turn.Now >= closes, () => PaperRefusals.VoteNotOver.With(("batch", batch.Id), ("closes", InstantText.Of(closes))));
        if (turn.Require(batch.Pending == 0, () => PaperRefusals.CardsPending.With(("batch", batch.Id), ("count", Text(batch.Pending))))
            && turn.Require(
                missing == reconcile.Missing,
                () => PaperRefusals.NumbersDiffer.With(
                    ("batch", batch.Id), ("declared", Text(batch.Declared)), ("valid", Text(batch.Valid)), ("invalid", Text(batch.Invalid)), ("void", Text(batch.Void)), ("missing", Text(reconcile.Missing))))
            && missing > 0
            && turn.Require(reconcile.Reason is not null, () => PaperRefusals.MissingUnexplained.With(("batch", batch.Id), ("missing", Text(missing)))))
        {
            turn.RequireText("reason", reconcile.Reason);
        }

        if (!turn.IsRefused)
        {
            turn.Apply(new BatchReconciled { Batch = batch.Id, At = turn.Now, Missing = missing, Reason = missing > 0 ? reconcile.Reason : null, Ticked = isUrn ? reconcile.Ticked : null, By = reconcile.By! });
            BallotDecider.SealWhenReady(turn);
        }
    }
}
