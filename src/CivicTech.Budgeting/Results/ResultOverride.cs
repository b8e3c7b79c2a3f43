using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace CivicTech.Budgeting.Results;

/// <summary>A decision of people about who wins in an area, other than the count: made by two, with a reason.</summary>
public sealed record ResultOverride
{
    /// <summary>Its number in the area, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The projects that are to win, in order.</summary>
    public required ImmutableArray<string> Funded { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <summary>Who proposed it.</summary>
    public required string ProposedBy { get; init; }

    /// <summary>When it was proposed.</summary>
    public required Instant ProposedAt { get; init; }

    /// <summary>Who confirmed it; null while nobody has.</summary>
    public string? ConfirmedBy { get; init; }

    /// <summary>When it was confirmed.</summary>
    public Instant? ConfirmedAt { get; init; }

    /// <summary>Whether it holds.</summary>
    [JsonIgnore]
    public bool IsConfirmed => ConfirmedBy is not null;

    /// <inheritdoc />
    public bool Equals(ResultOverride? other) => other is not null && Number == other.Number && Funded.AsSpan().SequenceEqual(other.Funded.AsSpan()) && Reason == other.Reason
        && ProposedBy == other.ProposedBy && ProposedAt == other.ProposedAt && ConfirmedBy == other.ConfirmedBy && ConfirmedAt == other.ConfirmedAt;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Number, Funded.Length, Reason, ProposedBy, ConfirmedBy);
}
