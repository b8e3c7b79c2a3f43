namespace Agreement.Reading;

/// <summary>Names that must be there and differ.</summary>
/// <param name="noun">What bears them.</param>
internal sealed class NameList(string noun)
{
    private readonly Dictionary<string, (int Line, int Cell)> _first = new(StringComparer.Ordinal);

    internal List<string> Names { get; } = [];

    /// <summary>Adds the name in a cell of the present row.</summary>
    internal void Add(CsvRows rows, int cell)
    {
        var name = rows.Cells[cell];
        if (name.Length == 0)
        {
            throw rows.Fail(cell, $"the cell is empty: expected the name of the {noun}.");
        }

        if (!_first.TryAdd(name, (rows.Line, cell)))
        {
            var (line, place) = _first[name];
            var first = line == rows.Line ? $"at {rows.PlaceOf(place)}" : $"in line {line}";
            throw rows.Fail(cell, $"the {noun} {CellValue.Shown(name)} is named twice: first {first}.");
        }

        Names.Add(name);
    }
}
