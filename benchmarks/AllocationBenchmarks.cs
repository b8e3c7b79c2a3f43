using BenchmarkDotNet.Attributes;
using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Formats;

namespace CivicTech.Benchmarks;

/// <summary>Funding rules on a folded election, beside a plain loop over one ballot a voter in doubles.</summary>
[MemoryDiagnoser]
public class AllocationBenchmarks
{
    private Election _election = null!;
    private int[][] _ballots = [];
    private double[] _costs = [];
    private double _budget;

    [ParamsSource(nameof(Files))]
    public string Name { get; set; } = "";

    public static IEnumerable<string> Files => Elections.Available;

    [GlobalSetup]
    public void Setup()
    {
        _election = Pabulib.Read(Elections.PathOf(Name), PabulibReadOptions.Lenient).Election;
        _costs = [.. _election.Projects.Select(project => project.Cost.ToDouble())];
        _budget = _election.BudgetLimit.ToDouble();
        var profile = _election.Profile;
        _ballots = [.. Enumerable.Range(0, profile.DistinctBallots).SelectMany(ballot =>
            Enumerable.Repeat(profile.CandidatesOf(ballot).ToArray(), (int)profile.WeightOf(ballot)))];
    }

    /// <summary>No fates, no ties, no receipt: only who is funded.</summary>
    [Benchmark(Baseline = true)]
    public List<int> OneBallotAVoter()
    {
        var votes = new double[_costs.Length];
        foreach (var ballot in _ballots)
        {
            foreach (var project in ballot)
            {
                votes[project]++;
            }
        }

        var left = _budget;
        var funded = new List<int>();
        foreach (var project in Enumerable.Range(0, votes.Length).OrderByDescending(project => votes[project]))
        {
            if (_costs[project] <= left)
            {
                left -= _costs[project];
                funded.Add(project);
            }
        }

        return funded;
    }

    [Benchmark]
    public Budgeting.Allocation.Allocation GreedyByVotes() => new Greedy().Allocate(_election);

    [Benchmark]
    public Budgeting.Allocation.Allocation GreedyByVotesPerCost() =>
        new Greedy { Order = GreedyOrder.UtilityPerCost, Utility = Utility.Cardinality }.Allocate(_election);
}
