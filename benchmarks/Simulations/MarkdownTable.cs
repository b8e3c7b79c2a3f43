using System.Globalization;

namespace CivicTech.Benchmarks.Simulations;

/// <summary>Rows for a page.</summary>
internal sealed class MarkdownTable(params string[] heads)
{
    private readonly List<object[]> _rows = [];

    internal void Add(params IEnumerable<object> cells) => _rows.Add([.. cells]);

    internal void Print(string title, int decimals = 3)
    {
        Console.WriteLine(title);
        Console.WriteLine();
        Console.WriteLine($"| {string.Join(" | ", heads)} |");
        Console.WriteLine($"|{string.Concat(heads.Select(_ => "---|"))}");
        foreach (var row in _rows)
        {
            Console.WriteLine($"| {string.Join(" | ", row.Select(cell => Text(cell, decimals)))} |");
        }

        Console.WriteLine();
    }

    internal static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %");

    internal static string Text(object cell, int decimals = 3) => cell switch
    {
        double.NaN => "-",
        // Never -0.
        double number => (Math.Round(number, decimals) + 0.0).ToString($"F{decimals}", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{cell}"),
    };
}
