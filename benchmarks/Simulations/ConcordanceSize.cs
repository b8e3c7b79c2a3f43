using System.Diagnostics;

namespace CivicTech.Benchmarks.Simulations;

/// <summary>How often tests of W find agreement among raters who rank at random: at most as often as their level says, one hopes.</summary>
internal static class ConcordanceSize
{
    internal static int Run(int panels)
    {
        var watch = Stopwatch.StartNew();
        ExactSize.Print();
        ConcordanceCoverage.Progress(watch, "exact");
        SimulatedSize.Print(panels);
        ConcordanceCoverage.Progress(watch, "simulated");
        return 0;
    }
}
