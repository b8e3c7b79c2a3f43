using System.Text.Json.Serialization;
using NodaTime;

namespace CivicTech.Budgeting.Paper;

/// <summary>A batch of cards from one station, and its numbers: declared = valid + invalid + void + missing once it is reconciled.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record PaperBatch
{
    /// <summary>The host's id.</summary>
    public required string Id { get; init; }

    /// <summary>The host's reference of the station.</summary>
    public required string Station { get; init; }

    /// <summary>The id of the area that all its cards are for; null when each card is for all areas.</summary>
    public string? Area { get; init; }

    /// <summary>Whose the cards are.</summary>
    public required BatchKind Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public BatchStatus Status { get; init; }

    /// <summary>How many cards the station says there are, with all corrections.</summary>
    public required int Declared { get; init; }

    /// <summary>How many cards are known one by one, whatever became of them.</summary>
    public int Entered { get; init; }

    /// <summary>How many of them are valid.</summary>
    public int Valid { get; init; }

    /// <summary>How many are invalid.</summary>
    public int Invalid { get; init; }

    /// <summary>How many are void.</summary>
    public int Void { get; init; }

    /// <summary>How many declared cards nobody has found; 0 until it is reconciled.</summary>
    public int Missing { get; init; }

    /// <summary>A reference to the reason why cards are missing.</summary>
    public string? MissingReason { get; init; }

    /// <summary>How many voters were ticked off at the station for such cards; known of an urn that is reconciled.</summary>
    public long? Ticked { get; init; }

    /// <summary>Who opened it.</summary>
    public required string OpenedBy { get; init; }

    /// <summary>When it was opened.</summary>
    public required Instant OpenedAt { get; init; }

    /// <summary>Who reconciled it.</summary>
    public string? ReconciledBy { get; init; }

    /// <summary>When it was reconciled.</summary>
    public Instant? ReconciledAt { get; init; }

    /// <summary>How many of the cards have no outcome yet.</summary>
    [JsonIgnore]
    public int Pending => Entered - Valid - Invalid - Void;

    /// <summary>How many more cards were in the urn than voters were ticked off for it, or fewer when it is negative; null when it is not known. With several urns of one kind at a station, their sums say it.</summary>
    [JsonIgnore]
    public long? Difference => Ticked is { } ticked ? Declared - Missing - ticked : null;

    /// <summary>Whether a batch that is to be opened is this one.</summary>
    internal bool IsOpenedAs(string station, string? area, BatchKind kind) => Station == station && Area == area && Kind == kind;

    /// <summary>After a card came from one status to another; null for a card that was not known.</summary>
    internal PaperBatch With(CardStatus? from, CardStatus to) => (this with { Entered = Entered + (from is null ? 1 : 0) }).Plus(from, -1).Plus(to, 1);

    private PaperBatch Plus(CardStatus? status, int step) => status switch
    {
        CardStatus.Valid => this with { Valid = Valid + step },
        CardStatus.Invalid => this with { Invalid = Invalid + step },
        CardStatus.Void => this with { Void = Void + step },
        _ => this,
    };
}
