using System.Text.Json.Serialization;
using CivicTech.Amounts;
using NodaTime;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>One attempt to collect a pledge: what was asked for, and what is known of it.</summary>
/// <remarks>
/// <para>It is a fold of <see cref="ProviderEvent"/>s whose result depends neither on their order nor on repetitions, so that at-least-once
/// delivery in any order does no harm: <see cref="Facts"/> only grow, and everything else is read from them. Money that moved beats
/// all that is said about it: an attempt that failed and then took the money has taken it.</para>
/// <para>Immutable; equal when what was asked for and what is known are equal.</para>
/// </remarks>
public sealed record PaymentAttempt
{
    /// <summary>Its own key, and the idempotency key of the call that starts it: unique among all attempts, never used for another amount.</summary>
    public required string Key { get; init; }

    /// <summary>What the gateway is asked to do.</summary>
    public required PaymentOperation Operation { get; init; }

    /// <summary>How much was asked for, positive.</summary>
    /// <exception cref="ArgumentException">It is zero or less.</exception>
    public required Money Amount
    {
        get;
        init => field = value.IsPositive ? value : throw new ArgumentException($"An attempt collects more than zero, not {value}.", nameof(Amount));
    }

    /// <summary>What is known.</summary>
    public PaymentFacts Facts { get; init => field = value ?? PaymentFacts.None; } = PaymentFacts.None;

    /// <summary>The money as a ledger books it.</summary>
    [JsonIgnore]
    public PaymentPosition Position => PaymentPosition.Of(this);

    /// <summary>
    /// Where it stands. Money first: an open dispute, a lost one, refunds, the capture. Without money: voided, expired, then the later
    /// of failure and progress (in one moment the failure), then doubt.
    /// </summary>
    [JsonIgnore]
    public PaymentStatus Status
    {
        get
        {
            var position = Position;
            return position.Captured.IsPositive ? WithMoney(position) : WithoutMoney();
        }
    }

    /// <summary>
    /// Whether another amount was taken than was asked for: somebody should look. Less is in order where a hold was captured in part.
    /// </summary>
    [JsonIgnore]
    public bool HasOtherAmount
    {
        get
        {
            var captured = Position.Captured;
            return captured > Amount || (captured.IsPositive && captured < Amount && Operation != PaymentOperation.Authorise);
        }
    }

    /// <summary>
    /// How much of a hold can be captured: nothing when it ran out (from <see cref="AuthorisationFact.Until"/> on), was let go, or was
    /// captured already.
    /// </summary>
    /// <param name="now">The moment of the capture.</param>
    /// <remarks>A hold is captured once, in whole or in part; what is not captured then is released.</remarks>
    public Money Capturable(Instant now) =>
        Facts is { Authorisation: { } hold, IsExpired: false, IsVoided: false, Captures.IsEmpty: true } && !(now >= hold.Until)
            ? hold.Amount
            : Money.Zero(Amount.Currency);

    /// <summary>
    /// What keeps an event from being applied: it is malformed, or it is of another attempt, another currency, or a payout. Empty if nothing.
    /// </summary>
    /// <param name="providerEvent">The event.</param>
    public IReadOnlyList<EventProblem> ProblemsOf(ProviderEvent providerEvent)
    {
        ArgumentNullException.ThrowIfNull(providerEvent);
        return EventCheck.For(providerEvent, Key, Amount.Currency, isPayout: false);
    }

    /// <summary>What is known with an event.</summary>
    /// <param name="providerEvent">Any event of this attempt, at any time, any number of times.</param>
    /// <returns>This same instance when the event adds nothing.</returns>
    /// <exception cref="ArgumentException">The event has <see cref="ProblemsOf"/>; they are named.</exception>
    /// <exception cref="OverflowException">The amounts sum to more than money can be.</exception>
    /// <remarks>Takes time in the number of payments, refunds and disputes of this attempt.</remarks>
    public PaymentAttempt Apply(ProviderEvent providerEvent)
    {
        EventCheck.Refuse(ProblemsOf(providerEvent), nameof(providerEvent));
        return With(EventReading.OfPayment(providerEvent));
    }

    /// <summary>Notes that a refund is asked for: before the gateway is called.</summary>
    /// <param name="refundKey">Its own key, which is the idempotency key of the call.</param>
    /// <param name="amount">How much, positive.</param>
    /// <returns>This same instance when that is known already.</returns>
    /// <exception cref="ArgumentException">
    /// The amount is not positive or of another currency, another amount was asked for with this key, or it is more than may still be
    /// refunded (<see cref="PaymentPosition.Refundable"/>).
    /// </exception>
    public PaymentAttempt RequestRefund(string refundKey, Money amount)
    {
        ArgumentException.ThrowIfNullOrEmpty(refundKey);
        var known = Facts.Refunds.FirstOrDefault(refund => refund.Key == refundKey)?.Requested;
        if (known == amount)
        {
            return this;
        }

        var refundable = Position.Refundable;
        if (known is not null || !amount.IsPositive || amount.Currency != Amount.Currency || amount > refundable)
        {
            var expected = known is null ? $"more than zero and at most {refundable}" : $"{known}, as asked for before";
            throw new ArgumentException($"Refund '{refundKey}': expected {expected}, got {amount}.", nameof(amount));
        }

        return With(new() { Refunds = [new() { Key = refundKey, Requested = amount }] });
    }

    private PaymentAttempt With(PaymentFacts more)
    {
        var facts = Facts.Join(more);
        if (ReferenceEquals(facts, Facts))
        {
            return this;
        }

        var next = this with { Facts = facts };
        // Sums that overflow are refused here, not by everybody who later reads the position.
        _ = next.Position;
        return next;
    }

    private PaymentStatus WithMoney(PaymentPosition position)
    {
        if (Facts.Disputes.Any(dispute => dispute.IsOpen))
        {
            return PaymentStatus.Disputed;
        }

        if (position.DisputedLost.IsPositive)
        {
            return PaymentStatus.ChargedBack;
        }

        if (position.Refunded.IsZero)
        {
            return PaymentStatus.Captured;
        }

        return position.Refunded == position.Captured ? PaymentStatus.Refunded : PaymentStatus.PartlyRefunded;
    }

    private PaymentStatus WithoutMoney() => Facts switch
    {
        { IsVoided: true } => PaymentStatus.Voided,
        { IsExpired: true } => PaymentStatus.Expired,
        { Failure: { } failure, Progress: var progress } when progress is null || failure.At >= progress.At => PaymentStatus.Failed,
        { Progress: { } progress } => progress.Stage switch
        {
            PaymentStage.Authorised => PaymentStatus.Authorised,
            PaymentStage.ActionRequired => PaymentStatus.ActionRequired,
            _ => PaymentStatus.Processing,
        },
        { WasInDoubt: true } => PaymentStatus.Unknown,
        _ => PaymentStatus.Requested,
    };
}
