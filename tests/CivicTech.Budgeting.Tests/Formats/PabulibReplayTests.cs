using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Formats;
using CivicTech.Numerics;

namespace CivicTech.Tests.Budgeting;

public sealed class PabulibReplayTests
{
    [Theory]
    [InlineData("greedy", Misfit.Skip, 0)]
    [InlineData("greedy-threshold", Misfit.Skip, 0)]
    [InlineData("greedy-no-skip", Misfit.Stop, 0)]
    [InlineData("greedy-exclusive", Misfit.Skip, 1)]
    [InlineData("greedy-custom", Misfit.Skip, 1)]
    [InlineData("unknown", Misfit.Skip, 1)]
    [InlineData("None", Misfit.Skip, 1)]
    public void Of_EachRuleName_GivesTheRule(string name, Misfit onMisfit, int notes)
    {
        var replay = PabulibReplay.Of(Read(rule: name));
        var rule = Assert.IsType<Greedy>(replay.Rule);
        Assert.Equal(onMisfit, rule.Limits.OnMisfit);
        Assert.Null(rule.Limits.OvershootFrom);
        Assert.Equal(GreedyOrder.Votes, rule.Order);
        Assert.Null(rule.MinimumScore);
        Assert.Equal(CountSource.Ballots, rule.Counts);
        Assert.Equal(notes, replay.Notes.Length);
        Assert.All(replay.Notes, note => Assert.EndsWith(".", note, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_Poznan_OvershootsFromFourFifthsAndStops()
    {
        var file = Pb.File().Replace("unit;Springfield\n", "unit;Poznań\n", StringComparison.Ordinal)
            .Replace("rule;greedy", "rule;greedy-custom", StringComparison.Ordinal);
        var replay = PabulibReplay.Of(Pb.Strict(file));
        var limits = Assert.IsType<Greedy>(replay.Rule).Limits;
        Assert.Equal((Misfit.Stop, new Rational(4, 5)), (limits.OnMisfit, limits.OvershootFrom!.Value));
        Assert.Contains("80 %", Assert.Single(replay.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_RuleOfAnotherCityInWords_IsNotTakenForPoznans()
    {
        var file = Pb.File(extraMeta: "comment;#1: 80% of votes were cast online\n").Replace("rule;greedy", "rule;greedy-custom", StringComparison.Ordinal);
        Assert.Null(Assert.IsType<Greedy>(PabulibReplay.Of(Pb.Strict(file)).Rule).Limits.OvershootFrom);
    }

    [Theory]
    [InlineData("equalshares/add2")]
    [InlineData("equalshares/comparison")]
    [InlineData("Greedy")]
    public void Of_UnknownRule_IsNotSupported(string name)
    {
        var exception = Assert.Throws<NotSupportedException>(() => PabulibReplay.Of(Read(rule: name)));
        Assert.Contains($"'{name}'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("equalshares", false, GreedyComparison.None)]
    [InlineData("equalshares-comparison", false, GreedyComparison.Satisfaction)]
    [InlineData("equalshares/add1", true, GreedyComparison.None)]
    [InlineData("equalshares/add1-comparison", true, GreedyComparison.Satisfaction)]
    public void Of_EqualShares_IsAsTheCheckerHasIt(string name, bool addOne, GreedyComparison comparison)
    {
        var replay = PabulibReplay.Of(Read("min_project_score_threshold;3\n", rule: name));

        var rule = Assert.IsType<EqualShares>(replay.Rule);
        Assert.Equal(Utility.Cost, rule.Utility);
        Assert.Equal(addOne ? AddOneStart.FractionalThenIntegral : null, rule.AddOne?.Start);
        Assert.Equal(addOne ? false : null, rule.AddOne?.StopWhenExhaustive);
        Assert.Equal(comparison, rule.Comparison);
        Assert.Equal("lowest-cost, highest-votes, listed-order", string.Join(", ", rule.Ties.Keys));
        Assert.Equal(
            ["The minimum of 3 is not applied: Equal Shares has none.", "The file does not say how ties are broken: cheaper, then more votes, then file order is assumed."],
            replay.Notes.AsEnumerable());
    }

    [Fact]
    public void Of_EqualSharesWithDeclaredFigures_IsNotSupported() =>
        Assert.Throws<NotSupportedException>(() => PabulibReplay.Of(Read(rule: "equalshares"), CountSource.Declared));

    [Fact]
    public void Of_Threshold_IsAMinimumWhateverTheRule()
    {
        var rule = Assert.IsType<Greedy>(PabulibReplay.Of(Read("min_project_score_threshold;2.5\n")).Rule);
        Assert.Equal(new Rational(5, 2), rule.MinimumScore);
        Assert.Throws<FormatException>(() => PabulibReplay.Of(Read("min_project_score_threshold;many\n")));
    }

    [Theory]
    [InlineData("ordinal", GreedyOrder.Points)]
    [InlineData("choose-1", GreedyOrder.Votes)]
    public void Of_BallotsWithPoints_OrdersByPoints(string type, GreedyOrder order) =>
        Assert.Equal(order, Assert.IsType<Greedy>(PabulibReplay.Of(Pb.Strict(Pb.File("voter_id;vote\n1;A\n2;B\n", type: type))).Rule).Order);

    [Fact]
    public void Of_BudgetsOfCategoriesAndNeighbourhoods_BoundGroups()
    {
        var election = Read(
            "categories;green,Streets, Sidewalks\nbudget_per_category;10,20\nneighborhoods;N,S\nbudget_per_neighborhood;5,7.5\n"
            + "leftover_budget;Fund additional projects in the order of votes\n");
        var limits = Assert.IsType<Greedy>(PabulibReplay.Of(election).Rule).Limits;
        Assert.True(limits.LeftoverIgnoresGroups);
        Assert.Equal(
            ["category: Streets, Sidewalks 20 green 10", "neighborhood: N 5 S 7.5"],
            limits.GroupBudgets.Select(budget => $"{budget.By}: {string.Join(' ', budget.Limits.OrderBy(limit => limit.Key, StringComparer.Ordinal).Select(limit => $"{limit.Key} {limit.Value}"))}"));
    }

    [Fact]
    public void Of_BudgetsThatCannotBeMatched_AreNotedAndNotApplied()
    {
        var replay = PabulibReplay.Of(Read("categories;a,b,c\nbudget_per_category;10,20\nleftover_budget;Moved to next year\n"));
        Assert.Empty(Assert.IsType<Greedy>(replay.Rule).Limits.GroupBudgets);
        Assert.Single(replay.Notes);
        Assert.Contains("budget_per_category", replay.Notes[0], StringComparison.Ordinal);
        var leftover = PabulibReplay.Of(Read("categories;a\nbudget_per_category;10\nleftover_budget;Moved to next year\n"));
        Assert.Equal(["What the file does with money left over is not applied: 'Moved to next year'."], leftover.Notes.AsEnumerable());
    }

    [Theory]
    [InlineData("categories;a,a\nbudget_per_category;1,2\n")]
    [InlineData("categories;a,b\nbudget_per_category;1,-2\n")]
    [InlineData("categories;a,b\nbudget_per_category;1,x\n")]
    public void Of_BudgetsThatMakeNoSense_AreAFormatError(string meta) =>
        Assert.Throws<FormatException>(() => PabulibReplay.Of(Read(meta)));

    [Fact]
    public void Of_FileWithoutBallots_TakesDeclaredFigures()
    {
        var election = Pb.Lenient(Pb.File("voter_id;vote\n", "project_id;cost;votes\nA;40;1\nB;40;5\n")).Election;
        var replay = PabulibReplay.Of(election);
        Assert.Equal(CountSource.Declared, Assert.IsType<Greedy>(replay.Rule).Counts);
        Assert.Single(replay.Notes);
        Assert.Equal("B", Made.Funded(replay.Rule, election));
    }

    [Fact]
    public void Of_DeclaredWanted_TakesThemByScoreWhereAllDeclareOne()
    {
        const string Projects = "project_id;cost;votes;score\nA;40;1;2\nB;40;1;3\n";
        var election = Pb.Strict(Pb.File("voter_id;vote;points\n1;A,B;2,3\n", Projects, "scoring"));
        Assert.Equal(GreedyOrder.Points, Assert.IsType<Greedy>(PabulibReplay.Of(election, CountSource.Declared).Rule).Order);
        var some = Pb.Strict(Pb.File("voter_id;vote;points\n1;A,B;2,3\n", Projects.Replace("1;3", "1;", StringComparison.Ordinal), "scoring"));
        Assert.Equal(GreedyOrder.Votes, Assert.IsType<Greedy>(PabulibReplay.Of(some, CountSource.Declared).Rule).Order);
    }

    private static Election Read(string extraMeta = "", string rule = "greedy") =>
        Pb.Lenient(Pb.File(extraMeta: extraMeta).Replace("rule;greedy", $"rule;{rule}", StringComparison.Ordinal)).Election;
}
