using System.Diagnostics.CodeAnalysis;
using CivicTech.Consensus.Tallying;

namespace CivicTech.Consensus.Formats;

/// <summary>
/// Reads and writes BLT files, the ballot files of STV programs: numbers of candidates and seats, one line for each group of equal ballots,
/// then names.
/// </summary>
/// <remarks>
/// <para>Read are also <c>-n</c> and <c>[withdrawn …]</c>, <c>[nick …]</c>, <c>[tie …]</c>, <c>[undeclared n]</c>, <c>[droop …]</c> (kept as
/// text), equal ranks <c>a=b</c>, skipped ranks <c>-</c>, ballots with a name <c>(id)</c> in place of a number, comments <c># …</c> and
/// <c>/* … */</c>, and source and comment behind the title. Empty ballots count as ballots.</para>
/// <para>Source: B. A. Wichmann, Voting matters 3 (1994); the extensions are those of the programs droop and stv-rs.</para>
/// </remarks>
public static class Blt
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="BallotFormatException">The file departs from the format. Nothing is half-read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ContestReading Read(string path) => Read(BallotContent.OfFile(path));

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">Read to its end; not closed.</param>
    /// <exception cref="BallotFormatException">The content departs from the format. Nothing is half-read.</exception>
    public static ContestReading Read(Stream stream) => Read(BallotContent.OfStream(stream, "BLT ballots"));

    /// <summary>Reads bytes.</summary>
    /// <param name="content">A whole file.</param>
    /// <exception cref="BallotFormatException">The content departs from the format. Nothing is half-read.</exception>
    public static ContestReading Read(ReadOnlyMemory<byte> content) => Read(new BallotContent(content, "BLT ballots"));

    /// <summary>Reads bytes without throwing for what they contain.</summary>
    /// <param name="content">A whole file.</param>
    /// <param name="reading">The contest, or null when the content departs from the format.</param>
    /// <param name="problem">What is wrong and where, when there is no contest.</param>
    public static bool TryRead(ReadOnlyMemory<byte> content, [NotNullWhen(true)] out ContestReading? reading, [NotNullWhen(false)] out BallotDiagnostic? problem) =>
        Attempt.Read(() => Read(content), out reading, out problem);

    /// <summary>Writes a contest.</summary>
    /// <param name="contest">Ranked ballots. Its batches are not written.</param>
    /// <returns>A file in UTF-8 that is read back as the same contest.</returns>
    /// <exception cref="ArgumentException">The format has no place for all of it.</exception>
    public static byte[] Write(Contest contest)
    {
        ArgumentNullException.ThrowIfNull(contest);
        return BltWriter.Write(contest);
    }

    internal static ContestReading Read(BallotContent content) => new BltReader(content).Read();
}
