using CivicTech.Amounts;
using NodaTime;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>One thing that a payment provider says about an attempt or a payout, in our words.</summary>
/// <remarks>
/// <para>The contract of who hands it in (the adapter behind a webhook, or an answer of <see cref="IPaymentGateway"/>):</para>
/// <list type="bullet">
/// <item>The signature was checked over the raw bytes, and the signed time is recent (minutes): else the message is dropped and logged.</item>
/// <item>The message belongs to the host's own account at the provider: another tenant's is dropped and logged, whatever key it names.</item>
/// <item>The event is stored, or applied, before the provider gets its acknowledgement. A kind of message that the adapter does not know is
/// acknowledged all the same, or the provider stops sending.</item>
/// <item>Amounts are converted by the provider's own number of digits for the currency (see <see cref="Currency"/>).</item>
/// <item>Nothing in it names a person: all identifiers are opaque.</item>
/// </list>
/// <para>Neither order nor repetition matters: what an attempt knows after a set of events does not depend on them.
/// Immutable; equal when all it says is equal.</para>
/// </remarks>
public sealed record ProviderEvent
{
    /// <summary>The provider's identifier of the event: for the record. Repeated events need not share it.</summary>
    public required string EventId { get; init; }

    /// <summary>The <see cref="PaymentAttempt.Key"/> it speaks of; of a payout, the <see cref="PayoutAttempt.Key"/>.</summary>
    public required string AttemptKey { get; init; }

    /// <summary>What happened.</summary>
    public required ProviderEventKind Kind { get; init; }

    /// <summary>When it happened, by the provider's clock: of two contradicting events the later is believed.</summary>
    public required Instant OccurredAt { get; init; }

    /// <summary>How much, positive: taken so far, held, refunded by this refund, disputed, or paid out.</summary>
    public Money? Amount { get; init; }

    /// <summary>
    /// The provider's identifier of the payment or transfer. Two payments that were made for one attempt (a backer who paid a link
    /// twice, a key that the provider had forgotten) are told apart by it. Of evidence, its reference.
    /// </summary>
    public string? PaymentId { get; init; }

    /// <summary>The key of the refund; of one made by hand at the provider, the provider's identifier.</summary>
    public string? RefundKey { get; init; }

    /// <summary>The provider's identifier of the dispute.</summary>
    public string? DisputeId { get; init; }

    /// <summary>What the provider keeps or charges for this, not negative: for taking, refunding, disputing or paying out.</summary>
    public Money? Fee { get; init; }

    /// <summary>Why it failed, as a stable code such as <c>insufficient-funds</c>.</summary>
    public string? FailureCode { get; init; }

    /// <summary>The moment from which a hold can no longer be captured.</summary>
    public Instant? CaptureBefore { get; init; }

    /// <summary>What is wrong with it by itself; empty when it is well formed. All problems are listed.</summary>
    public IReadOnlyList<EventProblem> Problems() => EventCheck.Of(this);
}
