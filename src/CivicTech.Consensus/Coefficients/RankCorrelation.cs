using CivicTech.Consensus.Concordance;

namespace CivicTech.Consensus.Coefficients;

/// <summary>How far two rows of values put the same items in the same order.</summary>
public sealed class RankCorrelation
{
    internal RankCorrelation(Statistic coefficient, int pairs, SignificanceTest test)
    {
        Coefficient = coefficient;
        Pairs = pairs;
        Test = test;
    }

    /// <summary>
    /// From -1 (opposite orders) to 1 (the same order, equal values in the same places). Exact where it is a fraction, as it always is
    /// without ties. Undefined with fewer than two pairs or when a row does not tell items apart.
    /// </summary>
    public Statistic Coefficient { get; }

    /// <summary>How many items have a value in both rows: those that the coefficient is about.</summary>
    public int Pairs { get; }

    /// <summary>
    /// Two-sided: the probability of a coefficient at least as far from 0 when one row is shuffled, its ties as they are. The statistic is
    /// the coefficient for <see cref="TestMethod.Exact"/>, otherwise z or t.
    /// </summary>
    public SignificanceTest Test { get; }

    /// <summary>The coefficient, the number of pairs and p.</summary>
    public override string ToString() => $"{Coefficient}, {Pairs} pairs, {Test}";

    internal static RankCorrelation UndefinedFor(UndefinedReason reason, int pairs, TestMethod method)
    {
        var none = Statistic.UndefinedFor(reason);
        return new(none, pairs, new(method, none, none));
    }
}
