using System.Text;

namespace CivicTech.Consensus.Formats;

/// <summary>Records of a table of values separated by commas (RFC 4180): cells may be in quotes and hold commas, doubled quotes and newlines.</summary>
internal sealed class CsvRecords(BallotContent content)
{
    private readonly List<(int Start, int Length, bool IsQuoted)> _cells = [];

    /// <summary>Where the next record begins.</summary>
    internal int At { get; set; }

    internal bool IsAtEnd => At >= content.Length;

    /// <summary>How many cells the record has.</summary>
    internal int Count => _cells.Count;

    /// <summary>Where a cell begins; behind the last, where the record ends.</summary>
    internal int PlaceOf(int cell) => cell < Count ? _cells[cell].Start : _cells[^1].Start + _cells[^1].Length;

    internal string Text(int cell)
    {
        if (cell >= Count)
        {
            return "";
        }

        var (start, length, isQuoted) = _cells[cell];
        var raw = content.Span.Slice(start, length);
        return isQuoted ? Encoding.UTF8.GetString(raw[1..^1]).Replace("\"\"", "\"", StringComparison.Ordinal) : Encoding.UTF8.GetString(raw);
    }

    /// <summary>The bytes of a cell that is not in quotes; of one that is, with its quotes.</summary>
    internal ReadOnlySpan<byte> Raw(int cell) => content.Span.Slice(_cells[cell].Start, _cells[cell].Length);

    /// <summary>Whether the record is a line without content.</summary>
    internal bool IsBlank => Count == 1 && content.Span.Slice(_cells[0].Start, _cells[0].Length).IndexOfAnyExcept((byte)' ', (byte)'\t') < 0;

    /// <summary>Reads the record at <see cref="At"/> and moves behind it.</summary>
    /// <exception cref="BallotFormatException">A cell in quotes is not closed, or goes on behind them.</exception>
    internal void Read()
    {
        _cells.Clear();
        var text = content.Span;
        while (true)
        {
            var start = At;
            if (start < text.Length && text[start] == '"')
            {
                At = EndOfQuotes(text, start);
                _cells.Add((start, At - start, true));
                if (At + 1 < text.Length && text[At] == '\r' && text[At + 1] == '\n')
                {
                    At++;
                }

                if (At < text.Length && text[At] is not ((byte)',' or (byte)'\n'))
                {
                    throw content.Error(At, "expected a comma or the end of the line behind the closing quote");
                }
            }
            else
            {
                var length = text[start..].IndexOfAny((byte)',', (byte)'\n');
                At = length < 0 ? text.Length : start + length;
                var isReturn = At > start && text[At - 1] == '\r' && (At == text.Length || text[At] == '\n');
                _cells.Add((start, At - start - (isReturn ? 1 : 0), false));
            }

            if (At >= text.Length || text[At++] == '\n')
            {
                return;
            }
        }
    }

    private int EndOfQuotes(ReadOnlySpan<byte> text, int start)
    {
        var at = start + 1;
        while (text[at..].IndexOf((byte)'"') is >= 0 and var length)
        {
            at += length + 1;
            if (at == text.Length || text[at] != '"')
            {
                return at;
            }

            at++;
        }

        throw content.Error(start, "the quotes of this cell are not closed");
    }
}
