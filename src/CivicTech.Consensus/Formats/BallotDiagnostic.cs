using System.Globalization;

namespace CivicTech.Consensus.Formats;

/// <summary>Something about a ballot file that its reader has to say: why it is refused, or what a reading made of an unusual place.</summary>
/// <param name="Line">Where it is, counted from 1; 0 when it concerns the file as a whole.</param>
/// <param name="Column">The character in that line, counted from 1; 0 when it concerns the line as a whole.</param>
/// <param name="Message">What was found, and what was expected or done about it.</param>
public sealed record BallotDiagnostic(long Line, int Column, string Message)
{
    /// <summary>Place and message.</summary>
    public override string ToString() => (Line, Column) switch
    {
        (0, _) => Message,
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"line {Line}: {Message}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"line {Line}, column {Column}: {Message}"),
    };
}
