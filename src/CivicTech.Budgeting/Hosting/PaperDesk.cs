using System.Collections.Immutable;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Paper;
using CivicTech.Budgeting.Voting.Counting;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Desks;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Refusals;
using CivicTech.Processes;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;

namespace CivicTech.Budgeting.Hosting;

/// <summary>Takes ballots on paper: the cycle keeps what became of each card, the ballot box what it says.</summary>
/// <remarks>
/// Every step can be done again: what stopped halfway leaves the card pending, so that its batch cannot be reconciled and the box not be sealed, until somebody asks for the same again. Safe for many
/// threads and machines.
/// </remarks>
internal sealed class PaperDesk(ProcessRunner<CycleState, CycleCommand, CycleEvent> runner, VotingDesk desk)
{
    /// <summary>Enters what a clerk reads on a card. It waits until enough clerks have read the same, and is then cast or invalid; the same clerk's same reading again changes nothing.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="reading">What the clerk reads.</param>
    /// <param name="cancellationToken">Gives up as long as nothing has begun.</param>
    internal async Task<CardAnswer> EnterAsync(string cycle, CardReading reading, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reading);

        // An id that is none stops everything before it begins; lines that name nothing do too, whatever a host reads them from.
        _ = reading.Voter is { } named ? desk.Keys.KeyOf(cycle, named) : default;
        if (reading.Lines.Any(line => !ProcessName.IsValid(line?.Project, ProcessName.LongestId)))
        {
            return new CardAnswer(null, [VotingRefusals.BadReference.With(("field", "lines"))]);
        }

        var enter = new EnterCard { Batch = reading.Batch, Number = reading.Number, ReceivedAt = reading.ReceivedAt, Warnings = reading.Warnings, By = reading.Clerk, Role = reading.Role };
        var begun = await runner.ExecuteAsync(cycle, enter, cancellationToken).ConfigureAwait(false);
        if (!begun.IsAccepted)
        {
            return new CardAnswer(null, begun.Refusals);
        }

        var card = begun.State.Cards[PaperCard.Reference(reading.Batch, reading.Number)];
        var handled = new HandledCard(cycle, begun.State.Plan.Paper, begun.State.Batches[reading.Batch], card);
        var kept = await desk.ExecuteAsync(cycle, KeyOf(handled), new KeepEntry { Card = handled.Reference, Entry = EntryOf(handled, reading), Needed = handled.Plan.EntriesNeeded }, CancellationToken.None).ConfigureAwait(false);
        if (!card.IsPending)
        {
            return new CardAnswer(card, kept.Refusals);
        }

