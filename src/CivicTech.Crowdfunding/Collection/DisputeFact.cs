using System.Text.Json.Serialization;
using CivicTech.Amounts;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>What is known of one dispute (a chargeback, a returned debit).</summary>
public sealed record DisputeFact : IKeyedFact<DisputeFact>
{
    /// <summary>The provider's identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The disputed amount; <see langword="null"/> while only the outcome is known.</summary>
    public Money? Amount { get; init; }

    /// <summary>What the provider charged for it, whoever wins; <see langword="null"/> while unknown.</summary>
    public Money? Fee { get; init; }

    /// <summary>How it ended; <see langword="null"/> while it is open.</summary>
    public DisputeRuling? Ruling { get; init; }

    /// <summary>Whether the provider holds the money until there is an outcome.</summary>
    [JsonIgnore]
    public bool IsOpen => Ruling is null;

    /// <summary>Whether the money is gone.</summary>
    [JsonIgnore]
    public bool IsLost => Ruling is { Outcome: DisputeOutcome.Lost };

    string IKeyedFact<DisputeFact>.Key => Id;

    DisputeFact IFact<DisputeFact>.Join(DisputeFact other) => this with
    {
        Amount = Joins.Max(Amount, other.Amount),
        Fee = Joins.Max(Fee, other.Fee),
        Ruling = Joins.Join(Ruling, other.Ruling),
    };
}
