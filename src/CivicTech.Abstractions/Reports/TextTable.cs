using System.Globalization;
using System.Text;
using CivicTech.Numerics;

namespace CivicTech.Reports;

/// <summary>A table of texts with aligned columns; columns without a text are left out, figures stand to the right.</summary>
internal sealed class TextTable(params string[] header)
{
    private readonly List<string[]> _rows = [];

    /// <summary>The headers of columns that hold figures.</summary>
    internal IReadOnlyCollection<string> Figures { get; init; } = ["#", "votes", "points", "cost", "left"];

    /// <summary>How many characters of the last column are shown at most.</summary>
    internal int WidestText { get; init; } = 60;

    internal void Add(params string[] cells) => _rows.Add([.. cells.Select((cell, column) => column == header.Length - 1 ? Shorten(Tame(cell)) : Tame(cell))]);

    internal void Write(StringBuilder text, string title)
    {
        if (_rows.Count == 0)
        {
            return;
        }

        text.Append('\n').Append(title).Append('\n');
        var columns = Enumerable.Range(0, header.Length).Where(column => _rows.Exists(row => row[column].Length > 0)).ToArray();
        string[] shown = [.. header.Select(Tame)];
        var widths = columns.ToDictionary(column => column, column => _rows.Append(shown).Max(row => row[column].Length));
        foreach (var row in _rows.Prepend(shown))
        {
            var cells = columns.Select(column => Figures.Contains(header[column]) ? row[column].PadLeft(widths[column]) : row[column].PadRight(widths[column]));
            text.Append("  ").Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }
    }

    /// <summary>An amount with commas between thousands, the same whatever the culture of the host.</summary>
    internal static string Grouped(Rational amount)
    {
        var plain = amount.ToString();
        var digits = plain.AsSpan(amount.Sign < 0 ? 1 : 0);
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        var whole = end < 0 ? digits : digits[..end];
        var grouped = new StringBuilder(amount.Sign < 0 ? "-" : "");
        for (var i = 0; i < whole.Length; i++)
        {
            grouped.Append(i > 0 && (whole.Length - i) % 3 == 0 ? "," : "").Append(whole[i]);
        }

        return grouped.Append(digits[whole.Length..]).ToString();
    }

    // Names come from files: line breaks would tear the table, control characters could steer a terminal.
    private static string Tame(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;

    private string Shorten(string text)
    {
        if (text.Length <= WidestText)
        {
            return text;
        }

        // Not within a character that takes several code units.
        var starts = StringInfo.ParseCombiningCharacters(text);
        return text[..starts.Last(start => start < WidestText)].TrimEnd() + "…";
    }
}
