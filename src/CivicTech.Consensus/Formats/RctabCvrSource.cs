namespace CivicTech.Consensus.Formats;

/// <summary>A file of cast vote records that an RCTab configuration names. Columns and rows are counted from 1.</summary>
public sealed class RctabCvrSource
{
    internal RctabCvrSource()
    {
    }

    /// <summary>The file, relative to the folder of the configuration.</summary>
    public required string FilePath { get; init; }

    /// <summary>Who made it: <c>cdf</c>, <c>genericCsv</c>, <c>ess</c>, <c>dominion</c>, <c>hart</c> or <c>clearBallot</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The contest of the file that is meant; empty where the format has only one.</summary>
    public required string ContestId { get; init; }

    /// <summary>The column of the first candidate or rank; null when it is not set.</summary>
    public required int? FirstVoteColumnIndex { get; init; }

    /// <summary>The row of the first ballot; null when it is not set.</summary>
    public required int? FirstVoteRowIndex { get; init; }

    /// <summary>The column of the ballot's identifier; null when it is not set.</summary>
    public required int? IdColumnIndex { get; init; }

    /// <summary>The column of the batch; null when it is not set.</summary>
    public required int? BatchColumnIndex { get; init; }

    /// <summary>The column of the precinct; null when it is not set.</summary>
    public required int? PrecinctColumnIndex { get; init; }

    /// <summary>What stands between the names of an overvote; may be empty.</summary>
    public required string OvervoteDelimiter { get; init; }

    /// <summary>What stands for an overvote without names; may be empty.</summary>
    public required string OvervoteLabel { get; init; }

    /// <summary>What stands for a skipped rank; may be empty.</summary>
    public required string SkippedRankLabel { get; init; }

    /// <summary>What stands for a name written in; may be empty.</summary>
    public required string UndeclaredWriteInLabel { get; init; }

    /// <summary>Whether an empty cell is a name written in.</summary>
    public required bool TreatBlankAsUndeclaredWriteIn { get; init; }
}
