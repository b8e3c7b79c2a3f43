using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Fees;

/// <summary>All fees of a campaign: what its owner pays on the total captured, and what a backer pays on top of a pledge.</summary>
/// <remarks>
/// Fees on the total are worked out on the total, so that nobody gains or loses by how it was pledged: three pledges of 10.10 at 5 % are
/// 1.52 (1.515
/// rounded once), not three times 0.51. <see cref="ShareOut"/> says which pledge bears how much of it. Immutable; equal are schedules that
/// say the same.
/// </remarks>
public sealed partial record FeeSchedule
{
    /// <summary>A schedule.</summary>
    /// <param name="fees">As <see cref="Fees"/>.</param>
    /// <exception cref="ArgumentException">
    /// A fee is null or says what cannot be charged, two have the same name, or their amounts are in different currencies. The message
    /// names the fee.
    /// </exception>
    public FeeSchedule(params ImmutableArray<Fee> fees)
    {
        Fees = fees.IsDefault ? [] : fees;
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Fees.Length; i++)
        {
            var problem = Fees[i] is not { } fee ? "it is null"
                : FeeChecks.ProblemOf(fee) ?? (names.Add(fee.Name) ? null : "another has the same name");
            if (problem is not null)
            {
                throw new ArgumentException(FormattableString.Invariant($"Fee {i + 1} ('{Fees[i]?.Name}'): {problem}."), nameof(fees));
            }

            foreach (var amount in Fees[i].Amounts())
            {
                Currency ??= amount.Currency;
                if (amount.Currency != Currency)
                {
                    var place = FormattableString.Invariant($"Fee {i + 1} ('{Fees[i].Name}')");
                    throw new ArgumentException($"{place}: {amount} is not in {Currency}, as the fees before it are.", nameof(fees));
                }
            }
        }
    }

    /// <summary>No fees.</summary>
    public static FeeSchedule None { get; } = new();

    /// <summary>The fees, in the order in which they are taken.</summary>
    public ImmutableArray<Fee> Fees { get; }

    /// <summary>
    /// The one currency of all amounts in the schedule; <see langword="null"/> if it has rates only and suits any currency.
    /// </summary>
    [JsonIgnore]
    public Currency? Currency { get; }

    /// <summary>Whether two schedules say the same.</summary>
    /// <param name="other">Another schedule.</param>
    public bool Equals(FeeSchedule? other) => other is not null && Fees.AsSpan().SequenceEqual(other.Fees.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => Fees.Aggregate(Fees.Length, HashCode.Combine);
}
