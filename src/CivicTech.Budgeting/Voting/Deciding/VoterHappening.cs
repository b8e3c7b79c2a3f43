namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>What a command did.</summary>
public sealed record VoterHappening
{
    internal VoterHappening(VoterHappeningKind kind, string? area)
    {
        (Kind, Area) = (kind, area);
    }

    /// <summary>What.</summary>
    public VoterHappeningKind Kind { get; }

    /// <summary>In which area; null when it is about all of the voter's file.</summary>
    public string? Area { get; }
}
