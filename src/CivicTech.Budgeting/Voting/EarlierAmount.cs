using System.Collections.Immutable;

namespace CivicTech.Budgeting.Voting;

/// <summary>A price or a budget that held before a change of the ballot.</summary>
public sealed record EarlierAmount
{
    /// <summary>The edition from which it no longer held.</summary>
    public required int BeforeEdition { get; init; }

    /// <summary>The amount.</summary>
    public required Money Amount { get; init; }

    /// <summary>The amount that held in an edition.</summary>
    internal static Money? At(int edition, ImmutableArray<EarlierAmount> earlier, Money? now)
    {
        foreach (var amount in earlier)
        {
            if (edition < amount.BeforeEdition)
            {
                return amount.Amount;
            }
        }

        return now;
    }
}
