using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Running;
using CivicTech.Budgeting.Pricing;

namespace CivicTech.Benchmarks;

/// <summary>
/// Equal Shares with Add1: every step, and with the steps left out that certainly change nothing. The straightforward way and every step of
/// Budapest would take minutes.
/// </summary>
[Config(typeof(WithoutTheSlowest))]
[MemoryDiagnoser]
[WarmupCount(1)]
[IterationCount(5)]
public class EqualSharesAddOneBenchmarks
{
    private SharesCase _case = null!;
    private CertifiedShares _shares = null!;

    [ParamsSource(nameof(Files))]
    public string Name { get; set; } = "";

    public static IEnumerable<string> Files => Elections.AvailableForShares;

    [GlobalSetup]
    public void Prepare()
    {
        _case = SharesCase.Of(Name);
        _shares = new CertifiedShares(_case.Problem, SharesKernels.Widest);
    }

    [GlobalSetup(Target = nameof(EveryStep))]
    public void PrepareEveryStep()
    {
        Prepare();
        SharesCase.Check("Every step", Skipping(), EveryStep());
    }

    [GlobalSetup(Target = nameof(StraightforwardDoubles))]
    public void PrepareStraightforward()
    {
        Prepare();
        SharesCase.Check("The straightforward scan", Skipping(), StraightforwardDoubles(), mayDiffer: true);
    }

    [Benchmark]
    public List<int> StraightforwardDoubles() => new StraightforwardShares(_case).RunAddOne();

    [Benchmark(Baseline = true)]
    public IReadOnlyList<int> EveryStep() => Scan(skip: false);

    [Benchmark]
    public IReadOnlyList<int> Skipping() => Scan(skip: true);

    private IReadOnlyList<int> Scan(bool skip) => new AddOneScan(_case.Problem, _shares, _case.AddOne, CancellationToken.None).Run(skip).Order;

    private sealed class WithoutTheSlowest : ManualConfig
    {
        public WithoutTheSlowest() => AddFilter(new SimpleFilter(one => one.Descriptor.WorkloadMethod.Name switch
        {
            nameof(StraightforwardDoubles) => NameOf(one).Contains("Wieliczka", StringComparison.Ordinal),
            nameof(EveryStep) => !NameOf(one).Contains("Budapest", StringComparison.Ordinal),
            _ => true,
        }));

        private static string NameOf(BenchmarkCase one) => (string)one.Parameters[nameof(Name)];
    }
}
