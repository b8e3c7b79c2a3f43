using NodaTime;

namespace CivicTech.Budgeting.Voting.Files;

/// <summary>A voter came to a station, was ticked off in the register, and put a card into the urn: nobody can tell which.</summary>
public sealed record StationTick
{
    internal StationTick()
    {
    }

    /// <summary>The host's reference of the station.</summary>
    public string Station { get; internal init; } = "";

    /// <summary>The id of the area; null when the card is for all areas.</summary>
    public string? Area { get; internal init; }

    /// <summary>When.</summary>
    public Instant At { get; internal init; }

    /// <summary>The host's opaque id of the officer.</summary>
    public string By { get; internal init; } = "";

    /// <summary>The counter-entry, when it was wrong; null while it stands.</summary>
    public TickCorrection? Correction { get; internal init; }

    internal bool Stands => Correction is null;

    internal bool Covers(string area) => Stands && (Area is null || Area == area);

    internal bool IsOf(string station, string? area) => Station == station && Area == area;
}
