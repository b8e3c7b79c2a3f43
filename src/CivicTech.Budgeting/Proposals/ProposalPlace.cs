namespace CivicTech.Budgeting.Proposals;

/// <summary>Where something is to happen: a point on the map, the host's reference of a place, or both.</summary>
public sealed record ProposalPlace
{
    /// <summary>The host's id of a place. Proposals on the ballot with the same reference exclude each other: one of them can win.</summary>
    public string? Reference { get; init; }

    /// <summary>The latitude of WGS 84 in millionths of a degree, -90,000,000 to 90,000,000; north is positive.</summary>
    public int? Latitude { get; init; }

    /// <summary>The longitude of WGS 84 in millionths of a degree, -180,000,000 to 180,000,000; east is positive.</summary>
    public int? Longitude { get; init; }

    // Both coordinates or none, and something at all.
    internal bool IsSomewhere => Latitude is null == Longitude is null
        && (Reference is not null || Latitude is not null)
        && Latitude is null or (>= -90_000_000 and <= 90_000_000)
        && Longitude is null or (>= -180_000_000 and <= 180_000_000);
}
