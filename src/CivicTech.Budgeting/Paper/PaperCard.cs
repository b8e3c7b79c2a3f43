using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Paper;

/// <summary>A card and what became of it: nothing of what it says, or of whose it is.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record PaperCard
{
    /// <summary>The id of its batch.</summary>
    public required string Batch { get; init; }

    /// <summary>Its number in the batch.</summary>
    public required string Number { get; init; }

    /// <summary>Where it stands.</summary>
    public required CardStatus Status { get; init; }

    /// <summary>Who entered it, the first first.</summary>
    public ImmutableArray<CardEntry> Entries { get => field.IsDefault ? [] : field; init; }

    /// <summary>Why it is invalid, in the order of the enumeration; of a valid card nothing but <see cref="CardFlaw.LinesReleased"/>.</summary>
    public ImmutableArray<CardFlaw> Flaws { get => field.IsDefault ? [] : field; init; }

    /// <summary>What clerks noted that does not make it invalid: references of the host, each once, in the order in which they came.</summary>
    public ImmutableArray<string> Warnings { get => field.IsDefault ? [] : field; init; }

    /// <summary>A reference to the reason why it was declared void.</summary>
    public string? VoidReason { get; init; }

    /// <summary>Who declared it void.</summary>
    public string? VoidedBy { get; init; }

    /// <summary>Whether its outcome is not known yet.</summary>
    [JsonIgnore]
    public bool IsPending => Status is not (CardStatus.Valid or CardStatus.Invalid or CardStatus.Void);

    /// <inheritdoc />
    public bool Equals(PaperCard? other) => other is not null && Batch == other.Batch && Number == other.Number && Status == other.Status && VoidReason == other.VoidReason && VoidedBy == other.VoidedBy
        && Entries.AsSpan().SequenceEqual(other.Entries.AsSpan()) && Flaws.AsSpan().SequenceEqual(other.Flaws.AsSpan()) && Warnings.AsSpan().SequenceEqual(other.Warnings.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Batch, Number, Status, Entries.Length, Flaws.Length);

    /// <summary>How officers and the ballot box name a card.</summary>
    internal static string Reference(string batch, string number) => $"{batch}/{number}";
}
