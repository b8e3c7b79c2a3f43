namespace CivicTech.Consensus.Delphi.Rounds;

/// <summary>What an expert says of an item.</summary>
public sealed record Answer
{
    /// <summary>The item.</summary>
    public required string Item { get; init; }

    /// <summary>A value of the scale; null for "I cannot judge it", where the protocol allows that.</summary>
    public int? Value { get; init; }

    /// <summary>A reference to the expert's reason; null when none was given.</summary>
    public string? Reason { get; init; }
}
