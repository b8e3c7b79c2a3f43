using System.Collections.Immutable;

namespace CivicTech.Budgeting.Voting.Counting;

/// <summary>The votes of a cycle, counted.</summary>
public sealed class VotingTally
{
    internal VotingTally(int edition, bool isFinal, long voters, long? electorate, ImmutableArray<AreaTally> areas)
    {
        (Edition, IsFinal, Voters, Electorate, Areas) = (edition, isFinal, voters, electorate, areas);
    }

    /// <summary>The edition of the official ballot that was counted by.</summary>
    public int Edition { get; }

    /// <summary>Whether the box is sealed; otherwise the count is of ballots so far.</summary>
    public bool IsFinal { get; }

    /// <summary>How many people have a counted ballot in some area. The turnout is this, as a part of <see cref="Electorate"/>.</summary>
    public long Voters { get; }

    /// <summary>How many people are registered; null when the roll cannot tell.</summary>
    public long? Electorate { get; }

    /// <summary>In the order of the ballot.</summary>
    public ImmutableArray<AreaTally> Areas { get; }
}
