using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Processes;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>A campaign: its plan, its head, and the pledges, backers, fundraisers and pending effects as far as they are loaded.</summary>
/// <remarks>Immutable. Pledges and effects of a state from a store are those that were asked for: see <see cref="Parts{T}"/>.</remarks>
public sealed class CampaignState
{
    internal const string PledgePrefix = "pledge/";
    internal const string BackerPrefix = "backer/";
    internal const string FundraiserPrefix = "fundraiser/";
    internal const string EffectPrefix = "effect/";

    internal CampaignState(CampaignPlan? plan, CampaignHead head, Parts<Pledge> pledges, Parts<BackerTotals> backers, Parts<Fundraiser> fundraisers, Parts<PendingEffect<CampaignEffect>> effects)
    {
        PlanOrNull = plan;
        Head = head;
        Pledges = pledges;
        Backers = backers;
        Fundraisers = fundraisers;
        Effects = effects;
    }

    /// <summary>What it is for and by which rules it runs.</summary>
    /// <exception cref="InvalidOperationException">There is no campaign yet.</exception>
    public CampaignPlan Plan => PlanOrNull ?? throw new InvalidOperationException("There is no campaign yet: draft it first.");

    /// <summary>Where it stands, and its sums.</summary>
    public CampaignHead Head { get; }

    /// <summary>The pledges by the host's ids.</summary>
    public Parts<Pledge> Pledges { get; }

    /// <summary>The backers by the host's ids.</summary>
    public Parts<BackerTotals> Backers { get; }

    /// <summary>The fundraisers by the host's ids.</summary>
    public Parts<Fundraiser> Fundraisers { get; }

    /// <summary>What is to be done outside, by key.</summary>
    public Parts<PendingEffect<CampaignEffect>> Effects { get; }

    internal CampaignPlan? PlanOrNull { get; }

    internal Money Zero => Money.Zero(Plan.Currency);

    internal CampaignState With(CampaignHead head) => new(PlanOrNull, head, Pledges, Backers, Fundraisers, Effects);

    internal CampaignState With(CampaignPlan plan, CampaignHead head) => new(plan, head, Pledges, Backers, Fundraisers, Effects);

    internal CampaignState With(Parts<Fundraiser> fundraisers) => new(PlanOrNull, Head, Pledges, Backers, fundraisers, Effects);

    internal CampaignState With(Parts<PendingEffect<CampaignEffect>> effects) => new(PlanOrNull, Head, Pledges, Backers, Fundraisers, effects);

    internal CampaignState With(CampaignHead head, Parts<Pledge> pledges, Parts<BackerTotals> backers, Parts<Fundraiser> fundraisers) =>
        new(PlanOrNull, head, pledges, backers, fundraisers, Effects);
}
