using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Fees;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Numerics;
using NodaTime;

namespace CivicTech.Crowdfunding.Plans;

/// <summary>Plans as the field knows them. Each is a whole plan; what a platform does otherwise is changed by <c>with</c>.</summary>
/// <remarks>The figures are those that the platforms publish; where one says nothing, the defaults of the plan hold. Each plan is checked when its campaign is drafted.</remarks>
public static class PlanPresets
{
    /// <summary>
    /// Civic crowdfunding: a concrete project with its costs shown, all or nothing, a promise now and payment by a link once the outcome is known; word to each backer within 48 hours, reports
    /// on spending and impact.
    /// </summary>
    /// <param name="basics">What the campaign is.</param>
    /// <param name="target">What is to be raised, above zero.</param>
    /// <param name="days">How long it lasts, from 1; the last day is whole.</param>
    /// <exception cref="ArgumentException">The zone is empty or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The target is not above zero, or the days are not from 1 to <see cref="DaysAfterStart.MaxDays"/>.</exception>
    /// <remarks>Source: the five marks of civic crowdfunding in Catapult Future Cities, "Civic Crowdfunding: a guidebook for local authorities".</remarks>
    public static CampaignPlan Civic(CampaignBasics basics, Money target, int days) =>
        Plan(basics, target, GoalRule.AllOrNothing(target, Days(basics, days, endOfDay: true)), CollectionMode.InviteToPay);

    /// <summary>
    /// A legal case: all or nothing up to a first target within 30 days, cards charged once it is met; then all that comes is kept until the owner closes the page. The money goes to the lawyer,
    /// after one week and then weekly; the report on the impact is that on the case.
    /// </summary>
    /// <param name="basics">What the campaign is; its owner is mostly the lawyer.</param>
    /// <param name="initial">What is to be raised in the first 30 days, above zero.</param>
    /// <param name="stretch">What should be raised in the end, the first target included; null for no such target.</param>
    /// <param name="clientAccount">The host's id of the lawyer's client account.</param>
    /// <param name="visibility">Whether the page is public or private.</param>
    /// <exception cref="ArgumentOutOfRangeException">A target is not above zero.</exception>
    /// <exception cref="ArgumentException">The targets are in different currencies, or the zone is empty or blank.</exception>
    /// <remarks>Source: CrowdJustice's pages for case owners and lawyers.</remarks>
    public static CampaignPlan CrowdJustice(CampaignBasics basics, Money initial, Money? stretch, string clientAccount, Visibility visibility)
    {
        ArgumentNullException.ThrowIfNull(basics);
        return Plan(basics, initial, GoalRule.ThresholdThenOpen(initial, stretch, basics.Zone), CollectionMode.SaveThenCharge) with
        {
            Payee = clientAccount,
            Visibility = visibility,
            Payouts = new PayoutPlan { Delay = Duration.FromDays(7) },
        };
    }

    /// <summary>
    /// Fundraising from person to person for a charity: money moves at once and is kept whatever comes together, through the pages of people, teams and organisations. No fee: backers may
    /// leave a tip.
    /// </summary>
    /// <param name="basics">What the campaign is.</param>
    /// <param name="target">What should be raised, above zero.</param>
    /// <param name="days">How long it lasts, from 1; the last day is whole.</param>
    /// <exception cref="ArgumentException">The zone is empty or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The target is not above zero, or the days are not from 1 to <see cref="DaysAfterStart.MaxDays"/>.</exception>
    /// <remarks>Source: CauseVox's pages on peer-to-peer fundraising and pricing.</remarks>
    public static CampaignPlan PeerToPeer(CampaignBasics basics, Money target, int days) =>
        Plan(basics, target, GoalRule.KeepWhatYouRaise(target, Days(basics, days, endOfDay: true)), CollectionMode.ChargeNow) with
        {
            OwnerKind = OwnerKind.Organisation,
        };

    /// <summary>
    /// All or nothing to an exact instant, which fixes the outcome; saved cards are then charged, failures are tried again for seven days; 5 % of what is collected, paid out after 14 days. In
    /// the last 24 hours nobody may take back what the goal needs.
    /// </summary>
    /// <param name="basics">What the campaign is.</param>
    /// <param name="target">What is to be raised, above zero.</param>
    /// <param name="days">How long it lasts, from 1 to 60, to the time of day at which it was launched.</param>
    /// <exception cref="ArgumentException">The zone is empty or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The target is not above zero, or the days are not from 1 to 60.</exception>
    /// <remarks>Source: Kickstarter's help pages for creators and backers. Rewards are not part of a plan.</remarks>
    public static CampaignPlan Kickstarter(CampaignBasics basics, Money target, int days)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, 60);
        var plan = Plan(basics, target, GoalRule.AllOrNothing(target, Days(basics, days, endOfDay: false)), CollectionMode.SaveThenCharge);
        return plan with
        {
            Collection = plan.Collection with { Retries = RetryPolicy.Kickstarter, GraceDays = 0 },
            Fees = new FeeSchedule(new Fee { Name = "platform", Rate = new Rational(1, 20) }),
            Payouts = new PayoutPlan { Delay = Duration.FromDays(14) },
            Reports = new ReportPlan { SpendingWithin = null, ImpactWithin = null },
        };
    }

    /// <summary>
    /// Two rounds of 40 whole days: the first is all or nothing for the minimum that the project cannot do without, the second keeps all that comes up to the optimum and beyond. Money moves at
    /// once and goes back when the first round fails.
    /// </summary>
    /// <param name="basics">What the campaign is; the lines of its budget cost the optimum.</param>
    /// <param name="minimum">The costs without which the project cannot be done, above zero.</param>
    /// <param name="optimum">All costs, the minimum included.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount is not above zero, or the optimum is below the minimum.</exception>
    /// <exception cref="ArgumentException">The zone is empty or blank.</exception>
    /// <exception cref="InvalidOperationException">The amounts are in different currencies.</exception>
    /// <remarks>Source: Goteo's published code (its first platform, rounds and processing of investments).</remarks>
    public static CampaignPlan Goteo(CampaignBasics basics, Money minimum, Money optimum)
    {
        ArgumentNullException.ThrowIfNull(basics);
        return Plan(basics, minimum, GoalRule.TwoRounds(minimum, optimum, basics.Zone), CollectionMode.ChargeNow);
    }

    private static CampaignPlan Plan(CampaignBasics basics, Money target, GoalRule goal, CollectionMode mode) => new()
    {
        Id = basics.Id,
        Owner = basics.Owner,
        Description = basics.Description,
        Currency = target.Currency,
        Budget = basics.Budget,
        Goal = goal,
        Collection = new CollectionPlan { Mode = mode, WorkingDays = new WorkingDays { Zone = basics.Zone } },
    };

    private static DaysAfterStart Days(CampaignBasics basics, int days, bool endOfDay)
    {
        ArgumentNullException.ThrowIfNull(basics);
        return new DaysAfterStart(days, basics.Zone, endOfDay);
    }
}
