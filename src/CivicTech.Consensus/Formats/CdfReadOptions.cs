namespace CivicTech.Consensus.Formats;

/// <summary>What to read of a file of cast vote records in the NIST common data format.</summary>
public sealed class CdfReadOptions
{
    /// <summary>The one contest of the file, in the current snapshot of each record.</summary>
    public static CdfReadOptions Default { get; } = new();

    /// <summary>The contest: its <c>@id</c> or its <c>Name</c>; null when the file has only one.</summary>
    public string? Contest { get; init; }

    /// <summary>
    /// Whether the snapshot of the type <c>original</c> is read, what the scanner saw, and not the current one of each record. Files of RCTab
    /// have as the current one what the last round of the count made of the ballot.
    /// </summary>
    public bool UsesOriginalSnapshot { get; init; }

    /// <summary>The name of a candidate that stands for an overvote without names; null when there is none.</summary>
    public string? OvervoteLabel { get; init; }
}
