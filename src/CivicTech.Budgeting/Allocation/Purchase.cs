using System.Collections.Immutable;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Allocation;

/// <summary>How the supporters of a project paid for it.</summary>
public sealed class Purchase
{
    private readonly Lazy<(ImmutableArray<VoterAmount> Payments, ImmutableArray<VoterAmount> Leftovers)> _voters;

    internal Purchase(
        Rational pricePerUtility,
        Rational? effectiveVotes,
        Func<(ImmutableArray<VoterAmount> Payments, ImmutableArray<VoterAmount> Leftovers)> voters)
    {
        PricePerUtility = pricePerUtility;
        EffectiveVotes = effectiveVotes;
        _voters = new(voters);
    }

    /// <summary>What supporters who could paid for each unit of utility; the lowest of all projects that were affordable.</summary>
    public Rational PricePerUtility { get; }

    /// <summary>
    /// How many supporters who pay in full would have led to this price: the cost over the highest payment. Null where a project is not worth
    /// the same to all its supporters.
    /// </summary>
    public Rational? EffectiveVotes { get; }

    /// <summary>What its supporters paid, the highest amount first. Worked out when first asked for, from the ballots.</summary>
    public ImmutableArray<VoterAmount> Payments => _voters.Value.Payments;

    /// <summary>What all voters have left after this round, the highest amount first.</summary>
    public ImmutableArray<VoterAmount> Leftovers => _voters.Value.Leftovers;

    /// <summary>The price as a sentence.</summary>
    public override string ToString()
    {
        var votes = EffectiveVotes is { } effective ? $", which is worth {Rounded(effective)} effective votes" : "";
        return $"Supporters pay {Rounded(PricePerUtility)} for a unit of utility{votes}.";
    }

    // A price may have hundreds of digits.
    private static string Rounded(Rational number) => number.IsInteger
        ? number.ToString()
        : number.ToDouble().ToString("G10", System.Globalization.CultureInfo.InvariantCulture);
}
