namespace ExpertPanel;

/// <summary>A small table: columns of figures stand to the right, columns without a text are left out.</summary>
internal sealed class Columns(params string[] header)
{
    private readonly List<string[]> _rows = [];

    internal void Add(params string[] cells) => _rows.Add(cells);

    internal IEnumerable<string> Lines()
    {
        var shown = header.Select((_, column) => _rows.Exists(row => row[column].Length > 0)).ToArray();
        var widths = header.Select((title, column) => _rows.Max(row => Math.Max(title.Length, row[column].Length))).ToArray();
        var figures = header.Select((_, column) => _rows.All(row => row[column] is "" or ['-' or '<', ..] or [>= '0' and <= '9', ..])).ToArray();
        return _rows.Prepend(header).Select(row =>
            string.Join("  ", row.Select((cell, column) => figures[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column])).Where((_, column) => shown[column])).TrimEnd());
    }
}
