using System.Text;

namespace CivicTech.Budgeting.Formats;

/// <summary>The cells of one record: parts between semicolons, with quotes taken off.</summary>
internal sealed class PabulibCells
{
    private readonly List<Cell> _cells = [];
    private byte[] _text = new byte[256];
    private byte[] _record = [];
    private int _recordLength;
    private long _line;

    internal int Count => _cells.Count;

    /// <summary>The cell's content in UTF-8: unquoted, not trimmed.</summary>
    internal ReadOnlySpan<byte> Bytes(int cell) => _text.AsSpan(_cells[cell].Start, _cells[cell].Length);

    /// <summary>The cell's content, without blanks around it.</summary>
    internal string Text(int cell) => Encoding.UTF8.GetString(Bytes(cell)).Trim();

    /// <summary>Whether the cell has blanks around it, or anything behind a closing quote.</summary>
    internal bool IsUntidy(int cell) => _cells[cell].IsUntidy || (Bytes(cell) is { Length: > 0 } bytes && (bytes[0] is (byte)' ' or (byte)'\t' || bytes[^1] is (byte)' ' or (byte)'\t'));

    /// <summary>The cell as it stands in the record, with its quotes.</summary>
    internal ReadOnlySpan<byte> Written(int cell) =>
        _record.AsSpan(_cells[cell].Offset..(cell + 1 < Count ? _cells[cell + 1].Offset - 1 : _recordLength));

    internal bool IsQuoted(int cell) => _cells[cell].IsQuoted;

    /// <summary>Whether no cell has content.</summary>
    internal bool IsBlank()
    {
        for (var i = 0; i < Count; i++)
        {
            if (IsQuoted(i) || Bytes(i).ContainsAnyExcept((byte)' ', (byte)'\t'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How many newlines the record holds in quoted cells, so far as counted from its start.</summary>
    internal int NewlinesIn(int length) => CountNewlines(_record.AsSpan(0, length));

    internal int Newlines => NewlinesIn(_recordLength);

    /// <summary>Line and character of a cell's beginning, or of the record's end if there is no such cell.</summary>
    internal (long Line, int Column) PlaceOf(int cell)
    {
        var offset = cell < Count ? _cells[cell].Offset : _recordLength;
        var before = _record.AsSpan(0, offset);
        var lineStart = before.LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
        return (_line + CountNewlines(before), Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    internal void Split(ReadOnlySpan<byte> record, long line)
    {
        _line = line;
        _cells.Clear();
        if (_text.Length < record.Length)
        {
            _text = new byte[record.Length * 2];
        }

        if (_record.Length < record.Length)
        {
            _record = new byte[record.Length * 2];
        }

        record.CopyTo(_record);
        _recordLength = record.Length;
        var used = 0;
        var position = 0;
        while (true)
        {
            position = SplitOne(record, position, ref used);
            if (position >= record.Length)
            {
                return;
            }

            position++;
            if (position == record.Length)
            {
                // The record ends with a separator: an empty cell.
                _cells.Add(new Cell(position, used, 0, false, false));
                return;
            }
        }
    }

    // Returns the place of the separator behind the cell, or the length of the record.
    private int SplitOne(ReadOnlySpan<byte> record, int offset, ref int used)
    {
        var start = used;
        var position = offset;
        var isQuoted = position < record.Length && record[position] == '"';
        var isUntidy = false;
        if (isQuoted)
        {
            position++;
            while (position < record.Length)
            {
                if (record[position] == '"')
                {
                    if (position + 1 >= record.Length || record[position + 1] != '"')
                    {
                        position++;
                        break;
                    }

                    position++;
                }

                _text[used++] = record[position++];
            }

            // What stands behind the closing quote belongs to the cell too.
            isUntidy = position < record.Length && record[position] != ';';
        }

        while (position < record.Length && record[position] != ';')
        {
            _text[used++] = record[position++];
        }

        _cells.Add(new Cell(offset, start, used - start, isQuoted, isUntidy));
        return position;
    }

    private static int CountNewlines(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == bytes.Length || bytes[i + 1] != '\n')))
            {
                count++;
            }
        }

        return count;
    }

    private readonly record struct Cell(int Offset, int Start, int Length, bool IsQuoted, bool IsUntidy);
}
