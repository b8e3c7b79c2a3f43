using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Realisation;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Consensus;
using NodaTime;
using static CivicTech.Budgeting.Tests.Cycles.PlayedCycle;

namespace CivicTech.Budgeting.Tests.Cycles;

/// <summary>Each preset is played from the first proposal to the published result, by the rule that makes it what it is.</summary>
public sealed class CyclePresetsTests
{
    private static readonly (string Id, string Area, decimal Euros)[] Four = [("bench", "north", 60), ("tree", "north", 50), ("slide", "south", 40), ("pool", "city", 200)];

    [Fact]
    public async Task Paris_Played_OneAreaEachAndTheDearestThatFits()
    {
        var cycle = await new PlayedCycle(CyclePresets.Paris(Basics, minimumVotes: 2)).VotingAsync(Four);
        foreach (var voter in new[] { "a", "b", "c" })
        {
            cycle.Register(voter, "north");
            await cycle.CastAsync(voter, "north", Line(voter == "c" ? "tree" : "bench"));
        }

        cycle.Register("d", "south");
        cycle.Register("e", "south");
        await cycle.CastAsync("d", "city", Line("pool"));
        await cycle.CastAsync("e", "city", Line("pool"));

        Assert.Equal(["one-area-only"], (await cycle.VoteAsync("a", new SaveBasket { Area = "city", Lines = [Line("pool")] })).Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["bench", "pool"], await cycle.WinnersAsync());
    }

    [Fact]
    public async Task ParisByMajorityJudgment_Played_FixedWinnersWhateverTheyCost()
    {
        var rules = new RuleRegistry(new BudgetingRules(), new ConsensusRules());
        var basics = Basics with { Areas = [.. Basics.Areas.Select(area => area with { Budget = null })] };
        var cycle = await new PlayedCycle(CyclePresets.ParisByMajorityJudgment(basics, districtWinners: 1, cityWinners: 1), rules: rules).VotingAsync(Four);
        foreach (var (voter, bench, tree) in new[] { ("a", 3, 1), ("b", 0, 2), ("c", 0, 2) })
        {
            cycle.Register(voter, "north");
            await cycle.CastAsync(voter, "north", Line("bench", bench), Line("tree", tree));
        }

        Assert.Equal(["one-area-of-group"], (await cycle.VoteAsync("a", new SaveBasket { Area = "south", Lines = [Line("slide", 3)] })).Refusals.Select(refusal => refusal.Code));
        Assert.Contains("tree", await cycle.WinnersAsync());
        Assert.DoesNotContain("bench", (await cycle.Cycles.OutcomeAsync(Id))!.Areas.SelectMany(area => area.Winners));
    }

    [Fact]
    public async Task Consul_Played_KnapsackUntilTheEndAndOneHeading()
    {
        var cycle = await new PlayedCycle(CyclePresets.Consul(Basics, supports: 1)).VotingAsync(Four);
        cycle.Register("a", "north");
        cycle.Register("b", "north");
        Assert.Equal(["over-budget"], (await cycle.VoteAsync("a", new CastBallot { Area = "north", Lines = [Line("bench"), Line("tree")] })).Refusals.Select(refusal => refusal.Code));
        await cycle.CastAsync("a", "north", Line("bench"));
        await cycle.CastAsync("a", "north", Line("tree"));
        await cycle.CastAsync("b", "north", Line("tree"));
        await cycle.CastAsync("b", "city", Line("pool"));

        Assert.Equal(["one-area-of-group"], (await cycle.VoteAsync("b", new CastBallot { Area = "south", Lines = [Line("slide")] })).Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["pool", "tree"], await cycle.WinnersAsync());
    }

    [Fact]
    public async Task Decidim_Played_SevenTenthsAreSpent()
    {
        var cycle = await new PlayedCycle(CyclePresets.Decidim(Basics, winnersOfArea: 5)).VotingAsync([("bench", "north", 60), ("tree", "north", 40), ("slide", "south", 40), ("pool", "city", 200)]);
        cycle.Register("a", "north");
        Accepted(await cycle.VoteAsync("a", new SaveBasket { Area = "north", Lines = [Line("bench")] }));
        Assert.Equal(["under-spent"], (await cycle.VoteAsync("a", new SubmitBasket())).Refusals.Select(refusal => refusal.Code));
        await cycle.CastAsync("a", "north", Line("bench"), Line("tree"));

        Assert.Equal(["bench", "tree"], await cycle.WinnersAsync());
    }

    [Fact]
    public async Task Warsaw_Played_MinimumsAndOneDistrict()
    {
        var cycle = await new PlayedCycle(CyclePresets.Warsaw(Basics, cityMinimum: 3, districtMinimum: 2)).VotingAsync(Four);
        foreach (var voter in new[] { "a", "b" })
        {
            cycle.Register(voter, "north");
            await cycle.CastAsync(voter, "south", Line("slide"));
            await cycle.CastAsync(voter, "city", Line("pool"));
        }

        Assert.Contains("already-voted", (await cycle.VoteAsync("a", new CastBallot { Area = "city", Lines = [] })).Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["slide"], await cycle.WinnersAsync());
    }

