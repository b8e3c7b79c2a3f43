using System.Text.Json.Serialization;
using NodaTime;

namespace CivicTech.Crowdfunding.Plans;

/// <summary>What the owner owes the backers after a success that brought money.</summary>
/// <remarks>As JSON "none" is a stated <c>null</c>: what is left out is as in a new plan.</remarks>
public sealed record ReportPlan
{
    /// <summary>How long after the last payout the report on the spending is due; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Duration? SpendingWithin { get; init; } = Duration.FromDays(90);

    /// <summary>How long after the last payout the report on the impact is due; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Duration? ImpactWithin { get; init; } = Duration.FromDays(365);
}
