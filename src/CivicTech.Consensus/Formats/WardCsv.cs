using System.Diagnostics.CodeAnalysis;

namespace CivicTech.Consensus.Formats;

/// <summary>
/// Reads tables of Scottish council wards: a line <c>candidates,seats</c>, lines <c>count,preference,preference,…</c>, then a line for each
/// candidate and one with the name of the ward.
/// </summary>
/// <remarks>Source: the collection scot-elex of election results (Metric Geometry and Gerrymandering Group). Parties are attributes.</remarks>
public static class WardCsv
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="BallotFormatException">The file departs from the format. Nothing is half-read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ContestReading Read(string path) => Read(BallotContent.OfFile(path));

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">Read to its end; not closed.</param>
    /// <exception cref="BallotFormatException">The content departs from the format. Nothing is half-read.</exception>
    public static ContestReading Read(Stream stream) => Read(BallotContent.OfStream(stream, "ward table"));

    /// <summary>Reads bytes.</summary>
    /// <param name="content">A whole file.</param>
    /// <exception cref="BallotFormatException">The content departs from the format. Nothing is half-read.</exception>
    public static ContestReading Read(ReadOnlyMemory<byte> content) => Read(new BallotContent(content, "ward table"));

    /// <summary>Reads bytes without throwing for what they contain.</summary>
    /// <param name="content">A whole file.</param>
    /// <param name="reading">The contest, or null when the content departs from the format.</param>
    /// <param name="problem">What is wrong and where, when there is no contest.</param>
    public static bool TryRead(ReadOnlyMemory<byte> content, [NotNullWhen(true)] out ContestReading? reading, [NotNullWhen(false)] out BallotDiagnostic? problem) =>
        Attempt.Read(() => Read(content), out reading, out problem);


    internal static ContestReading Read(BallotContent content) => new WardCsvReader(content).Read();
}
