using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Budgeting;

public sealed class PhragmenTests
{
    private static readonly AllocationRequest Traced = new() { Trace = true };

    // Example 1 of Lackner and Skowron, Multi-Winner Voting with Approval Preferences (2023): a committee of four.
    private static readonly string[] BookBallots = ["3*a,b", "3*a,c", "2*a,d", "b,c,f", "e", "f", "g"];

    [Fact]
    public void Allocate_ExampleOfTheBook_HasItsLoads()
    {
        // Example 9 there; b and c are tied for the second place.
        var allocation = new Phragmen().Allocate(Made.Approval(4, "a:1 b:1 c:1 d:1 e:1 f:1 g:1", BookBallots), Traced);
        Assert.Equal("a b c d", Made.Funded(allocation));
        ExpectLoads(allocation, new(1, 8), new(11, 32), new(55, 128), new(5, 8));
        var tie = Assert.Single(allocation.Ties, tie => tie.Round == 2);
        Assert.Equal(["b", "c"], tie.Tied.AsEnumerable());
        Assert.True(tie.Matters);
    }

    [Fact]
    public void Allocate_SecondPhaseOfEqualSharesInTheBook_StartsFromWhatWasSaved()
    {
        // Example 11 there: a is bought already, everybody else has money left, which is a negative load.
        Project[] projects = [new("a", 1) { IsWithdrawn = true }, .. Made.Projects("b:1 c:1 d:1 e:1 f:1 g:1")];
        var election = Made.Grouped(3, projects, (new(-5, 24), BookBallots[..3]), (new(-1, 3), BookBallots[3..]));
        var allocation = new Phragmen { InitialLoads = InitialLoads.Given }.Allocate(election, Traced);
        Assert.Equal("b c d", Made.Funded(allocation));
        ExpectLoads(allocation, new(1, 96), new(37, 384), new(7, 24));
        Assert.Equal(
            [new VoterAmount(new(11, 32), 1), new VoterAmount(new(7, 32), 3)],
            allocation.Trace[0].Purchase!.Payments.AsEnumerable());
    }

    [Fact]
    public void Allocate_OtherExampleOfTheBook_DiffersFromEqualSharesAndItsSecondPhase()
    {
        // Example 12 there.
        string[] ballots = ["3*c,d", "2*a,b", "2*a,c", "b,d"];
        var whole = new Phragmen().Allocate(Made.Approval(3, "a:1 b:1 c:1 d:1", ballots), Traced);
        Assert.Equal("c b d", Made.Funded(whole));
        ExpectLoads(whole, new(1, 5), new(1, 3), new(29, 60));

        Project[] projects = [new("a", 1) { IsWithdrawn = true }, new("b", 1), new("c", 1) { IsWithdrawn = true }, new("d", 1)];
        var election = Made.Grouped(
            1, projects, (new(-7, 40), ballots[..1]), (new(-1, 20), ballots[1..2]), (0, ballots[2..3]), (new(-3, 8), ballots[3..]));
        var second = new Phragmen { InitialLoads = InitialLoads.Given }.Allocate(election, Traced);
        Assert.Equal("d", Made.Funded(second));
        ExpectLoads(second, new Rational(1, 40));
    }

    [Fact]
    public void Allocate_DifferentCosts_BuysInTheOrderInWhichMoneySuffices()
    {
        // The well at 40/3, before the park at 60/3 and the library at 50/2. Then the park at (60 + 40/3) / 3 = 220/9, just before the library.
        var election = Made.Approval(100, "park:60 library:50 well:40 mural:10", "2*park,library", "park,well", "2*well");
        var allocation = new Phragmen().Allocate(election, Traced);
        Made.ExpectFates(
            allocation,
            "park: funded in round 2.",
            "library: did not fit in round 3: 50 was missing.",
            "well: funded in round 1.",
            "mural: supported by nobody.");
        Assert.Equal(
            [
                "Round 1: well costs 40, 100 is left: funded in round 1. Supporters pay all they have; their load is 40/3 now.",
                "Round 2: park costs 60, 60 is left: funded in round 2. Supporters pay all they have; their load is 220/9 now.",
                "Round 3: library costs 50, 0 is left: did not fit in round 3: 50 was missing.",
            ],
            allocation.Trace.Select(round => round.ToString()));
        Assert.Equal([new VoterAmount(new(220, 9), 2), new VoterAmount(new(100, 9), 1)], allocation.Trace[1].Purchase!.Payments.AsEnumerable());
        Assert.Equal(
            [new VoterAmount(new(100, 9), 2), new VoterAmount(0, 3)],
            allocation.Trace[1].Purchase!.Leftovers.AsEnumerable());
    }

