namespace CivicTech.Crowdfunding.Pledges;

/// <summary>What one backer has promised in all: for counting people, and for a limit per backer.</summary>
public sealed record BackerTotals
{
    /// <summary>How many pledges count.</summary>
    public int Pledges { get; init; }

    /// <summary>How many pledges are in flight.</summary>
    public int Pending { get; init; }

    /// <summary>What is promised and stands.</summary>
    public required Money Amount { get; init; }
}
