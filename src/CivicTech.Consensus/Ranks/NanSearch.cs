using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CivicTech.Consensus.Ranks;

/// <summary>Looks for missing values.</summary>
internal static class NanSearch
{
    /// <summary>The index of the first NaN, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int First(ReadOnlySpan<double> values)
    {
        var i = 0;
        var width = Vector<double>.Count;
        ref var first = ref MemoryMarshal.GetReference(values);
        for (; i <= values.Length - (4 * width); i += 4 * width)
        {
            // Only a NaN is not equal to itself.
            var a = Vector.LoadUnsafe(ref first, (nuint)i);
            var b = Vector.LoadUnsafe(ref first, (nuint)(i + width));
            var c = Vector.LoadUnsafe(ref first, (nuint)(i + (2 * width)));
            var d = Vector.LoadUnsafe(ref first, (nuint)(i + (3 * width)));
            var same = Vector.Equals(a, a) & Vector.Equals(b, b) & Vector.Equals(c, c) & Vector.Equals(d, d);
            if (!Vector.EqualsAll(same, Vector<long>.AllBitsSet))
            {
                break;
            }
        }

        for (; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
