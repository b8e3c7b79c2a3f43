using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CivicTech.Consensus.Ranks;

/// <summary>Finds out that numbers are whole and small, and makes them bytes, which are ranked many times faster.</summary>
internal static class WholeNumbers
{
    // 1.5 times 2^52: the last bit of a double of this size is worth 1, so that a small whole number added to it shows in the last bits.
    private const double Shift = 6755399441055744.0;
    private const int Lowest = sbyte.MinValue;

    /// <summary>Makes bytes in the order of the values.</summary>
    /// <param name="values">Any values, NaN among them or not.</param>
    /// <param name="bytes">As long; where the answer is false, of no meaning.</param>
    /// <param name="lanes">Which instructions are used.</param>
    /// <returns>Whether all are whole numbers from -128 to 127.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static bool TryNarrow(ReadOnlySpan<double> values, Span<byte> bytes, Lanes lanes)
    {
        var i = 0;
        if (lanes == Lanes.Vector)
        {
            ref var from = ref MemoryMarshal.GetReference(values);
            ref var to = ref MemoryMarshal.GetReference(bytes[..values.Length]);
            for (; i <= values.Length - Vector<byte>.Count; i += Vector<byte>.Count)
            {
                var wrong = Vector<ulong>.Zero;
                var a = Narrow(ref from, i, ref wrong);
                var b = Narrow(ref from, i + (2 * Vector<double>.Count), ref wrong);
                var c = Narrow(ref from, i + (4 * Vector<double>.Count), ref wrong);
                var d = Narrow(ref from, i + (6 * Vector<double>.Count), ref wrong);
                if (Vector.GreaterThanAny(wrong, new Vector<ulong>(byte.MaxValue)))
                {
                    return false;
                }

                Vector.Narrow(Vector.Narrow(a, b), Vector.Narrow(c, d)).StoreUnsafe(ref to, (nuint)i);
            }
        }

        for (; i < values.Length; i++)
        {
            var value = values[i];
            if (!(value >= Lowest && value <= sbyte.MaxValue && (int)value == value))
            {
                return false;
            }

            bytes[i] = (byte)((int)value - Lowest);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> Narrow(ref double from, int index, ref Vector<ulong> wrong) =>
        Vector.Narrow(Whole(ref from, index, ref wrong), Whole(ref from, index + Vector<double>.Count, ref wrong));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ulong> Whole(ref double from, int index, ref Vector<ulong> wrong)
    {
        var value = Vector.LoadUnsafe(ref from, (nuint)index);
        var shift = new Vector<double>(Shift);
        var sum = value + shift;
        var whole = Vector.AsVectorUInt64(sum) - Vector.AsVectorUInt64(shift) + new Vector<ulong>(-Lowest);
        wrong |= whole | ~Vector.AsVectorUInt64(Vector.Equals(sum - shift, value));
        return whole;
    }
}
