namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>The seats of a role on a panel and the people who were asked to take them. A person with seats on several panels is in the figures of each.</summary>
public sealed class RoleSeats
{
    internal RoleSeats()
    {
    }

    /// <summary>The panel.</summary>
    public required string Panel { get; init; }

    /// <summary>The role.</summary>
    public required string Role { get; init; }

    /// <summary>How many seats the protocol has.</summary>
    public required int Seats { get; init; }

    /// <summary>How many people were invited; who declined and was invited again counts once.</summary>
    public required int Invited { get; init; }

    /// <summary>How many of them said yes, also those who left later.</summary>
    public required int Joined { get; init; }

    /// <summary>How many said no.</summary>
    public required int Declined { get; init; }

    /// <summary>How many said yes and left.</summary>
    public required int DroppedOut { get; init; }
}
