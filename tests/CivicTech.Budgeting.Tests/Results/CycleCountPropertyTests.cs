using System.Globalization;
using CivicTech.Amounts;
using CivicTech.Budgeting.Results;

namespace CivicTech.Tests.Budgeting.Results;

public sealed class CycleCountPropertyTests
{
    private static readonly string[] RuleIds = ["greedy@1", "equal-shares@1", "phragmen@1", "maximin-support@1"];

    [Fact]
    public void Run_RandomTowns_KeepsEveryPromise()
    {
        for (var seed = 1UL; seed <= 400; seed++)
        {
            var random = new SplitMix64(seed);
            var town = RandomTown(random);
            var plan = RandomPlan(random);

            var result = town.Count(plan);

            Check(town, plan, result, seed);
            Assert.Equal(result.ToJson(), town.Count(plan).ToJson());
        }
    }

    private static void Check(Town town, CountPlan plan, CycleResult result, ulong seed)
    {
        var place = $"seed {seed}";
        var funded = result.Areas.SelectMany(area => area.Funded).ToList();
        var groups = funded.SelectMany(id => town.Ballot.Projects.Single(project => project.Id == id).ExclusionGroups).ToList();
        Assert.True(groups.Count == groups.Distinct().Count(), $"{place}: two of a set win");
        Assert.True(funded.All(id => !town.Ballot.Projects.Single(project => project.Id == id).IsRemoved), place);
        var carriedIn = result.Areas.Aggregate(Money.Zero(Town.Euro), (sum, area) => sum + area.CarriedIn);
        var carriedOut = result.Areas.Where(area => area.CarriedTo is not null).Aggregate(Money.Zero(Town.Euro), (sum, area) => sum + area.Unspent);
        Assert.True(carriedIn == carriedOut, $"{place}: money got lost on the way");
        foreach (var area in result.Areas)
        {
            Assert.True(area.Cost + area.Unspent == area.Available, $"{place}: {area.Area}");
            Assert.True(area.Projects.Where(project => project.IsFunded).Select(project => project.Project).Order().SequenceEqual(area.Funded.Order()), place);
            Assert.True(area.Projects.Where(project => project.IsFunded).All(project => project.Votes >= plan.MinimumVotes), place);
            Assert.True(area.Outcome == AreaOutcome.QuorumMissed == area.Numbers.Counted < plan.Quorum, place);
            Assert.True(area.Outcome != AreaOutcome.QuorumMissed || area.Funded.IsEmpty, place);
        }
    }

    private static Town RandomTown(SplitMix64 random)
    {
        string[] areas = [.. new[] { "north", "south", "city" }.Take(1 + random.Below(3))];
        var projects = Enumerable.Range(0, 2 + random.Below(8)).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"P{i}/{areas[random.Below(areas.Length)]}:{random.Below(12)}.{random.Below(4) * 25:00}{(random.Below(3) == 0 ? "+g" : "")}{(random.Below(4) == 0 ? "+h" : "")}{(random.Below(9) == 0 ? "!" : "")}")).ToArray();
        var ballots = Enumerable.Range(0, random.Below(12)).Select(_ =>
        {
            var area = areas[random.Below(areas.Length)];
            var named = projects.Where(project => project.Contains($"/{area}:", StringComparison.Ordinal) && random.Below(2) == 0).Select(project => project.Split('/')[0]);
            return string.Create(CultureInfo.InvariantCulture, $"{area} {1 + random.Below(4)}*{string.Join(',', named)}");
        });
        return Town.Of(string.Join(' ', areas.Select(area => string.Create(CultureInfo.InvariantCulture, $"{area}:{random.Below(25)}"))), string.Join(' ', projects), [.. ballots]);
    }

    private static CountPlan RandomPlan(SplitMix64 random) => new()
    {
        Rule = new RuleChoice { Rule = RuleIds[random.Below(RuleIds.Length)] },
        Ties = random.Below(2) == 0 ? [] : ["lowest-cost", "identifier"],
        MinimumVotes = random.Below(3),
        Quorum = random.Below(4),
        Order = (CountOrder)random.Below(3),
        Leftover = (LeftoverUse)random.Below(2),
    };
}
