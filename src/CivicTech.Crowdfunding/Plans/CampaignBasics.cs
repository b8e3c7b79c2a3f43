using System.Collections.Immutable;

namespace CivicTech.Crowdfunding.Plans;

/// <summary>What differs from campaign to campaign whatever its rules: what a preset is filled with.</summary>
/// <remarks>Equal when all that it says is equal. What it does not say, a plan takes by <c>with</c>.</remarks>
public sealed record CampaignBasics
{
    /// <summary>As <see cref="CampaignPlan.Id"/>.</summary>
    public required string Id { get; init; }

    /// <summary>As <see cref="CampaignPlan.Owner"/>.</summary>
    public required string Owner { get; init; }

    /// <summary>As <see cref="CampaignPlan.Description"/>.</summary>
    public required string Description { get; init; }

    /// <summary>As <see cref="CampaignPlan.Budget"/>: lines that cost at least the first target, in its currency.</summary>
    public required ImmutableArray<BudgetLine> Budget { get; init; }

    /// <summary>The zone by which days are counted and banks work, as an identifier of the IANA database.</summary>
    public required string Zone { get; init; }

    /// <inheritdoc />
    public bool Equals(CampaignBasics? other) => other is not null
        && Id == other.Id && Owner == other.Owner && Description == other.Description && Zone == other.Zone && Budget.AsSpan().SequenceEqual(other.Budget.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Id, Owner, Description, Zone);
}
