using CivicTech.Consensus.Concordance;

namespace CivicTech.Consensus.Auditing;

/// <summary>The p-values that one test gives for all W that would be printed so.</summary>
public sealed record ImpliedPValue
{
    internal ImpliedPValue(TestMethod method, double lowest, double highest, bool agrees)
    {
        Method = method;
        Lowest = lowest;
        Highest = highest;
        Agrees = agrees;
    }

    /// <summary>
    /// Which test. <see cref="TestMethod.Exact"/> is the exact test without ties; for two items it is that of every table with such a W,
    /// ties or not.
    /// </summary>
    public TestMethod Method { get; }

    /// <summary>The smallest p; where the number of items is not known over all that come into question, for the exact test over the first few.</summary>
    public double Lowest { get; }

    /// <summary>The largest p, over the same.</summary>
    public double Highest { get; }

    /// <summary>Whether the test can give the printed p, with one and the same number of items.</summary>
    public bool Agrees { get; }

    /// <summary>The test and its p-values.</summary>
    public override string ToString() => $"{AuditText.NameOf(Method)} {AuditText.Range(Lowest, Highest)}";

    /// <summary>What both ranges hold.</summary>
    internal ImpliedPValue And(ImpliedPValue other) =>
        new(Method, Math.Min(Lowest, other.Lowest), Math.Max(Highest, other.Highest), Agrees || other.Agrees);
}
