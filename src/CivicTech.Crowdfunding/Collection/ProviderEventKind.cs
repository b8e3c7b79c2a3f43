using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>What a provider says has happened.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProviderEventKind>))]
public enum ProviderEventKind
{
    /// <summary>
    /// Nothing certain: the call ended without an answer, or the provider speaks of something that this list does not have. The
    /// host asks the gateway (<see cref="IPaymentGateway.AskAsync"/>) and hands in what it answers.
    /// </summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,

    /// <summary>The payment is on its way.</summary>
    [JsonStringEnumMemberName("processing")]
    Processing,

    /// <summary>The backer must act before it goes on.</summary>
    [JsonStringEnumMemberName("action-required")]
    ActionRequired,

    /// <summary>
    /// The amount is held. Needs <see cref="ProviderEvent.Amount"/>; states <see cref="ProviderEvent.CaptureBefore"/> if the provider
    /// does.
    /// </summary>
    [JsonStringEnumMemberName("authorised")]
    Authorised,

    /// <summary>The hold or the pay link ran out unused.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,

    /// <summary>The hold was let go, or the pay link closed, on request.</summary>
    [JsonStringEnumMemberName("voided")]
    Voided,

    /// <summary>
    /// Money was taken. Needs <see cref="ProviderEvent.PaymentId"/> and <see cref="ProviderEvent.Amount"/>, all that this payment has
    /// taken so far.
    /// </summary>
    [JsonStringEnumMemberName("captured")]
    Captured,

    /// <summary>It did not work; <see cref="ProviderEvent.FailureCode"/> says why.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>A refund went out. Needs <see cref="ProviderEvent.RefundKey"/> and <see cref="ProviderEvent.Amount"/>.</summary>
    [JsonStringEnumMemberName("refund-completed")]
    RefundCompleted,

    /// <summary>A refund did not work, or came back after it went out. Needs <see cref="ProviderEvent.RefundKey"/>.</summary>
    [JsonStringEnumMemberName("refund-failed")]
    RefundFailed,

    /// <summary>
    /// The backer's bank takes the money back for now. Needs <see cref="ProviderEvent.DisputeId"/> and <see
    /// cref="ProviderEvent.Amount"/>.
    /// </summary>
    [JsonStringEnumMemberName("dispute-opened")]
    DisputeOpened,

    /// <summary>The dispute ended well: the money is here again. Needs <see cref="ProviderEvent.DisputeId"/>.</summary>
    [JsonStringEnumMemberName("dispute-won")]
    DisputeWon,

    /// <summary>The dispute ended badly: the money is gone. Needs <see cref="ProviderEvent.DisputeId"/>.</summary>
    [JsonStringEnumMemberName("dispute-lost")]
    DisputeLost,

    /// <summary>The chargeback of a lost dispute was taken back: the money is here again. Needs <see cref="ProviderEvent.DisputeId"/>.</summary>
    [JsonStringEnumMemberName("dispute-reversed")]
    DisputeReversed,

    /// <summary>
    /// A payout left for the payee. Needs <see cref="ProviderEvent.PaymentId"/> (of the transfer) and <see
    /// cref="ProviderEvent.Amount"/>.
    /// </summary>
    [JsonStringEnumMemberName("payout-sent")]
    PayoutSent,

    /// <summary>A payout did not leave.</summary>
    [JsonStringEnumMemberName("payout-failed")]
    PayoutFailed,

    /// <summary>A payout that had left came back, whole. Needs <see cref="ProviderEvent.PaymentId"/> (of the transfer).</summary>
    [JsonStringEnumMemberName("payout-returned")]
    PayoutReturned,
}
