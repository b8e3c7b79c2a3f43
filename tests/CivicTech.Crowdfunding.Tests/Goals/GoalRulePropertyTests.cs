using CivicTech.Amounts;
using CivicTech.Crowdfunding.Goals;
using static CivicTech.Crowdfunding.Tests.Goals.GoalSamples;

namespace CivicTech.Crowdfunding.Tests.Goals;

public class GoalRulePropertyTests
{
    [Fact]
    public void Judge_RandomRules_AsTheirDescription()
    {
        var random = new SplitMix64(62);
        var seen = new HashSet<(RoundOutcome, bool)>();
        for (var i = 0; i < 20_000; i++)
        {
            var rule = RandomRule(random);
            var round = random.Below(rule.Rounds.Length);
            var totals = RandomTotals(random);
            var (ended, grace) = (random.OneIn(2), random.OneIn(2));

            var verdict = rule.Judge(round, totals, ended, grace);

            var expected = Described(rule, round, totals, ended, grace);
            Assert.True(expected == (verdict.Outcome, verdict.VoidsConditional), $"{i}: {verdict}, expected {expected}");
            seen.Add(expected);
        }

        Assert.Equal(7, seen.Count);
    }

    [Fact]
    public void Judge_MoreOfAnything_IsNeverWorse()
    {
        var random = new SplitMix64(63);
        for (var i = 0; i < 5_000; i++)
        {
            var rule = RandomRule(random);
            var less = RandomTotals(random);
            var more = new GoalTotals(less.Counted + Euro(random.Below(4)), less.People + random.Below(3)) { Conditional = less.Conditional };

            var worse = rule.Judge(0, less, ended: true, graceLeft: false);
            var better = rule.Judge(0, more, ended: true, graceLeft: false);

            Assert.False(worse.Outcome != RoundOutcome.Fail && better.Outcome == RoundOutcome.Fail);
            Assert.False(better.VoidsConditional && !worse.VoidsConditional);
        }
    }

    // The documentation in other words; waiting is decided by trying every part of what is in flight.
    private static (RoundOutcome Outcome, bool Voids) Described(GoalRule rule, int round, GoalTotals totals, bool ended, bool grace)
    {
        var current = rule.Rounds[round];
        var met = current.Target is null || Holds(current.Target, totals);
        if (rule.CapPolicy == CapPolicy.CloseWhenReached && rule.Cap is { } cap && totals.Counted >= cap && met) return (RoundOutcome.Succeed, false);
        var passed = round == rule.Rounds.Length - 1 ? RoundOutcome.Succeed : RoundOutcome.PassToNext;
        if (!ended) return (current.Closes == RoundClosing.WhenMet && met ? passed : RoundOutcome.Continue, false);

        var now = AtEnd(totals);
        if (!grace) return now;
        for (var people = 0; people <= totals.PendingPeople; people++)
        {
            for (var units = 0L; units <= totals.Pending.MinorUnits; units += 100)
            {
                var then = AtEnd(new GoalTotals(totals.Counted + Money.FromMinorUnits(units, Currency.Of("EUR")), totals.People + people) { Conditional = totals.Conditional });
                if (then.Outcome != now.Outcome || (then.Voids != now.Voids && totals.Conditional.MinorUnits > 0)) return (RoundOutcome.WaitForPending, false);
            }
        }

        return now;

        (RoundOutcome Outcome, bool Voids) AtEnd(GoalTotals then)
        {
            if (current.Target is { } target)
            {
                if (Holds(target, then)) return (passed, false);
                if (current.IfMissed == MissedTarget.Fail) return (RoundOutcome.Fail, true);
            }

            var isFirstTarget = current.Target is not null && rule.Rounds.IndexOf(rule.Rounds.First(one => one.Target is not null)) == round;
            var kept = then.Counted.MinorUnits - (isFirstTarget ? then.Conditional.MinorUnits : 0);
            return kept == 0 && round == 0 ? (RoundOutcome.Fail, true) : (passed, isFirstTarget);
        }
    }

    private static bool Holds(Target target, GoalTotals totals) => target switch
    {
        MoneyTarget money => totals.Counted.MinorUnits >= money.Amount.MinorUnits,
        PeopleTarget people => totals.People >= people.People,
        AllOf all => !all.Targets.Any(part => !Holds(part, totals)),
        AnyOf any => !any.Targets.All(part => !Holds(part, totals)),
        _ => throw new InvalidOperationException(),
    };

    private static GoalRule RandomRule(SplitMix64 random)
    {
        var rounds = new GoalRound[random.Between(1, 3)];
        for (var i = 0; i < rounds.Length; i++)
        {
            var target = random.OneIn(4) ? null : RandomTarget(random, 2);
            rounds[i] = new GoalRound(End)
            {
                Target = target,
                Closes = target is not null && random.OneIn(3) ? RoundClosing.WhenMet : RoundClosing.AtDeadline,
                IfMissed = random.OneIn(2) ? MissedTarget.Keep : MissedTarget.Fail,
            };
        }

        var rule = new GoalRule([.. rounds]);
        return random.OneIn(3)
            ? rule with { Cap = Euro(random.Between(6, 9)), CapPolicy = random.OneIn(2) ? CapPolicy.CloseWhenReached : CapPolicy.RefuseExcess }
            : rule;
    }

    private static Target RandomTarget(SplitMix64 random, int depth) => random.Below(depth > 0 ? 4 : 2) switch
    {
        0 => new MoneyTarget(Euro(random.Between(1, 6))),
        1 => new PeopleTarget(random.Between(1, 4)),
        2 => new AllOf(RandomTarget(random, depth - 1), RandomTarget(random, depth - 1)),
        _ => new AnyOf(RandomTarget(random, depth - 1), RandomTarget(random, depth - 1)),
    };

    private static GoalTotals RandomTotals(SplitMix64 random)
    {
        var counted = random.Below(9);
        return Totals(counted, random.Below(5), random.OneIn(2) ? random.Below(counted + 1) : 0, random.Below(4), random.Below(3));
    }
}
