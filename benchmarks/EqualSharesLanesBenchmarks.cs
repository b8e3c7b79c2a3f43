using BenchmarkDotNet.Attributes;
using CivicTech.Budgeting.Pricing;

namespace CivicTech.Benchmarks;

/// <summary>The same run with narrower and wider instructions. Where a machine has no AVX-512, the widest are imitated and slow.</summary>
[WarmupCount(2)]
[IterationCount(7)]
public class EqualSharesLanesBenchmarks
{
    private SharesCase _case = null!;
    private CertifiedShares _scalar = null!;
    private CertifiedShares _vector = null!;
    private CertifiedShares _vector512 = null!;

    [GlobalSetup]
    public void Setup()
    {
        var names = Elections.AvailableForShares.ToList();
        _case = SharesCase.Of(names.Find(name => name == "Poland_Warszawa_2026") ?? names[^1]);
        _scalar = new CertifiedShares(_case.Problem, Lanes.Scalar);
        _vector = new CertifiedShares(_case.Problem, Lanes.Vector);
        _vector512 = new CertifiedShares(_case.Problem, Lanes.Vector512);
        SharesCase.Check("Vector", Scalar(), Vector());
        SharesCase.Check("Vector512", Scalar(), Vector512());
    }

    [Benchmark(Baseline = true)]
    public List<int> Scalar() => Run(_scalar);

    [Benchmark]
    public List<int> Vector() => Run(_vector);

    [Benchmark]
    public List<int> Vector512() => Run(_vector512);

    private List<int> Run(CertifiedShares shares)
    {
        var run = shares.Run(_case.Endowments, choices: null);
        shares.Recycle(run);
        return run.Order;
    }
}
