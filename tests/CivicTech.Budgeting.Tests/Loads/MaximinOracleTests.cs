using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Loads;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Budgeting;

/// <summary>The rule against its formula, on hundreds of small elections.</summary>
public sealed class MaximinOracleTests
{
    private const int Elections = 250;

    private static readonly AllocationRequest Rationals = new() { Arithmetic = Arithmetic.Rational };

    public static TheoryData<Misfit> Misfits => [Misfit.Skip, Misfit.Stop];

    [Theory]
    [MemberData(nameof(Misfits))]
    public void Allocate_RandomElections_IsTheFormula(Misfit onMisfit)
    {
        for (var n = 0; n < Elections; n++)
        {
            var raw = RandomElections.Make(ProfileKind.Approval, n);
            var election = raw.Build();
            var rule = new MaximinSupport { OnMisfit = onMisfit };
            var expected = string.Join(' ', new MaximinOracle(raw, onMisfit).ByListedOrder().Select(project => raw.Ids[project]));
            Assert.Equal(expected, Made.Funded(rule, election));
            Assert.Equal(expected, Made.Funded(rule.Allocate(election, Rationals)));
        }
    }

    [Theory]
    [MemberData(nameof(Misfits))]
    public void Allocate_RandomElections_ListsExactlyTheOutcomesOfEveryWay(Misfit onMisfit)
    {
        var several = 0;
        for (var n = 0; n < Elections; n++)
        {
            var raw = TiedElection(n);
            var election = raw.Build();
            var expected = new MaximinOracle(raw, onMisfit).Outcomes();
            var all = new MaximinSupport { OnMisfit = onMisfit, Ties = TieChain.AllOutcomes }.Allocate(election);
            Assert.True(all.IsComplete);
            Assert.Equal(expected.Order(StringComparer.Ordinal), all.Outcomes.Select(outcome => Numbers(election, outcome)).Order(StringComparer.Ordinal));

            var refusing = new MaximinSupport { OnMisfit = onMisfit, Ties = TieChain.Refuse }.Allocate(election);
            Assert.Equal(expected.Count == 1 ? AllocationStatus.Decided : AllocationStatus.OpenTie, refusing.Status);
            several += expected.Count > 1 ? 1 : 0;
        }

        Assert.InRange(several, Elections / 4, Elections - (Elections / 10));
    }

    [Fact]
    public void Allocate_TieThatDoesNotMatter_LeadsToOneOutcomeInEveryOrder()
    {
        var told = 0;
        for (var n = 0; n < Elections; n++)
        {
            // A tie that is told not to matter is one that no order of the list changes: so the only ones that are met leave one outcome.
            var raw = TiedElection(n);
            var allocation = new MaximinSupport().Allocate(raw.Build());
            if (allocation.Ties.Length > 0 && allocation.Ties.All(tie => !tie.Matters))
            {
                told++;
                Assert.Single(new MaximinOracle(raw, Misfit.Skip).Outcomes());
            }
        }

        Assert.True(told > Elections / 20, $"Only {told} elections had such ties alone.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Next_AnyFundedProjects_GivesTheLowestLoadAndAllWhoReachIt(bool unlimited)
    {
        for (var n = 0; n < Elections; n++)
        {
            var raw = RandomElections.Make(ProfileKind.Approval, n, maxProjects: 9);
            var oracle = new MaximinOracle(raw, Misfit.Skip);
            var support = raw.Build().SupportBy(SupportWorth.Naming);
            var open = Enumerable.Range(0, raw.Projects.Count).Where(project => support.Votes[project] > 0 && raw.Projects[project].Cost > 0).ToList();
            var search = MaximinSearch.Of(support, [.. raw.Projects.Select(project => project.Cost)], unlimited);
            var funded = new List<int>();
            for (LoadRound? round = null; open.Count > 0;)
            {
                round = search.Next(funded, round, open, CancellationToken.None);
                var loads = open.ToDictionary(project => project, project => oracle.Load([.. funded, project]));
                Assert.Equal(loads.Values.Min(), round.Load);
                Assert.Equal(open.Where(project => loads[project] == round.Load), round.Tied);
                Assert.Equal(oracle.Load([.. funded, .. round.Tied]) == round.Load, round.CarriesAllTied);
                funded.Add(round.Tied[n % round.Tied.Length]);
                open.Remove(funded[^1]);
            }
        }
    }

    [Fact]
    public void Next_AmountsAroundTheLimitOf64Bits_GivesTheSameLoads()
    {
        for (var bits = 40; bits < 70; bits++)
        {
            var raw = RandomElections.Make(ProfileKind.Approval, bits);
            var support = raw.Build().SupportBy(SupportWorth.Naming);
            var factor = (Rational)(System.Numerics.BigInteger.Pow(2, bits) - 1);
            var open = Enumerable.Range(0, raw.Projects.Count).Where(project => support.Votes[project] > 0 && raw.Projects[project].Cost > 0).ToList();
            var small = MaximinSearch.Of(support, [.. raw.Projects.Select(project => project.Cost)], unlimited: true);
            var large = MaximinSearch.Of(support, [.. raw.Projects.Select(project => project.Cost * factor)], unlimited: false);
            var funded = new List<int>();
            for (LoadRound? one = null, other = null; open.Count > 0; open.Remove(funded[^1]))
            {
                one = small.Next(funded, one, open, CancellationToken.None);
                other = large.Next(funded, other, open, CancellationToken.None);
                Assert.Equal(one.Load * factor, other.Load);
                Assert.Equal(one.Tied, other.Tied);
                funded.Add(one.Tied[0]);
            }
        }
    }

    private static string Numbers(Election election, AllocationOutcome outcome) =>
        string.Join(' ', outcome.Funded.Select(project => election.Projects.IndexOf(project)).Order());

    // Few voters and, in most of them, one cost: ties everywhere.
    private static RawElection TiedElection(int n)
    {
        var random = new SplitMix64((ulong)n + 31_000_000);
        Rational[] costs = random.OneIn(4) ? [0, 1, 2] : [1];
        var projects = Enumerable.Range(0, random.Between(3, 6)).Select(i => new Project($"p{i}", random.Pick(costs))).ToArray();
        var ballots = Enumerable.Range(0, random.Between(2, 4))
            .Select(_ => new RawBallot([.. Enumerable.Range(0, projects.Length).Where(_ => random.OneIn(3))], [], 1))
            .ToArray();
        return new RawElection(ProfileKind.Approval, random.Between(1, 5), projects, ballots);
    }
}
