using System.Collections.Immutable;
using System.Text.Json;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Numerics;
using NodaTime;
using static CivicTech.Budgeting.Tests.Voting.Polls;

namespace CivicTech.Budgeting.Tests.Voting;

public sealed class PlanTests
{
    private static readonly ImmutableArray<BallotDesign> Designs =
    [
        new ApprovalDesign { Maximum = 3, Minimum = 1 },
        new KnapsackDesign { Maximum = 0 },
        new SpendDesign { Share = new Rational(7, 10) },
        new PointsDesign { Points = 10, MaximumPerProject = 5, MustUseAll = true },
        new RankingDesign { Maximum = 4 },
        new GradesDesign { Scale = ["poor", "good"] },
        new ForAgainstDesign { MaximumFor = 2, MaximumAgainst = 1 },
    ];

    [Fact]
    public void Problems_SoundPlan_None() => Assert.Empty(Plan().Problems());

    public static TheoryData<string, string> Broken => new()
    {
        { "no areas", "areas" },
        { "id twice", "areas[1].id" },
        { "slash", "areas[0].id" },
        { "negative budget", "areas[1].budget" },
        { "budgets beyond money", "areas" },
        { "other currency", "areas[1].budget" },
        { "no design", "areas[0].design" },
        { "no budget for knapsack", "areas[2].budget" },
        { "bad design of an area", "areas[1].design.minimum" },
        { "bad maximum", "design.maximum" },
        { "bad share", "design.share" },
        { "scale of one", "design.scale" },
        { "group of the whole city", "areas[0].group" },
        { "age without day", "voters.ageAsOf" },
        { "maximum below minimum", "voters.maximumAge" },
        { "no day of residence", "voters.residenceAsOf" },
        { "combined", "combinedMaximum" },
        { "access", "access" },
        { "points per project", "design.maximumPerProject" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Problems_BrokenPlan_NamesTheField(string how, string field)
    {
        var plan = Plan();
        VotingPlan With(int place, Func<VotingArea, VotingArea> change) => plan with { Areas = plan.Areas.SetItem(place, change(plan.Areas[place])) };
        var broken = how switch
        {
            "no areas" => plan with { Areas = [] },
            "id twice" => With(1, area => area with { Id = "city" }),
            "slash" => With(0, area => area with { Id = "a/b" }),
            "negative budget" => With(1, area => area with { Budget = -Euro(1) }),
            "budgets beyond money" => With(1, area => area with { Budget = Amounts.Money.FromMinorUnits(long.MaxValue, Amounts.Currency.Of("EUR")) }),
            "other currency" => With(1, area => area with { Budget = Amounts.Money.Of(1, "USD") }),
            "no design" => plan with { Design = null },
            "no budget for knapsack" => With(2, area => area with { Budget = null, Design = new KnapsackDesign() }),
            "bad design of an area" => With(1, area => area with { Design = new ApprovalDesign { Maximum = 1, Minimum = 2 } }),
            "bad maximum" => Plan(new ApprovalDesign { Maximum = -1 }),
            "bad share" => Plan(new SpendDesign { Share = new Rational(11, 10) }),
            "scale of one" => Plan(new GradesDesign { Scale = ["only"] }),
            "group of the whole city" => With(0, area => area with { Group = "g" }),
            "age without day" => plan with { Voters = plan.Voters with { AgeAsOf = null } },
            "maximum below minimum" => plan with { Voters = plan.Voters with { MaximumAge = 15 } },
            "no day of residence" => plan with { Voters = plan.Voters with { ResidenceAsOf = null } },
            "combined" => plan with { CombinedMaximum = -1 },
            "access" => plan with { Access = (AreaAccess)9 },
            _ => Plan(new PointsDesign { Points = 3, MaximumPerProject = 4 }),
        };

        Assert.Contains(field, broken.Problems().Select(problem => problem.Field));
        Assert.Throws<ArgumentException>(() => Sheet(broken, Ballot(plan)));
    }

    [Theory]
    [InlineData(3, 3, null, true)]
    [InlineData(4, 3, null, false)]
    [InlineData(1, 3, 0L, false)]
    [InlineData(0, 3, 0L, true)]
    public void Problems_PointsWithAMinimumNobodyCanReach_AreNamed(int minimum, long points, long? perProject, bool isSound) => Assert.Equal(
        isSound ? [] : ["design.minimum"],
        Plan(new PointsDesign { Minimum = minimum, Points = points, MaximumPerProject = perProject }).Problems().Select(problem => problem.Field));

    [Fact]
    public void B05_AreaWithoutDesignOrBudget_IsRefusedByThePlan()
    {
        var plan = Plan() with { Areas = [new VotingArea { Id = "north" }], Design = null };

        Assert.Equal(["areas[0].design"], plan.Problems().Select(problem => problem.Field));
        Assert.Equal(["areas[0].budget"], (plan with { Design = new KnapsackDesign() }).Problems().Select(problem => problem.Field));
    }

    [Fact]
    public void Json_EveryDesign_RoundTrips()
    {
        foreach (var design in Designs)
        {
            var plan = Plan(design) with { CombinedMaximum = 5, Submission = Submission.Basket, Precedence = ChannelPrecedence.BothVoid, ShowsInterimCounts = true };
            var json = JsonSerializer.Serialize(plan, VotingJson.Default.VotingPlan);
            var read = JsonSerializer.Deserialize(json, VotingJson.Default.VotingPlan);

            Assert.Equal(plan, read);
            Assert.Equal(plan.GetHashCode(), read!.GetHashCode());
            Assert.NotEqual(plan with { CombinedMaximum = 6 }, read);
        }
    }

    [Fact]
    public void Json_LeastPlan_HasTheDefaults()
    {
        var plan = JsonSerializer.Deserialize("""{"areas":[{"id":"all","isWholeCity":true}],"design":{"kind":"approval","maximum":2}}""", VotingJson.Default.VotingPlan)!;

        Assert.Empty(plan.Problems());
        Assert.Equal(new VoterRule(), plan.Voters);
        Assert.Equal((AreaAccess.OwnAndWholeCity, Submission.OneShot, ChannelPrecedence.FirstCounts, false), (plan.Access, plan.Submission, plan.Precedence, plan.ShowsInterimCounts));
    }

    [Fact]
    public void Ballot_JsonRoundTrip_KeepsTheDigest()
    {
        var ballot = Ballot(Plan()).Next(new BallotChange { Removed = ["n1"], Costs = [new("n2", Euro(50))], Budgets = [new("north", Euro(90))] });
        var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(ballot, VotingJson.Default.OfficialBallot), VotingJson.Default.OfficialBallot)!;

        Assert.Equal(ballot, read);
        Assert.Equal(ballot.Digest, read.Digest);
        Assert.NotEqual(Ballot(Plan()).Digest, ballot.Digest);
    }

    [Fact]
    public void Next_Change_KeepsPlacesAndRemembersAmounts()
    {
        var first = Ballot(Plan());
        var next = first.Next(new BallotChange { Removed = ["n1"], Released = ["n3"], Costs = [new("n2", Euro(50))], Budgets = [new("north", Euro(90))] })
            .Next(new BallotChange { Costs = [new("n2", Euro(60))] });

        Assert.Equal(first.Projects.Select(project => project.Id), next.Projects.Select(project => project.Id));
        var (n1, n2, n3) = (next.Projects[4], next.Projects[5], next.Projects[6]);
        Assert.Equal((true, 2), (n1.IsRemoved, n1.ReleasedIn));
        Assert.Equal((false, 2), (n3.IsRemoved, n3.ReleasedIn));
        Assert.Equal([new EarlierAmount { BeforeEdition = 2, Amount = Euro(40) }, new EarlierAmount { BeforeEdition = 3, Amount = Euro(50) }], n2.EarlierCosts.ToArray());
        Assert.Equal(Euro(90), next.Areas[1].Budget);
        Assert.Equal([new EarlierAmount { BeforeEdition = 2, Amount = Euro(100) }], next.Areas[1].EarlierBudgets.ToArray());
    }

    [Fact]
    public void Next_WhatIsNotOnTheBallot_Throws()
    {
        var ballot = Ballot(Plan());

        Assert.Throws<ArgumentException>(() => ballot.Next(new BallotChange { Removed = ["x"] }));
        Assert.Throws<ArgumentException>(() => ballot.Next(new BallotChange { Removed = ["n1", "n1"] }));
        Assert.Throws<ArgumentException>(() => ballot.Next(new BallotChange { Costs = [new("n1", Amounts.Money.Of(1, "USD"))] }));
        Assert.Throws<ArgumentException>(() => ballot.Next(new BallotChange { Budgets = [new("x", Euro(1))] }));
    }

    [Fact]
    public void Sheet_WhatDoesNotFit_Throws()
    {
        var plan = Plan();
        var ballot = Ballot(plan);

        Assert.Throws<ArgumentException>(() => Sheet(plan, ballot with { Edition = 0 }));
        Assert.Throws<ArgumentException>(() => Sheet(plan, ballot with { Areas = plan.Areas.RemoveAt(2) }));
        Assert.Throws<ArgumentException>(() => Sheet(plan, ballot with { Projects = ballot.Projects.Add(ballot.Projects[0]) }));
        Assert.Throws<ArgumentException>(() => Sheet(plan, ballot with { Projects = ballot.Projects.SetItem(0, ballot.Projects[0] with { Area = "west" }) }));
        Assert.Throws<ArgumentException>(() => Sheet(plan, ballot with { Projects = ballot.Projects.SetItem(0, ballot.Projects[0] with { Cost = -Euro(1) }) }));
    }
}
