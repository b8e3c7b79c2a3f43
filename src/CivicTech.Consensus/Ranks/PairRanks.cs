using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CivicTech.Consensus.Ranks;

/// <summary>
/// Ranks as many raters as a vector has lanes, by comparing all pairs of items: no sorting, no branches, and ties need nothing special.
/// </summary>
internal static class PairRanks
{
    /// <summary>Ranks: of each item, how many are below it minus how many are above it.</summary>
    /// <param name="values">One vector an item, one lane a rater.</param>
    /// <param name="ranks">As long; its lanes must hold numbers up to the number of items minus 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Of<TValue, TRank>(ReadOnlySpan<Vector<TValue>> values, Span<Vector<TRank>> ranks)
        where TValue : struct
        where TRank : struct
    {
        var items = values.Length;
        ref var value = ref MemoryMarshal.GetReference(values);
        ref var rank = ref MemoryMarshal.GetReference(ranks[..items]);
        ranks[..items].Clear();

        // Four items at a time against all behind them: a vector behind is read and written once for four comparisons.
        var i = 0;
        for (; i <= items - 4; i += 4)
        {
            var (v0, v1) = (Unsafe.Add(ref value, i), Unsafe.Add(ref value, i + 1));
            var (v2, v3) = (Unsafe.Add(ref value, i + 2), Unsafe.Add(ref value, i + 3));
            var (r01, r02, r03) = (Order<TValue, TRank>(v0, v1), Order<TValue, TRank>(v0, v2), Order<TValue, TRank>(v0, v3));
            var (r12, r13, r23) = (Order<TValue, TRank>(v1, v2), Order<TValue, TRank>(v1, v3), Order<TValue, TRank>(v2, v3));
            var r0 = Unsafe.Add(ref rank, i) - r01 - r02 - r03;
            var r1 = Unsafe.Add(ref rank, i + 1) + r01 - r12 - r13;
            var r2 = Unsafe.Add(ref rank, i + 2) + r02 + r12 - r23;
            var r3 = Unsafe.Add(ref rank, i + 3) + r03 + r13 + r23;
            for (var j = i + 4; j < items; j++)
            {
                var other = Unsafe.Add(ref value, j);
                var o0 = Order<TValue, TRank>(v0, other);
                var o1 = Order<TValue, TRank>(v1, other);
                var o2 = Order<TValue, TRank>(v2, other);
                var o3 = Order<TValue, TRank>(v3, other);
                r0 -= o0;
                r1 -= o1;
                r2 -= o2;
                r3 -= o3;
                Unsafe.Add(ref rank, j) += o0 + o1 + (o2 + o3);
            }

            Unsafe.Add(ref rank, i) = r0;
            Unsafe.Add(ref rank, i + 1) = r1;
            Unsafe.Add(ref rank, i + 2) = r2;
            Unsafe.Add(ref rank, i + 3) = r3;
        }

        for (; i < items; i++)
        {
            for (var j = i + 1; j < items; j++)
            {
                var order = Order<TValue, TRank>(Unsafe.Add(ref value, i), Unsafe.Add(ref value, j));
                Unsafe.Add(ref rank, i) -= order;
                Unsafe.Add(ref rank, j) += order;
            }
        }
    }

    // 1 where the first is below the second, -1 where it is above, 0 where they tie. A comparison that holds is -1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<TRank> Order<TValue, TRank>(Vector<TValue> first, Vector<TValue> second)
        where TValue : struct
        where TRank : struct
        => Vector.As<TValue, TRank>(Vector.GreaterThan(first, second)) - Vector.As<TValue, TRank>(Vector.LessThan(first, second));
}