    [Fact]
    public async Task Realisation_OfAPlayedPreset_ReachesTheEnd()
    {
        var cycle = await new PlayedCycle(CyclePresets.Paris(Basics)).VotingAsync(Four);
        cycle.Register("a", "north");
        await cycle.CastAsync("a", "north", Line("bench"));
        Assert.Equal(["bench"], await cycle.WinnersAsync());
        await cycle.GoToAsync(Activity.Realise);
        await cycle.DoAsync(CycleRoles.Officer, new FundProjects { Projects = ["bench"], Decision = "council/1" });
        await cycle.DoAsync(CycleRoles.Officer, new StartProject { Project = "bench", Phase = ProjectStatus.InWork });
        await cycle.DoAsync(CycleRoles.Officer, new FinishProject { Project = "bench", Spent = Eur(55), Report = "reports/1" });
        var dashboard = await cycle.Cycles.DashboardAsync(Id, "bench");

        Assert.Equal(["on-ballot", "won", "funded", "in-work", "finished"], dashboard.Steps.Select(step => step.What).TakeLast(5));
        Assert.Equal("not-won", (await cycle.Cycles.DashboardAsync(Id, "tree")).Steps[^1].What);
        Assert.Equal(["finished", "not-won"], (await cycle.Cycles.MonitoringAsync(Id))!.Counts.Keys);
        await cycle.DoAsync(new CompleteCycle());
        Assert.Equal(CycleStatus.Completed, (await cycle.HeadAsync()).Status);
    }

    [Fact]
    public async Task Followers_OfAProject_AreTheseInSeveralPagesAndNobodyElses()
    {
        // Names that stand before and after those of the project that is asked for.
        (string Id, string Area, decimal Euros)[] alike = [("tree", "north", 10), ("tree-2", "north", 10), ("tre", "north", 10), ("tree2", "north", 10)];
        var cycle = await new PlayedCycle(CyclePresets.Paris(Basics)).VotingAsync(alike);
        foreach (var (id, area, _) in alike)
        {
            cycle.Register($"voter of {id}", area);
            await cycle.CastAsync($"voter of {id}", area, Line(id));
        }

        Assert.Equal(4, (await cycle.WinnersAsync()).Length);
        string[] people = [.. Enumerable.Range(0, 1_234).Select(i => $"p{i}")];
        await Task.WhenAll(people.Select(person => cycle.DoAsync(CycleRoles.Citizen, new FollowProject { Project = "tree", Person = person })));
        await Task.WhenAll(alike.Where(project => project.Id != "tree").Select(project => cycle.DoAsync(CycleRoles.Citizen, new FollowProject { Project = project.Id, Person = "other" })));
        await cycle.DoAsync(CycleRoles.Citizen, new UnfollowProject { Project = "tree", Person = "p7" });

        Assert.Equal(people.Where(person => person != "p7").Order(StringComparer.Ordinal), await cycle.Cycles.FollowersAsync(Id, "tree").ToListAsync());
        Assert.Equal(["other"], await cycle.Cycles.FollowersAsync(Id, "tre").ToListAsync());
        Assert.Equal(["other"], await cycle.Cycles.FollowersAsync(Id, "tree-2").ToListAsync());
        Assert.Empty(await cycle.Cycles.FollowersAsync(Id, "none").ToListAsync());
        Assert.Empty(await cycle.Cycles.FollowersAsync("none", "tree").ToListAsync());
    }

    [Theory]
    [InlineData(2026)]
    [InlineData(2027)]
    [InlineData(2028)]
    [InlineData(2100)]
    public void Presets_OfAnyYear_CanBePlanned(int year)
    {
        var basics = Basics with { Year = year };
        var plans = new[] { CyclePresets.Paris(basics), CyclePresets.ParisByMajorityJudgment(basics, 3, 2), CyclePresets.Consul(basics, 10), CyclePresets.Decidim(basics, 10), CyclePresets.Warsaw(basics, 100, 30) };
        var rules = new RuleRegistry(new BudgetingRules(), new ConsensusRules());

        Assert.All(plans, plan => Assert.Empty(new CycleProcess(rules).Decide(new CycleProcess().Initial, new PlanCycle { Plan = plan, Role = CycleRoles.Administrator }, Instant.FromUtc(2026, 1, 1, 0, 0)).Refusals));
    }

    [Fact]
    public void Consul_Calendar_HasTenPhasesWithoutAGap()
    {
        var calendar = CyclePresets.Consul(Basics, 10).Calendar;

        Assert.Equal(10, calendar.Stages.Length);
        Assert.All(calendar.Stages.Zip(calendar.Stages.Skip(1)), pair => Assert.Equal(pair.First.Ends.ToInstant(), pair.Second.Starts.ToInstant()));
    }

    [Fact]
    public void Paris_Calendar_WorksTogetherWhileItVotes()
    {
        var calendar = CyclePresets.Paris(Basics).Calendar;
        var september = new LocalDate(2027, 9, 15).AtStartOfDayInZone(DateTimeZoneProviders.Tzdb[Zone]).ToInstant();

        Assert.Equal(["co-construction", "vote"], calendar.Stages.Where(stage => stage.Starts.ToInstant() <= september && september < stage.Ends.ToInstant()).Select(stage => stage.Name));
    }
}
