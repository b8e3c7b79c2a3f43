using System.Collections.Immutable;
using CivicTech.Consensus.Tallying;

namespace CivicTech.Consensus.Formats;

/// <summary>A contest that was read from a file, and what the file says besides.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class ContestReading
{
    internal ContestReading(BallotFileFormat format, Contest contest)
    {
        Format = format;
        Contest = contest;
    }

    /// <summary>The format that the file was read as.</summary>
    public BallotFileFormat Format { get; }

    /// <summary>The contest. Its <see cref="Contest.Batches"/> hold the file with its SHA-256 and the number of its ballots.</summary>
    public Contest Contest { get; }

    /// <summary>
    /// All candidates in the order that the file states for breaking ties (BLT <c>[tie …]</c>, or the order of candidates in an RCTab
    /// configuration); empty where it states none. No rule looks at it by itself: hand it to a published order of ties.
    /// </summary>
    public ImmutableArray<string> TieOrder { get; internal init; } = [];

    /// <summary>What else the file says, by the name it has there; empty for most.</summary>
    public ImmutableSortedDictionary<string, string> Attributes { get; internal init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Unusual places of the file and what was made of them: at most 100.</summary>
    public ImmutableArray<BallotDiagnostic> Remarks { get; internal init; } = [];
}
