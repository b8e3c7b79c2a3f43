using CivicTech.Budgeting.Allocation;
using CivicTech.Numerics;
using AllocationResult = CivicTech.Budgeting.Allocation.Allocation;

namespace CivicTech.Tests.Budgeting;

/// <summary>What an allocation tells, against a recomputation from the purses of single voters.</summary>
internal static class EqualSharesExplanation
{
    public static void Expect(SharesMade made, EqualSharesOracle.End end, AllocationResult allocation, string name)
    {
        Assert.Equal(end.TookGreedy ? end.Funded.Order() : end.Funded, (end.TookGreedy ? allocation.Funded.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id)) : allocation.Funded)
            .Select(project => made.Raw.Ids.Index().First(id => id.Item == project.Id).Index));
        foreach (var (result, project) in allocation.Projects.Select((result, project) => (result, project)))
        {
            ExpectFate(made, end, allocation, project, result, name);
        }

        ExpectPurchases(made, end, allocation);
    }

    private static void ExpectFate(SharesMade made, EqualSharesOracle.End end, AllocationResult allocation, int project, ProjectResult result, string name)
    {
        var cost = result.Project.Cost;
        var missing = cost - made.Oracle.Money(project, end.Run.Purses);
        var told = $"{name} {result}";
        switch (result.Fate)
        {
            case Fate.Funded funded:
                Assert.Equal(result.Project, allocation.Funded[funded.Round - 1]);
                Assert.Null(result.Support);
                return;
            case Fate.Withdrawn:
                Assert.True(result.Project.IsWithdrawn, told);
                return;
            case Fate.NotSupported:
                Assert.Empty(made.Oracle.Supporters(project));
                return;
            case Fate.DidNotFit misfit:
                Assert.True(misfit.Missing > 0 && misfit.Missing == cost - allocation.Unspent, told);
                break;
            case Fate.TooLittleSupport little:
                // Only where the budget cuts rounds off is something left that its supporters could have paid for.
                Assert.True(little.Missing == missing && (missing > 0 || made.Options.AddOne is { OnOvershoot: Overshoot.RoundsThatFit }), $"{told}: {missing}");
                break;
            default:
                Assert.Fail(told);
                break;
        }

        Assert.True(end.TookGreedy == (result.Support is null), told);
        if (result.Support is { } support)
        {
            var rounds = end.Run.Rounds;
            var last = rounds.Count - 1;
            while (last >= 0 && made.Oracle.Money(project, rounds[last].Purses) < cost)
            {
                last--;
            }

            var then = last < 0
                ? cost - made.Oracle.Money(project, end.Run.Endowments)
                : cost - made.Oracle.Payments(project, rounds[last].Price, rounds[last].Purses);
            Assert.True(support.MissingAtEnd == missing, $"{told}: {support}, {missing}");
            Assert.True(support.LastAffordableRound == (last < 0 ? 0 : last + 1 + made.Oracle.Free), $"{told}: {support}, {last}");
            Assert.True(support.MissingThen == then && (then >= 0 || cost > made.Raw.Budget), $"{told}: {support}, {then}");
        }
    }

    private static void ExpectPurchases(SharesMade made, EqualSharesOracle.End end, AllocationResult allocation)
    {
        Assert.Equal(allocation.Funded.Length, allocation.Trace.Length);
        var left = end.Run.Endowments.Aggregate(Rational.Zero, (sum, endowment) => sum + endowment);
        for (var i = 0; i < allocation.Trace.Length; i++)
        {
            var round = i - made.Oracle.Free;
            var purchase = allocation.Trace[i].Purchase;
            if (end.TookGreedy || round < 0 || round >= end.Run.Rounds.Count)
            {
                Assert.Null(purchase);
                continue;
            }

            var (project, price, purses) = end.Run.Rounds[round];
            left -= made.Raw.Projects[project].Cost;
            Assert.Equal(price, purchase!.PricePerUtility);
            Assert.Null(purchase.Load);
            Assert.Equal(made.Raw.Projects[project].Cost, Sum(purchase.Payments));
            Assert.Equal(left, Sum(purchase.Leftovers));
            Rational[] payments = [.. made.Oracle.Supporters(project).Select(voter => Rational.Min(purses[voter], price * made.Oracle.WorthOf(project, voter)))];
            Assert.Equal(Counted(payments), purchase.Payments);
            Assert.Equal(Counted(round + 1 < end.Run.Rounds.Count ? end.Run.Rounds[round + 1].Purses : end.Run.Purses), purchase.Leftovers);
            Assert.Equal(
                made.Options.Utility is Utility.Points or Utility.Borda ? null : made.Raw.Projects[project].Cost / payments.Max(),
                purchase.EffectiveVotes);
        }
    }

    private static IEnumerable<VoterAmount> Counted(IEnumerable<Rational> amounts) =>
        amounts.GroupBy(amount => amount).OrderByDescending(same => same.Key).Select(same => new VoterAmount(same.Key, same.Count()));

    private static Rational Sum(IEnumerable<VoterAmount> amounts) => amounts.Aggregate(Rational.Zero, (sum, one) => sum + (one.Amount * one.Voters));
}
