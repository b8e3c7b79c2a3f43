using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using AllocationResult = CivicTech.Budgeting.Allocation.Allocation;

namespace CivicTech.Tests.Budgeting;

/// <summary>The laws that rules of the table declare.</summary>
public sealed class PromisedLaws
{
    public static TheoryData<string> KeepsTheBudget => That(Promise.KeepsTheBudget);

    public static TheoryData<string> OvershootsOnce => That(Promise.OvershootsOnce);

    public static TheoryData<string> Neutral => That(Promise.Neutral);

    public static TheoryData<string> IndependentOfLosers => That(Promise.IndependentOfLosers);

    public static TheoryData<string> Exhaustive => That(Promise.Exhaustive);

    public static TheoryData<string> RewardsSupport => That(Promise.RewardsSupport);

    public static TheoryData<string> RewardsDiscounts => That(Promise.RewardsDiscounts);

    [Theory]
    [MemberData(nameof(KeepsTheBudget))]
    public void Allocate_RuleThatKeepsTheBudget_NeverSpendsMore(string rule) => RuleLaws.ForAll(rule, (_, _, allocation) =>
    {
        Assert.True(allocation.Unspent >= 0);
        Assert.All(allocation.Outcomes, outcome => Assert.True(outcome.Cost <= allocation.Election.BudgetLimit));
        Assert.DoesNotContain(allocation.Projects, result => result.Fate is Fate.FundedBeyondBudget);
    });

    [Theory]
    [MemberData(nameof(OvershootsOnce))]
    public void Allocate_RuleThatOvershoots_DoesSoOnceAndLast(string rule)
    {
        var overshoots = 0;
        RuleLaws.ForAll(rule, (_, made, allocation) =>
        {
            var share = ((Greedy)made).Limits.OvershootFrom!.Value;
            foreach (var outcome in allocation.Outcomes.Where(outcome => outcome.Unspent < 0))
            {
                overshoots++;
                var last = outcome.Funded[^1];
                Assert.True(outcome.Unspent + last.Cost >= share * last.Cost);
                Assert.True(outcome.Unspent + last.Cost < last.Cost);
            }
        });
        Assert.True(overshoots > 3, $"The elections had {overshoots} overshoots: too few to tell.");
    }

    [Theory]
    [MemberData(nameof(Neutral))]
    public void Allocate_ProjectsRenamedAndReordered_OnlyRenamesTheOutcome(string rule)
    {
        var compared = 0;
        RuleLaws.ForAll(rule, (raw, _, allocation) =>
        {
            // A chain that is total may look at names and places; where there is a tie, that is its task.
            if (!allocation.IsComplete || (allocation.Ties.Length > 0 && LooksAtNames(rule)))
            {
                return;
            }

            compared++;
            var renamed = raw.Renamed(id => "x" + (char)('z' - id[1] + '0'));
            var order = Enumerable.Range(0, raw.Projects.Count).ToList();
            new SplitMix64((ulong)compared).Shuffle(order);
            var again = RuleLaws.Row(rule).Make(renamed.Ids).Allocate(renamed.Build(order));
            Assert.Equal(Outcomes(allocation, raw.Ids), Outcomes(again, renamed.Ids));
            Assert.Equal(allocation.Status, again.Status);
            for (var number = 0; number < raw.Projects.Count; number++)
            {
                var before = allocation[raw.Ids[number]].Fate;
                var after = again[renamed.Ids[number]].Fate;
                Assert.Equal(before.IsFunded, after.IsFunded);
                Assert.True(allocation.Ties.Length > 0 || before.Code == after.Code, $"{before}; {after}");
            }
        });
        Assert.True(compared > 10, $"Only {compared} elections could be compared.");
    }

    [Theory]
    [MemberData(nameof(IndependentOfLosers))]
    public void Allocate_WithoutALoser_FundsTheSame(string rule) => RuleLaws.ForAll(rule, (raw, _, allocation) =>
    {
        for (var number = 0; number < raw.Projects.Count; number++)
        {
            // Who is funded in no outcome.
            var id = raw.Ids[number];
            if (allocation.IsComplete && !allocation.Outcomes.Any(outcome => outcome.Funded.Any(project => project.Id == id)))
            {
                var without = raw.Without(number);
                var kept = RuleLaws.Row(rule).Make(raw.Ids) is Greedy greedy ? WithoutProject(greedy, id) : RuleLaws.Row(rule).Make(raw.Ids);
                Assert.Equal(Outcomes(allocation, raw.Ids, except: number), Outcomes(kept.Allocate(without.Build()), without.Ids));
            }
        }
    });

