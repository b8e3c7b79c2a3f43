using System.Globalization;

namespace CivicTech.Budgeting.Formats;

/// <summary>Something that a Pabulib file should not contain, and what reading made of it.</summary>
/// <param name="Code">A stable name of the kind of fault, such as <c>unknown-project</c>.</param>
/// <param name="Line">Where it is, counted from 1; 0 when it concerns the file as a whole.</param>
/// <param name="Column">The character in that line, counted from 1; 0 when it concerns the line as a whole.</param>
/// <param name="Message">What was found, what was expected, and what was done about it.</param>
public sealed record PabulibDiagnostic(string Code, long Line, int Column, string Message)
{
    /// <summary>Place, message and code.</summary>
    public override string ToString() => Place(Line, Column) + $"{Message} [{Code}]";

    internal static string Place(long line, int column) => (line, column) switch
    {
        (0, _) => "",
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"line {line}: "),
        _ => string.Create(CultureInfo.InvariantCulture, $"line {line}, column {column}: "),
    };
}
