using System.Numerics;

namespace CivicTech.Ballots;

/// <summary>
/// The order of distinct ballots that does not depend on how they arrived: shorter first, then by their candidates, then by their
/// values. It is what makes the digest of merged profiles independent of the merge.
/// </summary>
internal static class CanonicalOrder
{
    private const int LongBallot = 255;

    /// <summary>The numbers of the ballots in canonical order. O(n log n) on 64-bit keys, then on the runs of equal keys.</summary>
    internal static int[] Of(BallotColumns columns, int candidateCount)
    {
        var keys = new ulong[columns.Count];
        var order = new int[columns.Count];
        var bits = 64 - BitOperations.LeadingZeroCount((ulong)candidateCount);
        for (var ballot = 0; ballot < order.Length; ballot++)
        {
            order[ballot] = ballot;
            keys[ballot] = KeyOf(columns.CandidatesOf(ballot), bits);
        }

        Array.Sort(keys, order);
        var comparer = Comparer<int>.Create((a, b) => Compare(columns, a, b));
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                Array.Sort(order, start, end - start, comparer);
            }

            start = end;
        }

        return order;
    }

    // The length and as many of the first candidates as fit; longer ballots differ in nothing but what Compare sees.
    private static ulong KeyOf(ReadOnlySpan<int> candidates, int bits)
    {
        if (candidates.Length >= LongBallot)
        {
            return (ulong)LongBallot << 56;
        }

        var key = (ulong)candidates.Length << 56;
        var shift = 56 - bits;
        foreach (var candidate in candidates)
        {
            if (shift < 0)
            {
                break;
            }

            key |= (ulong)candidate << shift;
            shift -= bits;
        }

        return key;
    }

    private static int Compare(BallotColumns columns, int a, int b)
    {
        var first = columns.CandidatesOf(a);
        var second = columns.CandidatesOf(b);
        if (first.Length != second.Length)
        {
            return first.Length.CompareTo(second.Length);
        }

        var order = first.SequenceCompareTo(second);
        return order != 0 || columns.Values.Length == 0 ? order : columns.ValuesOf(a).SequenceCompareTo(columns.ValuesOf(b));
    }
}
