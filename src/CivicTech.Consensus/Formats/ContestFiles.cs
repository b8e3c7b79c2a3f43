using System.Diagnostics.CodeAnalysis;

namespace CivicTech.Consensus.Formats;

/// <summary>Reads a ballot file of any known format: which one, its name and its first bytes show.</summary>
/// <remarks>
/// An RCTab configuration (<c>…_config.json</c>) is read with the cast vote records that it names. The tables of cast vote records themselves
/// say nothing about candidates and seats: they need their configuration, see <see cref="RctabCvr"/>.
/// </remarks>
public static class ContestFiles
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="BallotFormatException">The file is in none of the formats, or departs from its format.</exception>
    /// <exception cref="IOException">The file, or one that it names, cannot be read.</exception>
    public static ContestReading Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var content = BallotContent.OfFile(path);
        return IsRctabConfig(content) ? RctabCvr.Read(path) : Read(content);
    }

    /// <summary>Reads bytes.</summary>
    /// <param name="content">A whole file.</param>
    /// <param name="name">The name of the file; its end may show the format.</param>
    /// <exception cref="BallotFormatException">The content is in none of the formats, departs from its format, or names other files.</exception>
    public static ContestReading Read(ReadOnlyMemory<byte> content, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Read(new BallotContent(content, name));
    }

    /// <summary>Reads bytes without throwing for what they contain.</summary>
    /// <param name="content">A whole file.</param>
    /// <param name="name">The name of the file; its end may show the format.</param>
    /// <param name="reading">The contest, or null when the content cannot be read.</param>
    /// <param name="problem">What is wrong and where, when there is no contest.</param>
    public static bool TryRead(
        ReadOnlyMemory<byte> content, string name, [NotNullWhen(true)] out ContestReading? reading, [NotNullWhen(false)] out BallotDiagnostic? problem) =>
        Attempt.Read(() => Read(content, name), out reading, out problem);

    private static ContestReading Read(BallotContent content) => FormatOf(content) switch
    {
        BallotFileFormat.Blt => Blt.Read(content),
        BallotFileFormat.WardCsv => WardCsv.Read(content),
        BallotFileFormat.Cvotes => Cvotes.Read(content),
        BallotFileFormat.PrefLib => PrefLib.Read(content),
        BallotFileFormat.AbcYaml => AbcYaml.Read(content),
        BallotFileFormat.CdfJson => CdfJson.Read(content),
        BallotFileFormat.Rctab when IsRctabConfig(content) => throw content.Error("an RCTab configuration names other files: read it by its path"),
        BallotFileFormat.Rctab => throw content.Error("cast vote records of RCTab are read with their configuration"),
        _ => throw content.Error("the file is in none of the known ballot formats"),
    };

    private static BallotFileFormat? FormatOf(BallotContent content)
    {
        var text = content.Span.TrimStart(" \t\r\n"u8);
        switch (Path.GetExtension(content.Source).ToUpperInvariant())
        {
            case ".BLT":
                return BallotFileFormat.Blt;
            case ".CVOTES":
                return BallotFileFormat.Cvotes;
            case ".SOC" or ".SOI" or ".TOC" or ".TOI" or ".CAT":
                return BallotFileFormat.PrefLib;
            case ".YAML" or ".YML":
                return BallotFileFormat.AbcYaml;
            case ".CSV":
                return RctabNormalizedReader.IsNormalized(content) || !IsDigit(text) ? BallotFileFormat.Rctab : BallotFileFormat.WardCsv;
        }

        if (text.StartsWith("{"u8))
        {
            return IsRctabConfig(content) ? BallotFileFormat.Rctab : BallotFileFormat.CdfJson;
        }

        if (text.StartsWith("#/"u8) || text.IndexOf("\n#/"u8) >= 0)
        {
            return BallotFileFormat.Cvotes;
        }

        if (text.StartsWith("#"u8) && text.IndexOf("# DATA TYPE:"u8) >= 0)
        {
            return BallotFileFormat.PrefLib;
        }

        if (RctabNormalizedReader.IsNormalized(content))
        {
            return BallotFileFormat.Rctab;
        }

        // The first line of both has the numbers of candidates and seats.
        var newline = text.IndexOf((byte)'\n');
        var first = newline < 0 ? text : text[..newline];
        return !IsDigit(first) ? null : first.Contains((byte)',') ? BallotFileFormat.WardCsv : BallotFileFormat.Blt;
    }

    private static bool IsDigit(ReadOnlySpan<byte> text) => !text.IsEmpty && char.IsAsciiDigit((char)text[0]);

    private static bool IsRctabConfig(BallotContent content) =>
        content.Span.TrimStart(" \t\r\n"u8).StartsWith("{"u8) && content.Span.IndexOf("\"cvrFileSources\""u8) >= 0;
}
