using System.Text;

namespace Agreement.Reporting;

/// <summary>Rows of cells under each other. Names from files belong in the last column: how wide they are shown nobody knows.</summary>
/// <param name="rightAligned">Which columns are aligned to the right.</param>
internal sealed class TextTable(params int[] rightAligned)
{
    private readonly List<string[]> _rows = [];

    internal void Add(params string[] cells) => _rows.Add(cells);

    public override string ToString()
    {
        var widths = new int[_rows.Max(row => row.Length)];
        foreach (var row in _rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                widths[i] = Math.Max(widths[i], row[i].Length);
            }
        }

        var text = new StringBuilder();
        foreach (var row in _rows)
        {
            var cells = row.Select((cell, i) => rightAligned.Contains(i) ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]));
            text.Append("  ").Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }
}
