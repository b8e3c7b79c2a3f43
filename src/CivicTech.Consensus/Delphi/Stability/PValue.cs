using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Stability;

/// <summary>A p-value beside a level: exactly where it is a fraction, otherwise as the double that it is.</summary>
internal static class PValue
{
    internal static int Compare(Statistic p, Rational level) => p.Exact is { } exact ? exact.CompareTo(level) : p.Value.CompareTo(level.ToDouble());
}
