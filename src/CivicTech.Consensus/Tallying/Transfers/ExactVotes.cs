using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>Votes as fractions, nothing rounded.</summary>
internal readonly struct ExactVotes : IVoteArithmetic<Rational>
{
    public Rational Of(long votes) => votes;

    public Rational Add(Rational a, Rational b) => a + b;

    public Rational Subtract(Rational a, Rational b) => a - b;

    public Rational Times(Rational value, long ballots) => value * ballots;

    public Rational Part(Rational value, Rational surplus, Rational total) => value * surplus / total;

    public Rational ToRational(Rational votes) => votes;
}
