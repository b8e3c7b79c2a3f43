using CivicTech.Amounts;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Fees;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Numerics;
using CivicTech.Time;
using NodaTime;

namespace NeighbourhoodCampaign;

/// <summary>The playground of the Rue des Tilleuls: all or nothing by the end of 31 May, cards saved and charged after the success.</summary>
internal static class StoryPlan
{
    internal const string Id = "tilleuls-playground";
    internal const string Zone = "Europe/Paris";

    internal static Currency Euro { get; } = Currency.Of("EUR");

    internal static CampaignPlan Plan { get; } = new()
    {
        Id = Id,
        Owner = "association-des-tilleuls",
        OwnerKind = OwnerKind.Organisation,
        Description = "texts/tilleuls-playground",
        Category = CampaignCategory.GreenSpace,
        Currency = Euro,
        Budget =
        [
            new BudgetLine { Name = "swings", Amount = Eur(2_800) },
            new BudgetLine { Name = "slide", Amount = Eur(1_900) },
            new BudgetLine { Name = "sand and a fence", Amount = Eur(1_300) },
        ],
        Goal = GoalRule.AllOrNothing(Eur(5_000), new FixedEnd(Deadline.EndOf(new LocalDate(2026, 5, 31), Zone))),
        Collection = new CollectionPlan { Mode = CollectionMode.SaveThenCharge, Retries = RetryPolicy.Every(Duration.FromDays(2), 2) },
        Fees = new FeeSchedule(new Fee { Name = "platform", Rate = new Rational(5, 100), Vat = new Rational(20, 100) }),
        Payouts = new PayoutPlan
        {
            Tranches = [new Tranche { Name = "to order", Weight = 1 }, new Tranche { Name = "to build", Weight = 1, Milestone = "delivered" }],
            Reserve = new Rational(10, 100),
            ReserveFor = Duration.FromDays(90),
        },
        Reports = new ReportPlan { SpendingWithin = Duration.FromDays(60), ImpactWithin = Duration.FromDays(180) },
    };

    internal static Money Eur(decimal amount) => Money.Of(amount, Euro);
}
