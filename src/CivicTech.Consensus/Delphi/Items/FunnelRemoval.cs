namespace CivicTech.Consensus.Delphi.Items;

/// <summary>How many items a stage of the funnel removed for one reason.</summary>
public sealed record FunnelRemoval
{
    /// <summary>The reason: a reference, or what the criterion found.</summary>
    public required string Reason { get; init; }

    /// <summary>How many: 1 or more.</summary>
    public required int Count { get; init; }
}
