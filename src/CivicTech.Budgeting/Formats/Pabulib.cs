using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Formats;

/// <summary>
/// Reads elections in the Pabulib format (<c>.pb</c>): three sections META, PROJECTS and VOTES of separated values in UTF-8.
/// </summary>
/// <remarks>
/// <para>Files are streamed: vote lines are folded as they arrive, so that memory grows with distinct ballots. All vote types are read:
/// approval and choose-1 (<see cref="Ballots.ApprovalProfile"/>), ordinal (<see cref="Ballots.OrdinalProfile"/>), cumulative and scoring
/// (<see cref="Ballots.CardinalProfile"/>). Amounts are exact decimals.</para>
/// <para>Source: pabulib.org/format; Faliszewski et al., Participatory Budgeting: Data, Tools and Analysis, IJCAI 2023. To change or write
/// files, see <see cref="PabulibDocument"/>.</para>
/// </remarks>
public static class Pabulib
{
    /// <summary>The cost that marks a project as withdrawn in Pabulib files.</summary>
    public const long WithdrawnCost = 999_999_999;

    /// <summary>Whether a cost says that the project is withdrawn: where the budget covers it, it is a cost like any other.</summary>
    internal static bool IsWithdrawn(Rational cost, Rational budget) => cost == WithdrawnCost && cost > budget;

    /// <summary>Reads a file that must keep to the format.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="PabulibFormatException">The file departs from the format.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Election ReadElection(string path) => Read(path, PabulibReadOptions.Strict).Election;

    /// <summary>Reads a stream that must keep to the format.</summary>
    /// <param name="stream">Read to its end; not closed.</param>
    /// <exception cref="PabulibFormatException">The content departs from the format.</exception>
    public static Election ReadElection(Stream stream) => Read(stream, PabulibReadOptions.Strict).Election;

    /// <summary>Reads bytes that must keep to the format.</summary>
    /// <param name="content">A whole file.</param>
    /// <exception cref="PabulibFormatException">The content departs from the format.</exception>
    public static Election ReadElection(ReadOnlyMemory<byte> content) => Read(content, PabulibReadOptions.Strict).Election;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Strict or lenient.</param>
    /// <exception cref="PabulibFormatException">The file departs from the format in a way that is not repaired.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PabulibReading Read(string path, PabulibReadOptions options)
    {
        using var stream = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });
        return Read(stream, options);
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">Read to its end; not closed.</param>
    /// <param name="options">Strict or lenient.</param>
    /// <exception cref="PabulibFormatException">The content departs from the format in a way that is not repaired.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static PabulibReading Read(Stream stream, PabulibReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        using var records = new PabulibRecords(stream, options);
        return new PabulibElectionReader(records, options).Read();
    }

    /// <summary>Reads bytes.</summary>
    /// <param name="content">A whole file.</param>
    /// <param name="options">Strict or lenient.</param>
    /// <exception cref="PabulibFormatException">The content departs from the format in a way that is not repaired.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static PabulibReading Read(ReadOnlyMemory<byte> content, PabulibReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var records = new PabulibRecords(content, options);
        return new PabulibElectionReader(records, options).Read();
    }

    /// <summary>Reads bytes without throwing for what they contain.</summary>
    /// <param name="content">A whole file.</param>
    /// <param name="options">Strict or lenient.</param>
    /// <param name="election">The election, or null when the content departs from the format in a way that is not repaired.</param>
    /// <param name="diagnostics">The repairs; or, when there is no election, what is wrong.</param>
    public static bool TryRead(
        ReadOnlyMemory<byte> content,
        PabulibReadOptions options,
        [NotNullWhen(true)] out Election? election,
        out ImmutableArray<PabulibDiagnostic> diagnostics)
    {
        try
        {
            var reading = Read(content, options);
            election = reading.Election;
            diagnostics = reading.Repairs;
            return true;
        }
        catch (PabulibFormatException exception)
        {
            election = null;
            diagnostics = [exception.Diagnostic];
            return false;
        }
    }
}
