using System.Collections.Immutable;

namespace CivicTech.Budgeting.Results;

/// <summary>What the second rule of the plan would have funded in an area. It decides nothing.</summary>
public sealed record ComparedOutcome
{
    /// <summary>The id of the second rule.</summary>
    public required string Rule { get; init; }

    /// <summary>What it funds, in its order.</summary>
    public required ImmutableArray<string> Funded { get; init; }

    /// <summary>What that costs.</summary>
    public required Money Cost { get; init; }

    /// <inheritdoc />
    public bool Equals(ComparedOutcome? other) => other is not null && Rule == other.Rule && Cost == other.Cost && Funded.AsSpan().SequenceEqual(other.Funded.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Rule, Cost, Funded.Length);
}
