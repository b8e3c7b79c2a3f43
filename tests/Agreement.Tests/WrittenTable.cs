using System.Globalization;
using System.Text;

namespace Agreement.Tests;

/// <summary>A random table of ratings, written in one of the ways in which programs write it, with the place of every cell.</summary>
internal sealed class WrittenTable
{
    private static readonly string[] Words =
        ["Bus", "کتاب‌خانه", "Médiathèque", "a,b", "c;d", "tab\there", "say \"hi\"", "two\nlines", "two\r\nlines", "\"", "'", "#1", "=1+1", "é", "\U0001F333 trees", "-1x", "NA?"];

    private readonly SplitMix64 _random;
    private readonly StringBuilder _text = new();
    private readonly char _separator;
    private readonly string _lineEnd;
    private int _line = 1;
    private int _column = 1;

    internal WrittenTable(ulong seed, (int Row, int Column)? spoilt = null)
    {
        _random = new(seed);
        _separator = _random.Pick<char>([',', ';', '\t']);
        _lineEnd = _random.Pick<string>(["\n", "\r\n", "\r"]);
        Items = Names(_random.Between(1, 6), "item");
        Raters = Names(_random.Between(1, 6), "rater");
        Values = new double[Raters.Length, Items.Length];
        Write(spoilt);
    }

    internal string[] Raters { get; }

    internal string[] Items { get; }

    internal double[,] Values { get; }

    internal string Text => _text.ToString();

    /// <summary>Line and column of the spoilt cell.</summary>
    internal (int Line, int Column) Spoilt { get; private set; }

    private void Write((int Row, int Column)? spoilt)
    {
        Blank();
        Cell("rater", isLast: false);
        Row(Items);
        for (var rater = 0; rater < Raters.Length; rater++)
        {
            Blank();
            Cell(Raters[rater], isLast: false);
            var cells = new string[Items.Length];
            for (var item = 0; item < Items.Length; item++)
            {
                (Values[rater, item], cells[item]) = Rating();
                if (spoilt is var (row, column) && row % Raters.Length == rater && column % Items.Length == item)
                {
                    cells[item] = "spoilt";
                }
            }

            Row(cells);
        }
    }

    private (double Value, string Text) Rating()
    {
        if (_random.OneIn(6))
        {
            return (double.NaN, _random.Pick<string>(["", "NA", "-"]));
        }

        var value = _random.Between(-40, 40) / 8.0;
        return (value, value.ToString(_random.Pick<string>(["R", "0.000", "E"]), CultureInfo.InvariantCulture));
    }

    private string[] Names(int count, string noun) =>
        [.. Enumerable.Range(1, count).Select(number => _random.OneIn(2) ? FormattableString.Invariant($"{noun} {number}") : FormattableString.Invariant($"{_random.Pick(Words)} {number}"))];

    private void Row(string[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] == "spoilt")
            {
                Spoilt = (_line, _column);
            }

            Cell(cells[i], isLast: i + 1 == cells.Length);
        }
    }

    private void Blank()
    {
        if (_random.OneIn(4))
        {
            Put(_lineEnd);
        }
    }

    private void Cell(string text, bool isLast)
    {
        var mustQuote = text.AsSpan().IndexOfAny(['"', '\r', '\n', _separator]) >= 0;
        var space = _random.OneIn(5) ? " " : "";
        Put(space);
        Put(mustQuote || _random.OneIn(5) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text);
        Put(_random.OneIn(5) ? " " : "");
        Put(isLast ? _lineEnd : _separator.ToString());
    }

    private void Put(string text)
    {
        _text.Append(text);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        _line += lines.Length - 1;
        _column = lines.Length > 1 ? lines[^1].Length + 1 : _column + text.Length;
    }
}
