namespace CivicTech.Budgeting.Voting.Counting;

/// <summary>How many voters were ticked off at a station.</summary>
public sealed record StationCount
{
    internal StationCount(string station, string? area, long voters)
    {
        (Station, Area, Voters) = (station, area, voters);
    }

    /// <summary>The host's reference of the station.</summary>
    public string Station { get; }

    /// <summary>The id of the area; null for cards for all areas.</summary>
    public string? Area { get; }

    /// <summary>How many.</summary>
    public long Voters { get; }
}
