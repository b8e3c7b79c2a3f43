namespace Agreement.Reading;

/// <summary>What separates the cells of a CSV text: programs write commas, semicolons where the comma is decimal, or tabs.</summary>
internal static class CsvSeparator
{
    /// <summary>The first comma, semicolon or tab of the first line that is not inside quotation marks; a comma when there is none.</summary>
    internal static char Of(string text)
    {
        var isQuoted = false;
        foreach (var c in text.AsSpan().TrimStart("\r\n "))
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && c is ',' or ';' or '\t')
            {
                return c;
            }
            else if (!isQuoted && c is '\r' or '\n')
            {
                break;
            }
        }

        return ',';
    }
}
