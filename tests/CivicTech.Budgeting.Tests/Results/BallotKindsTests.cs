using System.Text.Json;
using CivicTech.Ballots;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Formats;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Counting;
using CivicTech.Receipts;
using CivicTech.Ties;
using NodaTime;
using static CivicTech.Tests.Budgeting.Results.Town;

namespace CivicTech.Tests.Budgeting.Results;

public sealed class BallotKindsTests
{
    // A: 2 for. B: 1 for, 100 against.
    private static readonly CountInput Sides = ForAndAgainst();

    [Fact]
    public void ForAndAgainst_VotesAreThoseInFavour()
    {
        var result = CycleCount.Run(Sides, Rules);

        Assert.Equal("A", Funded(result, "north"));
        Assert.Equal([2, 1], In(result, "north").Projects.Select(project => project.Votes));
        Assert.Equal("A", Funded(CycleCount.Run(With(new CountPlan { Rule = RuleChoice.FixedWinners("ranking-by-votes@1", 1) }), Rules), "north"));
    }

    [Fact]
    public void ForAndAgainst_MinimumIsOfThoseInFavour() =>
        Assert.StartsWith("below-minimum-votes: has 1 votes", Fate(CycleCount.Run(With(new CountPlan { MinimumVotes = 2 }), Rules), "B"), StringComparison.Ordinal);

    [Fact]
    public void ForAndAgainst_PointsAreTheDifference()
    {
        var result = CycleCount.Run(With(new CountPlan { Rule = Rule("greedy@1", """{"order":"points","minimumScore":"0"}""") }), Rules);

        Assert.Equal(["2", "-99"], In(result, "north").Projects.Select(project => project.Points!.Value.ToString()));
        Assert.Equal("A", Funded(result, "north"));
    }

    [Fact]
    public void Themes_AreTheCategoriesOfBudgets()
    {
        var town = Of("north:100", "A/north:30 B/north:30 C/north:30", "north 5*A,B", "north 4*A,B,C");
        var ballot = town.Ballot with { Projects = [.. town.Ballot.Projects.Select(project => project with { Theme = project.Id == "C" ? "sport" : "nature" })] };
        var plan = new CountPlan { Rule = Rule("greedy@1", """{"limits":{"groupBudgets":[{"by":"category","limits":{"nature":"50"}}]}}""") };
        CountInput input = new() { Plan = plan, Rules = Digest.Of("plan"u8), Ballot = ballot, Box = town.Box, Tallies = town.Tallies };

        Assert.Equal("A C", Funded(CycleCount.Run(input, Rules), "north"));
        Assert.NotEqual(town.Ballot.Digest, ballot.Digest);
        Assert.NotEqual(town.Ballot, ballot);
        Assert.Equal(ballot, JsonSerializer.Deserialize(JsonSerializer.Serialize(ballot, CycleJson.Default.OfficialBallot), CycleJson.Default.OfficialBallot));
    }

    // Somebody who has what a city publishes, and nothing else.
    [Fact]
    public void Receipt_FromPublishedFilesAlone_Holds()
    {
        const string Secret = "sixteen letters!!";
        var plan = new CountPlan { Ties = ["lot"], SmallestGroup = 0 };
        var town = Of("north:20 south:5", "A/north:10 B/north:10 C/north:10 D/south:5 E/south:5!", "north 3*A,B,C", "north 2*", "south 3*D");
        var counted = town.Count(plan, LotReveal.Of(Secret, LotSeed.Commit(Secret), "1 2 3"));
        var facts = new PabulibFacts { Description = "d", Country = "c", Unit = "u", Instance = "i", DateBegin = new LocalDate(2026, 9, 1), DateEnd = new LocalDate(2026, 9, 2) };
        var files = PabulibExport.Of(town.Input(plan), counted.Areas.Select(area => new AreaRecord { Counted = area }), facts).Files;
        string[] published =
        [
            JsonSerializer.Serialize(plan, CycleJson.Default.CountPlan),
            JsonSerializer.Serialize(town.Ballot, CycleJson.Default.OfficialBallot),
            counted.ToJson(),
            CycleReceipt.Of(counted).ToJson(),
        ];

        var result = JsonSerializer.Deserialize(published[2], CycleJson.Default.CycleResult)!;
        var input = new CountInput
        {
            Plan = JsonSerializer.Deserialize(published[0], CycleJson.Default.CountPlan)!,
            Rules = result.Rules,
            Ballot = JsonSerializer.Deserialize(published[1], CycleJson.Default.OfficialBallot)!,
            Box = result.Box,
            Tallies = [.. result.Areas.Select(area => Pabulib.ReadElection(files[area.Area].AsMemory()) is var election ? new AreaTally { Numbers = area.Numbers, Profile = election.Profile, MaxBallotLength = election.MaxBallotLength } : null!)],
            Lot = result.Lot,
        };

        Assert.Equal(counted, result);
        Assert.True(CycleReceipt.Verify(Receipt.Parse(published[3]), input, Rules).Holds);
    }

    [Fact]
    public void Run_SeedThatDoesNotFollowFromTheSecret_IsRefused()
    {
        const string Secret = "sixteen letters!!";
        var lot = LotReveal.Of(Secret, LotSeed.Commit(Secret), "1 2 3");
        var town = Of("north:10", "A/north:10 B/north:10", "north A,B");

        Assert.Throws<ArgumentException>(() => town.Count(new CountPlan { Ties = ["lot"] }, lot with { Seed = new string('0', 64) }));
    }

    private static CountInput With(CountPlan plan) => new() { Plan = plan, Rules = Sides.Rules, Ballot = Sides.Ballot, Box = Sides.Box, Tallies = Sides.Tallies };

    private static RuleChoice Rule(string rule, string options)
    {
        using var document = JsonDocument.Parse(options);
        return new RuleChoice { Rule = rule, Options = document.RootElement };
    }

    private static CountInput ForAndAgainst()
    {
        var town = Of("north:10", "A/north:10 B/north:10");
        var ballots = new SignedProfileBuilder(town.Tallies[0].Profile.Candidates);
        ballots.Add([0], [], 2);
        ballots.Add([1], [], 1);
        ballots.Add([], [1], 100);
        var profile = ballots.Build();
        return new CountInput
        {
            Plan = new CountPlan(),
            Rules = Digest.Of("plan"u8),
            Ballot = town.Ballot,
            Box = town.Box with { Ballots = BallotsDigest.Of([profile]) },
            Tallies = [new AreaTally { Profile = profile, Numbers = Numbers("north", profile.Voters) }],
        };
    }
}
