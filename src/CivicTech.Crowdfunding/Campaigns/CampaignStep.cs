using NodaTime;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>Something that happens to the campaign as a whole when its time has come.</summary>
/// <param name="Due">When.</param>
/// <param name="Do">What; null for what goes through the pledges, page by page.</param>
internal sealed record CampaignStep(Instant Due, Action<CampaignTurn>? Do)
{
    /// <summary>At once: due at an instant that has surely passed.</summary>
    internal static CampaignStep AtOnce(Action<CampaignTurn>? action) => new(Instant.FromUnixTimeTicks(0), action);

    /// <summary>The one that is due first; of those due together, the first of them. Null when there is none.</summary>
    internal static CampaignStep? Earliest(params IEnumerable<CampaignStep?> steps) => steps.OfType<CampaignStep>().MinBy(step => step.Due);
}
