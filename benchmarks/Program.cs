using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using CivicTech.Benchmarks;
using CivicTech.Benchmarks.Delphi;
using CivicTech.Benchmarks.Simulations;
using CivicTech.Benchmarks.Voting;

// "large [BALLOTS]" reads one synthetic election of many ballots and tells its memory; everything else goes to BenchmarkDotNet.
if (args is ["large", ..])
{
    return LargeElection.Run(args.Length > 1 ? long.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 10_000_000);
}

// "ballots [COUNT]" casts, seals and counts that many ballots, beside a plain dictionary.
if (args is ["ballots", ..])
{
    return await MillionBallots.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
}

// "studies [EXPERTS]" runs a Delphi study of 200 items and five rounds, beside a lock and tables.
if (args is ["studies", ..])
{
    return await WholeStudy.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1_000);
}

// "concordance-coverage [PANELS]" simulates how often intervals hold the truth, "concordance-size [PANELS]" how often tests reject it.
if (args is ["concordance-coverage", ..])
{
    return ConcordanceCoverage.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 10_000);
}

if (args is ["concordance-size", ..])
{
    return ConcordanceSize.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 40_000);
}

// All of them, unless some are named. Names of elections are shown in full.
var config = DefaultConfig.Instance.WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(40));
var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, config);
foreach (var summary in summaries)
{
    Throughput.Print(summary);
}

return 0;
