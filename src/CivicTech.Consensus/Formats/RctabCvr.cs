using System.Diagnostics.CodeAnalysis;

namespace CivicTech.Consensus.Formats;

/// <summary>Reads the cast vote records of an RCTab configuration.</summary>
/// <remarks>
/// <para>Read are RCTab's generic table (provider <c>genericCsv</c>), the NIST common data format as JSON (provider <c>cdf</c>), and, for all
/// others, the normalised table that RCTab writes (<c>…_rctab_cvr.csv</c>).</para>
/// <para>The list of the contest holds the declared candidates in the order of the configuration; then <c>Undeclared Write-ins</c>
/// (<see cref="Tallying.Contest.WriteIns"/>) when a source has a label for
/// them or a ballot names somebody else; then <c>overvote</c>
/// (<see cref="Tallying.Contest.UnnamedOvervote"/>) when a ballot has an overvote without names. Excluded candidates are
/// <see cref="Tallying.Contest.Withdrawn"/>. Aliases are resolved; skipped ranks are kept; a cell with several names puts all of them at that
/// rank. The same entry twice at a rank is an overvote, as in RCTab. Marks beyond <see cref="RctabRules.MaxRankingsAllowed"/> are refused.</para>
/// </remarks>
public static class RctabCvr
{
    /// <summary>Reads a configuration and all cast vote records that it names.</summary>
    /// <param name="configPath">The configuration. Paths in it are relative to its folder; they may lead anywhere, so read only what you trust.</param>
    /// <exception cref="BallotFormatException">A file departs from its format, or has a format that is not read here.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ContestReading Read(string configPath)
    {
        ArgumentNullException.ThrowIfNull(configPath);
        var folder = Path.GetDirectoryName(Path.GetFullPath(configPath))!;
        return Read(RctabConfig.Read(configPath), source => BallotContent.OfFile(Path.Combine(folder, source.FilePath)));
    }

    /// <summary>Reads all cast vote records that a configuration names.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="contentOf">Gives the whole file of a source.</param>
    /// <exception cref="BallotFormatException">A file departs from its format, or has a format that is not read here.</exception>
    public static ContestReading Read(RctabConfig config, Func<RctabCvrSource, ReadOnlyMemory<byte>> contentOf)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(contentOf);
        return Read(config, source => new BallotContent(contentOf(source), Path.GetFileName(source.FilePath)));
    }

    /// <summary>Reads the normalised table that RCTab has written for a configuration.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="path">The table.</param>
    /// <exception cref="BallotFormatException">The file departs from the format.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ContestReading ReadNormalized(RctabConfig config, string path)
    {
        ArgumentNullException.ThrowIfNull(config);
        return ReadNormalized(config, BallotContent.OfFile(path));
    }

    /// <summary>Reads the normalised table that RCTab has written for a configuration.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="content">The whole table.</param>
    /// <exception cref="BallotFormatException">The content departs from the format.</exception>
    public static ContestReading ReadNormalized(RctabConfig config, ReadOnlyMemory<byte> content)
    {
        ArgumentNullException.ThrowIfNull(config);
        return ReadNormalized(config, new BallotContent(content, "normalised table"));
    }

    /// <summary>Reads the normalised table without throwing for what it contains.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="content">The whole table.</param>
    /// <param name="reading">The contest, or null when the content departs from the format.</param>
    /// <param name="problem">What is wrong and where, when there is no contest.</param>
    public static bool TryReadNormalized(
        RctabConfig config, ReadOnlyMemory<byte> content, [NotNullWhen(true)] out ContestReading? reading, [NotNullWhen(false)] out BallotDiagnostic? problem) =>
        Attempt.Read(() => ReadNormalized(config, content), out reading, out problem);

    private static ContestReading ReadNormalized(RctabConfig config, BallotContent content)
    {
        var ballots = new RctabBallots(config);
        new RctabNormalizedReader(content, ballots).Read();
        return ballots.Build();
    }

    private static ContestReading Read(RctabConfig config, Func<RctabCvrSource, BallotContent> open)
    {
        var ballots = new RctabBallots(config);
        foreach (var source in config.CvrFileSources)
        {
            switch (source.Provider)
            {
                case "genericCsv":
                    new RctabGenericReader(open(source), source, ballots).Read();
                    break;
                case "cdf" when Path.GetExtension(source.FilePath).Equals(".json", StringComparison.OrdinalIgnoreCase):
                    new RctabCdfReader(open(source), source, ballots).Read();
                    break;
                default:
                    throw new BallotFormatException(
                        $"{source.FilePath}: cast vote records of the provider {source.Provider} in this form are not read; let RCTab write its normalised table of them.");
            }
        }

        return ballots.Build();
    }
}
