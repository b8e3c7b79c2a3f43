namespace Agreement.Reading;

/// <summary>Where a cell stands in the text of its row: the parser does not say, and it is asked only when something is wrong.</summary>
internal static class CellPlace
{
    /// <summary>How many lines below the first a cell begins, and at which character of its line, from 1.</summary>
    internal static (int Lines, int Column) In(ReadOnlySpan<char> row, int cell, char separator)
    {
        var start = 0;
        for (var passed = 0; passed < cell && start < row.Length; passed++)
        {
            start = EndOf(row, start, separator) + 1;
        }

        // One past the end is the end.
        var before = row[..Math.Min(start, row.TrimEnd("\r\n").Length)];
        return (LineBreaks(before), before.Length - before.LastIndexOfAny('\r', '\n'));
    }

    /// <summary>How often a text goes to a new line.</summary>
    internal static int LineBreaks(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            count += text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')) ? 1 : 0;
        }

        return count;
    }

    // The separator that ends the cell, or the end of the row.
    private static int EndOf(ReadOnlySpan<char> row, int start, char separator)
    {
        var isQuoted = false;
        for (var i = start; i < row.Length; i++)
        {
            if (row[i] == '"' && (isQuoted || row[start..i].IsWhiteSpace()))
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && row[i] == separator)
            {
                return i;
            }
        }

        return row.Length;
    }
}
