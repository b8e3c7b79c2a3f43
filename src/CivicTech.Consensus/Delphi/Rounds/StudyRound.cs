using System.Collections.Immutable;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Consensus.Delphi.Rounds;

/// <summary>A round: when answers are taken, and how many were asked.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record StudyRound
{
    /// <summary>Its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When it opens, on the clocks of a place.</summary>
    public required Deadline Opens { get; init; }

    /// <summary>When it closes, with the extensions: the first moment that is too late.</summary>
    public required Deadline Closes { get; init; }

    /// <summary>The same as instants, half-open.</summary>
    public required TimeWindow Window { get; init; }

    /// <summary>The extensions so far.</summary>
    public ImmutableArray<RoundExtension> Extensions { get => field.IsDefault ? [] : field; init; }

    /// <summary>How many reminders were sent.</summary>
    public int Reminders { get; init; }

    /// <summary>When what is shown in real time was last brought up to date in this round; null before.</summary>
    public Instant? ShownAt { get; init; }

    /// <summary>How often it was, in this round and those before it.</summary>
    public int Shown { get; init; }

    /// <inheritdoc />
    public bool Equals(StudyRound? other) =>
        other is not null && Number == other.Number && Opens == other.Opens && Closes == other.Closes && Window == other.Window
        && Extensions.AsSpan().SequenceEqual(other.Extensions.AsSpan()) && Reminders == other.Reminders && ShownAt == other.ShownAt && Shown == other.Shown;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Number, Window);
}
