using System.Diagnostics;
using System.Globalization;

namespace CivicTech.Benchmarks.Simulations;

/// <summary>How often the intervals of mean Spearman correlations, and of their change between rounds, hold the truth.</summary>
internal static class ConcordanceCoverage
{
    internal static int Run(int panels)
    {
        var watch = Stopwatch.StartNew();
        OnePanel.Print(panels);
        Progress(watch, "panels");
        FewItems.Print(panels);
        Progress(watch, "few items");
        UnlikeRaters.Print(panels);
        Progress(watch, "unlike raters");
        TwoRounds.Print(panels);
        Progress(watch, "two rounds");
        Feedback.Print(panels);
        Progress(watch, "feedback");
        BootstrapOfW.Print(panels);
        Progress(watch, "bootstrap");
        return 0;
    }

    internal static void Progress(Stopwatch watch, string done) =>
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:F0} s: {done}"));
}
