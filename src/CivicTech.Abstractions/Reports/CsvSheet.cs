using System.Text;

namespace CivicTech.Reports;

/// <summary>Comma-separated values (RFC 4180).</summary>
internal static class CsvSheet
{
    // What begins a formula, also after a quote or in full width: OWASP, CSV injection.
    private const string BeginsFormula = "=+-@\t\r\n＝＋－＠";

    /// <summary>Writes a row; cells are quoted where they must be.</summary>
    internal static void Row(StringBuilder text, params IEnumerable<string> cells) => text
        .AppendJoin(',', cells.Select(cell => cell.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell))
        .Append("\r\n");

    /// <summary>A text of somebody's that a spreadsheet takes for no formula.</summary>
    internal static string Harmless(string? text) => text is null or "" || !BeginsFormula.Contains(text[0]) ? text ?? "" : "'" + text;
}
