using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Ties;
using AllocationResult = CivicTech.Budgeting.Allocation.Allocation;

namespace CivicTech.Tests.Budgeting;

/// <summary>Elections worked out by hand.</summary>
public sealed class EqualSharesTests
{
    private static readonly AllocationRequest Traced = new() { Trace = true };

    // Example 1 of Lackner and Skowron, Multi-Winner Voting with Approval Preferences (2023): a committee of four.
    private static readonly string[] BookBallots = ["3*a,b", "3*a,c", "2*a,d", "b,c,f", "e", "f", "g"];

    [Fact]
    public void Allocate_ExampleOfTheBook_FundsOneAndPhragmenGoesOn()
    {
        // Example 11 there. Everybody has 1/3, and a costs its eight supporters 1/8. Those of b, as those of c, have 3 (5/24) + 1/3 = 23/24 then.
        var election = Made.Approval(4, "a:1 b:1 c:1 d:1 e:1 f:1 g:1", BookBallots);
        var plain = new EqualShares().Allocate(election, Traced);
        Assert.Equal("a", Made.Funded(plain));
        ExpectPurchase(plain, 0, new(1, 8), 8, [new(new(1, 8), 8)], [new(new(1, 3), 4), new(new(5, 24), 8)]);
        Assert.Equal(new Fate.TooLittleSupport(new(1, 24)), plain["b"].Fate);
        Assert.Equal(new Fate.TooLittleSupport(new(2, 3)), plain["e"].Fate);

        var completed = new EqualShares { Completion = Completion.Phragmen }.Allocate(election, Traced);
        Assert.Equal("a b c d", Made.Funded(completed));
        Assert.Equal([true, false, false, false], completed.Trace.Select(round => round.Purchase is not null));
        Assert.Equal("a b c d", Made.Funded(new EqualShares { Completion = Completion.Utilitarian }, election));
    }

    [Fact]
    public void Allocate_OtherExampleOfTheBook_HasSupportersWhoCannotPayInFull()
    {
        // Example 12 there: everybody has 3/8. c costs 1/5 each; two supporters of a have 7/40 left then, so that the others pay (1 - 7/20) / 2.
        var election = Made.Approval(3, "a:1 b:1 c:1 d:1", "3*c,d", "2*a,b", "2*a,c", "b,d");
        var allocation = new EqualShares().Allocate(election, Traced);
        Assert.Equal("c a", Made.Funded(allocation));
        ExpectPurchase(allocation, 0, new(1, 5), 5, [new(new(1, 5), 5)], [new(new(3, 8), 3), new(new(7, 40), 5)]);
        ExpectPurchase(
            allocation, 1, new(13, 40), new Rational(40, 13), [new(new(13, 40), 2), new(new(7, 40), 2)], [new(new(3, 8), 1), new(new(7, 40), 3), new(new(1, 20), 2), new(0, 2)]);
        Assert.Equal(new Fate.TooLittleSupport(new(21, 40)), allocation["b"].Fate);
        Assert.Equal(new Fate.TooLittleSupport(new(1, 10)), allocation["d"].Fate);

        // b was affordable beside a, with 9/8, and its three supporters would have paid 39/40 at that price; d beside c, with 4/5.
        ExpectMoney(allocation, "b", 2, new(1, 40), new(21, 40));
        ExpectMoney(allocation, "d", 1, new(1, 5), new(1, 10));
        Assert.Null(allocation["a"].Support);
        Assert.Equal("c a d", Made.Funded(new EqualShares { Completion = Completion.Phragmen }, election));
    }

    [Fact]
    public void Allocate_Utility_DecidesWhatIsCheap()
    {
        // 20 each. By cost, park and well have three votes each; by number of projects the well costs 40/3 each and the park 20. Then the
        // park's supporters have 20 + 20 + 20/3.
        var election = Made.Approval(100, "park:60 library:50 well:40 mural:10", "2*park,library", "park,well", "2*well");
        Assert.Equal("park well", Made.Funded(new EqualShares(), election));
        Assert.Equal("well", Made.Funded(new EqualShares { Utility = Utility.Cardinality }, election));
        Assert.Equal("park well", Made.Funded(new EqualShares { Utility = Utility.Effort }, election));

        // Points: 10 for the park, whose supporters pay 6 a point; the well's pay 40/7 a point, one of them 40/7 and two 120/7.
        var scores = Made.Cardinal(100, "park:60 library:50 well:40 mural:10", 0, "2*park=4,library=1", "park=2,well=1", "2*well=3");
        var allocation = new EqualShares { Utility = Utility.Points }.Allocate(scores, Traced);
        Assert.Equal("well", Made.Funded(allocation));
        ExpectPurchase(allocation, 0, new(40, 7), null, [new(new(120, 7), 2), new(new(40, 7), 1)], [new(20, 2), new(new(100, 7), 1), new(new(20, 7), 2)]);
    }

