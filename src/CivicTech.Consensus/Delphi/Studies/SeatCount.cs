namespace CivicTech.Consensus.Delphi.Studies;

/// <summary>How many seats of a role on a panel are taken.</summary>
public sealed record SeatCount
{
    /// <summary>The panel.</summary>
    public required string Panel { get; init; }

    /// <summary>The role.</summary>
    public required string Role { get; init; }

    /// <summary>By people who have not answered the invitation.</summary>
    public int Invited { get; init; }

    /// <summary>By people who take part.</summary>
    public int Joined { get; init; }
}
