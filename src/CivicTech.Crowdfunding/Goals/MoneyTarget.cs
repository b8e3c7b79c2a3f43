using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Goals;

/// <summary>An amount of money to raise. Money that is <see cref="GoalTotals.Conditional"/> counts towards it.</summary>
public sealed record MoneyTarget : Target
{
    /// <summary>A target of an amount.</summary>
    /// <param name="amount">As <see cref="Amount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is zero or negative.</exception>
    public MoneyTarget(Money amount) => Amount = Positive.Of(amount, nameof(amount), "A target");

    /// <summary>The amount, above zero: reached when what counts is this much or more.</summary>
    public Money Amount { get; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Currency? Currency => Amount.Currency;

    /// <inheritdoc />
    public override bool IsMet(GoalTotals totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        return totals.Counted >= Amount;
    }

    /// <inheritdoc />
    public override ImmutableArray<TargetProgress> Progress(GoalTotals totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        return [new MoneyProgress(Amount, totals.Counted)];
    }

    /// <summary>The amount.</summary>
    public override string ToString() => Amount.ToString();

    private protected override ImmutableArray<TargetProgress> Lacking(GoalTotals totals) => Progress(totals);
}
