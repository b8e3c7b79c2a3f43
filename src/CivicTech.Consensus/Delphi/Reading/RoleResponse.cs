namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>How many people of a role answered in a round. Whoever has different roles on different panels is in the figures of each.</summary>
public sealed class RoleResponse
{
    internal RoleResponse()
    {
    }

    /// <summary>The role.</summary>
    public required string Role { get; init; }

    /// <summary>How many were asked.</summary>
    public required int Asked { get; init; }

    /// <summary>How many answered anything.</summary>
    public required int Responded { get; init; }

    /// <summary>How many answered everything they were asked.</summary>
    public required int Complete { get; init; }
}
