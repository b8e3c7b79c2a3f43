using CivicTech.Numerics;

namespace CivicTech.Crowdfunding.Fees;

/// <summary>A step of a fee whose rate changes with the amount: the rate of the part of the amount that lies in the step.</summary>
/// <remarks>Immutable.</remarks>
public sealed record FeeTier
{
    /// <summary>A step.</summary>
    /// <param name="rate">As <see cref="Rate"/>.</param>
    /// <param name="upTo">As <see cref="UpTo"/>.</param>
    public FeeTier(Rational rate, Money? upTo)
    {
        Rate = rate;
        UpTo = upTo;
    }

    /// <summary>The rate: 1/20 is 5 %. From 0 to 1.</summary>
    public Rational Rate { get; }

    /// <summary>Where the step ends; <see langword="null"/> for the last step, and for it only.</summary>
    public Money? UpTo { get; }
}
