using System.Diagnostics;
using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Budgeting;

public sealed class TieTests
{
    private const int Elections = 30;

    private static readonly int[] AllFive = [0, 1, 2, 3, 4];

    public static TheoryData<int> EachLimits => [.. Enumerable.Range(0, TieBruteForce.Limits.Length)];

    [Theory]
    [MemberData(nameof(EachLimits))]
    public void Ties_Matters_IsWhatTryingEveryOrderShows(int limits) => ForAll(limits, (raw, limits) =>
    {
        foreach (var tie in TieBruteForce.Rule(limits, TieChain.ListedOrder).Allocate(raw.Build()).Ties)
        {
            int[] tied = [.. tie.Tied.Select(id => id[1] - '0')];
            Assert.Equal(TieBruteForce.Outcomes(raw, limits, tied).Count > 1, tie.Matters);
        }
    });

    [Theory]
    [MemberData(nameof(EachLimits))]
    public void Allocate_TiesRefused_AreOpenOnlyIfOneMatters(int limits)
    {
        var open = 0;
        ForAll(limits, (raw, limits) =>
        {
            var broken = TieBruteForce.Rule(limits, TieChain.ListedOrder).Allocate(raw.Build());
            var refused = TieBruteForce.Rule(limits, TieChain.Refuse).Allocate(raw.Build());
            var matters = broken.Ties.Any(tie => tie.Matters);
            open += matters ? 1 : 0;
            Assert.Equal(matters ? AllocationStatus.OpenTie : AllocationStatus.Decided, refused.Status);
            if (!matters)
            {
                Assert.Equal(broken.Projects.Select(result => result.Fate.IsFunded), refused.Projects.Select(result => result.Fate.IsFunded));
                return;
            }

            Assert.Empty(refused.Outcomes);
            var tie = refused.Ties[^1];
            Assert.True(tie.Matters);
            Assert.Empty(tie.BrokenBy);
            Assert.Equal(tie.Tied.AsEnumerable(), tie.Order);
            Assert.All(tie.Tied, id => Assert.Equal(new Fate.Open(0, 0), refused[id].Fate));
            // What was funded before the tie stands however it falls.
            Assert.Equal(broken.Funded.Take(refused.Funded.Length).Select(project => project.Id), refused.Funded.Select(project => project.Id));
        });
        Assert.True(open > 3, $"Only {open} elections had a tie that matters.");
    }

    [Theory]
    [MemberData(nameof(EachLimits))]
    public void Allocate_AllOutcomes_AreWhatTryingEveryOrderFinds(int limits) => ForAll(limits, (raw, limits) =>
        ExpectAllOutcomes(raw, limits));

    [Fact]
    public void Allocate_AllOutcomesWithALeftoverPass_AreWhatTryingEveryOrderFinds()
    {
        for (var n = 0; n < Elections; n++)
        {
            foreach (var limits in TieBruteForce.Limits.Where(limits => !limits.GroupBudgets.IsEmpty))
            {
                ExpectAllOutcomes(TieBruteForce.Make(n), new FundingLimits
                {
                    OnMisfit = limits.OnMisfit,
                    OvershootFrom = limits.OvershootFrom,
                    MaxWinners = limits.MaxWinners,
                    Exclusive = limits.Exclusive,
                    GroupBudgets = limits.GroupBudgets,
                    LeftoverIgnoresGroups = true,
                });
            }
        }
    }

    [Fact]
    public void Allocate_MoreOutcomesThanTheLimit_ListsAsManyAsTheLimitAndSaysSo()
    {
        var election = Made.Approval(2, "A:1 B:1 C:1 D:1", "A,B,C,D");
        foreach (var (limit, isComplete) in new[] { (1, false), (3, false), (5, false), (6, true), (7, true) })
        {
            var allocation = new Greedy { Ties = TieChain.AllOutcomes.OrAllOutcomes(limit) }.Allocate(election);
            Assert.Equal(AllocationStatus.SeveralOutcomes, allocation.Status);
            Assert.Equal(isComplete, allocation.IsComplete);
            Assert.Equal(Math.Min(limit, 6), allocation.Outcomes.Length);
        }
    }

    [Fact]
    public void Allocate_ChainOfKeys_RecordsTheTieAndTheKeysThatBrokeIt()
    {
        var election = Made.Approval(5, "A:3 B:2 C:3 D:9", "2*A,B,C", "1*D");
        var rule = new Greedy { Ties = TieChain.By(TieKey.Highest("votes"), TieKey.Lowest("cost"), TieKey.Identifier) };
        var tie = Assert.Single(rule.Allocate(election).Ties);
        Assert.Equal(new TieRecord(1, ["A", "B", "C"], ["B", "A", "C"], [TieKey.Lowest("cost"), TieKey.Identifier], Matters: true), tie);
        Assert.Equal(
            "Round 1: A, B, C are tied; lowest-cost, then identifier puts them in the order B, A, C (another order could have changed the outcome).",
            tie.ToString());
    }

    [Fact]
    public void Allocate_KeysLeaveATieThatMatters_IsOpenBehindWhatTheyDecided()
    {
        var election = Made.Approval(5, "A:3 B:2 C:3 D:1", "2*A,B,C", "1*D");
        var allocation = new Greedy { Ties = TieChain.By(TieKey.Lowest("cost")) }.Allocate(election);
        Made.ExpectFates(
            allocation, "A: open: a tie is not broken.", "B: funded in round 1.", "C: open: a tie is not broken.", "D: open: a tie is not broken.");
        Assert.Equal(AllocationStatus.OpenTie, allocation.Status);
    }

