namespace CivicTech.Consensus.Delphi.Protocols;

/// <summary>How many seats of a panel are for a role, which is also a stakeholder group.</summary>
public sealed record RoleQuota
{
    /// <summary>The role: 1 to 100 characters without a slash.</summary>
    public required string Role { get; init; }

    /// <summary>How many seats at most: one or more.</summary>
    public required int Seats { get; init; }
}