    [Fact]
    public void Allocate_MisfitAmongTied_StopsForAll()
    {
        // At time 2 both A, at (7 + 1) / 4, and B, at 4 / 2, are due: B would fit, A does not.
        var allocation = new Phragmen().Allocate(Made.Approval(7, "A:7 F:1 B:4 C:5 D:9", "3*A", "1*F,A", "2*B", "1*C", "1*D"));
        Made.ExpectFates(
            allocation,
            "A: did not fit in round 2: 1 was missing.",
            "F: funded in round 1.",
            "B: not reached: the rule stopped at A.",
            "C: not affordable: at the end its supporters were 3 short.",
            "D: not affordable: at the end its supporters were 7 short.");
        Assert.False(Assert.Single(allocation.Ties).Matters);
    }

    [Fact]
    public void Allocate_DearerThanTheBudget_DoesNotStopTheRule() => Made.ExpectFates(
        new Phragmen().Allocate(Made.Approval(7, "A:8 B:4 C:5", "4*A", "B", "C")),
        "A: did not fit in round 1: 1 was missing.",
        "B: funded in round 2.",
        "C: did not fit in round 3: 2 was missing.");

    [Fact]
    public void Allocate_Skip_GoesOnUntilNothingFits()
    {
        var election = Made.Approval(7, "A:7 F:1 B:4 C:5 D:9 E:2", "3*A", "1*F,A", "2*B", "1*C", "1*D", "1*E");
        Made.ExpectFates(
            new Phragmen { OnMisfit = Misfit.Skip }.Allocate(election),
            "A: did not fit in round 2: 1 was missing.",
            "F: funded in round 1.",
            "B: funded in round 3.",
            "C: did not fit in round 5: 5 was missing.",
            "D: did not fit in round 6: 9 was missing.",
            "E: funded in round 4.");
    }

    [Fact]
    public void Allocate_VoterInDebt_PaysNothingAndTakesNothing()
    {
        // One of B's supporters begins to earn at 9. By the average of loads B would come at (2 + 9) / 2, after C at 4: the other would pay 5.5.
        var election = Made.Grouped(10, Made.Projects("B:2 C:4"), (9, ["B"]), (0, ["B,C"]));
        var allocation = new Phragmen { InitialLoads = InitialLoads.Given }.Allocate(election, Traced);
        Assert.Equal("B C", Made.Funded(allocation));
        ExpectLoads(allocation, 2, 6);
        Assert.Equal([new VoterAmount(2, 1)], allocation.Trace[0].Purchase!.Payments.AsEnumerable());
        Assert.Equal([new VoterAmount(0, 2)], allocation.Trace[0].Purchase!.Leftovers.AsEnumerable());
    }

    [Fact]
    public void Allocate_FreeProjects_AreFundedFirstIfSomebodySupportsThem()
    {
        var allocation = new Phragmen().Allocate(Made.Approval(1, "A:1 free:0 nobody:0", "A", "free"), Traced);
        Made.ExpectFates(allocation, "A: funded in round 2.", "free: funded in round 1.", "nobody: supported by nobody.");
        Assert.Null(allocation.Trace[0].Purchase);
    }

    [Fact]
    public void Allocate_TiedWithoutCommonSupporters_DoNotMatterUnlessMoneyIsShort()
    {
        var rule = new Phragmen { Ties = TieChain.Refuse };
        string[] ballots = ["A", "B", "C"];
        var enough = rule.Allocate(Made.Approval(3, "A:1 B:1 C:1", ballots));
        Assert.Equal("A B C", Made.Funded(enough));
        Assert.False(Assert.Single(enough.Ties).Matters);
        Assert.Equal(AllocationStatus.OpenTie, rule.Allocate(Made.Approval(2, "A:1 B:1 C:1", ballots)).Status);
        Assert.Equal(3, new Phragmen { Ties = TieChain.AllOutcomes }.Allocate(Made.Approval(2, "A:1 B:1 C:1", ballots)).Outcomes.Length);
    }

