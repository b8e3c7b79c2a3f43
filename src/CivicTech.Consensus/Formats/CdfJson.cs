using System.Diagnostics.CodeAnalysis;
using CivicTech.Consensus.Tallying;

namespace CivicTech.Consensus.Formats;

/// <summary>
/// Reads and writes cast vote records in the NIST common data format, version 1.0, as JSON (SP 1500-103): the report holds elections with
/// their contests, and a record for each ballot with one or more snapshots of it.
/// </summary>
/// <remarks>
/// <para>Of each record the current snapshot counts. A mark counts unless <c>HasIndication</c> or <c>IsAllocable</c> says no; what needs
/// adjudication is left out, with a remark. Ranks stand on the selection or on its positions. Records without the contest are other ballot
/// papers and are no ballots of it. All write-ins are one entry. Several candidates at one rank are kept there.</para>
/// <para>A contest without ranks gives approvals, or points where <c>NumberVotes</c> gives one candidate several votes; ballots with more
/// votes than <c>VotesAllowed</c> are empty.</para>
/// </remarks>
public static class CdfJson
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="BallotFormatException">The file departs from the format. Nothing is half-read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ContestReading Read(string path) => Read(BallotContent.OfFile(path));

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">Read to its end; not closed.</param>
    /// <exception cref="BallotFormatException">The content departs from the format. Nothing is half-read.</exception>
    public static ContestReading Read(Stream stream) => Read(BallotContent.OfStream(stream, "cast vote records"));

    /// <summary>Reads bytes.</summary>
    /// <param name="content">A whole file.</param>
    /// <exception cref="BallotFormatException">The content departs from the format. Nothing is half-read.</exception>
    public static ContestReading Read(ReadOnlyMemory<byte> content) => Read(new BallotContent(content, "cast vote records"));

    /// <summary>Reads bytes without throwing for what they contain.</summary>
    /// <param name="content">A whole file.</param>
    /// <param name="reading">The contest, or null when the content departs from the format.</param>
    /// <param name="problem">What is wrong and where, when there is no contest.</param>
    public static bool TryRead(ReadOnlyMemory<byte> content, [NotNullWhen(true)] out ContestReading? reading, [NotNullWhen(false)] out BallotDiagnostic? problem) =>
        Attempt.Read(() => Read(content), out reading, out problem);


    /// <summary>Reads a file of which a part is wanted.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which contest, which snapshot.</param>
    /// <exception cref="BallotFormatException">The file departs from the format. Nothing is half-read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ContestReading Read(string path, CdfReadOptions options) => Read(BallotContent.OfFile(path), options);

    /// <summary>Reads bytes of which a part is wanted.</summary>
    /// <param name="content">A whole file.</param>
    /// <param name="options">Which contest, which snapshot.</param>
    /// <exception cref="BallotFormatException">The content departs from the format. Nothing is half-read.</exception>
    public static ContestReading Read(ReadOnlyMemory<byte> content, CdfReadOptions options) => Read(new BallotContent(content, "cast vote records"), options);

    /// <summary>Writes a contest: a report of one election and one contest, a record with one snapshot for each ballot.</summary>
    /// <param name="contest">Ranked or approval ballots. Its batches are not written.</param>
    /// <param name="generatedAt">When the report is made; the format wants it.</param>
    /// <returns>A file in UTF-8 that is read back as the same contest. Its length grows with the ballots, not with the different ones.</returns>
    /// <exception cref="ArgumentException">The format has no place for all of it.</exception>
    public static byte[] Write(Contest contest, DateTimeOffset generatedAt)
    {
        ArgumentNullException.ThrowIfNull(contest);
        return CdfWriter.Write(contest, generatedAt);
    }

    internal static ContestReading Read(BallotContent content) => Read(content, CdfReadOptions.Default);

    private static ContestReading Read(BallotContent content, CdfReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new CdfContest(content, options).Read();
    }
}
