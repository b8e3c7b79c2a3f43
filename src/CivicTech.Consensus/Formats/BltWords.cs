namespace CivicTech.Consensus.Formats;

/// <summary>The words of a BLT file: between blanks, with comments left out (<c># …</c> to the end of the line, <c>/* … */</c> nested).</summary>
internal sealed class BltWords(BallotContent content)
{
    /// <summary>Where the next word, or the blanks before it, begin.</summary>
    internal int At { get; set; }

    /// <summary>Moves to the beginning of the next word; false at the end of the file.</summary>
    internal bool Skip()
    {
        var text = content.Span;
        while (At < text.Length)
        {
            if (IsBlank(text[At]))
            {
                At++;
            }
            else if (text[At] == '#')
            {
                At = content.EndOfLine(At);
            }
            else if (text[At..].StartsWith("/*"u8))
            {
                SkipComment(text);
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The next word.</summary>
    /// <exception cref="BallotFormatException">The file ends.</exception>
    internal (int Start, int Length) Next(string expected)
    {
        if (!Skip())
        {
            throw content.Error(content.Length, $"the file ends; expected {expected}");
        }

        var text = content.Span;
        var start = At;
        while (At < text.Length && !IsBlank(text[At]))
        {
            At++;
        }

        return (start, At - start);
    }

    /// <summary>A text in quotes. A quote mark within it is part of it, unless the line ends there or the next text or a comment follows.</summary>
    /// <exception cref="BallotFormatException">There is none.</exception>
    internal (int Start, string Text) NextQuoted(string expected)
    {
        if (!Skip() || content.Span[At] != '"')
        {
            throw content.Error(At, $"expected {expected} in quotes");
        }

        var text = content.Span;
        var start = At;
        for (var i = start + 1; i < text.Length && text[i] != '\n'; i++)
        {
            if (text[i] == '"' && EndsText(text, i + 1))
            {
                At = i + 1;
                return (start, content.Text(start + 1, i - start - 1));
            }
        }

        throw content.Error(start, $"the quotes are not closed on this line; expected {expected} in quotes");
    }

    internal static bool IsBlank(byte one) => one is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r';

    private static bool EndsText(ReadOnlySpan<byte> text, int at)
    {
        var isApart = false;
        while (at < text.Length && IsBlank(text[at]))
        {
            if (text[at] == '\n')
            {
                return true;
            }

            isApart = true;
            at++;
        }

        return at == text.Length || (isApart && (text[at] is (byte)'"' or (byte)'#' || text[at..].StartsWith("/*"u8)));
    }

    private void SkipComment(ReadOnlySpan<byte> text)
    {
        var start = At;
        var depth = 0;
        while (At < text.Length)
        {
            if (text[At..].StartsWith("/*"u8))
            {
                depth++;
                At += 2;
            }
            else if (text[At..].StartsWith("*/"u8))
            {
                At += 2;
                if (--depth == 0)
                {
                    return;
                }
            }
            else
            {
                At++;
            }
        }

        throw content.Error(start, "the comment is not closed; expected */");
    }
}