    [Fact]
    public void Allocate_Borda_LastRankedProjectHasNoSupport()
    {
        var allocation = new EqualShares { Utility = Utility.Borda }.Allocate(Made.Ordinal(4, "A:1 B:1 C:2", null, "2*C,A,B", "A,B"));
        Made.ExpectFates(allocation, "A: funded in round 1.", "B: supported by nobody.", "C: funded in round 2.");
    }

    [Fact]
    public void Allocate_OwnUtility_IsAskedForEveryBallot()
    {
        // Who names two projects values each half as much, so B's supporter pays 2 for a unit of utility, and A's supporters 4 / (1 + 1/2).
        var election = Made.Approval(6, "B:2 A:4", "A", "A,B", "B");
        var own = new EqualShares { OwnUtility = new DividedAttention() };
        var allocation = own.Allocate(election, Traced);
        Assert.Equal("B", Made.Funded(allocation));
        Assert.Equal(new Rational(4, 9), allocation.Trace[0].Purchase!.PricePerUtility);
        Assert.Null(allocation.Trace[0].Purchase!.EffectiveVotes);
        Assert.Equal([new VoterAmount(new(4, 3), 1), new VoterAmount(new(2, 3), 1)], allocation.Trace[0].Purchase!.Payments.AsEnumerable());
        Assert.Equal("tests/divided-attention@1", own.DescribeOptions()["ownUtility"]!["rule"]!.GetValue<string>());
    }

    [Fact]
    public void Allocate_GivenEndowments_AreSpentInsteadOfEqualOnes()
    {
        var election = new Election(
            10,
            Made.Projects("A:4 B:3"),
            new VoterGroup(Made.Approval(0, "A:4 B:3", "2*A").Profile) { Endowment = new Rational(3, 2) },
            new VoterGroup(Made.Approval(0, "A:4 B:3", "B").Profile) { Endowment = 3 });
        Assert.Equal("A B", Made.Funded(new EqualShares(), election));
        var allocation = new EqualShares { Endowments = Endowments.Given }.Allocate(election, Traced);
        Assert.Equal("B", Made.Funded(allocation));
        ExpectMoney(allocation, "A", 0, 1, 1);
        Assert.Equal([new VoterAmount(new(3, 2), 2), new VoterAmount(0, 1)], allocation.Trace[0].Purchase!.Leftovers.AsEnumerable());
    }

    [Fact]
    public void Allocate_ProjectsThatCannotBeBought_AreToldApart()
    {
        Project[] projects = [.. Made.Projects("A:4 free:0 nobody:0 none:2 dear:7 poor:3"), new("gone", 1) { IsWithdrawn = true }];
        var allocation = new EqualShares().Allocate(Made.Approval(6, projects, "2*A,dear,gone", "free,dear,poor,gone"), Traced);
        Made.ExpectFates(
            allocation,
            "A: funded in round 2.",
            "free: funded in round 1.",
            "nobody: supported by nobody.",
            "none: supported by nobody.",
            "dear: did not fit in round 3: 5 was missing.",
            "poor: not affordable: at the end its supporters were 1 short.",
            "gone: withdrawn.");
        Assert.Null(allocation.Trace[0].Purchase);
        Assert.Equal(2, allocation.Trace[1].Number);
        ExpectMoney(allocation, "poor", 0, 1, 1);
        ExpectMoney(allocation, "dear", 0, 1, 5);
    }

    [Fact]
    public void Allocate_HardlyAnyElection_IsDecided()
    {
        Made.ExpectFates(new EqualShares().Allocate(Made.Approval(6, "A:4 free:0")), "A: supported by nobody.", "free: supported by nobody.");
        Made.ExpectFates(new EqualShares().Allocate(Made.Approval(6, "A:4 free:0", "3*")), "A: supported by nobody.", "free: supported by nobody.");
        Made.ExpectFates(new EqualShares().Allocate(Made.Approval(0, "A:4 free:0", "A,free")), "A: did not fit in round 2: 4 was missing.", "free: funded in round 1.");
        Assert.Equal("", Made.Funded(new EqualShares(), Made.Approval(6, "", "2*")));

        // One voter spends the budget as listed: every project costs 1 for a unit of its cost.
        Assert.Equal("A B", Made.Funded(new EqualShares(), Made.Approval(5, "A:3 B:2 C:1", "A,B,C")));
        foreach (var addOne in new[] { EqualShares.Pabutools.AddOne, EqualShares.PabulibChecker.AddOne })
        {
            Assert.Equal("", Made.Funded(new EqualShares { AddOne = addOne }, Made.Approval(6, "A:4")));
            Assert.Equal("free", Made.Funded(new EqualShares { AddOne = addOne }, Made.Approval(0, "A:4 free:0", "A,free")));
        }
    }

