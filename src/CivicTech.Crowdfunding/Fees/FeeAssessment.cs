using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Fees;

/// <summary>What the fees on an amount come to.</summary>
/// <remarks>Immutable; equal are assessments that say the same.</remarks>
public sealed record FeeAssessment
{
    /// <summary>An assessment.</summary>
    /// <param name="amount">As <see cref="Amount"/>.</param>
    /// <param name="fees">As <see cref="Fees"/>.</param>
    /// <exception cref="InvalidOperationException">A fee is in another currency than the amount.</exception>
    /// <exception cref="OverflowException">The sum is out of range.</exception>
    public FeeAssessment(Money amount, ImmutableArray<AssessedFee> fees)
    {
        Amount = amount;
        Fees = fees.IsDefault ? [] : fees;
        Net = Vat = Money.Zero(amount.Currency);
        foreach (var fee in Fees)
        {
            Net += fee.Net;
            Vat += fee.Vat;
        }

        Total = Net + Vat;
    }

    /// <summary>What the fees are on: the total captured, or one pledge.</summary>
    public Money Amount { get; }

    /// <summary>The fees in the order of the schedule.</summary>
    public ImmutableArray<AssessedFee> Fees { get; }

    /// <summary>All fees without tax.</summary>
    [JsonIgnore]
    public Money Net { get; }

    /// <summary>The tax on all fees.</summary>
    [JsonIgnore]
    public Money Vat { get; }

    /// <summary>All fees and the tax on them.</summary>
    [JsonIgnore]
    public Money Total { get; }

    /// <summary>Whether two assessments say the same.</summary>
    /// <param name="other">Another assessment.</param>
    public bool Equals(FeeAssessment? other) =>
        other is not null && Amount == other.Amount && Fees.AsSpan().SequenceEqual(other.Fees.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Amount, Total, Fees.Length);

    /// <summary>The assessment in words.</summary>
    public override string ToString() => Fees.IsEmpty ? $"no fees on {Amount}" : $"{Total} on {Amount} ({string.Join("; ", Fees)})";
}
