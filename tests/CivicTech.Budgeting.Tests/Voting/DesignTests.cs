using CivicTech.Ballots;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Counting;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Numerics;
using static CivicTech.Budgeting.Tests.Voting.Polls;

namespace CivicTech.Budgeting.Tests.Voting;

public sealed class DesignTests
{
    private static readonly BallotDesign Approval = new ApprovalDesign { Minimum = 1, Maximum = 2 };
    private static readonly BallotDesign Knapsack = new KnapsackDesign();
    private static readonly BallotDesign Spend = new SpendDesign { Share = new Rational(7, 10) };
    private static readonly BallotDesign Points = new PointsDesign { Points = 10, MaximumPerProject = 6 };
    private static readonly BallotDesign AllPoints = new PointsDesign { Points = 10, MustUseAll = true };
    private static readonly BallotDesign Ranking = new RankingDesign { Maximum = 3 };
    private static readonly BallotDesign Grades = new GradesDesign { Scale = ["no", "maybe", "yes"], Minimum = 2 };
    private static readonly BallotDesign Sides = new ForAgainstDesign { MaximumFor = 2, MaximumAgainst = 1 };

    // The north has 100 euro, its projects n1 to n4 cost 40 each; said is what the ballot says, or the codes of refusals.
    public static TheoryData<string, string, string> Ballots => new()
    {
        { "approval", "n1", "n1" },
        { "approval", "n2 n1", "n1 n2" },
        { "approval", "", "too-few-projects" },
        { "approval", "n1 n2 n3", "too-many-projects" },
        { "approval", "n1=1", "n1" },
        { "approval", "n1=2", "bad-value" },
        { "approval", "n1 n1", "project-twice" },
        { "approval", "n1 x", "no-such-project" },
        { "approval", "n1 s1", "project-of-other-area" },
        { "approval", "s1 c1", "project-of-other-area project-of-other-area too-few-projects" },
        { "knapsack", "", "blank" },
        { "knapsack", "n1 n2", "n1 n2" },
        { "knapsack", "n1 n2 n3", "over-budget" },
        { "spend", "n1 n2", "n1 n2" },
        { "spend", "n1", "under-spent" },
        { "spend", "n1 n2 n3", "over-budget" },
        { "points", "n1=6 n2=4", "n1=6 n2=4" },
        { "points", "n1=1", "n1=1" },
        { "points", "n1=7", "bad-value" },
        { "points", "n1=6 n2=5", "too-many-points" },
        { "points", "n1=0", "bad-value" },
        { "points", "n1=-1 n2=6 n3=5", "bad-value too-many-points" },
        { "points", "n1", "bad-value" },
        { "all points", "n1=10", "n1=10" },
        { "all points", "n1=9", "points-left" },
        { "ranking", "n3=1 n1=2", "n1=2 n3=1" },
        { "ranking", "n3=1 n1=3", "ranks-not-in-order" },
        { "ranking", "n3=1 n1=1", "ranks-not-in-order" },
        { "ranking", "n1=1 n2=2 n3=3 n4=4", "too-many-projects" },
        { "ranking", "n1=0", "bad-value ranks-not-in-order" },
        { "grades", "n1=2 n2=0", "n1=2 n2=0" },
        { "grades", "n1=2", "too-few-projects" },
        { "grades", "n1=3 n2=0", "bad-value" },
        { "sides", "n1=1 n2=-1", "n1=1 n2=-1" },
        { "sides", "n1=-1 n2=-1", "too-many-against" },
        { "sides", "n1=1 n2=1 n3=1", "too-many-for" },
        { "sides", "n1=0", "bad-value" },
        { "sides", "", "blank" },
    };

