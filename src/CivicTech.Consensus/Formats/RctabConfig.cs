using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace CivicTech.Consensus.Formats;

/// <summary>
/// A configuration file of RCTab, the tabulator of ranked-choice elections of Bright Spots: contest, candidates, rules, and where the cast
/// vote records are.
/// </summary>
/// <remarks>
/// <para>What RCTab 2.0 refuses is refused as far as the file alone shows it; whether the cast vote records exist does not. Versions other
/// than 2.0 are read too. Unknown members are ignored, as RCTab ignores them.</para>
/// <para>Immutable and safe to share between threads. Source: ContestConfig.java and RawContestConfig.java of github.com/BrightSpots/rcv.</para>
/// </remarks>
public sealed class RctabConfig
{
    internal RctabConfig()
    {
    }

    /// <summary>The version of RCTab that the file was written for.</summary>
    public required string TabulatorVersion { get; init; }

    /// <summary>What the contest is called.</summary>
    public required string ContestName { get; init; }

    /// <summary>The day of the election as it is written; may be empty.</summary>
    public required string ContestDate { get; init; }

    /// <summary>Where the election is; may be empty.</summary>
    public required string ContestJurisdiction { get; init; }

    /// <summary>The office; may be empty.</summary>
    public required string ContestOffice { get; init; }

    /// <summary>Whether there are results for each precinct: then ballots must state theirs.</summary>
    public required bool TabulateByPrecinct { get; init; }

    /// <summary>Whether there are results for each batch: then ballots must state theirs.</summary>
    public required bool TabulateByBatch { get; init; }

    /// <summary>The files of cast vote records: at least one.</summary>
    public required ImmutableArray<RctabCvrSource> CvrFileSources { get; init; }

    /// <summary>The declared candidates: at least one that is not excluded.</summary>
    public required ImmutableArray<RctabCandidate> Candidates { get; init; }

    /// <summary>How the votes are counted.</summary>
    public required RctabRules Rules { get; init; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="BallotFormatException">It is not a configuration that RCTab accepts. The message names every member that is wrong.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static RctabConfig Read(string path) => Read(BallotContent.OfFile(path));

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">Read to its end; not closed.</param>
    /// <exception cref="BallotFormatException">It is not a configuration that RCTab accepts. The message names every member that is wrong.</exception>
    public static RctabConfig Read(Stream stream) => Read(BallotContent.OfStream(stream, "RCTab configuration"));

    /// <summary>Reads bytes.</summary>
    /// <param name="content">A whole file.</param>
    /// <exception cref="BallotFormatException">It is not a configuration that RCTab accepts. The message names every member that is wrong.</exception>
    public static RctabConfig Read(ReadOnlyMemory<byte> content) => Read(new BallotContent(content, "RCTab configuration"));

    /// <summary>Reads bytes without throwing for what they contain.</summary>
    /// <param name="content">A whole file.</param>
    /// <param name="config">The configuration, or null when it is not one that RCTab accepts.</param>
    /// <param name="problem">What is wrong, when there is no configuration: the place of the first member, the names of all.</param>
    public static bool TryRead(ReadOnlyMemory<byte> content, [NotNullWhen(true)] out RctabConfig? config, [NotNullWhen(false)] out BallotDiagnostic? problem) =>
        Attempt.Read(() => Read(content), out config, out problem);

    internal static RctabConfig Read(BallotContent content) => new RctabConfigReader(content).Read();
}
