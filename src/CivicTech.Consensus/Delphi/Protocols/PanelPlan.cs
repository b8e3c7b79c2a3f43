using System.Collections.Immutable;

namespace CivicTech.Consensus.Delphi.Protocols;

/// <summary>A panel: how many experts of which role sit on it.</summary>
/// <remarks>A seat is not a person: one person may sit on several panels, once on each.</remarks>
public sealed record PanelPlan
{
    /// <summary>Its id: 1 to 100 characters without a slash.</summary>
    public required string Id { get; init; }

    /// <summary>Its roles with their numbers of seats, at least one.</summary>
    public required ImmutableArray<RoleQuota> Roles { get => field.IsDefault ? [] : field; init; }

    /// <summary>All seats.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Seats => Roles.Sum(role => role.Seats);

    /// <inheritdoc />
    public bool Equals(PanelPlan? other) => other is not null && Id == other.Id && Roles.AsSpan().SequenceEqual(other.Roles.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Id, Roles.Length);
}
