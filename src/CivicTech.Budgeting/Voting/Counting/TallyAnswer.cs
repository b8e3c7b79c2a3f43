using CivicTech.Processes;

namespace CivicTech.Budgeting.Voting.Counting;

/// <summary>The votes, or why they are not counted now.</summary>
public sealed class TallyAnswer
{
    internal TallyAnswer(VotingTally? tally, Refusal? refusal)
    {
        (Tally, Refusal) = (tally, refusal);
    }

    /// <summary>The votes; null when refused.</summary>
    public VotingTally? Tally { get; }

    /// <summary>Why not; null when counted.</summary>
    public Refusal? Refusal { get; }
}
