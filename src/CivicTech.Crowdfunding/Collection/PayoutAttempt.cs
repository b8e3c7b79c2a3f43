using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Amounts;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>One attempt to pay out: what was asked for, and what is known of it, as a fold of events in any order and with any repetition.</summary>
/// <remarks>
/// What left is believed before what failed, and what came back before what left. A payout that came back is tried again
/// under another key. Immutable; equal when what was asked for and what is known are equal.
/// </remarks>
public sealed record PayoutAttempt : IFact<PayoutAttempt>
{
    /// <summary>Its own key, and the idempotency key of the call: unique among all attempts and payouts.</summary>
    public required string Key { get; init; }

    /// <summary>How much is to be paid out, positive.</summary>
    /// <exception cref="ArgumentException">It is zero or less.</exception>
    public required Money Amount
    {
        get;
        init => field = value.IsPositive ? value : throw new ArgumentException($"A payout is more than zero, not {value}.", nameof(Amount));
    }

    /// <summary>Whether at some time nothing certain was known.</summary>
    public bool WasInDoubt { get; init; }

    /// <summary>The latest failure.</summary>
    public FailureFact? Failure { get; init; }

    /// <summary>The transfers by their identifiers: more than one only when something went wrong.</summary>
    public ImmutableArray<TransferFact> Transfers { get => field.IsDefault ? [] : field; init => field = Joins.Canonical(value); }

    /// <summary>All that left.</summary>
    [JsonIgnore]
    public Money Sent => Joins.Sum(Transfers, Amount.Currency, transfer => transfer.Amount);

    /// <summary>What came back of it.</summary>
    [JsonIgnore]
    public Money Returned => Joins.Sum(Transfers, Amount.Currency, transfer => transfer.IsReturned ? transfer.Amount : null);

    /// <summary>What the provider charged.</summary>
    [JsonIgnore]
    public Money Fee => Joins.Sum(Transfers, Amount.Currency, transfer => transfer.Fee);

    /// <summary>Where it stands: sent while any of what left has not come back.</summary>
    [JsonIgnore]
    public PayoutStatus Status
    {
        get
        {
            var sent = Sent;
            if (sent.IsPositive)
            {
                return Returned == sent ? PayoutStatus.Returned : PayoutStatus.Sent;
            }

            return Failure is not null ? PayoutStatus.Failed : WasInDoubt ? PayoutStatus.Unknown : PayoutStatus.Requested;
        }
    }

    /// <summary>
    /// What keeps an event from being applied: it is malformed, or it is of another payout, another currency, or a payment. Empty if nothing.
    /// </summary>
    /// <param name="providerEvent">The event.</param>
    public IReadOnlyList<EventProblem> ProblemsOf(ProviderEvent providerEvent)
    {
        ArgumentNullException.ThrowIfNull(providerEvent);
        return EventCheck.For(providerEvent, Key, Amount.Currency, isPayout: true);
    }

    /// <summary>What is known with an event.</summary>
    /// <param name="providerEvent">Any event of this payout, at any time, any number of times.</param>
    /// <returns>This same instance when the event adds nothing.</returns>
    /// <exception cref="ArgumentException">The event has <see cref="ProblemsOf"/>; they are named.</exception>
    /// <exception cref="OverflowException">The amounts sum to more than money can be.</exception>
    public PayoutAttempt Apply(ProviderEvent providerEvent)
    {
        EventCheck.Refuse(ProblemsOf(providerEvent), nameof(providerEvent));
        var next = Join(EventReading.OfPayout(providerEvent, new() { Key = Key, Amount = Amount }));
        // Sums that overflow are refused here, not by everybody who later reads them.
        _ = (next.Sent, next.Fee);
        return next;
    }

    PayoutAttempt IFact<PayoutAttempt>.Join(PayoutAttempt other) => Join(other);

    private PayoutAttempt Join(PayoutAttempt other)
    {
        var joined = this with
        {
            WasInDoubt = WasInDoubt || other.WasInDoubt,
            Failure = Joins.Join(Failure, other.Failure),
            Transfers = Joins.Join(Transfers, other.Transfers),
        };
        return joined.Equals(this) ? this : joined;
    }

    /// <summary>Whether both ask for the same and know the same.</summary>
    /// <param name="other">Another payout.</param>
    public bool Equals(PayoutAttempt? other) => other is not null
        && Key == other.Key
        && Amount == other.Amount
        && WasInDoubt == other.WasInDoubt
        && Failure == other.Failure
        && Transfers.AsSpan().SequenceEqual(other.Transfers.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Key, Amount, WasInDoubt, Failure, Transfers.FirstOrDefault());
}
