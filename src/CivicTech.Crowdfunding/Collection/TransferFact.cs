using CivicTech.Amounts;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>What is known of one transfer of a payout.</summary>
public sealed record TransferFact : IKeyedFact<TransferFact>
{
    /// <summary>The provider's identifier of the transfer.</summary>
    public required string Id { get; init; }

    /// <summary>How much left; <see langword="null"/> while only its return is known.</summary>
    public Money? Amount { get; init; }

    /// <summary>What the provider charged for it; <see langword="null"/> while unknown.</summary>
    public Money? Fee { get; init; }

    /// <summary>Whether it came back, whole.</summary>
    public bool IsReturned { get; init; }

    string IKeyedFact<TransferFact>.Key => Id;

    TransferFact IFact<TransferFact>.Join(TransferFact other) => this with
    {
        Amount = Joins.Max(Amount, other.Amount),
        Fee = Joins.Max(Fee, other.Fee),
        IsReturned = IsReturned || other.IsReturned,
    };
}
