using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Ties;
using AllocationResult = CivicTech.Budgeting.Allocation.Allocation;

namespace CivicTech.Tests.Budgeting;

/// <summary>The rule against its definition, voter by voter, on hundreds of small elections with and without initial loads.</summary>
public sealed class PhragmenOracleTests
{
    private const int Elections = 400;

    private static readonly AllocationRequest[] Requests =
    [
        new() { Trace = true },
        new() { Trace = true, Arithmetic = Arithmetic.Rational },
    ];

    public static TheoryData<Misfit, InitialLoads> Rows => new()
    {
        { Misfit.Stop, InitialLoads.None },
        { Misfit.Skip, InitialLoads.None },
        { Misfit.Stop, InitialLoads.Given },
        { Misfit.Skip, InitialLoads.Given },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Allocate_ListedOrder_BuysWhatTheDefinitionBuysAtTheSameTimes(Misfit onMisfit, InitialLoads loads) => ForAll(onMisfit, loads, (made, oracle) =>
    {
        var way = oracle.Ways().First();
        foreach (var request in Requests)
        {
            var allocation = new Phragmen { OnMisfit = onMisfit, InitialLoads = loads }.Allocate(made.Election, request);
            var rounds = allocation.Trace.Where(round => round.Fate.IsFunded).ToList();
            Assert.Equal(way.Funded.Select(one => made.Raw.Projects[one.Project]), allocation.Funded);
            Assert.Equal(way.Funded.Select(one => one.Time), rounds.Select(round => round.Purchase?.Load));
            ExpectFates(made.Raw, oracle, way, allocation);
        }
    });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Allocate_AllOutcomes_AreThoseOfEveryWayToBreakTies(Misfit onMisfit, InitialLoads loads)
    {
        var several = 0;
        ForAll(onMisfit, loads, (made, oracle) =>
        {
            var expected = oracle.Ways().Select(way => way.Set).Distinct().Order(StringComparer.Ordinal).ToList();
            several += expected.Count > 1 ? 1 : 0;
            foreach (var request in Requests)
            {
                var all = new Phragmen { OnMisfit = onMisfit, InitialLoads = loads, Ties = TieChain.AllOutcomes }.Allocate(made.Election, request);
                Assert.True(all.IsComplete);
                Assert.Equal(expected, all.Outcomes.Select(outcome => Set(made.Raw, outcome.Funded)).Order(StringComparer.Ordinal));
                var refused = new Phragmen { OnMisfit = onMisfit, InitialLoads = loads, Ties = TieChain.Refuse }.Allocate(made.Election, request);
                Assert.Equal(expected.Count > 1 ? AllocationStatus.OpenTie : AllocationStatus.Decided, refused.Status);
                Assert.True(expected.Count == 1 || refused.Ties.Any(tie => tie.Matters));
                Assert.All(oracle.Ways(), way => Assert.Subset(way.Funded.Select(one => made.Raw.Projects[one.Project]).ToHashSet(), refused.Funded.ToHashSet()));
            }
        });
        Assert.True(several > 10, $"Only {several} elections had several outcomes.");
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Trace_Purchases_ArePaidInFullAndLeaveTheRest(Misfit onMisfit, InitialLoads loads) => ForAll(onMisfit, loads, (made, _) =>
    {
        foreach (var request in Requests)
        {
            var given = made.Election.VoterGroups.Aggregate(Rational.Zero, (sum, group) => sum + (group.InitialLoad * group.Profile.Voters));
            var spent = Rational.Zero;
            foreach (var round in new Phragmen { OnMisfit = onMisfit, InitialLoads = loads }.Allocate(made.Election, request).Trace)
            {
                if (round.Purchase is not { } purchase)
                {
                    Assert.True(!round.Fate.IsFunded || round.Project.Cost.IsZero);
                    continue;
                }

                spent += round.Project.Cost;
                Assert.Equal(round.Project.Cost, Sum(purchase.Payments));
                Assert.Equal(purchase.Payments.OrderByDescending(one => one.Amount), purchase.Payments);
                Assert.Equal(purchase.Leftovers.OrderByDescending(one => one.Amount), purchase.Leftovers);
                Assert.All(purchase.Payments, one => Assert.True(one.Amount > 0 && one.Voters > 0));
                Assert.All(purchase.Leftovers, one => Assert.True(one.Amount >= 0 && one.Voters > 0));
                Assert.Equal(made.Election.Profile.Voters, purchase.Leftovers.Sum(one => one.Voters));
                if (made.Election.VoterGroups.All(group => group.InitialLoad <= purchase.Load))
                {
                    // What all voters earned, with what they brought, is spent or left.
                    Assert.Equal((purchase.Load!.Value * made.Election.Profile.Voters) - (loads == InitialLoads.Given ? given : 0), spent + Sum(purchase.Leftovers));
                }
            }
        }
    });

    private static void ExpectFates(RawElection raw, PhragmenOracle oracle, PhragmenOracle.Way way, AllocationResult allocation)
    {
        for (var project = 0; project < raw.Projects.Count; project++)
        {
            var fate = allocation[raw.Ids[project]].Fate;
            var isSupported = raw.Ballots.Any(ballot => ballot.Projects.Contains(project));
            switch (fate)
            {
                case Fate.Funded:
                    Assert.Contains(project, way.Funded.Select(one => one.Project));
                    break;
                case Fate.Withdrawn:
                    Assert.True(raw.Projects[project].IsWithdrawn);
                    break;
                case Fate.NotSupported:
                    Assert.False(isSupported);
                    break;
                case Fate.DidNotFit misfit:
                    Assert.Equal(raw.Projects[project].Cost - allocation.Trace.Single(round => round.Project.Id == raw.Ids[project]).LeftBefore, misfit.Missing);
                    Assert.True(misfit.Missing > 0 && isSupported);
                    break;
                case Fate.NotReached:
                    Assert.True(way.Stopped && oracle.Missing(way, project) == 0 && raw.Projects[project].Cost <= way.Left);
                    break;
                case Fate.TooLittleSupport poor:
                    Assert.True(way.Stopped && poor.Missing > 0);
                    Assert.Equal(oracle.Missing(way, project), poor.Missing);
                    break;
                default:
                    Assert.Fail($"{fate} is no fate of this rule.");
                    break;
            }
        }
    }

    private static Rational Sum(IEnumerable<VoterAmount> amounts) => amounts.Aggregate(Rational.Zero, (sum, one) => sum + (one.Amount * one.Voters));

    private static string Set(RawElection raw, IEnumerable<Project> funded) =>
        string.Join(' ', funded.Select(project => raw.Ids.ToList().IndexOf(project.Id)).Order());

    private static void ForAll(Misfit onMisfit, InitialLoads loads, Action<Made, PhragmenOracle> law)
    {
        for (var n = 0; n < Elections; n++)
        {
            var raw = n % 2 == 0 ? RandomElections.Make(ProfileKind.Approval, n, maxProjects: 6) : FullOfTies(n);
            var (election, loadOfBallot) = loads == InitialLoads.None ? (raw.Build(), null) : InGroups(raw, n);
            law(new Made(raw, election), new PhragmenOracle(raw, onMisfit, loadOfBallot));
        }
    }

    // Few different costs and few voters.
    private static RawElection FullOfTies(int n)
    {
        var random = new SplitMix64((ulong)n + 90_000);
        var projects = Enumerable.Range(0, 5).Select(i => new Project($"p{i}", random.Pick([0, 1, 2, 2, 4]))).ToArray();
        var ballots = Enumerable.Range(0, random.Between(1, 5))
            .Select(_ => new RawBallot([.. Enumerable.Range(0, 5).Where(_ => random.OneIn(2))], [], random.Between(1, 2)));
        return new RawElection(ProfileKind.Approval, random.Between(1, 10), projects, [.. ballots]);
    }

    // Each ballot goes to one of up to three groups; savings, debts and nothing at all.
    private static (Election Election, Func<int, Rational> LoadOfBallot) InGroups(RawElection raw, int n)
    {
        var random = new SplitMix64((ulong)n + 40_000);
        var loads = Enumerable.Range(0, random.Between(1, 3)).Select(_ => new Rational(random.Pick([-9, -3, -1, 0, 0, 1, 2, 6, 40]), random.Between(1, 3))).ToArray();
        if (random.OneIn(2))
        {
            loads = [.. loads.Select(load => load > 0 ? -load : load)];
        }

        int[] groupOfBallot = [.. raw.Ballots.Select(_ => random.Below(loads.Length))];
        var groups = loads.Select((load, group) => new VoterGroup((raw with { Ballots = [.. raw.Ballots.Where((_, i) => groupOfBallot[i] == group)] }).Build().Profile)
        {
            InitialLoad = load,
        });
        return (new Election(raw.Budget, raw.Projects, [.. groups]), ballot => loads[groupOfBallot[ballot]]);
    }

    private sealed record Made(RawElection Raw, Election Election);
}
