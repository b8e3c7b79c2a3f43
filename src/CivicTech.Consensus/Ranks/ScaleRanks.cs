using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CivicTech.Consensus.Ranks;

/// <summary>
/// Ranks as many raters as a vector has lanes, who all answered on a scale of few points, by counting how many items each placed below
/// each point.
/// </summary>
internal static class ScaleRanks
{
    /// <summary>Points of a scale are counted so many at a time.</summary>
    internal const int Tile = 4;

    /// <summary>Ranks: of each item, how many are below it minus how many are above it.</summary>
    /// <param name="values">One vector an item, one lane a rater.</param>
    /// <param name="range">Of the values, as they were before they were signed.</param>
    /// <param name="ranks">As long as the values, at most 128.</param>
    /// <param name="counts">Scratch: as many as <see cref="CountsFor"/> says.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Of(ReadOnlySpan<Vector<sbyte>> values, ByteRange range, Span<Vector<sbyte>> ranks, Span<Vector<sbyte>> counts)
    {
        var items = values.Length;
        ref var value = ref MemoryMarshal.GetReference(values);
        ref var rank = ref MemoryMarshal.GetReference(ranks[..items]);

        // counts[p] = items below point p: none for the lowest, all for one beyond the highest.
        var points = range.Steps;
        var lowest = (sbyte)(range.Lowest ^ RaterColumns.Sign);
        counts[0] = Vector<sbyte>.Zero;
        for (var point = 1; point <= points; point += Tile)
        {
            var (t0, t1) = (Point(lowest, points, point), Point(lowest, points, point + 1));
            var (t2, t3) = (Point(lowest, points, point + 2), Point(lowest, points, point + 3));
            var (c0, c1, c2, c3) = (Vector<sbyte>.Zero, Vector<sbyte>.Zero, Vector<sbyte>.Zero, Vector<sbyte>.Zero);
            for (var j = 0; j < items; j++)
            {
                var one = Unsafe.Add(ref value, j);
                c0 -= Vector.GreaterThan(t0, one);
                c1 -= Vector.GreaterThan(t1, one);
                c2 -= Vector.GreaterThan(t2, one);
                c3 -= Vector.GreaterThan(t3, one);
            }

            (counts[point], counts[point + 1], counts[point + 2], counts[point + 3]) = (c0, c1, c2, c3);
        }

        // Beyond the highest point are all items; 128 of them wrap round to -128, and back in the difference.
        counts[points + 1] = new Vector<sbyte>((sbyte)items);

        // An item at a point has counts[p] below and items - counts[p + 1] above. From the highest point downwards, every point that is
        // above the value takes off by how much the rank at that point is more than at the one before.
        var highestRank = counts[points];
        for (var j = 0; j < items; j++)
        {
            Unsafe.Add(ref rank, j) = highestRank;
        }

        for (var point = 1; point <= points; point += Tile)
        {
            var (t0, t1) = (Point(lowest, points, point), Point(lowest, points, point + 1));
            var (t2, t3) = (Point(lowest, points, point + 2), Point(lowest, points, point + 3));
            var s0 = counts[point + 1] - counts[point - 1];
            var s1 = counts[point + 2] - counts[point];
            var s2 = counts[point + 3] - counts[point + 1];
            var s3 = counts[point + 4] - counts[point + 2];
            for (var j = 0; j < items; j++)
            {
                var one = Unsafe.Add(ref value, j);
                var low = (Vector.GreaterThan(t0, one) & s0) + (Vector.GreaterThan(t1, one) & s1);
                var high = (Vector.GreaterThan(t2, one) & s2) + (Vector.GreaterThan(t3, one) & s3);
                Unsafe.Add(ref rank, j) -= low + high;
            }
        }
    }

    /// <summary>How many vectors of scratch a scale needs.</summary>
    internal static int CountsFor(int points) => points + Tile + 2;

    // Points beyond the scale stand at its lowest, which no value is below: they count and take off nothing.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<sbyte> Point(sbyte lowest, int points, int point) => new(point <= points ? (sbyte)(lowest + point) : lowest);
}
