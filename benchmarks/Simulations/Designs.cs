using System.Globalization;

namespace CivicTech.Benchmarks.Simulations;

/// <summary>Prints the coverage of many designs: a row each, with columns for the numbers of raters.</summary>
internal static class Designs
{
    internal static void Print(string quantity, int[] raters, string[] heads, object[][] labels, Coverage[][] cells)
    {
        var all = cells.SelectMany(row => row).ToArray();
        var columns = raters.Select(count => string.Create(CultureInfo.InvariantCulture, $"m = {count}")).ToArray();
        var coverage = new MarkdownTable([.. heads, .. columns]);
        var width = new MarkdownTable([.. heads, .. columns]);
        var without = new MarkdownTable([.. heads, .. columns]);
        for (var row = 0; row < cells.Length; row++)
        {
            coverage.Add([.. labels[row], .. cells[row].Select(cell => (object)cell.Share)]);
            width.Add([.. labels[row], .. cells[row].Select(cell => (object)cell.Width)]);
            without.Add([.. labels[row], .. cells[row].Select(cell => (object)cell.ShareWithout)]);
        }

        coverage.Print(string.Create(CultureInfo.InvariantCulture,
            $"Coverage of 95 % intervals of the {quantity}: {all[0].Panels} panels a cell, standard error at most {all.Max(cell => cell.Error):0.0000}"));
        width.Print("Mean width of the same intervals");
        if (all.Max(cell => cell.ShareWithout) >= 0.05)
        {
            without.Print("Share of the panels without an interval: they are in neither table above");
        }

        PrintSummary(quantity, columns, cells);
    }

    private static void PrintSummary(string quantity, string[] columns, Coverage[][] cells)
    {
        var table = new MarkdownTable("over all designs", "lowest coverage", "median", "highest", "truth below", "truth above", "most without interval", "most without width");
        for (var column = 0; column < columns.Length; column++)
        {
            var of = cells.Select(row => row[column]).OrderBy(cell => cell.Share).ToArray();
            table.Add(
                columns[column],
                of[0].Share,
                (of[(of.Length - 1) / 2].Share + of[of.Length / 2].Share) / 2,
                of[^1].Share,
                of.Average(cell => (double)cell.TruthBelow / cell.Intervals),
                of.Average(cell => (double)cell.TruthAbove / cell.Intervals),
                of.Max(cell => cell.ShareWithout),
                of.Max(cell => (double)cell.Points / cell.Intervals));
        }

        table.Print($"Summary of the {quantity}");
    }
}
