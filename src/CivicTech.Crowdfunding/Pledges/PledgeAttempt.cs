using System.Text.Json.Serialization;
using CivicTech.Crowdfunding.Collection;
using NodaTime;

namespace CivicTech.Crowdfunding.Pledges;

/// <summary>An attempt to collect a pledge, and what was asked about it since.</summary>
public sealed record PledgeAttempt
{
    /// <summary>What was asked for and what is known of it.</summary>
    public required PaymentAttempt Payment { get; init; }

    /// <summary>When it was made: written down before the gateway was called.</summary>
    public required Instant MadeAt { get; init; }

    /// <summary>How often the backer was reminded of it.</summary>
    public int Reminders { get; init; }

    /// <summary>Whether the capture of what it holds was asked for: that is done once.</summary>
    public bool CaptureAsked { get; init; }

    /// <summary>Whether it was asked to let go of the hold, or to close the link.</summary>
    public bool VoidAsked { get; init; }

    /// <summary>How often the provider was asked about it since something was last learned of it, or done about it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Asks { get; init; }

    /// <summary>When something was last learned of it, done about it or asked; null while that is its making, or when the last word is known.</summary>
    public Instant? QuietSince { get; init; }

    /// <summary>Whether no last word is known. A failure is asked about once: nothing is charged again for a word that was wrong.</summary>
    [JsonIgnore]
    internal bool IsUnresolved => Payment.Operation != PaymentOperation.Offline && (Payment.Status switch
    {
        PaymentStatus.Requested or PaymentStatus.Unknown or PaymentStatus.Processing or PaymentStatus.ActionRequired => true,
        PaymentStatus.Authorised => CaptureAsked || VoidAsked,
        PaymentStatus.Failed => Asks == 0,
        _ => Payment.Facts.Refunds.Any(refund => refund.IsPending) || Payment.Facts.Disputes.Any(dispute => dispute.IsOpen),
    });

    /// <summary>When the provider is to be asked about it; null when the last word is known.</summary>
    [JsonIgnore]
    internal Instant? AskDue => IsUnresolved ? (QuietSince ?? MadeAt) + InquirySchedule.After(Asks) : null;

    /// <summary>Something was learned of it or done about it: questions begin anew.</summary>
    internal PledgeAttempt Moved(Instant at)
    {
        var moved = this with { Asks = 0, QuietSince = at };
        return moved.IsUnresolved ? moved : moved with { QuietSince = null };
    }
}