    [Fact]
    public void Allocate_TieInTheLeftoverPass_IsOpenToo()
    {
        Project[] projects = [new("A", 2) { Categories = ["park"] }, new("B", 2) { Categories = ["park"] }, new("C", 1)];
        var groups = new GroupBudget(GroupBudget.Category, new Dictionary<string, Rational> { ["park"] = 1 });
        var rule = new Greedy { Ties = TieChain.Refuse, Limits = new() { GroupBudgets = [groups], LeftoverIgnoresGroups = true } };
        var allocation = rule.Allocate(Made.Approval(4, projects, "A,B", "C"));
        Made.ExpectFates(allocation, "A: open: a tie is not broken.", "B: open: a tie is not broken.", "C: funded in round 3.");
    }

    [Theory]
    [InlineData("A:6 B:5", false)]
    [InlineData("A:6 B:4.99", false)]
    [InlineData("A:6 B:5.01", true)]
    [InlineData("A:7 B:4.9", true)]
    public void Ties_BothFundedByAnOvershootInAnyOrder_DoNotMatter(string projects, bool matters)
    {
        // Ten in hand: A then B leaves 4 of 5 for B, exactly what is tolerated; B then A leaves 5 of 6.
        var rule = TieBruteForce.Rule(new() { OnMisfit = Misfit.Stop, OvershootFrom = new Rational(4, 5) }, TieChain.ListedOrder);
        Assert.Equal(matters, Assert.Single(rule.Allocate(Made.Approval(10, projects, "A,B")).Ties).Matters);
    }

    [Fact]
    public void Allocate_Lot_DrawsTheSameWhateverTheListedOrder()
    {
        var rule = new Greedy { Ties = TieChain.By(TieKey.Lot("2026-05-01")) };
        var one = Made.Funded(rule, Made.Approval(2, "A:1 B:1 C:1 D:1", "A,B,C,D"));
        var other = Made.Funded(rule, Made.Approval(2, "D:1 B:1 C:1 A:1", "A,B,C,D"));
        Assert.Equal(one, other);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Allocate_TwoHundredTied_IsQuickAndTellsWhetherTheyMatter(bool withGroups)
    {
        var watch = Stopwatch.StartNew();
        var projects = Enumerable.Range(0, 200).Select(i => new Project($"p{i}", 1 + (i % 3)) { Categories = ["green"] }).ToArray();
        var builder = new ApprovalProfileBuilder(new CandidateList(projects.Select(project => project.Id)));
        builder.Add([.. Enumerable.Range(0, 200)]);
        var profile = builder.Build();
        var limits = withGroups
            ? new FundingLimits { GroupBudgets = [new GroupBudget(GroupBudget.Category, new Dictionary<string, Rational> { ["green"] = 400 })] }
            : FundingLimits.None;
        foreach (var (budget, matters) in new[] { (399, false), (398, true), (100, true), (0, false) })
        {
            var election = new Election(budget, projects, profile);
            Assert.Equal(matters, Assert.Single(TieBruteForce.Rule(limits, TieChain.ListedOrder).Allocate(election).Ties).Matters);
            Assert.Equal(matters, TieBruteForce.Rule(limits, TieChain.Refuse).Allocate(election).Status == AllocationStatus.OpenTie);
            var all = TieBruteForce.Rule(limits, TieChain.AllOutcomes.OrAllOutcomes(50)).Allocate(election);
            // With group budgets the search may give up before it has found so many; it says so.
            Assert.InRange(all.Outcomes.Length, !matters ? 1 : withGroups ? 2 : 50, matters ? 50 : 1);
            Assert.Equal(!matters, all.IsComplete);
        }

        // A second is usual on an idle machine; trying the sets of tied projects one by one would not end.
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), $"It took {watch.ElapsedMilliseconds} ms.");
    }

    [Fact]
    public void Allocate_NotAllOutcomesListed_SettlesOnlyWhatCameBeforeTheTie()
    {
        var election = Made.Approval(15, "sure:5 a:10 b:10 never:99", "sure", "sure", "a,b,never");

        var allocation = new Greedy { Ties = TieChain.By(TieKey.Lowest("cost")).OrAllOutcomes(1) }.Allocate(election);

        Assert.Equal((AllocationStatus.SeveralOutcomes, false, 1), (allocation.Status, allocation.IsComplete, allocation.Outcomes.Length));
        Assert.Equal(["sure"], allocation.Funded.Select(project => project.Id));
        Assert.Equal(new Fate.Open(1, 1), allocation["a"].Fate);
        Assert.Equal(new Fate.Open(0, 1), allocation["b"].Fate);
    }

    private static void ExpectAllOutcomes(RawElection raw, FundingLimits limits)
    {
        var allocation = TieBruteForce.Rule(limits, TieChain.AllOutcomes).Allocate(raw.Build());
        var expected = TieBruteForce.Outcomes(raw, limits, AllFive);
        Assert.Equal(expected.Order(StringComparer.Ordinal), allocation.Outcomes.Select(outcome => TieBruteForce.Set(outcome.Funded)).Order(StringComparer.Ordinal));
        Assert.Equal(expected.Count > 1 ? AllocationStatus.SeveralOutcomes : AllocationStatus.Decided, allocation.Status);
        Assert.True(allocation.IsComplete);
    }

    private static void ForAll(int limits, Action<RawElection, FundingLimits> law)
    {
        for (var n = 0; n < Elections; n++)
        {
            law(TieBruteForce.Make(n), TieBruteForce.Limits[limits]);
        }
    }
}
