using System.Collections.Immutable;
using CivicTech.Amounts;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Fees;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Tests.Campaigns;
using CivicTech.Numerics;
using CivicTech.Time;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Plans;

public sealed class PlanCheckTests
{
    private static readonly CampaignPlan Good = SomePlan.AllOrNothing();
    private static readonly Duration Beyond = Duration.FromDays(DaysAfterStart.MaxDays) + Duration.Epsilon;

    private static readonly Dictionary<string, CampaignPlan> Bad = new(StringComparer.Ordinal)
    {
        ["id"] = Good with { Id = "a/b" },
        ["owner"] = Good with { Owner = "" },
        ["description"] = Good with { Description = new string('x', 201) },
        ["payee"] = Good with { Payee = "" },
        ["ownerKind"] = Good with { OwnerKind = (OwnerKind)9 },
        ["category"] = Good with { Category = (CampaignCategory)9 },
        ["visibility"] = Good with { Visibility = (Visibility)9 },
        ["budget"] = Good with { Budget = [] },
        ["budget "] = Good with { Budget = SomePlan.Costs(999.99m) },
        ["budget  "] = Good with { Budget = [new BudgetLine { Name = "a", Amount = Money.FromMinorUnits(long.MaxValue, Euro) }] },
        ["budget   "] = SomePlan.With(new GoalRule(new GoalRound(SomePlan.Days(9)) { Target = new AllOf(new PeopleTarget(2), new MoneyTarget(Eur(1001))) })),
        ["budget    "] = SomePlan.With(new GoalRule(new GoalRound(SomePlan.Days(9)) { Target = new AnyOf(new MoneyTarget(Eur(1001)), new MoneyTarget(Eur(1002))) })),
        ["budget[1].name"] = Good with { Budget = [.. SomePlan.Costs(1000), .. SomePlan.Costs(1)] },
        ["budget[0].name"] = Good with { Budget = [new BudgetLine { Name = "", Amount = Eur(1000) }] },
        ["budget[1].amount"] = Good with { Budget = [.. SomePlan.Costs(1000), new BudgetLine { Name = "b", Amount = Eur(0) }] },
        ["budget[1].amount "] = Good with { Budget = [.. SomePlan.Costs(1000), new BudgetLine { Name = "b", Amount = Money.Of(1, "USD") }] },
        ["budget[1]"] = Good with { Budget = [.. SomePlan.Costs(1000), null!] },
        ["goal"] = Good with { Goal = GoalRule.AllOrNothing(Money.Of(10, "USD"), SomePlan.Days(30)) },
        ["goal.rounds[0].end"] = Good with { Goal = GoalRule.AllOrNothing(Eur(1000), new DaysAfterStart(30, "Europe/Atlantis", false)) },
        ["goal.rounds[1].end"] = Good with { Goal = GoalRule.TwoRounds(Eur(500), Eur(1000), SomePlan.Days(30), new FixedEnd(new Deadline(new LocalDateTime(2027, 3, 28, 2, 30), "Europe/Paris") { SkippedHour = SkippedHour.Refuse })) },
        ["goal.rounds[1].end "] = Good with { Goal = GoalRule.TwoRounds(Eur(500), Eur(1000), End(2026, 6, 2), End(2026, 6, 2)) },
        ["fees"] = Good with { Fees = new FeeSchedule(new Fee { Name = "f", Fixed = Money.Of(1, "USD") }) },
        ["pledges.maximumPerBacker"] = Good with { Pledges = new PledgePlan { MaximumPerBacker = Eur(0) } },
        ["pledges.lateChange"] = Good with { Pledges = new PledgePlan { LateChange = (LateChange)9 } },
        ["pledges.lastHours"] = Good with { Pledges = new PledgePlan { LastHours = -Duration.Epsilon } },
        ["pledges.feedbackWithin"] = Good with { Pledges = new PledgePlan { FeedbackWithin = Duration.Zero } },
        ["collection.mode"] = Good with { Collection = new CollectionPlan { Mode = (CollectionMode)9 } },
        ["collection.graceDays"] = Good with { Collection = new CollectionPlan { GraceDays = 61 } },
        ["collection.authorisationWindow"] = Good with { Collection = new CollectionPlan { AuthorisationWindow = Duration.Zero } },
        ["collection.workingDays.zone"] = Good with { Collection = new CollectionPlan { WorkingDays = new WorkingDays { Zone = "Mars" } } },
        ["collection.workingDays.weekend"] = Good with { Collection = new CollectionPlan { WorkingDays = new WorkingDays { Weekend = [.. Enum.GetValues<IsoDayOfWeek>()] } } },
        ["collection.workingDays.weekend "] = Good with { Collection = new CollectionPlan { WorkingDays = new WorkingDays { Weekend = default } } },
        ["collection.workingDays.holidays"] = Good with { Collection = new CollectionPlan { WorkingDays = new WorkingDays { Holidays = default } } },
        ["payouts.delay"] = Good with { Payouts = new PayoutPlan { Delay = -Duration.Epsilon } },
        ["payouts.reserveFor"] = Good with { Payouts = new PayoutPlan { ReserveFor = -Duration.Epsilon } },
        ["payouts.reserve"] = Good with { Payouts = new PayoutPlan { Reserve = Rational.One } },
        ["payouts.tranches"] = Good with { Payouts = new PayoutPlan { Tranches = [] } },
        ["payouts.tranches "] = Good with { Payouts = new PayoutPlan { Tranches = [Part("a", 1), Part("a", 1)] } },
        ["payouts.tranches[0].weight"] = Good with { Payouts = new PayoutPlan { Tranches = [Part("a", 0)] } },
        ["payouts.tranches[0].name"] = Good with { Payouts = new PayoutPlan { Tranches = [Part("", 1)] } },
        ["payouts.tranches[1].milestone"] = Good with { Payouts = new PayoutPlan { Tranches = [Part("a", 1), Part("b", 1) with { Milestone = "" }] } },
        ["payouts.tranches[1]"] = Good with { Payouts = new PayoutPlan { Tranches = [Part("a", 1), null!] } },
        ["payouts.delay "] = Good with { Payouts = new PayoutPlan { Delay = Duration.MaxValue } },
        ["payouts.reserveFor "] = Good with { Payouts = new PayoutPlan { ReserveFor = Beyond } },
        ["pledges.lastHours "] = Good with { Pledges = new PledgePlan { LastHours = Beyond } },
        ["pledges.feedbackWithin "] = Good with { Pledges = new PledgePlan { FeedbackWithin = Beyond } },
        ["collection.authorisationWindow "] = Good with { Collection = new CollectionPlan { AuthorisationWindow = Beyond } },
        ["collection.reminders.dropAfter"] = Good with { Collection = new CollectionPlan { Reminders = new ReminderPolicy([], Beyond) } },
        ["collection.retries.delays[1]"] = Good with { Collection = new CollectionPlan { Retries = new RetryPolicy { Delays = [Duration.FromDays(1), Beyond] } } },
        ["collection.retries.finalAttemptAfter"] = Good with { Collection = new CollectionPlan { Retries = new RetryPolicy { FinalAttemptAfter = Beyond } } },
        ["collection.retries.notices.dropAfter"] = Good with { Collection = new CollectionPlan { Retries = new RetryPolicy { Notices = new ReminderPolicy([], Beyond) } } },
        ["reports.spendingWithin "] = Good with { Reports = new ReportPlan { SpendingWithin = Beyond } },
        ["reports.impactWithin "] = Good with { Reports = new ReportPlan { ImpactWithin = Beyond } },
        ["reports.spendingWithin"] = Good with { Reports = new ReportPlan { SpendingWithin = Duration.Zero } },
        ["reports.impactWithin"] = Good with { Reports = new ReportPlan { ImpactWithin = Duration.Zero } },
    };

