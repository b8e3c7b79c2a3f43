using System.Collections.Immutable;

namespace CivicTech.Consensus.Tallying;

/// <summary>How equal ballots were counted, round by round.</summary>
public sealed class BallotPath
{
    internal BallotPath(int ballot, long weight, ImmutableArray<BallotStep> steps)
    {
        Ballot = ballot;
        Weight = weight;
        Steps = steps;
    }

    /// <summary>The number of the distinct ballot in the contest's profile, from 0.</summary>
    public int Ballot { get; }

    /// <summary>How many voters cast it.</summary>
    public long Weight { get; }

    /// <summary>Where it counted, by rounds; a step holds until the next one begins.</summary>
    public ImmutableArray<BallotStep> Steps { get; }
}