    [Theory]
    [MemberData(nameof(Ballots))]
    public void Cast_ByDesign_IsTakenOrRefused(string design, string lines, string said)
    {
        var sheet = Sheet(Named(design));
        var decision = Decide(sheet, NewFile(), Cast("north", lines.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        Assert.Equal(said, decision.IsAccepted ? Said(sheet, decision.File, "north") : string.Join(' ', Codes(decision)));
    }

    [Fact]
    public void B05_MaximumOfZero_MeansNone()
    {
        foreach (var design in new BallotDesign[] { new ApprovalDesign { Maximum = 0 }, new KnapsackDesign { Maximum = 0 }, new RankingDesign { Maximum = 0 } })
        {
            var line = design is RankingDesign ? "n1=1" : "n1";

            Assert.Equal(["too-many-projects"], Codes(Decide(Sheet(design), NewFile(), Cast("north", line))));
            Assert.True(Decide(Sheet(design), NewFile(), Cast("north")).IsAccepted);
        }

        Assert.Equal(["bad-value", "too-many-points"], Codes(Decide(Sheet(new PointsDesign { Points = 0 }), NewFile(), Cast("north", "n1=1"))));
        Assert.Equal(["too-many-for"], Codes(Decide(Sheet(new ForAgainstDesign { MaximumFor = 0, MaximumAgainst = 1 }), NewFile(), Cast("north", "n1=1"))));
        Assert.Equal(["too-many-altogether"], Codes(Decide(Sheet(Plan() with { CombinedMaximum = 0 }), NewFile(), Cast("north", "n1"))));
    }

    [Fact]
    public void Spend_ShareOfAnOddBudget_IsExact()
    {
        // 7/10 of 1.01 euro is 70.7 cents: 70 are too few, 71 enough.
        var plan = Plan(Spend) with { };
        plan = plan with { Areas = [.. plan.Areas.Select(area => area with { Budget = Amounts.Money.Of(1.01m, "EUR") })] };
        VotingSheet With(decimal cost) => Sheet(plan, Ballot(plan) with { Projects = [.. Ballot(plan).Projects.Select(project => project with { Cost = Amounts.Money.Of(cost, "EUR") })] });

        var refused = Decide(With(0.70m), NewFile(), Cast("north", "n1"));
        Assert.Equal(["under-spent"], Codes(refused));
        Assert.Equal("EUR 0.71", refused.Refusals[0].Data["least"]);
        Assert.True(Decide(With(0.71m), NewFile(), Cast("north", "n1")).IsAccepted);
    }

    [Fact]
    public void Knapsack_CostsBeyondWhatMoneyHolds_AreOverBudget()
    {
        var plan = Plan(Knapsack);
        var dear = Amounts.Money.FromMinorUnits(long.MaxValue, Amounts.Currency.Of("EUR"));
        var sheet = Sheet(plan, Ballot(plan) with { Projects = [.. Ballot(plan).Projects.Select(project => project with { Cost = dear })] });

        Assert.Equal(["over-budget"], Codes(Decide(sheet, NewFile(), Cast("north", "n1", "n2"))));
    }

    [Theory]
    [InlineData("approval", "n1 n2", ProfileKind.Approval)]
    [InlineData("knapsack", "n1", ProfileKind.Approval)]
    [InlineData("points", "n1=6 n2=4", ProfileKind.Cardinal)]
    [InlineData("ranking", "n3=1 n1=2", ProfileKind.Ordinal)]
    [InlineData("grades", "n1=2 n2=0", ProfileKind.Graded)]
    [InlineData("sides", "n1=1 n2=-1", ProfileKind.Signed)]
    public void Count_ByDesign_FeedsItsProfile(string design, string lines, ProfileKind kind)
    {
        var sheet = Sheet(Named(design));
        var content = Done(sheet, NewFile(), Cast("north", lines.Split(' '))).Find("north")!.Content;
        var count = new BallotCount(sheet);
        count.Add("north", content, 3);
        count.Add("north", content, 2);
        var profile = count.Build(1);

        Assert.Equal((kind, 5L, 1), (profile.Kind, profile.Voters, profile.DistinctBallots));
        Assert.Equal(["n1", "n2", "n3", "n4"], profile.Candidates);
        Assert.Equal(Expected(profile.Candidates, kind, design).Digest, profile.Digest);
    }

    private static Profile Expected(CandidateList list, ProfileKind kind, string design)
    {
        var approval = new ApprovalProfileBuilder(list);
        approval.Add(design == "knapsack" ? [0] : [1, 0], 5);
        var cardinal = new CardinalProfileBuilder(list);
        cardinal.Add([0, 1], [6, 4], 5);
        var ordinal = new OrdinalProfileBuilder(list);
        ordinal.Add([2, 0], 5);
        var graded = new GradedProfileBuilder(list, "no", "maybe", "yes");
        graded.Add([0, 1], [2, 0], 5);
        var signed = new SignedProfileBuilder(list);
        signed.Add([0], [1], 5);
        return kind switch
        {
            ProfileKind.Approval => approval.Build(),
            ProfileKind.Cardinal => cardinal.Build(),
            ProfileKind.Ordinal => ordinal.Build(),
            ProfileKind.Graded => graded.Build(),
            _ => signed.Build(),
        };
    }

    private static BallotDesign Named(string design) => design switch
    {
        "approval" => Approval,
        "knapsack" => Knapsack,
        "spend" => Spend,
        "points" => Points,
        "all points" => AllPoints,
        "ranking" => Ranking,
        "grades" => Grades,
        _ => Sides,
    };
}
