using System.Collections.Immutable;

namespace CivicTech.Budgeting.Calendars;

/// <summary>Who may do something.</summary>
public sealed record Permit
{
    /// <summary>What may be done.</summary>
    public required Activity Activity { get; init; }

    /// <summary>The roles that may: at least one; see <see cref="CycleRoles"/>.</summary>
    public required ImmutableArray<string> Roles { get; init; }

    /// <inheritdoc />
    public bool Equals(Permit? other) => other is not null && Activity == other.Activity && Roles.AsSpan().SequenceEqual(other.Roles.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Activity, Roles.Length);
}
