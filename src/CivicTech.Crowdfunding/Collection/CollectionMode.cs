using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>How pledges become money, and when money moves. A campaign has one mode, shown to backers before they pledge.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CollectionMode>))]
public enum CollectionMode
{
    /// <summary>
    /// Nothing moves before the campaign has succeeded; then each backer gets a link and pays by it. A failed campaign moves no money at all.
    /// The default: it needs nothing stored about how a backer pays.
    /// </summary>
    [JsonStringEnumMemberName("invite-to-pay")]
    InviteToPay,

    /// <summary>
    /// The backer signs a mandate when pledging; after success the account is debited, which takes days and may be returned for
    /// weeks. A failed campaign moves no money.
    /// </summary>
    [JsonStringEnumMemberName("direct-debit")]
    DirectDebit,

    /// <summary>
    /// The backer's card is saved when pledging and charged after success, in the backer's absence: some charges fail and need
    /// retries, or the backer. A failed campaign moves no money.
    /// </summary>
    [JsonStringEnumMemberName("save-then-charge")]
    SaveThenCharge,

    /// <summary>Money moves when the pledge is made. A failed campaign refunds everybody.</summary>
    [JsonStringEnumMemberName("charge-now")]
    ChargeNow,

    /// <summary>
    /// The amount is held on the card when the pledge is made and moves after success. A hold lives for days
    /// (<see cref="GatewayCapabilities.AuthorisationWindow"/>), so that only a short campaign can work this way. A failed campaign
    /// lets go of the holds.
    /// </summary>
    [JsonStringEnumMemberName("authorise-then-capture")]
    AuthoriseThenCapture,

    /// <summary>
    /// Money moves outside (cash, a transfer, a cheque) and counts when somebody records the evidence. Refunds are recorded in the same way.
    /// </summary>
    [JsonStringEnumMemberName("offline")]
    Offline,
}
