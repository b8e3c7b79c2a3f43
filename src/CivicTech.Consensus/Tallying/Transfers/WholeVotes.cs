using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>Whole votes, for counts in which a ballot is never divided.</summary>
internal readonly struct WholeVotes : IVoteArithmetic<long>
{
    public long Of(long votes) => votes;

    public long Add(long a, long b) => a + b;

    public long Subtract(long a, long b) => a - b;

    public long Times(long value, long ballots) => value * ballots;

    public long Part(long value, long surplus, long total) => throw new InvalidOperationException("A whole vote has no parts.");

    public Rational ToRational(long votes) => votes;
}
