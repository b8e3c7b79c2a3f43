using BenchmarkDotNet.Attributes;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Pricing;

namespace CivicTech.Benchmarks;

/// <summary>One run of Equal Shares: as most people write it, on our doubles without and with proven bounds, and as the rule that users call.</summary>
[MemoryDiagnoser]
[WarmupCount(2)]
[IterationCount(7)]
public class EqualSharesBenchmarks
{
    private SharesCase _case = null!;
    private StraightforwardShares _straightforward = null!;
    private CertifiedShares _uncertified = null!;
    private CertifiedShares _exact = null!;

    [ParamsSource(nameof(Files))]
    public string Name { get; set; } = "";

    public static IEnumerable<string> Files => Elections.AvailableForShares;

    [GlobalSetup]
    public void Setup()
    {
        _case = SharesCase.Of(Name);
        _straightforward = new StraightforwardShares(_case);
        _uncertified = new CertifiedShares(_case.Problem, SharesKernels.Widest, certify: false);
        _exact = new CertifiedShares(_case.Problem, SharesKernels.Widest);
        var expected = Exact();
        SharesCase.Check("The rule", expected, _case.Bought(Rule()));
        SharesCase.Check("The run without bounds", expected, Uncertified(), mayDiffer: true);
        SharesCase.Check("The straightforward run", expected, StraightforwardDoubles(), mayDiffer: true);
    }

    [Benchmark(Baseline = true)]
    public List<int> StraightforwardDoubles() => _straightforward.Run(_straightforward.EqualEndowment);

    /// <summary>What the proofs cost is the difference to <see cref="Exact"/>.</summary>
    [Benchmark]
    public List<int> Uncertified() => Run(_uncertified);

    [Benchmark]
    public List<int> Exact() => Run(_exact);

    /// <summary>Prepares the problem from the election too, whose support table is there already.</summary>
    [Benchmark]
    public Budgeting.Allocation.Allocation Rule() => new EqualShares { Utility = _case.Utility }.Allocate(_case.Election);

    private List<int> Run(CertifiedShares shares)
    {
        var run = shares.Run(_case.Endowments, choices: null);
        shares.Recycle(run);
        return run.Order;
    }
}
