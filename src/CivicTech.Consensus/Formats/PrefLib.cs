using System.Diagnostics.CodeAnalysis;
using CivicTech.Consensus.Tallying;

namespace CivicTech.Consensus.Formats;

/// <summary>
/// Reads and writes PrefLib files: rankings (<c>.soc</c>, <c>.soi</c>, <c>.toc</c>, <c>.toi</c>) and categories (<c>.cat</c>), with the
/// headers of today (<c># ALTERNATIVE NAME 1: …</c>) or those of before 2022 (a line with the number of alternatives, a line for each, a
/// line of sums).
/// </summary>
/// <remarks>
/// <para>Rankings become ordinal ballots: alternatives in braces share a rank. Categories become graded ballots; the first category of the
/// file is the highest grade, and alternatives in no category have no grade. <see cref="ReadApprovals(ReadOnlyMemory{byte}, int)"/> takes the
/// first categories as approval. A file whose ballots are not as many as it declares is refused. The format has no seats: there is one.</para>
/// <para>Source: preflib.org/format; N. Mattei, T. Walsh: PrefLib, ADT 2013.</para>
/// </remarks>
public static class PrefLib
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="BallotFormatException">The file departs from the format. Nothing is half-read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ContestReading Read(string path) => Read(BallotContent.OfFile(path));

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">Read to its end; not closed.</param>
    /// <exception cref="BallotFormatException">The content departs from the format. Nothing is half-read.</exception>
    public static ContestReading Read(Stream stream) => Read(BallotContent.OfStream(stream, "PrefLib data"));

    /// <summary>Reads bytes.</summary>
    /// <param name="content">A whole file.</param>
    /// <exception cref="BallotFormatException">The content departs from the format. Nothing is half-read.</exception>
    public static ContestReading Read(ReadOnlyMemory<byte> content) => Read(new BallotContent(content, "PrefLib data"));

    /// <summary>Reads bytes without throwing for what they contain.</summary>
    /// <param name="content">A whole file.</param>
    /// <param name="reading">The contest, or null when the content departs from the format.</param>
    /// <param name="problem">What is wrong and where, when there is no contest.</param>
    public static bool TryRead(ReadOnlyMemory<byte> content, [NotNullWhen(true)] out ContestReading? reading, [NotNullWhen(false)] out BallotDiagnostic? problem) =>
        Attempt.Read(() => Read(content), out reading, out problem);

    /// <summary>Reads a file of categories as approvals.</summary>
    /// <param name="path">The file.</param>
    /// <param name="categories">How many categories, from the first, are approval: at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">No category would be approval.</exception>
    /// <exception cref="BallotFormatException">The file departs from the format, or holds rankings.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ContestReading ReadApprovals(string path, int categories) => PrefLibApprovals.Of(Read(path), categories);

    /// <summary>Reads bytes of categories as approvals.</summary>
    /// <param name="content">A whole file.</param>
    /// <param name="categories">How many categories, from the first, are approval: at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">No category would be approval.</exception>
    /// <exception cref="BallotFormatException">The content departs from the format, or holds rankings.</exception>
    public static ContestReading ReadApprovals(ReadOnlyMemory<byte> content, int categories) => PrefLibApprovals.Of(Read(content), categories);

    /// <summary>Writes a contest.</summary>
    /// <param name="contest">Ranked ballots without skipped ranks, or graded ballots. Its seats and batches are not written.</param>
    /// <returns>A file in UTF-8 that is read back as the same contest.</returns>
    /// <exception cref="ArgumentException">The format has no place for all of it.</exception>
    public static byte[] Write(Contest contest)
    {
        ArgumentNullException.ThrowIfNull(contest);
        return PrefLibWriter.Write(contest);
    }

    internal static ContestReading Read(BallotContent content) => new PrefLibReader(content).Read();
}
