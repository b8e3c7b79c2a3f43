using BenchmarkDotNet.Attributes;
using CivicTech.Ballots;
using CivicTech.Consensus.Formats;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Iterated;
using CivicTech.Consensus.Tallying.Pairwise;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Ties;

namespace CivicTech.Benchmarks.Tallies;

/// <summary>Counting again what is folded already, beside a count of uncompressed ballots in memory.</summary>
[MemoryDiagnoser]
public class RecountBenchmarks
{
    private static readonly InstantRunoff Runoff = new() { Ties = TieChain.ListedOrder };
    private static readonly SingleTransferableVote Transferable = StatutoryRules.ScottishLocal(TieKey.ListedOrder);
    private static readonly Schulze Schulze = new() { Ties = TieChain.ListedOrder };
    private static readonly ITallyRule Meek = MeekRules.NewZealand(TieKey.ListedOrder);
    private PlainTally _plain = null!;
    private Contest _contest = null!;
    private Contest _oneSeat = null!;

    [ParamsSource(nameof(Names))]
    public string Election { get; set; } = "";

    public static IEnumerable<string> Names => RankedElections.Available;

    [GlobalSetup]
    public void Setup()
    {
        var blt = RankedElections.Lines(Election);
        _plain = PlainTally.Read(blt);
        _contest = Blt.Read(blt).Contest;
        _oneSeat = new Contest(_contest.Profile);
    }

    [Benchmark(Baseline = true)]
    public int PlainRunoff() => _plain.InstantRunoff();

    [Benchmark]
    public int RunoffAgain() => Runoff.Count(_oneSeat).Elected.Length;

    [Benchmark]
    public int RunoffWithRounds() => Runoff.Count(_oneSeat).Rounds.Length;

    [Benchmark]
    public int PlainTransferable() => _plain.Transferable().Count;

    [Benchmark]
    public int TransferableAgain() => Transferable.Count(_contest).Elected.Length;

    [Benchmark]
    public int MeekAgain() => Meek.Count(_contest).Elected.Length;

    [Benchmark]
    public long PairwiseAgain() => PairwiseMatrix.Of((OrdinalProfile)_contest.Profile)[0, 1];

    [Benchmark]
    public int SchulzeAgain() => Schulze.Count(_oneSeat).Elected.Length;
}
