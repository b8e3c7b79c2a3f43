using System.Collections.Immutable;

namespace CivicTech.Budgeting.Voting;

/// <summary>What changes from one edition of the official ballot to the next.</summary>
public sealed record BallotChange
{
    /// <summary>Projects that leave the ballot; their lines are released.</summary>
    public ImmutableArray<string> Removed { get => field.IsDefault ? [] : field; init; }

    /// <summary>Projects that stay, but whose lines are released: voters decide again.</summary>
    public ImmutableArray<string> Released { get => field.IsDefault ? [] : field; init; }

    /// <summary>New prices by the id of the project.</summary>
    public ImmutableArray<KeyValuePair<string, Money>> Costs { get => field.IsDefault ? [] : field; init; }

    /// <summary>New budgets by the id of the area.</summary>
    public ImmutableArray<KeyValuePair<string, Money>> Budgets { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(BallotChange? other) => other is not null && Removed.AsSpan().SequenceEqual(other.Removed.AsSpan()) && Released.AsSpan().SequenceEqual(other.Released.AsSpan())
        && Costs.SequenceEqual(other.Costs) && Budgets.SequenceEqual(other.Budgets);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Removed.Length, Released.Length, Costs.Length, Budgets.Length);
}
