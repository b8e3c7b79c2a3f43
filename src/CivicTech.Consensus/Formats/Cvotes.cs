using System.Diagnostics.CodeAnalysis;
using CivicTech.Consensus.Tallying;

namespace CivicTech.Consensus.Formats;

/// <summary>
/// Reads and writes the Condorcet Election Format (<c>.cvotes</c>): parameters <c>#/Candidates: A ; B</c>, then one ranking a line, such as
/// <c>tag || A > B = C ^2 * 5</c>.
/// </summary>
/// <remarks>
/// <para>Weights count only where <c>#/Weight Allowed: true</c> stands; then a ballot of weight 7 counts as 7 voters. Candidates that are not
/// in the list are left out of rankings, with a remark. Without a list, the candidates are those of the votes, in ordinal order of their
/// names. Without <c>#/Number of Seats</c> there is one seat (the format says 100). <c>/EMPTY_RANKING/</c> is an empty ballot.</para>
/// <para>Ballots keep what voters wrote: candidates that a line does not rank stay unranked. Rules here place them below all others, tied,
/// which is what <c>#/Implicit Ranking: true</c> means. With <c>false</c> the format wants them compared with nobody; a remark and the
/// attribute say so.</para>
/// <para>Source: github.com/CondorcetVote/CondorcetElectionFormat, version 1.</para>
/// </remarks>
public static class Cvotes
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="BallotFormatException">The file departs from the format. Nothing is half-read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ContestReading Read(string path) => Read(BallotContent.OfFile(path));

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">Read to its end; not closed.</param>
    /// <exception cref="BallotFormatException">The content departs from the format. Nothing is half-read.</exception>
    public static ContestReading Read(Stream stream) => Read(BallotContent.OfStream(stream, "cvotes ballots"));

    /// <summary>Reads bytes.</summary>
    /// <param name="content">A whole file.</param>
    /// <exception cref="BallotFormatException">The content departs from the format. Nothing is half-read.</exception>
    public static ContestReading Read(ReadOnlyMemory<byte> content) => Read(new BallotContent(content, "cvotes ballots"));

    /// <summary>Reads bytes without throwing for what they contain.</summary>
    /// <param name="content">A whole file.</param>
    /// <param name="reading">The contest, or null when the content departs from the format.</param>
    /// <param name="problem">What is wrong and where, when there is no contest.</param>
    public static bool TryRead(ReadOnlyMemory<byte> content, [NotNullWhen(true)] out ContestReading? reading, [NotNullWhen(false)] out BallotDiagnostic? problem) =>
        Attempt.Read(() => Read(content), out reading, out problem);

    /// <summary>Writes a contest.</summary>
    /// <param name="contest">Ranked ballots without skipped ranks. Its title and batches are not written.</param>
    /// <returns>A file in UTF-8 that is read back as the same contest.</returns>
    /// <exception cref="ArgumentException">The format has no place for all of it.</exception>
    public static byte[] Write(Contest contest)
    {
        ArgumentNullException.ThrowIfNull(contest);
        return CvotesWriter.Write(contest);
    }

    internal static ContestReading Read(BallotContent content) => new CvotesReader(content).Read();
}
