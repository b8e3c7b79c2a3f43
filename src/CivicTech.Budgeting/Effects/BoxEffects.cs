using System.Collections.Immutable;

namespace CivicTech.Budgeting.Effects;

/// <summary>The ballot box takes ballots of the first edition.</summary>
public sealed record OpenBox : CycleEffect;

/// <summary>The ballot box takes ballots of a new edition of the official ballot; lines for projects that are gone are released.</summary>
public sealed record AmendBox : CycleEffect
{
    /// <summary>The new edition.</summary>
    public required int Edition { get; init; }

    /// <summary>The projects whose lines are released; none when no line is concerned.</summary>
    public ImmutableArray<string> Released { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(AmendBox? other) => other is not null && Edition == other.Edition && Released.AsSpan().SequenceEqual(other.Released.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Edition, Released.Length);
}

/// <summary>The ballot box takes nothing any more; voters and ballots are separated.</summary>
public sealed record SealBox : CycleEffect;
