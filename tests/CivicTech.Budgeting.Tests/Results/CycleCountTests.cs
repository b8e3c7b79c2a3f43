using System.Security.Cryptography;
using System.Text;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Results;
using CivicTech.Ties;
using static CivicTech.Tests.Budgeting.Results.Town;

namespace CivicTech.Tests.Budgeting.Results;

public sealed class CycleCountTests
{
    private const string Secret = "a secret of sixteen or more";

    private static readonly LotReveal Lot = LotReveal.Of(Secret, LotSeed.Commit(Secret), "4 8 15 16 23 42");

    [Fact]
    public void Run_ByVotes_FundsFromTheTopAndSaysWhy()
    {
        var result = Of("north:100", "A/north:60 B/north:50 C/north:40.50 D/north:30", "north 5*A", "north 4*B,C", "north 3*D").Count();

        var north = In(result, "north");
        Assert.Equal("A D", Funded(result, "north"));
        Assert.Equal((Eur(90), Eur(10), Eur(0), "greedy@1"), (north.Cost, north.Unspent, north.Beyond, north.Rule));
        Assert.Equal((12L, AreaOutcome.Decided), (north.Numbers.Counted, north.Outcome));
        Assert.Equal([5, 4, 4, 3], north.Projects.Select(project => project.Votes));
        Assert.StartsWith("did-not-fit: ", Fate(result, "C"), StringComparison.Ordinal);
        Assert.Contains("0.5", Fate(result, "C"), StringComparison.Ordinal);
    }

    [Fact]
    public void B11_AreaBudgetZero_FundsWhatCostsNothing()
    {
        var result = Of("north:0", "A/north:1 B/north:0", "north 2*A,B").Count();

        Assert.Equal("B", Funded(result, "north"));
        Assert.Equal(Eur(0), In(result, "north").Unspent);
    }

    [Fact]
    public void B11_EveryProjectDearerThanTheBudget_FundsNothingAndReturnsAll()
    {
        var result = Of("north:10", "A/north:11 B/north:10.01", "north 2*A,B").Count();

        Assert.Equal("", Funded(result, "north"));
        Assert.Equal(Eur(10), In(result, "north").Unspent);
        Assert.Equal("did-not-fit: did not fit in round 2: 0.01 was missing", Fate(result, "B"));
    }

    [Fact]
    public void B14_TieOfMany_FallsByTheLotThatAnyoneCanRecompute()
    {
        var town = Of("north:30", "A/north:10 B/north:10 C/north:10 D/north:10 E/north:10", "north 7*A,B,C,D,E");

        var result = town.Count(new CountPlan { Ties = ["lot"] }, Lot);

        var drawn = new[] { "A", "B", "C", "D", "E" }.OrderBy(id => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Lot.Seed}\0{id}"))), StringComparer.Ordinal).ToArray();
        Assert.Equal(drawn[..3], In(result, "north").Funded.ToArray());
        var tie = Assert.Single(In(result, "north").Ties);
        Assert.Equal(drawn, tie.Order.ToArray());
        Assert.Equal($"lot:{Lot.Seed}", Assert.Single(tie.BrokenBy));
        Assert.True(tie.Matters);
    }

    [Fact]
    public void B14_TieWhereOnlySomeFit_GoesOnToThoseThatDo()
    {
        var town = Of("north:10", "A/north:11 B/north:4 C/north:7 D/north:5", "north 7*A,B,C,D");

        Assert.Equal("B D", Funded(town.Count(new CountPlan { Ties = ["lowest-cost", "listed-order"] }), "north"));
        Assert.Equal("B D", Funded(town.Count(), "north"));
    }