        var (decide, refusals) = await OutcomeAsync(handled, kept.File.Entries).ConfigureAwait(false);
        return new CardAnswer(decide is null ? card : await DecideAsync(handled, decide with { By = reading.Clerk }).ConfigureAwait(false), kept.IsAccepted ? refusals : kept.Refusals);
    }

    /// <summary>Declares a card void: its ballot, if there is one, leaves the box, and it cannot be entered any more.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="command">Which, and why.</param>
    /// <param name="cancellationToken">Gives up as long as nothing has begun.</param>
    internal async Task<CardAnswer> VoidAsync(string cycle, VoidCard command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var begun = await runner.ExecuteAsync(cycle, command, cancellationToken).ConfigureAwait(false);
        if (!begun.IsAccepted)
        {
            return new CardAnswer(null, begun.Refusals);
        }

        var card = begun.State.Cards[PaperCard.Reference(command.Batch, command.Number)];
        if (!card.IsPending)
        {
            return new CardAnswer(card, []);
        }

        // First the file of the card, so that nobody casts it from now on who has not begun; then, for good, that of the voter.
        var handled = new HandledCard(cycle, begun.State.Plan.Paper, begun.State.Batches[command.Batch], card);
        var remove = new RemoveCard { Card = handled.Reference };
        var removed = await desk.ExecuteAsync(cycle, KeyOf(handled), remove, CancellationToken.None).ConfigureAwait(false);
        if (removed.IsAccepted && PaperEntry.Agreed(removed.File.Entries, handled.Plan.EntriesNeeded)?.Voter is { } voter)
        {
            removed = await desk.ExecuteAsync(cycle, voter, remove, CancellationToken.None).ConfigureAwait(false);
        }

        return removed.IsAccepted
            ? new CardAnswer(await DecideAsync(handled, Decide(handled, CardStatus.Void, []) with { By = command.By }).ConfigureAwait(false), [])
            : new CardAnswer(card, removed.Refusals);
    }

    /// <summary>Accounts for every card of a batch; of an urn, also compares with the voters who were ticked off.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="command">Which batch; what is said about ticks is counted anew.</param>
    /// <param name="cancellationToken">Gives up as long as the decision has not begun.</param>
    internal async Task<Execution<CycleState, CycleEvent>> ReconcileAsync(string cycle, ReconcileBatch command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var isId = CycleId.IsValid(command.Batch);
        var loaded = isId ? await runner.LoadAsync(cycle, DocumentRequest.Empty.With(CycleState.BatchPrefix + command.Batch), cancellationToken).ConfigureAwait(false) : null;
        long? ticked = null;
        if (loaded?.State.Batches.Find(command.Batch) is { Kind: BatchKind.Anonymous } batch)
        {
            var counts = await desk.TicksAsync(cycle, cancellationToken).ConfigureAwait(false);
            ticked = counts.Where(count => count.Station == batch.Station && count.Area == batch.Area).Sum(count => count.Voters);
        }

        return await runner.ExecuteAsync(cycle, command with { Ticked = ticked }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ticks off a voter who has come to a station and is given a card for its urn. From then on nothing else of the voter is taken there; refused when another ballot of the voter stays.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="voter">The host's id of the voter.</param>
    /// <param name="tick">Where, and who asks.</param>
    /// <param name="cancellationToken">Gives up as long as the decision has not begun.</param>
    internal Task<VotingDecision> TickAsync(string cycle, string voter, StationVisit tick, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tick);
        return AtStationAsync(cycle, voter, tick.Area, new TickVoter { Station = tick.Station, Area = tick.Area, By = tick.Clerk }, tick.Role, cancellationToken);
    }

    /// <summary>Takes back a tick that was wrong, by a counter-entry: the voter may vote again. What came online before the tick and counted no longer stays so.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="voter">The host's id of the voter.</param>
    /// <param name="correction">Where, why, and who asks.</param>
    /// <param name="cancellationToken">Gives up as long as the decision has not begun.</param>
    internal Task<VotingDecision> TakeTickBackAsync(string cycle, string voter, StationCorrection correction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(correction);
        var command = new TakeTickBack { Station = correction.Station, Area = correction.Area, Reason = correction.Reason, By = correction.Clerk };
        return AtStationAsync(cycle, voter, correction.Area, command, correction.Role, cancellationToken);
    }

    /// <summary>How many voters were ticked off at each station. Reads the whole register.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal Task<ImmutableArray<StationCount>> TicksAsync(string cycle, CancellationToken cancellationToken) => desk.TicksAsync(cycle, cancellationToken);

    private async Task<VotingDecision> AtStationAsync(string cycle, string voter, string? area, VotingCommand command, string role, CancellationToken cancellationToken)
    {
        var key = desk.Keys.KeyOf(cycle, voter);
        if (await runner.LoadAsync(cycle, DocumentRequest.Empty, cancellationToken).ConfigureAwait(false) is { State: var state })
        {
            // As with cards, an administrator settles what is left when the stages are over.
            var turn = new CycleTurn(state, runner.Clock.GetCurrentInstant());
            var activity = command is TakeTickBack && role == CycleRoles.Administrator ? Activity.Administer : Activity.EnterCards;
            if (!turn.RequirePermission(activity, role, area, isAuthor: false))
            {
                return new VotingDecision(VoterFile.Of(key), [], [], turn.Decide().Refusals);
            }
        }

        return await desk.ExecuteAsync(cycle, key, command, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(DecideCard? Decide, ImmutableArray<Refusal> Refusals)> OutcomeAsync(HandledCard card, ImmutableArray<PaperEntry> entries)
    {
        if (PaperEntry.Agreed(entries, card.Plan.EntriesNeeded) is not { } agreed)
        {
            return (entries.Length > 1 ? Decide(card, CardStatus.Disputed, []) : null, []);
        }

        if (CardFlaws.OfForm(card.Plan, card.Batch, agreed) is { IsEmpty: false } flaws)
        {
            return (Decide(card, CardStatus.Invalid, flaws), []);
        }

        var cast = new CastCard { Card = card.Reference, Area = card.Batch.Area, Lines = agreed.Lines, HandedIn = agreed.HandedIn, IsAnonymous = card.Batch.Kind == BatchKind.Anonymous };
        var decision = await desk.ExecuteAsync(card.Cycle, agreed.Voter ?? KeyOf(card), cast, CancellationToken.None).ConfigureAwait(false);
        return CardFlaws.OfCasting(decision, agreed) is { } found
            ? (Decide(card, Voting.Deciding.CardDecider.IsCast(decision.File, card.Reference) ? CardStatus.Valid : CardStatus.Invalid, found), [])
            : (null, decision.Refusals);
    }

    private async Task<PaperCard> DecideAsync(HandledCard card, DecideCard decide) =>
        (await runner.ExecuteAsync(card.Cycle, decide, CancellationToken.None).ConfigureAwait(false)).State.Cards[card.Reference];

    private static DecideCard Decide(HandledCard card, CardStatus outcome, ImmutableArray<CardFlaw> flaws) => new() { Batch = card.Batch.Id, Number = card.Card.Number, Outcome = outcome, Flaws = flaws };

    private Voting.Rolls.VoterKey KeyOf(HandledCard card) => desk.Keys.KeyOfCard(card.Cycle, card.Reference);

    // A card from an urn is nobody's, whatever is entered with it.
    private PaperEntry EntryOf(HandledCard card, CardReading reading)
    {
        var isNamed = card.Batch.Kind == BatchKind.Identified;
        return new PaperEntry
        {
            Clerk = reading.Clerk,
            Voter = isNamed && reading.Voter is { } voter ? desk.Keys.KeyOf(card.Cycle, voter) : null,
            HandedIn = reading.ReceivedAt,
            IsSigned = isNamed && reading.IsSigned,
            IsIdentityChecked = isNamed && reading.IsIdentityChecked,
            IsUnreadable = reading.IsUnreadable,
            Lines = reading.Lines,
        };
    }

    private sealed record HandledCard(string Cycle, PaperPlan Plan, PaperBatch Batch, PaperCard Card)
    {
        internal string Reference { get; } = PaperCard.Reference(Card.Batch, Card.Number);
    }
}
