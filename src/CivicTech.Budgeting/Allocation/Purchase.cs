using System.Collections.Immutable;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Allocation;

/// <summary>How the supporters of a project paid for it.</summary>
public sealed class Purchase
{
    private readonly Lazy<(ImmutableArray<VoterAmount> Payments, ImmutableArray<VoterAmount> Leftovers)> _voters;
    private readonly Lazy<Rational>? _load;

    internal Purchase(
        Rational pricePerUtility,
        Rational? effectiveVotes,
        Func<(ImmutableArray<VoterAmount> Payments, ImmutableArray<VoterAmount> Leftovers)> voters)
    {
        PricePerUtility = pricePerUtility;
        EffectiveVotes = effectiveVotes;
        _voters = new(voters);
    }

    internal Purchase(
        Func<Rational> load,
        Func<(ImmutableArray<VoterAmount> Payments, ImmutableArray<VoterAmount> Leftovers)> voters)
    {
        _load = new(load);
        _voters = new(voters);
    }

    /// <summary>
    /// In rules that share a price: what supporters who could paid for each unit of utility; the lowest of all projects that were affordable.
    /// Null in rules that share loads.
    /// </summary>
    public Rational? PricePerUtility { get; }

    /// <summary>
    /// In rules that share loads: the load of its supporters afterwards, which is the time of the purchase. A supporter whose load was beyond
    /// it keeps that. Null in rules that share a price. Worked out when first asked for.
    /// </summary>
    public Rational? Load => _load?.Value;

    /// <summary>
    /// How many supporters who pay in full would have led to this price: the cost over the highest payment. Null where a project is not worth
    /// the same to all its supporters.
    /// </summary>
    public Rational? EffectiveVotes { get; }

    /// <summary>What its supporters paid, the highest amount first. Worked out when first asked for, from the ballots.</summary>
    public ImmutableArray<VoterAmount> Payments => _voters.Value.Payments;

    /// <summary>What all voters have left after this round, the highest amount first.</summary>
    public ImmutableArray<VoterAmount> Leftovers => _voters.Value.Leftovers;

    /// <summary>The price or the load as a sentence.</summary>
    public override string ToString()
    {
        if (Load is { } load)
        {
            return $"Supporters pay all they have; their load is {ShortAmount.Of(load)} now.";
        }

        var votes = EffectiveVotes is { } effective ? $" (effective votes: {ShortAmount.Of(effective)})" : "";
        return $"Supporters pay {ShortAmount.Of(PricePerUtility!.Value)} for a unit of utility{votes}.";
    }
}
