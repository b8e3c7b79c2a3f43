namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>How the people of a role answered an item.</summary>
public sealed class RoleAnswers
{
    internal RoleAnswers()
    {
    }

    /// <summary>The role.</summary>
    public required string Role { get; init; }

    /// <summary>Their answers.</summary>
    public required GroupAnswers Answers { get; init; }
}
