using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Stability;

/// <summary>What several measures check alike.</summary>
internal static class MeasureCheck
{
    internal static IEnumerable<string> Share(string member, Rational share)
    {
        if (share <= 0 || share > 1)
        {
            yield return $"{member}: {share}, expected a share above 0, at most 1";
        }
    }

    internal static IEnumerable<string> Positive(string member, Rational number)
    {
        if (number <= 0)
        {
            yield return $"{member}: {number}, expected above 0";
        }
    }

    internal static IEnumerable<string> Level(string member, Rational level)
    {
        if (level <= 0 || level >= 1)
        {
            yield return $"{member}: {level}, expected above 0 and below 1";
        }
    }
}