    [Theory]
    [MemberData(nameof(Exhaustive))]
    public void Allocate_RuleThatSkips_LeavesNothingThatWouldFit(string rule) => RuleLaws.ForAll(rule, (_, _, allocation) =>
        Assert.DoesNotContain(allocation.Projects, result =>
            !result.Fate.IsFunded && result.Fate is not (Fate.Withdrawn or Fate.BelowMinimum or Fate.NotSupported) && result.Project.Cost <= allocation.Unspent));

    [Theory]
    [MemberData(nameof(RewardsSupport))]
    public void Allocate_OneMoreVoterForAWinner_StillFundsIt(string rule) => RuleLaws.ForAll(rule, (raw, made, allocation) =>
    {
        foreach (var number in Numbers(raw).Where(number => allocation.Funded.Contains(raw.Projects[number])))
        {
            var more = raw with { Ballots = [.. raw.Ballots, new RawBallot([number], [1], 1)] };
            Assert.Contains(raw.Projects[number], made.Allocate(more.Build()).Funded);
        }
    });

    [Theory]
    [MemberData(nameof(RewardsDiscounts))]
    public void Allocate_WinnerGetsCheaper_StillFundsIt(string rule) => RuleLaws.ForAll(rule, (raw, made, allocation) =>
    {
        foreach (var number in Numbers(raw).Where(number => allocation.Funded.Contains(raw.Projects[number])))
        {
            var cheaper = RawElection.Copy(raw.Projects[number], raw.Ids[number], raw.Projects[number].Cost / 2);
            var changed = raw with { Projects = [.. raw.Projects.Select((project, i) => i == number ? cheaper : project)] };
            Assert.Contains(cheaper, made.Allocate(changed.Build()).Funded);
        }
    });

    private static TheoryData<string> That(Promise promise) =>
        [.. RuleTable.All.Where(rule => rule.Promises.HasFlag(promise)).Select(rule => rule.Name)];

    private static IEnumerable<int> Numbers(RawElection raw) => Enumerable.Range(0, raw.Projects.Count);

    private static bool LooksAtNames(string rule) => RuleLaws.Row(rule).Make(["p0", "p1", "p2", "p3"]) switch
    {
        Greedy greedy => greedy.Ties.IsTotal,
        FundInOrder inOrder => inOrder.Ties.IsTotal,
        Phragmen phragmen => phragmen.Ties.IsTotal,
        MaximinSupport maximin => maximin.Ties.IsTotal,
        EqualShares shares => shares.Ties.IsTotal,
        _ => true,
    };

    private static Greedy WithoutProject(Greedy rule, string id) => new()
    {
        Order = rule.Order,
        Utility = rule.Utility,
        MinimumScore = rule.MinimumScore,
        Counts = rule.Counts,
        Ties = rule.Ties,
        Limits = new()
        {
            OnMisfit = rule.Limits.OnMisfit,
            MaxWinners = rule.Limits.MaxWinners,
            GroupBudgets = rule.Limits.GroupBudgets,
            Withdrawn = rule.Limits.Withdrawn.Remove(id),
            Exclusive = [.. rule.Limits.Exclusive.Select(set => set.Remove(id))],
        },
    };

    // The outcomes as sets of project numbers, in a stated order.
    private static IEnumerable<string> Outcomes(AllocationResult allocation, IReadOnlyList<string> ids, int? except = null)
    {
        var numbers = ids.Index().Where(item => item.Index != except).Select((item, i) => (item.Item, i)).ToDictionary(item => item.Item, item => item.i, StringComparer.Ordinal);
        return allocation.Outcomes
            .Select(outcome => string.Join(' ', outcome.Funded.Select(project => numbers[project.Id]).Order()))
            .Order(StringComparer.Ordinal);
    }
}
