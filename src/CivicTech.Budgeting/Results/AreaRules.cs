using System.Collections.Immutable;

namespace CivicTech.Budgeting.Results;

/// <summary>What is counted otherwise in one area than in the others.</summary>
public sealed record AreaRules
{
    /// <summary>The id of the area.</summary>
    public required string Area { get; init; }

    /// <summary>Its rule; null for that of all areas.</summary>
    public RuleChoice? Rule { get; init; }

    /// <summary>Its tie keys; empty for those of all areas.</summary>
    public ImmutableArray<string> Ties { get => field.IsDefault ? [] : field; init; }

    /// <summary>How many voters must name a project; null for the number of all areas.</summary>
    public long? MinimumVotes { get; init; }

    /// <summary>How many voters must take part; null for the number of all areas.</summary>
    public long? Quorum { get; init; }

    /// <inheritdoc />
    public bool Equals(AreaRules? other) => other is not null && Area == other.Area && Rule == other.Rule && Ties.AsSpan().SequenceEqual(other.Ties.AsSpan())
        && MinimumVotes == other.MinimumVotes && Quorum == other.Quorum;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Area, Rule, Ties.Length, MinimumVotes, Quorum);
}
