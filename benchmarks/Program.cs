using BenchmarkDotNet.Running;
using CivicTech.Benchmarks;

// "large [BALLOTS]" reads one synthetic election of many ballots and tells its memory; everything else goes to BenchmarkDotNet.
if (args is ["large", ..])
{
    return LargeElection.Run(args.Length > 1 ? long.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 10_000_000);
}

// All of them, unless some are named.
var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
foreach (var summary in summaries)
{
    Throughput.Print(summary);
}

return 0;
