using System.Globalization;
using CivicTech.Samples;
using CsvHelper;
using CsvHelper.Configuration;

namespace Agreement.Reading;

/// <summary>The lines of a CSV text as cells, each of which knows its place.</summary>
internal sealed class CsvRows : IDisposable
{
    private readonly string _source;
    private readonly string _text;
    private readonly char _separator;
    private readonly CsvParser _parser;
    private Range _row;
    private bool _hasBadQuote;

    internal CsvRows(string source, string text)
    {
        _source = source;
        _text = text;
        _separator = CsvSeparator.Of(text);
        _parser = new(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = _separator.ToString(),
            TrimOptions = TrimOptions.Trim,
            BadDataFound = _ => _hasBadQuote = true,
        });
    }

    /// <summary>The cells of the present row, without space around them, each in one line.</summary>
    internal string[] Cells { get; private set; } = [];

    /// <summary>The line in which the present row begins, from 1: a quoted cell may hold line breaks.</summary>
    internal int Line { get; private set; } = 1;

    public void Dispose() => _parser.Dispose();

    /// <summary>Goes to the next row that holds any text.</summary>
    /// <exception cref="InputException">Quotation marks are not as they should be.</exception>
    internal bool Read()
    {
        while (_parser.Read())
        {
            Place();
            var cells = new string[_parser.Count];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = _parser[i].ReplaceLineEndings(" ").Trim();
                if (_hasBadQuote)
                {
                    throw Fail(
                        i,
                        "a quotation mark is not closed, or stands inside a cell: expected marks around the whole cell, and two for one inside.");
                }
            }

            if (Array.Exists(cells, cell => cell.Length > 0))
            {
                Cells = cells;
                return true;
            }
        }

        return false;
    }

    /// <summary>What is wrong with a cell of the present row; one past the end is the end of the row.</summary>
    internal InputException Fail(int cell, string message) => new($"{PlaceOf(cell)}: {message}");

    /// <summary><c>file:line:column</c> of a cell of the present row.</summary>
    internal string PlaceOf(int cell)
    {
        var (lines, column) = CellPlace.In(_text.AsSpan(_row), cell, _separator);
        return InputException.Place(_source, Line + lines, column);
    }

    // The parser's own count of lines is that of the line in which the row ends.
    private void Place()
    {
        var end = (int)_parser.CharCount;
        var start = end - _parser.RawRecord.Length;
        Line += CellPlace.LineBreaks(_text.AsSpan(_row.Start.Value..start));
        _row = start..end;
    }
}
