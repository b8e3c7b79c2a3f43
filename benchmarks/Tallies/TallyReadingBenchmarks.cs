using BenchmarkDotNet.Attributes;
using CivicTech.Consensus.Formats;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Ties;

namespace CivicTech.Benchmarks.Tallies;

/// <summary>From the bytes of a file with a line a ballot to who is elected, beside a count of uncompressed ballots.</summary>
[MemoryDiagnoser]
public class TallyReadingBenchmarks
{
    private static readonly InstantRunoff Runoff = new() { Ties = TieChain.ListedOrder };
    private static readonly SingleTransferableVote Transferable = StatutoryRules.ScottishLocal(TieKey.ListedOrder);
    private byte[] _blt = [];

    [ParamsSource(nameof(Names))]
    public string Election { get; set; } = "";

    public static IEnumerable<string> Names => RankedElections.Available;

    [GlobalSetup]
    public void Setup()
    {
        _blt = RankedElections.Lines(Election);
        var contest = Blt.Read(_blt).Contest;
        Console.WriteLine(FormattableString.Invariant(
            $"// {contest.Profile.Voters} ballots, {contest.Profile.DistinctBallots} different, {contest.Candidates.Count} candidates, {contest.Seats} seats, {_blt.Length} bytes"));
        var plain = PlainTally.Read(_blt);
        var elected = Runoff.Count(new Contest(contest.Profile)).Elected.Single();
        if (contest.Candidates.IndexOf(elected) != plain.InstantRunoff() || !Transferable.Count(contest).Elected.Select(contest.Candidates.IndexOf).Order().SequenceEqual(plain.Transferable().Order()))
        {
            throw new InvalidOperationException("The counts differ.");
        }
    }

    [Benchmark(Baseline = true)]
    public int PlainRunoff() => PlainTally.Read(_blt).InstantRunoff();

    [Benchmark]
    public int ReadFoldAndRunoff() => Runoff.Count(new Contest(Blt.Read(_blt).Contest.Profile)).Elected.Length;

    [Benchmark]
    public int PlainTransferable() => PlainTally.Read(_blt).Transferable().Count;

    [Benchmark]
    public int ReadFoldAndTransferable() => Transferable.Count(Blt.Read(_blt).Contest).Elected.Length;

    [Benchmark]
    public int ReadAndFold() => Blt.Read(_blt).Contest.Profile.DistinctBallots;
}
