using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Tests.Campaigns;

namespace CivicTech.Crowdfunding.Tests.Payments;

/// <summary>Plans for tests of money: all or nothing, for as much as one pledge of the test brings.</summary>
internal static class MoneyPlan
{
    internal static CampaignPlan For(decimal euros, CollectionMode mode, int days = 5) =>
        SomePlan.With(GoalRule.AllOrNothing(Play.Eur(euros), SomePlan.Days(days)), mode) with { Budget = SomePlan.Costs(euros) };

    /// <summary>The pledge p1 of so much is being collected: the outcome is known, and the first attempt sent.</summary>
    internal static Solo Collecting(decimal euros, CollectionMode mode, Func<CampaignPlan, CampaignPlan>? more = null)
    {
        var plan = For(euros, mode);
        var solo = new Solo(more is null ? plan : more(plan)).Launched();
        solo.Pledge("p1", euros);
        return solo.PassTo(solo.End);
    }
}
