using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CivicTech.Consensus.Ranks;

/// <summary>The lowest and the highest of some bytes.</summary>
internal readonly record struct ByteRange(byte Lowest, byte Highest)
{
    /// <summary>Steps from the lowest to the highest.</summary>
    internal int Steps => Highest - Lowest;

    /// <summary>Of at least one value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static ByteRange Of(ReadOnlySpan<byte> values)
    {
        var (lowest, highest) = (byte.MaxValue, byte.MinValue);
        var i = 0;
        if (values.Length >= Vector<byte>.Count)
        {
            ref var first = ref MemoryMarshal.GetReference(values);
            var low = new Vector<byte>(byte.MaxValue);
            var high = Vector<byte>.Zero;
            for (; i <= values.Length - Vector<byte>.Count; i += Vector<byte>.Count)
            {
                var some = Vector.LoadUnsafe(ref first, (nuint)i);
                low = Vector.Min(low, some);
                high = Vector.Max(high, some);
            }

            for (var lane = 0; lane < Vector<byte>.Count; lane++)
            {
                (lowest, highest) = (Math.Min(lowest, low[lane]), Math.Max(highest, high[lane]));
            }
        }

        for (; i < values.Length; i++)
        {
            (lowest, highest) = (Math.Min(lowest, values[i]), Math.Max(highest, values[i]));
        }

        return new ByteRange(lowest, highest);
    }
}