    public static TheoryData<string> Fields { get; } = [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(Fields))]
    public void Draft_PlanWithAProblem_IsRefusedWithItsFieldAlone(string place)
    {
        var refusal = Assert.Single(new Solo(Good).Refused(new DraftCampaign { Plan = Bad[place] }));

        Assert.Equal(("plan-invalid", place.TrimEnd()), (refusal.Code, refusal.Data["field"]));
        Assert.NotEmpty(refusal.Data["expected"]);
    }

    [Fact]
    public void Draft_PlanWithManyProblems_NamesAllOfThem()
    {
        var plan = Good with { Id = "", Budget = default, Collection = new CollectionPlan { GraceDays = -1 }, Payouts = new PayoutPlan { Tranches = default } };

        Assert.Equal(["id", "budget", "collection.graceDays", "payouts.tranches"], new Solo(Good).Refused(new DraftCampaign { Plan = plan }).Select(refusal => refusal.Data["field"]));
    }

    [Fact]
    public void Draft_AnyOfWithoutMoney_AsksForNoBudgetBeyondALine() =>
        new Solo(SomePlan.With(new GoalRule(new GoalRound(SomePlan.Days(9)) { Target = new AnyOf(new MoneyTarget(Eur(5000)), new PeopleTarget(10)) }))).Approved();

    private static FixedEnd End(int year, int month, int day) => new(Deadline.EndOf(new LocalDate(year, month, day), "Europe/Paris"));

    private static Tranche Part(string name, long weight) => new() { Name = name, Weight = weight };
}
