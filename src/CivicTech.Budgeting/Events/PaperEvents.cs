using System.Collections.Immutable;
using CivicTech.Budgeting.Paper;
using NodaTime;

namespace CivicTech.Budgeting.Events;

/// <summary>Something that happened to the paper channel; nothing of what cards say, or of whose they are.</summary>
public abstract record PaperEvent : CycleEvent
{
    private protected PaperEvent()
    {
    }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

/// <summary>Something that happened to a batch.</summary>
public abstract record BatchEvent : PaperEvent
{
    private protected BatchEvent()
    {
    }

    /// <summary>The id of the batch.</summary>
    public required string Batch { get; init; }
}

/// <summary>Something that happened to a card.</summary>
public abstract record CardEvent : BatchEvent
{
    private protected CardEvent()
    {
    }

    /// <summary>The number of the card in the batch.</summary>
    public required string Number { get; init; }
}

/// <summary>A batch came from a station.</summary>
public sealed record BatchOpened : BatchEvent
{
    /// <summary>The host's reference of the station.</summary>
    public required string Station { get; init; }

    /// <summary>The id of the area; null for cards for all areas.</summary>
    public string? Area { get; init; }

    /// <summary>Whose the cards are.</summary>
    public required BatchKind BatchKind { get; init; }

    /// <summary>How many cards there are.</summary>
    public required int Declared { get; init; }

    /// <summary>Who took it over.</summary>
    public required string By { get; init; }
}

/// <summary>The declared number of cards was corrected; the batch is open.</summary>
public sealed record BatchCorrected : BatchEvent
{
    /// <summary>How many cards more, or fewer when it is negative.</summary>
    public required int Change { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <summary>Who corrected it.</summary>
    public required string By { get; init; }
}

/// <summary>Every card of a batch is accounted for.</summary>
public sealed record BatchReconciled : BatchEvent
{
    /// <summary>How many cards are missing.</summary>
    public required int Missing { get; init; }

    /// <summary>A reference to the reason.</summary>
    public string? Reason { get; init; }

    /// <summary>How many voters were ticked off; of an urn.</summary>
    public long? Ticked { get; init; }

    /// <summary>Who reconciled it.</summary>
    public required string By { get; init; }
}

/// <summary>The vote and the time for entering cards are over.</summary>
public sealed record PaperClosed : PaperEvent
{
    /// <summary>How many batches are not reconciled: the ballot box waits for them.</summary>
    public required int Open { get; init; }
}

/// <summary>A clerk read a card.</summary>
public sealed record CardEntered : CardEvent
{
    /// <summary>The host's opaque id of the clerk.</summary>
    public required string Clerk { get; init; }

    /// <summary>When the card was handed in.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>What was noted that does not make it invalid.</summary>
    public ImmutableArray<string> Warnings { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(CardEntered? other) => base.Equals(other) && Clerk == other.Clerk && ReceivedAt == other.ReceivedAt && Warnings.AsSpan().SequenceEqual(other.Warnings.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Clerk, ReceivedAt, Warnings.Length);
}

/// <summary>It is known what became of a card.</summary>
public sealed record CardDecided : CardEvent
{
    /// <summary>Disputed, valid, invalid or void.</summary>
    public required CardStatus Outcome { get; init; }

    /// <summary>Why it is invalid; of a valid card at most that lines were released.</summary>
    public ImmutableArray<CardFlaw> Flaws { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(CardDecided? other) => base.Equals(other) && Outcome == other.Outcome && Flaws.AsSpan().SequenceEqual(other.Flaws.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Outcome, Flaws.Length);
}

/// <summary>A card was declared void; its ballot, if there is one, is being taken out of the box.</summary>
public sealed record CardVoidBegun : CardEvent
{
    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <summary>Who declared it void.</summary>
    public required string By { get; init; }
}
