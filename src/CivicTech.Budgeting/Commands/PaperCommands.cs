using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Paper;
using NodaTime;

namespace CivicTech.Budgeting.Commands;

/// <summary>What can be asked about batches and cards of the paper channel. Whoever asks is named (<see cref="CycleCommand.By"/>).</summary>
public abstract record PaperCommand : CycleCommand
{
    private protected PaperCommand()
    {
    }

    /// <summary>The host's id of the batch: 1 to 100 characters without a slash.</summary>
    public required string Batch { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.EnterCards;
}

/// <summary>Takes over a batch of cards from a station.</summary>
public sealed record OpenBatch : PaperCommand
{
    /// <summary>The host's reference of the station.</summary>
    public required string Station { get; init; }

    /// <summary>The id of the area that all cards are for; null when each card is for all areas.</summary>
    public string? Area { get; init; }

    /// <summary>Whose the cards are.</summary>
    public BatchKind BatchKind { get; init; }

    /// <summary>How many cards there are: 0 to 1,000,000.</summary>
    public required int Declared { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "open-batch";
}

/// <summary>Corrects the declared number of cards, by a counter-entry. A batch that was reconciled is open again.</summary>
public sealed record CorrectBatch : PaperCommand
{
    /// <summary>How many cards more, or fewer when it is negative; what is left is no less than what is entered.</summary>
    public required int Change { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "correct-batch";
}

/// <summary>Says that a clerk has read a card: the first step of entering one, which the library asks for itself.</summary>
public sealed record EnterCard : PaperCommand
{
    /// <summary>The number of the card in the batch: 1 to 100 characters without a slash.</summary>
    public required string Number { get; init; }

    /// <summary>When it was handed in.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>What was noted that does not make it invalid: references of the host.</summary>
    public ImmutableArray<string> Warnings { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "enter-card";

    /// <inheritdoc />
    public bool Equals(EnterCard? other) => base.Equals(other) && Number == other.Number && ReceivedAt == other.ReceivedAt && Warnings.AsSpan().SequenceEqual(other.Warnings.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Number, ReceivedAt, Warnings.Length);
}

/// <summary>Says what became of a card: the library itself asks for it once the ballot box has taken or refused it.</summary>
public sealed record DecideCard : PaperCommand
{
    /// <summary>The number of the card in the batch.</summary>
    public required string Number { get; init; }

    /// <summary>Disputed, valid, invalid or void.</summary>
    public required CardStatus Outcome { get; init; }

    /// <summary>Why it is invalid; of a valid card at most that lines were released.</summary>
    public ImmutableArray<CardFlaw> Flaws { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "decide-card";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => null;

    /// <inheritdoc />
    public bool Equals(DecideCard? other) => base.Equals(other) && Number == other.Number && Outcome == other.Outcome && Flaws.AsSpan().SequenceEqual(other.Flaws.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Number, Outcome, Flaws.Length);
}

/// <summary>Declares a card void, by a counter-entry; also one that was never entered (spoilt, torn). Its ballot leaves the box.</summary>
public sealed record VoidCard : PaperCommand
{
    /// <summary>The number of the card in the batch.</summary>
    public required string Number { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "void-card";
}

/// <summary>Accounts for every card of a batch.</summary>
public sealed record ReconcileBatch : PaperCommand
{
    /// <summary>How many of the declared cards nobody has found.</summary>
    public int Missing { get; init; }

    /// <summary>A reference to the reason why they are missing; needed when there are any.</summary>
    public string? Reason { get; init; }

    /// <summary>How many voters were ticked off at the station for such cards: the library itself counts them, of an urn.</summary>
    public long? Ticked { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "reconcile-batch";
}
