using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Ledger;

/// <summary>A place where the money of a campaign is, or came from. The order of the accounts is that of statements.</summary>
/// <remarks>
/// A positive balance is money that is here, a negative one money that came from here; all balances together are zero.
/// <see cref="AccountExtensions.MayBeNegative"/> tells the two kinds apart.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<Account>))]
public enum Account
{
    /// <summary>The backers, outside the platform. Negative: what they paid and did not get back.</summary>
    [JsonStringEnumMemberName("backers")]
    Backers,

    /// <summary>Collected, and not yet the owner's: it goes back if the campaign fails. Never negative.</summary>
    [JsonStringEnumMemberName("escrow")]
    Escrow,

    /// <summary>What the platform earned by its fees, without tax. Never negative.</summary>
    [JsonStringEnumMemberName("platform-fee")]
    PlatformFee,

    /// <summary>
    /// Negative: what the platform bears because nobody else does, such as the provider's fees of a campaign that failed.
    /// </summary>
    [JsonStringEnumMemberName("platform-cost")]
    PlatformCost,

    /// <summary>What backers gave to the platform of their own accord. Never negative.</summary>
    [JsonStringEnumMemberName("tips")]
    Tips,

    /// <summary>What the payment provider kept for its service. Never negative.</summary>
    [JsonStringEnumMemberName("provider-fee")]
    ProviderFee,

    /// <summary>Tax on fees, to be passed to the tax office. Never negative.</summary>
    [JsonStringEnumMemberName("tax")]
    Tax,

    /// <summary>The owner's money that is not yet on its way. Never negative: see <see cref="OwnerDebt"/>.</summary>
    [JsonStringEnumMemberName("owner-payable")]
    OwnerPayable,

    /// <summary>The owner's money that is held back for a time, against disputes. Never negative.</summary>
    [JsonStringEnumMemberName("reserve")]
    Reserve,

    /// <summary>Sent to the owner, and neither arrived nor returned so far. Never negative.</summary>
    [JsonStringEnumMemberName("payout-in-transit")]
    PayoutInTransit,

    /// <summary>The owner, outside the platform: what was paid out. Negative only if the owner paid back more than that.</summary>
    [JsonStringEnumMemberName("owner")]
    Owner,

    /// <summary>Negative: what the owner owes, because a dispute was lost or a refund paid when nothing was left to take it from.</summary>
    [JsonStringEnumMemberName("owner-debt")]
    OwnerDebt,

    /// <summary>Promised back to backers, and not yet sent. Never negative.</summary>
    [JsonStringEnumMemberName("refund-payable")]
    RefundPayable,

    /// <summary>Taken by the provider while disputes are open. Never negative.</summary>
    [JsonStringEnumMemberName("disputed")]
    Disputed,

    /// <summary>What the provider kept for handling disputes. Never negative.</summary>
    [JsonStringEnumMemberName("dispute-fee")]
    DisputeFee,
}
