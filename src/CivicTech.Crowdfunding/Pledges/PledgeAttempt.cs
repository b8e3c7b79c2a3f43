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
}
