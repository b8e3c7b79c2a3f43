using System.Collections.Immutable;
using NodaTime;

namespace CivicTech.Budgeting.Voting.Rolls;

/// <summary>What the electoral roll knows about a voter, as far as voting goes by it.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record RollEntry
{
    /// <summary>How the voter stands.</summary>
    public RollStatus Status { get; init; }

    /// <summary>The reference of the reason why the voter was struck off; null otherwise.</summary>
    public string? Reference { get; init; }

    /// <summary>The day of birth; null when it is not known or not needed.</summary>
    public LocalDate? Born { get; init; }

    /// <summary>All residences, also past ones; none where residence is not asked for.</summary>
    public ImmutableArray<Residence> Residences { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(RollEntry? other) => other is not null && Status == other.Status && Reference == other.Reference && Born == other.Born && Residences.AsSpan().SequenceEqual(other.Residences.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Status, Reference, Born, Residences.Length);
}