    [Theory]
    [InlineData(Arithmetic.Certified)]
    [InlineData(Arithmetic.Rational)]
    public void Allocate_PricesThatDoublesConfuse_AreSeenToBeTied(Arithmetic arithmetic)
    {
        // A costs its three supporters 5/3 each, a third for a unit of utility; B 22/3, a third as well. In doubles (5/3)/5 is more than (22/3)/22,
        // so that B would be funded instead of A; nobody can pay for both.
        var election = Made.Approval(40, "A:5 B:22 C:6", "2*C", "3*A,B");
        var allocation = new EqualShares().Allocate(election, new AllocationRequest { Arithmetic = arithmetic });
        Assert.Equal("A C", Made.Funded(allocation));
        Assert.Equal(["A", "B"], allocation.Ties.Single(tie => tie.Matters).Tied.AsEnumerable());
    }

    [Fact]
    public void Allocate_TieChain_DecidesAndRefusalsAreOpen()
    {
        // Whoever is first of park and well: after the well, the park's supporters have 46 2/3.
        var election = Made.Approval(100, "park:60 library:50 well:40 mural:10", "2*park,library", "park,well", "2*well");
        Assert.Equal("well", Made.Funded(new EqualShares { Ties = TieChain.By(TieKey.Lowest("cost"), TieKey.ListedOrder) }, election));
        var refused = new EqualShares { Ties = TieChain.Refuse }.Allocate(election);
        Assert.Equal(AllocationStatus.OpenTie, refused.Status);
        Assert.Equal(new TieRecord(1, ["park", "well"], ["park", "well"], [], Matters: true), Assert.Single(refused.Ties));
        var all = new EqualShares { Ties = TieChain.AllOutcomes }.Allocate(election);
        Assert.Equal(["park well", "well"], all.Outcomes.Select(outcome => string.Join(' ', outcome.Funded.Select(project => project.Id))));
        Assert.Equal(new Fate.Open(1, 2), all["park"].Fate);
        Assert.True(all["well"].Fate.IsFunded);
        Assert.False(new EqualShares { Ties = TieChain.AllOutcomes.OrAllOutcomes(1) }.Allocate(election).IsComplete);
    }

    [Fact]
    public void Allocate_TiedWithoutCommonSupporters_DoNotMatter()
    {
        var allocation = new EqualShares { Ties = TieChain.Refuse }.Allocate(Made.Approval(4, "A:2 B:2", "A", "B"));
        Assert.Equal("A B", Made.Funded(allocation));
        Assert.False(Assert.Single(allocation.Ties).Matters);
    }

    [Fact]
    public void Allocate_Cancelled_Ends()
    {
        var cancelled = new CancellationToken(canceled: true);
        var election = Made.Approval(9, "A:1 B:9", "A", "B");
        foreach (var arithmetic in Enum.GetValues<Arithmetic>())
        {
            var request = new AllocationRequest { Arithmetic = arithmetic, CancellationToken = cancelled };
            Assert.Throws<OperationCanceledException>(() => new EqualShares().Allocate(election, request));
            Assert.Throws<OperationCanceledException>(() => EqualShares.Pabutools.Allocate(election, request));
        }
    }

    private static void ExpectPurchase(AllocationResult allocation, int round, Rational payment, Rational? effectiveVotes, VoterAmount[] payments, VoterAmount[] leftovers)
    {
        var purchase = allocation.Trace[round].Purchase!;
        var utility = effectiveVotes is null ? 1 : allocation.Trace[round].Project.Cost;
        Assert.Equal(payment / utility, purchase.PricePerUtility);
        Assert.Equal(effectiveVotes, purchase.EffectiveVotes);
        Assert.Equal(payments, purchase.Payments.AsEnumerable());
        Assert.Equal(leftovers, purchase.Leftovers.AsEnumerable());
    }

    private static void ExpectMoney(AllocationResult allocation, string project, int lastAffordable, Rational missingThen, Rational missingAtEnd)
    {
        var support = allocation[project].Support!;
        Assert.Equal((lastAffordable, missingThen, missingAtEnd), (support.LastAffordableRound, support.MissingThen, support.MissingAtEnd));
    }
}
