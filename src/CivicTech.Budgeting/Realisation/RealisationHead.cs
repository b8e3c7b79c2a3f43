using System.Collections.Immutable;
using CivicTech.Budgeting.Results;

namespace CivicTech.Budgeting.Realisation;

/// <summary>What the head of a cycle holds of its projects: small, however many there are.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record RealisationHead
{
    /// <summary>How many projects are neither finished nor abandoned nor merged nor overruled.</summary>
    public int Unsettled { get; init; }

    /// <summary>The left-over accounts of the areas: what the count returned and what projects did not spend, less what was taken from there.</summary>
    public ImmutableArray<AreaMoney> Leftovers { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(RealisationHead? other) => other is not null && Unsettled == other.Unsettled && Leftovers.AsSpan().SequenceEqual(other.Leftovers.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Unsettled, Leftovers.Length);

    internal Money LeftoverOf(string area) => Leftovers.First(leftover => leftover.Area == area).Amount;

    internal RealisationHead Add(string area, Money amount) =>
        this with { Leftovers = [.. Leftovers.Select(leftover => leftover.Area == area ? leftover with { Amount = leftover.Amount + amount } : leftover)] };
}
