using System.Collections.Immutable;
using CivicTech.Receipts;
using NodaTime;

namespace CivicTech.Budgeting.Results;

/// <summary>What the head of a cycle holds of its result: small, however many projects there are.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record ResultHead
{
    /// <summary>What decides lots; null until it is revealed.</summary>
    public LotReveal? Lot { get; init; }

    /// <summary>The digest of the result as it was counted; null before.</summary>
    public Digest? Result { get; init; }

    /// <summary>When it was counted.</summary>
    public Instant? CountedAt { get; init; }

    /// <summary>The areas in the order in which they were counted.</summary>
    public ImmutableArray<string> Areas { get => field.IsDefault ? [] : field; init; }

    /// <summary>Who certified it.</summary>
    public string? CertifiedBy { get; init; }

    /// <summary>When it was certified.</summary>
    public Instant? CertifiedAt { get; init; }

    /// <summary>When it was published.</summary>
    public Instant? PublishedAt { get; init; }

    /// <inheritdoc />
    public bool Equals(ResultHead? other) => other is not null && Lot == other.Lot && Result == other.Result && CountedAt == other.CountedAt && Areas.AsSpan().SequenceEqual(other.Areas.AsSpan())
        && CertifiedBy == other.CertifiedBy && CertifiedAt == other.CertifiedAt && PublishedAt == other.PublishedAt;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Lot, Result, CertifiedBy, PublishedAt);
}