    [Fact]
    public void Allocate_TieChain_DecidesWhoGoesFirst()
    {
        var election = Made.Approval(6, "A:4 B:2", "A,B", "A");
        Assert.Equal("A B", Made.Funded(new Phragmen { Ties = TieChain.By(TieKey.Highest("votes"), TieKey.ListedOrder) }, election));
        Assert.Equal("B A", Made.Funded(new Phragmen { Ties = TieChain.By(TieKey.Lowest("cost"), TieKey.ListedOrder) }, election));
    }

    [Theory]
    [InlineData(Arithmetic.Certified)]
    [InlineData(Arithmetic.Rational)]
    public void Allocate_TimesThatDoublesConfuse_AreToldApart(Arithmetic arithmetic)
    {
        // 2^53 and one more: the same double. And a tie of thirds that doubles do not see.
        var big = Made.Approval(10_000_000_000_000_000, "A:9007199254740993 B:9007199254740992", "A", "B");
        Assert.Equal("B", Made.Funded(new Phragmen().Allocate(big, new AllocationRequest { Arithmetic = arithmetic })));

        // After X at 1/3: A is due at (2 + 1/3) / 2 = 7/6, B at 7/6.
        var tie = Made.Approval(3, "X:1 A:2 B:7/6", "3*X", "X,A", "A", "B");
        var allocation = new Phragmen().Allocate(Made.Approval(4, "X:1 A:2 B:7/6", "2*X", "X,A", "A", "B"), new AllocationRequest { Arithmetic = arithmetic });
        Assert.Equal(["A", "B"], allocation.Ties.Single().Tied.AsEnumerable());
        Assert.Empty(new Phragmen().Allocate(tie, new AllocationRequest { Arithmetic = arithmetic }).Ties);
    }

    [Fact]
    public void Allocate_HugeAndTinyNumbers_AreStillExact()
    {
        // Beyond what a double holds: nothing is known approximately, so everything is decided exactly.
        var huge = "1" + new string('0', 400);
        Assert.Equal("B A", Made.Funded(new Phragmen(), Made.Approval(Rational.Parse(huge + "00"), $"A:{huge}1 B:{huge}", "A", "B")));
        Assert.Equal("B A", Made.Funded(new Phragmen(), Made.Approval(1, $"A:2/{huge} B:1/{huge}", "A", "B")));
    }

    [Fact]
    public void Allocate_BallotsOfAnotherKind_AreRefused()
    {
        var exception = Assert.Throws<ArgumentException>(() => new Phragmen().Allocate(Made.Ordinal(9, "A:1 B:1", null, "A,B")));
        Assert.Contains("Ordinal", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Phragmen().Allocate(Made.Cardinal(9, "A:1 B:1", 0, "A=1")));
    }

    [Fact]
    public void Allocate_GivenLoadsWithoutGroups_AreRefused()
    {
        var exception = Assert.Throws<ArgumentException>(
            () => new Phragmen { InitialLoads = InitialLoads.Given }.Allocate(Made.Approval(9, "A:1", "A")));
        Assert.Contains("groups", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Allocate_LoadsOfGroupsNotAskedFor_AreIgnored() => Assert.Equal(
        "A B",
        Made.Funded(new Phragmen(), Made.Grouped(10, Made.Projects("A:2 B:4"), (9, ["A"]), (0, ["B"]))));

    [Fact]
    public void Allocate_FigureThatThereIsNot_IsRefused() => Assert.Throws<ArgumentException>(
        () => new Phragmen { Ties = TieChain.By(TieKey.Highest("points")) }.Allocate(Made.Approval(9, "A:1", "A")));

    [Fact]
    public void Allocate_Cancelled_Ends() => Assert.Throws<OperationCanceledException>(
        () => new Phragmen().Allocate(Made.Approval(9, "A:1", "A"), new AllocationRequest { CancellationToken = new(canceled: true) }));

    private static void ExpectLoads(CivicTech.Budgeting.Allocation.Allocation allocation, params Rational[] loads) =>
        Assert.Equal(loads, allocation.Trace.Where(round => round.Purchase is not null).Select(round => round.Purchase!.Load!.Value));
}