    [Fact]
    public void B14_CountedAgain_IsTheSameBytesWhateverTheOrderOfBallots()
    {
        string[] ballots = ["north 2*A,B", "north 2*C", "north B", "south 3*D", "south E,D"];
        var plan = new CountPlan { Ties = ["lot"], Leftover = LeftoverUse.Carried, Comparison = RuleChoice.Of(EqualShares.Wieliczka2023) };
        var town = Of("north:20 south:10", "A/north:10 B/north:10 C/north:10 D/south:5 E/south:9", ballots);
        var shuffled = Of("north:20 south:10", "A/north:10 B/north:10 C/north:10 D/south:5 E/south:9", [.. ballots.Reverse()]);

        var first = town.Count(plan, Lot);

        Assert.Equal(first.ToJson(), town.Count(plan, Lot).ToJson());
        Assert.Equal(first.ToJson(), shuffled.Count(plan, Lot).ToJson());
        Assert.Equal(first, shuffled.Count(plan, Lot));
        Assert.Equal(first.Digest, shuffled.Count(plan, Lot).Digest);
        Assert.NotEqual(first.Digest, town.Count(plan, LotReveal.Of(Secret, LotSeed.Commit(Secret), "another draw")).Digest);
    }

    [Fact]
    public void B14_LotWithoutSeed_IsNotCounted() =>
        Assert.Contains("lot", Assert.Throws<ArgumentException>(() => Of("north:1", "A/north:1", "north A").Count(new CountPlan { Ties = ["lot"] })).Message, StringComparison.Ordinal);

    [Fact]
    public void B15_ChainOfIncompatibleProjects_KeepsTheEarlierOfEachPair()
    {
        var result = Of("north:100", "A/north:10+ab B/north:10+ab+bc C/north:10+bc", "north 9*A", "north 8*B", "north 7*C").Count();

        Assert.Equal("A C", Funded(result, "north"));
        Assert.Equal("gave-way: gave way to A in run 1: one of 'ab' wins", Fate(result, "B"));
    }

    [Fact]
    public void B15_MiddleOfTheChainWins_BothOthersGiveWay()
    {
        var result = Of("north:100", "A/north:10+ab B/north:10+ab+bc C/north:10+bc", "north 7*A", "north 9*B", "north 8*C").Count();

        Assert.Equal("B", Funded(result, "north"));
        Assert.Contains("gave way to B", Fate(result, "A"), StringComparison.Ordinal);
        Assert.Contains("in run 2", Fate(result, "A"), StringComparison.Ordinal);
        Assert.Contains("in run 1", Fate(result, "C"), StringComparison.Ordinal);
    }

    [Fact]
    public void B15_AcrossAreas_TheAreaCountedFirstWins()
    {
        const string projects = "A/city:10+place B/north:10+place C/north:10";
        string[] ballots = ["city 9*A", "north 8*B", "north 7*C"];

        var listed = Of("city:10 north:10", projects, ballots).Count();
        var districts = Of("city:20 north:10", projects, ballots).Count(new CountPlan { Order = CountOrder.SmallestBudgetFirst });

        Assert.Equal(("A", "C"), (Funded(listed, "city"), Funded(listed, "north")));
        Assert.Equal("excluded-elsewhere: excluded by A of city: one of 'place' wins", Fate(listed, "B"));
        Assert.Equal(["north", "city"], districts.Areas.Select(area => area.Area));
        Assert.Equal(("", "B"), (Funded(districts, "city"), Funded(districts, "north")));
    }

    [Theory]
    [InlineData("greedy@1")]
    [InlineData("equal-shares@1")]
    [InlineData("phragmen@1")]
    [InlineData("maximin-support@1")]
    public void B15_AnyRule_NeverFundsTwoOfASetNorWhatIsBelowTheMinimum(string rule)
    {
        var result = Of("north:100", "A/north:10+x B/north:10+x C/north:10+x D/north:10 E/north:0", "north 9*A,B,C", "north 3*D", "north E").Count(new CountPlan { Rule = new RuleChoice { Rule = rule }, MinimumVotes = 2 });

        Assert.Single(In(result, "north").Funded, project => project is "A" or "B" or "C");
        Assert.DoesNotContain("E", In(result, "north").Funded);
        Assert.Equal("below-minimum-votes: has 1 votes; at least 2 were needed", Fate(result, "E"));
    }

