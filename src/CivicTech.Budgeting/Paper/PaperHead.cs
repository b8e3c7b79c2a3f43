using NodaTime;

namespace CivicTech.Budgeting.Paper;

/// <summary>What the head of a cycle holds of the paper channel: small, however many cards there are.</summary>
public sealed record PaperHead
{
    /// <summary>How many batches there are.</summary>
    public int Batches { get; init; }

    /// <summary>How many of them are not reconciled: the ballot box is sealed when there is none.</summary>
    public int Open { get; init; }

    /// <summary>When the vote and the time for entering cards were over; null before, and where the calendar has no such time.</summary>
    public Instant? ClosedAt { get; init; }
}
