using CivicTech.Crowdfunding.Plans;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>What is known of a report that the owner owes.</summary>
public sealed record ReportState
{
    /// <summary>Which report.</summary>
    public required ReportKind Report { get; init; }

    /// <summary>Its reference; null while it is not published.</summary>
    public string? Reference { get; init; }

    /// <summary>Whether it was noted that it is late.</summary>
    public bool WasLate { get; init; }
}
