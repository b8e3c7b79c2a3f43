namespace CivicTech.Consensus.Delphi.Rounds;

/// <summary>An answer as it stands.</summary>
public sealed record SheetAnswer
{
    /// <summary>The item.</summary>
    public required string Item { get; init; }

    /// <summary>A value of the scale; null for "I cannot judge it".</summary>
    public int? Value { get; init; }

    /// <summary>A reference to the expert's reason; null when none was given.</summary>
    public string? Reason { get; init; }

    /// <summary>In real time: how often answers had been shown, in all rounds, when this value was given.</summary>
    public int Since { get; init; }
}
