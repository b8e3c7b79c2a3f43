using System.Collections.Immutable;
using CivicTech.Numerics;
using NodaTime;

namespace CivicTech.Crowdfunding.Plans;

/// <summary>When the owner gets the money.</summary>
/// <remarks>Equal when all that it says is equal.</remarks>
public sealed record PayoutPlan
{
    /// <summary>How long after the success the first money goes out, at least; late failures and early disputes are known by then.</summary>
    public Duration Delay { get; init; } = Duration.FromDays(14);

    /// <summary>In what parts, in order; money that comes in later goes out with the next part, or by itself after the last.</summary>
    public ImmutableArray<Tranche> Tranches { get; init; } = [new Tranche { Name = "all", Weight = 1 }];

    /// <summary>What part of the owner's money is held back for disputes, at least 0 and less than 1.</summary>
    public Rational Reserve { get; init; }

    /// <summary>How long after the success it is held back.</summary>
    public Duration ReserveFor { get; init; } = Duration.FromDays(90);

    /// <inheritdoc />
    public bool Equals(PayoutPlan? other) => other is not null
        && Delay == other.Delay && Tranches.SequenceEqual(other.Tranches) && Reserve == other.Reserve && ReserveFor == other.ReserveFor;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Delay, Tranches.Length, Reserve, ReserveFor);
}
