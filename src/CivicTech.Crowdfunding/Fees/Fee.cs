using System.Collections.Immutable;
using CivicTech.Numerics;

namespace CivicTech.Crowdfunding.Fees;

/// <summary>One fee on what was captured: a rate or steps of rates, a fixed amount, limits, and the tax on it.</summary>
/// <remarks>
/// <para>The net fee is the exact sum of its parts, rounded once and then brought within its limits; the tax on it is worked out from the
/// rounded
/// net fee and rounded in the same way. Nothing captured, no fee.</para>
/// <para>Tips are no fees: they pass to the platform whole. What a payment provider really kept is no fee either: it is
/// known from the provider. Immutable; equal are fees that say the same. <see cref="FeeSchedule"/> checks what it is given.</para>
/// </remarks>
public sealed record Fee
{
    /// <summary>The name under which the fee is shown, unique in its schedule.</summary>
    public required string Name { get; init; }

    /// <summary>The rate on the captured amount: 1/20 is 5 %. From 0 to 1, and 0 where there are <see cref="Tiers"/>.</summary>
    public Rational Rate { get; init; }

    /// <summary>
    /// Steps of rates, as of an income tax: each rate applies to the part of the amount that lies in its step. Rising; only the last is
    /// without an end.
    /// </summary>
    public ImmutableArray<FeeTier> Tiers
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>An amount that does not depend on what was captured, at least zero.</summary>
    public Money? Fixed { get; init; }

    /// <summary>How often <see cref="Fixed"/> is charged. A fee on top of pledges is one for each pledge.</summary>
    public FixedFeePer FixedPer { get; init; }

    /// <summary>The least net fee once something was captured, at least zero.</summary>
    public Money? Min { get; init; }

    /// <summary>The largest net fee, at least <see cref="Min"/>.</summary>
    public Money? Max { get; init; }

    /// <summary>How fee and tax become whole minor units.</summary>
    public MoneyRounding Rounding { get; init; }

    /// <summary>The rate of value-added tax, which is charged in addition to the net fee: 1/5 is 20 %. From 0 to 1.</summary>
    public Rational Vat { get; init; }

    /// <summary>Who pays fee and tax.</summary>
    public FeeBearer Bearer { get; init; }

    /// <summary>Whether two fees say the same.</summary>
    /// <param name="other">Another fee.</param>
    public bool Equals(Fee? other) => other is not null
        && Name == other.Name
        && Rate == other.Rate
        && Tiers.AsSpan().SequenceEqual(other.Tiers.AsSpan())
        && Fixed == other.Fixed
        && FixedPer == other.FixedPer
        && Min == other.Min
        && Max == other.Max
        && Rounding == other.Rounding
        && Vat == other.Vat
        && Bearer == other.Bearer;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, Rate, Tiers.Length, Fixed, Min, Max, Vat, Bearer);

    /// <summary>All amounts in this fee.</summary>
    internal IEnumerable<Money> Amounts() =>
        from amount in Tiers.Select(tier => tier.UpTo).Concat([Fixed, Min, Max])
        where amount is not null
        select amount.Value;
}
