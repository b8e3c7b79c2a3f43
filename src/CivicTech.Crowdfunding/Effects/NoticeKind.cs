using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Effects;

/// <summary>What somebody is to be told.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoticeKind>))]
public enum NoticeKind
{
    /// <summary>The payment is still open.</summary>
    [JsonStringEnumMemberName("payment-reminder")]
    PaymentReminder,

    /// <summary>The payment did not work; another way to pay is needed.</summary>
    [JsonStringEnumMemberName("payment-failed")]
    PaymentFailed,

    /// <summary>Collecting was given up.</summary>
    [JsonStringEnumMemberName("pledge-dropped")]
    PledgeDropped,

    /// <summary>A round was passed, the campaign goes on.</summary>
    [JsonStringEnumMemberName("round-passed")]
    RoundPassed,

    /// <summary>The campaign succeeded.</summary>
    [JsonStringEnumMemberName("campaign-succeeded")]
    CampaignSucceeded,

    /// <summary>The campaign failed: nobody pays, or the money comes back.</summary>
    [JsonStringEnumMemberName("campaign-failed")]
    CampaignFailed,

    /// <summary>The campaign was cancelled.</summary>
    [JsonStringEnumMemberName("campaign-cancelled")]
    CampaignCancelled,

    /// <summary>The deadline was extended, or the end announced.</summary>
    [JsonStringEnumMemberName("deadline-moved")]
    DeadlineMoved,

    /// <summary>A backer waits for word from the owner.</summary>
    [JsonStringEnumMemberName("feedback-overdue")]
    FeedbackOverdue,

    /// <summary>A report is late.</summary>
    [JsonStringEnumMemberName("report-overdue")]
    ReportOverdue,

    /// <summary>After the success so much was dropped that less than the goal is left; the success stands.</summary>
    [JsonStringEnumMemberName("below-goal")]
    BelowGoal,

    /// <summary>The provider refused a call: a person must look.</summary>
    [JsonStringEnumMemberName("call-refused")]
    CallRefused,

    /// <summary>Refunds failed again and again: a person must look.</summary>
    [JsonStringEnumMemberName("refund-stuck")]
    RefundStuck,

    /// <summary>Of a payment, a refund, a dispute or a payout nothing was heard for a month, though the provider was asked: a person must look.</summary>
    [JsonStringEnumMemberName("payment-unresolved")]
    PaymentUnresolved,

    /// <summary>Money given outside is to be given back outside, and that put on record.</summary>
    [JsonStringEnumMemberName("refund-by-hand")]
    RefundByHand,

    /// <summary>A payout failed or came back: the owner's account must be mended.</summary>
    [JsonStringEnumMemberName("payout-failed")]
    PayoutFailed,

    /// <summary>After disputes or refunds the owner owes money.</summary>
    [JsonStringEnumMemberName("owner-owes")]
    OwnerOwes,
}
