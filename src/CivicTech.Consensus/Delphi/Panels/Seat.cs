namespace CivicTech.Consensus.Delphi.Panels;

/// <summary>A place on a panel.</summary>
public sealed record Seat
{
    /// <summary>The panel.</summary>
    public required string Panel { get; init; }

    /// <summary>The role for which the place is.</summary>
    public required string Role { get; init; }
}
