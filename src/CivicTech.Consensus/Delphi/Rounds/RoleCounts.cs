using System.Collections.Immutable;

namespace CivicTech.Consensus.Delphi.Rounds;

/// <summary>How the people of a role answered.</summary>
public sealed record RoleCounts
{
    /// <summary>The role.</summary>
    public required string Role { get; init; }

    /// <summary>How many gave each value of the scale, from the lowest.</summary>
    public required ImmutableArray<int> Counts { get => field.IsDefault ? [] : field; init; }

    /// <summary>In real time where each role is shown its own answers: as of which showing; null elsewhere.</summary>
    public int? Shown { get; init; }

    /// <inheritdoc />
    public bool Equals(RoleCounts? other) => other is not null && Role == other.Role && Counts.AsSpan().SequenceEqual(other.Counts.AsSpan()) && Shown == other.Shown;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Role, Counts.Length);
}
