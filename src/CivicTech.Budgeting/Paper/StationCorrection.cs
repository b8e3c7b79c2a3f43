using CivicTech.Budgeting.Calendars;

namespace CivicTech.Budgeting.Paper;

/// <summary>The wrong voter was ticked off at a station: the tick is taken back by a counter-entry.</summary>
public sealed class StationCorrection
{
    /// <summary>The host's reference of the station, as in the visit.</summary>
    public required string Station { get; init; }

    /// <summary>The id of the area, as in the visit; null for a card for all areas.</summary>
    public string? Area { get; init; }

    /// <summary>A reference to the reason, 1 to 200 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>The host's opaque id of the clerk.</summary>
    public required string Clerk { get; init; }

    /// <summary>In which role: what the host vouches for.</summary>
    public string Role { get; init; } = CycleRoles.Clerk;
}
