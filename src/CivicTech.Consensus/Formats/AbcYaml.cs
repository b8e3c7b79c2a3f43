using System.Diagnostics.CodeAnalysis;

namespace CivicTech.Consensus.Formats;

/// <summary>
/// Reads approval elections of the Python package abcvoting (<c>.abc.yaml</c>): the keys <c>profile</c>, <c>num_cand</c>,
/// <c>committeesize</c>, <c>voter_weights</c> and <c>description</c>; <c>compute</c> is passed over.
/// </summary>
/// <remarks>
/// Candidates are called by their numbers from 0. Without <c>num_cand</c> there are as many as the profile names; without
/// <c>committeesize</c> there is one seat. Weights count as voters and must be whole. Of YAML only the shape of these files is read.
/// Source: M. Lackner, P. Regner, B. Krenn: abcvoting, JOSS 2023.
/// </remarks>
public static class AbcYaml
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="BallotFormatException">The file departs from the format. Nothing is half-read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ContestReading Read(string path) => Read(BallotContent.OfFile(path));

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">Read to its end; not closed.</param>
    /// <exception cref="BallotFormatException">The content departs from the format. Nothing is half-read.</exception>
    public static ContestReading Read(Stream stream) => Read(BallotContent.OfStream(stream, "abcvoting instance"));

    /// <summary>Reads bytes.</summary>
    /// <param name="content">A whole file.</param>
    /// <exception cref="BallotFormatException">The content departs from the format. Nothing is half-read.</exception>
    public static ContestReading Read(ReadOnlyMemory<byte> content) => Read(new BallotContent(content, "abcvoting instance"));

    /// <summary>Reads bytes without throwing for what they contain.</summary>
    /// <param name="content">A whole file.</param>
    /// <param name="reading">The contest, or null when the content departs from the format.</param>
    /// <param name="problem">What is wrong and where, when there is no contest.</param>
    public static bool TryRead(ReadOnlyMemory<byte> content, [NotNullWhen(true)] out ContestReading? reading, [NotNullWhen(false)] out BallotDiagnostic? problem) =>
        Attempt.Read(() => Read(content), out reading, out problem);

    internal static ContestReading Read(BallotContent content) => new AbcYamlReader(content).Read();
}
