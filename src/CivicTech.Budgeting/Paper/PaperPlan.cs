namespace CivicTech.Budgeting.Paper;

/// <summary>How ballots on paper are entered. When, and by whom, the calendar says; which of two ballots of one voter counts, <see cref="Voting.VotingPlan.Precedence"/>.</summary>
public sealed record PaperPlan
{
    /// <summary>Whether one clerk is enough; otherwise a card counts when two have read the same.</summary>
    public bool SingleEntry { get; init; }

    /// <summary>Whether cards that name their voter are good without a signature.</summary>
    public bool WithoutSignature { get; init; }

    /// <summary>Whether cards that name their voter are good though nobody compared them with a document.</summary>
    public bool WithoutIdentityCheck { get; init; }

    /// <summary>How many clerks must read the same.</summary>
    internal int EntriesNeeded => SingleEntry ? 1 : 2;
}
