using System.Collections.Immutable;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Results;

/// <summary>A tie that the count met, and how it fell.</summary>
public sealed record TieAccount
{
    /// <summary>The round of the rule in which it was met, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>The tied projects, in the order of the ballot.</summary>
    public required ImmutableArray<string> Tied { get; init; }

    /// <summary>The same in the order in which the tie keys put them.</summary>
    public required ImmutableArray<string> Order { get; init; }

    /// <summary>The tie keys that told them apart.</summary>
    public required ImmutableArray<string> BrokenBy { get; init; }

    /// <summary>Whether another order could have led to another outcome.</summary>
    public required bool Matters { get; init; }

    /// <inheritdoc />
    public bool Equals(TieAccount? other) => other is not null && Round == other.Round && Matters == other.Matters
        && Tied.AsSpan().SequenceEqual(other.Tied.AsSpan()) && Order.AsSpan().SequenceEqual(other.Order.AsSpan()) && BrokenBy.AsSpan().SequenceEqual(other.BrokenBy.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Round, Tied.Length, Matters);

    internal static TieAccount Of(TieRecord tie) => new()
    {
        Round = tie.Round,
        Tied = tie.Tied,
        Order = tie.Order,
        BrokenBy = [.. tie.BrokenBy.Select(key => key.ToString())],
        Matters = tie.Matters,
    };
}
