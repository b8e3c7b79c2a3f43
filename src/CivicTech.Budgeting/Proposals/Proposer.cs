namespace CivicTech.Budgeting.Proposals;

/// <summary>Somebody who handed in proposals.</summary>
public sealed record Proposer
{
    /// <summary>How many proposals of this person's own were handed in and not taken back.</summary>
    public int Proposals { get; init; }
}
