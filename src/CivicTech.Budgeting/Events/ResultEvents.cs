using System.Collections.Immutable;
using CivicTech.Budgeting.Realisation;
using CivicTech.Budgeting.Results;
using CivicTech.Receipts;
using NodaTime;

namespace CivicTech.Budgeting.Events;

/// <summary>What decides lots is known to everybody.</summary>
public sealed record LotRevealed : CycleEvent
{
    /// <summary>Secret, public value, and the seed that both make.</summary>
    public required LotReveal Lot { get; init; }
}

/// <summary>The votes were counted.</summary>
public sealed record CountRecorded : CycleEvent
{
    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>What the count found.</summary>
    public required CycleResult Result { get; init; }
}

/// <summary>Somebody answers for the result.</summary>
public sealed record ResultCertified : CycleEvent
{
    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Who.</summary>
    public required string By { get; init; }

    /// <summary>The digest of the result.</summary>
    public required Digest Result { get; init; }
}

/// <summary>The result was published.</summary>
public sealed record ResultPublished : CycleEvent
{
    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>The projects that won: from now on they are to be realised.</summary>
    public required ImmutableArray<WonProject> Winners { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(ResultPublished? other) => other is not null && At == other.At && Winners.AsSpan().SequenceEqual(other.Winners.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(At, Winners.Length);
}

/// <summary>It was proposed that other projects win in an area than those of the count.</summary>
public sealed record OverrideProposed : CycleEvent
{
    /// <summary>The id of the area.</summary>
    public required string Area { get; init; }

    /// <summary>What is proposed, by whom and why.</summary>
    public required ResultOverride Override { get; init; }
}

/// <summary>Another person confirmed it: it holds.</summary>
public sealed record OverrideConfirmed : CycleEvent
{
    /// <summary>The id of the area.</summary>
    public required string Area { get; init; }

    /// <summary>The number of the override in the area.</summary>
    public required int Number { get; init; }

    /// <summary>Who.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>The projects that win now and did not before.</summary>
    public required ImmutableArray<WonProject> Added { get => field.IsDefault ? [] : field; init; }

    /// <summary>The projects that won before and do not now.</summary>
    public required ImmutableArray<WonProject> Removed { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(OverrideConfirmed? other) => other is not null && Area == other.Area && Number == other.Number && By == other.By && At == other.At
        && Added.AsSpan().SequenceEqual(other.Added.AsSpan()) && Removed.AsSpan().SequenceEqual(other.Removed.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Area, Number, By, At);
}