    [Fact]
    public void B15_MinimumVotesReachedByNobody_NobodyWins()
    {
        var result = Of("north:100", "A/north:10 B/north:10", "north 9*A", "north 8*B").Count(new CountPlan { MinimumVotes = 10 });

        Assert.Equal("", Funded(result, "north"));
        Assert.Equal(AreaOutcome.Decided, In(result, "north").Outcome);
        Assert.Equal(Eur(100), In(result, "north").Unspent);
    }

    [Fact]
    public void B15_QuorumMissedByOne_NobodyWinsAndItIsSaid()
    {
        var town = Of("north:100 south:100", "A/north:10 B/south:10", "north 9*A", "south 10*B");

        var result = town.Count(new CountPlan { Quorum = 10 });

        Assert.Equal((AreaOutcome.QuorumMissed, "", Eur(100)), (In(result, "north").Outcome, Funded(result, "north"), In(result, "north").Unspent));
        Assert.Equal("quorum-missed: 9 took part; at least 10 were needed", Fate(result, "A"));
        Assert.Contains("north, by greedy@1\n  No winners: 9 took part, and at least 10 were needed.\n", result.ToText(), StringComparison.Ordinal);
        Assert.Equal((AreaOutcome.Decided, "B"), (In(result, "south").Outcome, Funded(result, "south")));
        Assert.Equal("A", Funded(town.Count(new CountPlan { Quorum = 10, Areas = [new AreaRules { Area = "north", Quorum = 9 }] }), "north"));
    }

    [Fact]
    public void Leftover_Carried_GoesFromAreaToArea()
    {
        var result = Of("north:10 south:10 east:10", "A/north:7 B/south:13 C/east:11", "north A", "south B", "east C").Count(new CountPlan { Leftover = LeftoverUse.Carried });

        Assert.Equal(["A", "B", ""], result.Areas.Select(area => string.Join(' ', area.Funded)));
        Assert.Equal([Eur(0), Eur(3), Eur(0)], result.Areas.Select(area => area.CarriedIn));
        Assert.Equal(["south", null, null], result.Areas.Select(area => area.CarriedTo));
        Assert.Equal(Eur(10), In(result, "east").Unspent);
    }

    [Fact]
    public void Leftover_ToANamedArea_IsCountedLastWithWhatAllLeft()
    {
        var result = Of("city:10 north:10 south:10", "A/north:7 B/south:4 C/city:19", "north A", "south B", "city C").Count(new CountPlan { Leftover = LeftoverUse.ToArea, LeftoverArea = "city" });

        Assert.Equal(["north", "south", "city"], result.Areas.Select(area => area.Area));
        Assert.Equal("C", Funded(result, "city"));
        Assert.Equal((Eur(9), Eur(0)), (In(result, "city").CarriedIn, In(result, "city").Unspent));
    }

    [Fact]
    public void Leftover_RuleThatGoesBeyondTheBudget_SaysWhatMustComeFromElsewhere()
    {
        var poznan = RuleChoice.Of(new Greedy { Limits = new FundingLimits { OnMisfit = Misfit.Stop, OvershootFrom = new(4, 5) } });

        var result = Of("north:10 south:5", "A/north:6 B/north:5 C/south:5", "north 2*A", "north B", "south C").Count(new CountPlan { Rule = poznan, Leftover = LeftoverUse.Carried });

        Assert.Equal((Eur(11), Eur(0), Eur(1)), (In(result, "north").Cost, In(result, "north").Unspent, In(result, "north").Beyond));
        Assert.Equal(Eur(0), In(result, "south").CarriedIn);
    }

    [Fact]
    public void FixedWinners_AreaWithoutBudget_FundsSoMany()
    {
        var plan = new CountPlan { Rule = RuleChoice.FixedWinners("ranking-by-votes@1", 2), Ties = ["lowest-cost", "listed-order"] };

        var result = Of("north:-", "A/north:900 B/north:50 C/north:40 D/north:1", "north 5*A", "north 4*B,C", "north D").Count(plan);

        Assert.Equal("A C", Funded(result, "north"));
        Assert.Equal((null, Eur(940), Eur(0)), (In(result, "north").Budget, In(result, "north").Cost, In(result, "north").Unspent));
        Assert.StartsWith("places-taken", Fate(result, "B"), StringComparison.Ordinal);
    }

