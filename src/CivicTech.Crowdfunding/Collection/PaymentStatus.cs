using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>Where a payment attempt stands, as read from its facts. Money that moved always shows before anything said about it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaymentStatus>))]
public enum PaymentStatus
{
    /// <summary>Asked for; nothing is known yet.</summary>
    [JsonStringEnumMemberName("requested")]
    Requested,

    /// <summary>The call ended without an answer: ask the gateway before anything else.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,

    /// <summary>The provider is at work; may take days for a debit or a transfer.</summary>
    [JsonStringEnumMemberName("processing")]
    Processing,

    /// <summary>The backer must do something, such as confirming with the bank.</summary>
    [JsonStringEnumMemberName("action-required")]
    ActionRequired,

    /// <summary>The amount is held on the card; no money has moved.</summary>
    [JsonStringEnumMemberName("authorised")]
    Authorised,

    /// <summary>It did not work. Not the last word: a late success overrides it.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>The hold or the link ran out unused.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,

    /// <summary>The hold was let go, or the link closed, on purpose.</summary>
    [JsonStringEnumMemberName("voided")]
    Voided,

    /// <summary>The money is here.</summary>
    [JsonStringEnumMemberName("captured")]
    Captured,

    /// <summary>A part of the money went back.</summary>
    [JsonStringEnumMemberName("partly-refunded")]
    PartlyRefunded,

    /// <summary>All the money went back.</summary>
    [JsonStringEnumMemberName("refunded")]
    Refunded,

    /// <summary>The backer's bank disputes it and the outcome is open: the provider has taken the money meanwhile.</summary>
    [JsonStringEnumMemberName("disputed")]
    Disputed,

    /// <summary>A dispute was lost: the money is gone (unless the chargeback is reversed).</summary>
    [JsonStringEnumMemberName("charged-back")]
    ChargedBack,
}
