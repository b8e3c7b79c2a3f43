using System.Text;

namespace CivicTech.Budgeting.Formats;

/// <summary>One record of a document: the bytes it was read from, until a cell is changed.</summary>
internal sealed class PabulibRow
{
    private readonly byte[] _content;
    private readonly int _start;
    private readonly int _length;
    private readonly int _end;

    // The bytes of cells as they are written, with their quotes; null as long as nothing is changed.
    private List<byte[]>? _written;

    internal PabulibRow(byte[] content, int start, int length, int end)
    {
        _content = content;
        _start = start;
        _length = length;
        _end = end;
    }

    /// <summary>A row that was not read.</summary>
    internal PabulibRow(IEnumerable<string> cells)
        : this([(byte)'\n'], 0, 0, 1)
    {
        _written = [.. cells.Select(Encode)];
    }

    private ReadOnlySpan<byte> Newline => _content.AsSpan(_start + _length, _end - _start - _length);

    internal int Count => Cells().Count;

    internal string Text(int cell) => Cells() is var cells && cell < cells.Count ? cells.Text(cell) : "";

    internal void Set(int cell, string value)
    {
        _written ??= Split();
        while (_written.Count <= cell)
        {
            _written.Add([]);
        }

        _written[cell] = Encode(value);
    }

    /// <summary>Gives the last line of a file the newline that it needs before another one.</summary>
    internal PabulibRow EndLine()
    {
        if (_end > _start + _length)
        {
            return this;
        }

        _written ??= Split();
        return new PabulibRow([(byte)'\n'], 0, 0, 1) { _written = _written };
    }

    internal void Write(Stream stream)
    {
        if (_written is null)
        {
            stream.Write(_content, _start, _end - _start);
            return;
        }

        stream.Write(Join(_written));
        stream.Write(Newline);
    }

    private PabulibCells Cells()
    {
        var cells = new PabulibCells();
        cells.Split(_written is null ? _content.AsSpan(_start, _length) : Join(_written), line: 0);
        return cells;
    }

    private List<byte[]> Split()
    {
        var cells = Cells();
        return [.. Enumerable.Range(0, cells.Count).Select(cell => cells.Written(cell).ToArray())];
    }

    private static byte[] Join(List<byte[]> cells) => [.. cells.SelectMany((cell, i) => i == 0 ? cell : cell.Prepend((byte)';'))];

    private static byte[] Encode(string value) => Encoding.UTF8.GetBytes(Quote(value));

    /// <summary>A cell as it is written.</summary>
    internal static string Quote(string value) => value.AsSpan().IndexOfAny(";\"\r\n") < 0 && value.Trim() == value
        ? value
        : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