    [Fact]
    public void Comparison_SecondRule_IsShownAndDecidesNothing()
    {
        var town = Of("north:100", "A/north:100 B/north:40 C/north:40", "north 6*A", "north 5*B,C");

        var plain = town.Count();
        var compared = town.Count(new CountPlan { Comparison = RuleChoice.Of(new EqualShares { AddOne = EqualShares.BrowserTool.AddOne }) });

        Assert.Equal(plain.Areas[0], compared.Areas[0] with { Compared = null });
        Assert.Equal("equal-shares@1", compared.Areas[0].Compared!.Rule);
        Assert.Equal(["B", "C"], compared.Areas[0].Compared!.Funded.Order());
        Assert.Equal(Eur(80), compared.Areas[0].Compared!.Cost);
    }

    [Fact]
    public void Removed_ProjectWithVotesLeft_IsNeverFunded()
    {
        var result = Of("north:100", "A/north:10! B/north:10", "north 9*A", "north B").Count();

        Assert.Equal("B", Funded(result, "north"));
        Assert.Equal("removed: left the ballot before the count", Fate(result, "A"));
    }

    [Fact]
    public void OpenTie_RuleThatRefuses_IsNoResult()
    {
        var result = Of("north:10", "A/north:10 B/north:10", "north A,B").Count(new CountPlan { Rule = RuleChoice.Of(new Greedy { Ties = TieChain.Refuse }) });

        Assert.Equal(AreaOutcome.OpenTie, In(result, "north").Outcome);
        Assert.Contains("north, by greedy@1\n  Open: a tie that matters is not broken.\n", result.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Input_ThatDoesNotFitTogether_IsRefused()
    {
        var town = Of("north:10 south:10", "A/north:10 B/north:10 C/south:1", "north A,B");
        var swapped = Of("north:10 south:10", "B/north:10 A/north:10 C/south:1", "north A,B");

        Assert.Contains("'south'", Throws(new CountInput { Plan = new(), Rules = default, Ballot = town.Ballot, Box = town.Box, Tallies = town.Tallies[..1] }), StringComparison.Ordinal);
        Assert.Contains("'north'", Throws(new CountInput { Plan = new(), Rules = default, Ballot = town.Ballot, Box = town.Box, Tallies = swapped.Tallies }), StringComparison.Ordinal);
        Assert.Contains("were in the box", Throws(new CountInput { Plan = new(), Rules = default, Ballot = town.Ballot, Box = town.Box, Tallies = Of("north:10 south:10", "A/north:10 B/north:10 C/south:1", "north A").Tallies }), StringComparison.Ordinal);
        Assert.Contains("no-such@1", Throws(town.Input(new CountPlan { Rule = new RuleChoice { Rule = "no-such@1" } })), StringComparison.Ordinal);

        static string Throws(CountInput input) => Assert.Throws<ArgumentException>(() => CycleCount.Run(input, Rules)).Message;
    }

    [Fact]
    public void ToText_TownWithMostOfEverything_IsReadable() => Golden.Verify(Masked.Digests(Of(
        "north:100 south:50 city:1000",
        "A/north:60.50+place B/north:30 C/north:90 D/south:20 E/south:20 F/city:1000+place G/city:700 H/city:400!",
        "north 12*A,B", "north 11*C", "south 9*D,E", "city 30*F", "city 20*G", "city 25*H")
        .Count(
            new CountPlan
            {
                Ties = ["lot"],
                Leftover = LeftoverUse.Carried,
                Areas = [new AreaRules { Area = "south", Quorum = 10 }],
                Comparison = RuleChoice.Of(EqualShares.Wieliczka2023),
            },
            Lot)
        .ToText()));
}
