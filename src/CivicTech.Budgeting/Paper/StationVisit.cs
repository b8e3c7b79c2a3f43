using CivicTech.Budgeting.Calendars;

namespace CivicTech.Budgeting.Paper;

/// <summary>A voter has come to a station and is given a card for its urn.</summary>
public sealed class StationVisit
{
    /// <summary>The host's reference of the station.</summary>
    public required string Station { get; init; }

    /// <summary>The id of the area of the card; null for a card for all areas.</summary>
    public string? Area { get; init; }

    /// <summary>The host's opaque id of the clerk at the register.</summary>
    public required string Clerk { get; init; }

    /// <summary>In which role: what the host vouches for.</summary>
    public string Role { get; init; } = CycleRoles.Clerk;
}
