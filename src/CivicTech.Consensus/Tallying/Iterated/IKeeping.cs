using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>How an iterated count computes: votes, parts of votes and keep factors are all amounts of one kind.</summary>
/// <typeparam name="T">An amount.</typeparam>
internal interface IKeeping<T>
    where T : struct, IComparable<T>
{
    /// <summary>Whether nothing but keep factors is rounded.</summary>
    bool IsExact { get; }

    T One { get; }

    T Add(T a, T b);

    T Subtract(T a, T b);

    /// <summary>What so many ballots of one value are worth.</summary>
    T Times(T value, long ballots);

    /// <summary>What is kept of a value by a factor, and what goes on.</summary>
    T Keep(T value, T factor, out T rest);

    /// <summary>The votes that elect.</summary>
    T Quota(T votes, int seats);

    bool Reaches(T votes, T quota);

    /// <summary>factor · quota / votes, rounded up; 1 at most.</summary>
    T Factor(T factor, T quota, T votes);

    /// <summary>a · b, cut off.</summary>
    T Product(T a, T b);

    /// <summary>a / n, cut off.</summary>
    T Quotient(T a, BigInteger n);

    /// <summary>value · numerator / denominator, cut off; for those that round only.</summary>
    T Part(T value, BigInteger numerator, BigInteger denominator);

    /// <summary>The units of an amount; for those that round only.</summary>
    BigInteger Units(T amount);

    Rational ToRational(T amount);
}
