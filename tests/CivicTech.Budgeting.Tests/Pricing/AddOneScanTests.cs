using System.Numerics;
using CivicTech.Budgeting.Pricing;
using CivicTech.Numerics;

namespace CivicTech.Tests.Budgeting;

/// <summary>Add1: leaving out steps changes nothing, and the steps are those of the definition.</summary>
public sealed class AddOneScanTests
{
    private static readonly Rational[] Increments = [1, new(1, 3), new(1, 100)];

    public static TheoryData<SharesWorth> Worths => [.. Enum.GetValues<SharesWorth>()];

    [Theory]
    [MemberData(nameof(Worths))]
    public void Run_LeavingOutSteps_EndsWhereEveryStepDoes(SharesWorth worth)
    {
        var (held, runs, steps) = (0L, 0L, 0L);
        foreach (var n in SharesFuzz.Numbers(90))
        {
            var increment = Increments[n % 3];
            var made = SharesCase.Make(worth, n, increment: increment);
            var shares = new CertifiedShares(made.Problem, n % 2 == 0 ? Lanes.Vector512 : Lanes.Scalar);
            foreach (var plan in Plans(made, increment, n))
            {
                var linear = new AddOneScan(made.Problem, shares, plan, CancellationToken.None);
                var expected = linear.Run(skip: false);
                var scan = new AddOneScan(made.Problem, shares, plan, CancellationToken.None);
                var actual = scan.Run(skip: true);
                Assert.True(expected.Step == actual.Step, $"{worth} {n} {plan}: step {actual.Step} instead of {expected.Step}");
                Assert.Equal(expected.Order, actual.Order);
                Assert.Equal(expected.Ties.Select(tie => (tie.Round, string.Join(' ', tie.Tied), tie.Matters)), actual.Ties.Select(tie => (tie.Round, string.Join(' ', tie.Tied), tie.Matters)));
                held += scan.BySlopes.Held;
                runs += scan.Runs;
                steps += linear.Runs;
            }
        }

        Assert.True(held > 0, "Slopes proved nothing.");
        Assert.True(runs < steps / 2, $"{runs} runs for {steps} steps.");
    }

    [Theory]
    [MemberData(nameof(Worths))]
    public void Run_SmallElections_IsTheDefinition(SharesWorth worth)
    {
        foreach (var n in SharesFuzz.Numbers(60))
        {
            var increment = new Rational(1, 1 + (n % 3));
            var made = SharesCase.Make(worth, n + 1000, increment: increment, maxProjects: 6);
            var shares = new CertifiedShares(made.Problem, SharesKernels.Widest);
            foreach (var plan in Plans(made, increment, n))
            {
                var (step, order) = ByDefinition(made, plan);
                foreach (var skip in new[] { false, true })
                {
                    var end = new AddOneScan(made.Problem, shares, plan, CancellationToken.None).Run(skip);
                    Assert.True(step == end.Step, $"{worth} {n} {plan}: step {end.Step} instead of {step}");
                    Assert.Equal(order, end.Order);
                    Assert.False(end.MetOpenTie);
                }
            }
        }
    }

    /// <summary>Every combination of start, stop and overshoot.</summary>
    private static IEnumerable<AddOnePlan> Plans(SharesCase made, Rational increment, int n)
    {
        var start = made.Start;
        BigInteger[] floor = [.. made.Endowments.Select(endowment => made.InUnits(endowment.Floor()))];
        var add = made.InUnits(increment);
        var limit = made.Election.BudgetLimit * made.Problem.Unit;
        foreach (var stop in new[] { false, true })
        {
            yield return new AddOnePlan(start, start, add, limit, stop, KeepsRounds: n % 2 == 0);
            yield return new AddOnePlan(floor, floor, add, limit, stop, KeepsRounds: n % 4 == 0);
            yield return new AddOnePlan(start, floor, add, limit, stop, KeepsRounds: n % 4 == 1);
        }
    }

    private static (long Step, IReadOnlyList<int> Order) ByDefinition(SharesCase made, AddOnePlan plan)
    {
        IReadOnlyList<int> before = [];
        for (var step = 0L; ; step++)
        {
            var order = made.Plain(step == 0 ? plan.Start : [.. plan.Base.Select(endowment => endowment + (step * plan.Increment))]).Order;
            var left = order.Aggregate(plan.Limit, (rest, project) => rest - made.Problem.Costs[project]);
            if (left < 0)
            {
                return plan.KeepsRounds ? (step, order[..Fitting(made, plan, order)]) : (step - 1, before);
            }

            var open = made.Problem.Projects.Except(order).ToList();
            if (open.Count == 0 || (plan.StopWhenExhaustive && open.TrueForAll(project => made.Problem.Costs[project] > left)))
            {
                return (step, order);
            }

            before = order;
        }
    }

    private static int Fitting(SharesCase made, AddOnePlan plan, List<int> order)
    {
        var left = plan.Limit;
        var fit = 0;
        while (fit < order.Count && made.Problem.Costs[order[fit]] <= left)
        {
            left -= made.Problem.Costs[order[fit++]];
        }

        return fit;
    }
}
