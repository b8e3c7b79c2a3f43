using System.Text.Json.Serialization;
using System.Text.Json;
using CivicTech.Amounts;
using CivicTech.Crowdfunding.Goals;
using static CivicTech.Crowdfunding.Tests.Goals.GoalSamples;

namespace CivicTech.Crowdfunding.Tests.Goals;

public class GoalsJsonTests
{
    public static TheoryData<JsonIgnoreCondition> Conditions => [JsonIgnoreCondition.Never, JsonIgnoreCondition.WhenWritingNull, JsonIgnoreCondition.WhenWritingDefault];

    [Theory]
    [MemberData(nameof(Conditions))]
    public void GoalRule_AnyFactory_ReadsBackEqual(JsonIgnoreCondition condition)
    {
        GoalRule[] rules =
        [
            GoalRule.AllOrNothing(Euro(100), End),
            GoalRule.KeepWhatYouRaise(Euro(100), OpenEnd.In("UTC")),
            GoalRule.ThresholdThenOpen(Euro(100), null, "UTC"),
            GoalRule.ThresholdThenOpen(Euro(100), Euro(200), "UTC") with { MinimumPledge = Euro(1) },
            GoalRule.TwoRounds(Euro(100), Euro(200), "UTC") with { Cap = Euro(900), CapPolicy = CapPolicy.CloseWhenReached },
            GoalRule.OpenEnded("Asia/Tehran"),
            GoalRule.MoneyAndPeople(Money.Of(1_000_000_000_000_000, new Currency("IRR", 0)), 10, End),
            GoalRule.HardCap(Euro(100), Euro(150), End),
            new GoalRule(new GoalRound(End) { Target = new AnyOf(new AllOf(new PeopleTarget(2)), new MoneyTarget(Euro(5))) }),
        ];

        var context = Context(condition);
        foreach (var rule in rules)
        {
            var json = JsonSerializer.Serialize(rule, context.GoalRule);
            Assert.Equal(rule, JsonSerializer.Deserialize(json, context.GoalRule));
        }
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public void TotalsAndVerdict_OfAnyKind_ReadBackEqual(JsonIgnoreCondition condition)
    {
        var context = Context(condition);
        foreach (var totals in new[] { new GoalTotals(Euro(10), 0), Totals(90, 3, 50, 10, 1) })
        {
            Assert.Equal(totals, JsonSerializer.Deserialize(JsonSerializer.Serialize(totals, context.GoalTotals), context.GoalTotals));
            foreach (var rule in new[] { GoalRule.KeepWhatYouRaise(Euro(100), End), GoalRule.MoneyAndPeople(Euro(100), 7, End), GoalRule.OpenEnded("UTC") })
            {
                var verdict = rule.Judge(0, totals, ended: true, graceLeft: true);
                Assert.Equal(verdict, JsonSerializer.Deserialize(JsonSerializer.Serialize(verdict, context.RoundVerdict), context.RoundVerdict));
            }
        }
    }

    [Fact]
    public void GoalTotals_NothingConditionalStated_ReadsAsZero()
    {
        var totals = JsonSerializer.Deserialize("""{"counted":"EUR 10.00","people":2}""", GoalsTestContext.Default.GoalTotals);

        Assert.Equal(new GoalTotals(Euro(10), 2), totals);
    }

    [Fact]
    public void GoalRule_AsJson_IsAsPublished()
    {
        var rule = GoalRule.ThresholdThenOpen(Euro(100), null, "Europe/London") with { Cap = Euro(500), MinimumPledge = Euro(5) };

        Golden.Verify(JsonSerializer.Serialize(rule, new GoalsTestContext(new JsonSerializerOptions(GoalsTestContext.Default.Options) { WriteIndented = true }).GoalRule), "json");
    }

    [Fact]
    public void Verdict_AsJson_IsAsPublished()
    {
        var verdict = new GoalRule(new GoalRound(End) { Target = new AllOf(new MoneyTarget(Euro(100)), new PeopleTarget(7)), IfMissed = MissedTarget.Keep })
            .Judge(0, Totals(90, 3, 50), ended: true, graceLeft: false);

        Golden.Verify(JsonSerializer.Serialize(verdict, new GoalsTestContext(new JsonSerializerOptions(GoalsTestContext.Default.Options) { WriteIndented = true }).RoundVerdict), "json");
    }

    private static GoalsTestContext Context(JsonIgnoreCondition condition) =>
        new(new JsonSerializerOptions(GoalsTestContext.Default.Options) { DefaultIgnoreCondition = condition });
}
