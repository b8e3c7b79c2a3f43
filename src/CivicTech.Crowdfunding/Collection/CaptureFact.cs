using CivicTech.Amounts;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>Money that one payment at the provider has taken.</summary>
/// <remarks>Of two readings of the same payment the larger amounts hold: what a payment has taken only grows; what goes back is a refund.</remarks>
public sealed record CaptureFact : IKeyedFact<CaptureFact>
{
    /// <summary>The provider's identifier of the payment.</summary>
    public required string PaymentId { get; init; }

    /// <summary>All that it has taken so far.</summary>
    public required Money Amount { get; init; }

    /// <summary>What the provider kept of it; <see langword="null"/> while unknown.</summary>
    public Money? Fee { get; init; }

    string IKeyedFact<CaptureFact>.Key => PaymentId;

    CaptureFact IFact<CaptureFact>.Join(CaptureFact other) =>
        this with { Amount = Money.Max(Amount, other.Amount), Fee = Joins.Max(Fee, other.Fee) };
}
