using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Goals;

/// <summary>How far a <see cref="MoneyTarget"/> is reached.</summary>
public sealed record MoneyProgress : TargetProgress
{
    /// <summary>What is needed and what is there.</summary>
    /// <param name="needed">As <see cref="Needed"/>.</param>
    /// <param name="counted">As <see cref="Counted"/>.</param>
    /// <exception cref="InvalidOperationException">The amounts are in different currencies.</exception>
    public MoneyProgress(Money needed, Money counted)
    {
        Needed = needed;
        Counted = counted;
        Missing = Money.Max(needed - counted, Money.Zero(needed.Currency));
    }

    /// <summary>The amount of the target.</summary>
    public Money Needed { get; }

    /// <summary>The amount that counts, which may be more.</summary>
    public Money Counted { get; }

    /// <summary>The amount that lacks; zero if none does.</summary>
    [JsonIgnore]
    public Money Missing { get; }

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsMet => Missing.IsZero;

    /// <summary>The progress in words.</summary>
    public override string ToString() => IsMet ? $"{Counted} of {Needed}" : $"{Counted} of {Needed}, {Missing} missing";
}
