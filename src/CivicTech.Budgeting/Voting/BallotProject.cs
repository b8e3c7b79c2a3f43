using System.Collections.Immutable;

namespace CivicTech.Budgeting.Voting;

/// <summary>A project on the official ballot.</summary>
/// <remarks>Equal when all that it says is equal.</remarks>
public sealed record BallotProject
{
    /// <summary>The host's id: 1 to 200 characters, no control characters, none beyond U+FFFD.</summary>
    public required string Id { get; init; }

    /// <summary>The id of its area.</summary>
    public required string Area { get; init; }

    /// <summary>What it costs; zero or more, in the currency of the vote.</summary>
    public required Money Cost { get; init; }

    /// <summary>Its theme; null when it has none. Rules know it as the category of the project, and may have a budget for each.</summary>
    public string? Theme { get; init; }

    /// <summary>The sets of projects of which at most one can win, by name. A ballot may name several of them.</summary>
    public ImmutableArray<string> ExclusionGroups { get => field.IsDefault ? [] : field; init; }

    /// <summary>Whether it left the ballot. It keeps its place in the list.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>The last edition with which its lines were released: those of ballots of earlier editions count no longer. 0 when that never happened.</summary>
    public int ReleasedIn { get; init; }

    /// <summary>What it cost in earlier editions, the oldest first.</summary>
    public ImmutableArray<EarlierAmount> EarlierCosts { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(BallotProject? other) => other is not null && Id == other.Id && Area == other.Area && Cost == other.Cost && Theme == other.Theme && IsRemoved == other.IsRemoved && ReleasedIn == other.ReleasedIn
        && ExclusionGroups.AsSpan().SequenceEqual(other.ExclusionGroups.AsSpan()) && EarlierCosts.AsSpan().SequenceEqual(other.EarlierCosts.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Id, Area, Cost, IsRemoved, ReleasedIn);
}
