using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>How votes and parts of votes are counted; every implementation is exact, or rounds as the rule prescribes.</summary>
/// <typeparam name="T">An amount of votes.</typeparam>
internal interface IVoteArithmetic<T>
    where T : struct, IComparable<T>
{
    /// <summary>Whole votes.</summary>
    T Of(long votes);

    T Add(T a, T b);

    T Subtract(T a, T b);

    /// <summary>What so many ballots of one value are worth.</summary>
    T Times(T value, long ballots);

    /// <summary>The part <paramref name="surplus"/> / <paramref name="total"/> of the value of a ballot, rounded as the rule says.</summary>
    T Part(T value, T surplus, T total);

    Rational ToRational(T votes);
}
