using System.Collections.Immutable;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Plans;

namespace CivicTech.Crowdfunding.Tests.Campaigns;

/// <summary>Plans for tests: a playground for 1,000 euros unless something else is said.</summary>
internal static class SomePlan
{
    internal static CampaignPlan With(GoalRule goal, CollectionMode mode = CollectionMode.InviteToPay) => new()
    {
        Id = Play.Campaign,
        Owner = "owner",
        Description = "text/1",
        Category = CampaignCategory.GreenSpace,
        Currency = Play.Euro,
        Budget = [new BudgetLine { Name = "swings", Amount = Play.Eur(700) }, new BudgetLine { Name = "sand", Amount = Play.Eur(300) }],
        Goal = goal,
        Collection = new CollectionPlan { Mode = mode },
    };

    internal static CampaignPlan AllOrNothing(CollectionMode mode = CollectionMode.InviteToPay) => With(GoalRule.AllOrNothing(Play.Eur(1000), Days(30)), mode);

    internal static ImmutableArray<BudgetLine> Costs(decimal euros) => [new BudgetLine { Name = "all", Amount = Play.Eur(euros) }];

    internal static RoundEnd Days(int days) => new DaysAfterStart(days, "Europe/Paris", endOfDay: false);
}
