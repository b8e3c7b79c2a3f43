using NodaTime;

namespace CivicTech.Crowdfunding.Plans;

/// <summary>What the owner owes the backers after a success.</summary>
public sealed record ReportPlan
{
    /// <summary>How long after the last payout the report on the spending is due; null for none.</summary>
    public Duration? SpendingWithin { get; init; } = Duration.FromDays(90);

    /// <summary>How long after the last payout the report on the impact is due; null for none.</summary>
    public Duration? ImpactWithin { get; init; } = Duration.FromDays(365);
}
