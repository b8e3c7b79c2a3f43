using System.Numerics;
using System.Runtime.CompilerServices;

namespace CivicTech.Consensus.Ranks;

/// <summary>
/// Values and their places, each in one number that sorts fast: the upper 32 bits tell where the value is between the lowest and the
/// highest, as finely as they can, the lower 32 bits its place.
/// </summary>
internal static class RankKeys
{
    /// <summary>From so many keys on, <see cref="RadixSort"/> is the faster way.</summary>
    internal const int RadixFrom = 48;

    private const int Digits = 4;
    private const int Radix = 256;

    /// <summary>Makes the keys: a higher value never has a lower one, and equal values have the same but for the place.</summary>
    /// <param name="values">No NaN among them.</param>
    /// <param name="keys">As long.</param>
    internal static void Fill(ReadOnlySpan<double> values, Span<ulong> keys)
    {
        var (lowest, highest) = (ulong.MaxValue, ulong.MinValue);
        for (var i = 0; i < values.Length; i++)
        {
            var order = OrderOf(values[i]);
            keys[i] = order;
            (lowest, highest) = (Math.Min(lowest, order), Math.Max(highest, order));
        }

        var shift = BitOperations.LeadingZeroCount((highest - lowest) | 1);
        for (var i = 0; i < values.Length; i++)
        {
            keys[i] = (((keys[i] - lowest) << shift) & ~(ulong)uint.MaxValue) | (uint)i;
        }
    }

    /// <summary>Whether the values of two keys are equal or so near that the keys do not tell.</summary>
    internal static bool AreAlike(ulong first, ulong second) => (first ^ second) <= uint.MaxValue;

    /// <summary>The place of the value of a key.</summary>
    internal static int PlaceOf(ulong key) => (int)key;

    /// <summary>Sorts keys whose places are in order, byte by byte from the lowest that matters, without comparing.</summary>
    /// <param name="keys">Afterwards sorted.</param>
    /// <param name="scratch">As long.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void RadixSort(Span<ulong> keys, Span<ulong> scratch)
    {
        Span<int> starts = stackalloc int[Digits * Radix];
        starts.Clear();
        foreach (var key in keys)
        {
            starts[(byte)(key >> 32)]++;
            starts[Radix + (byte)(key >> 40)]++;
            starts[(2 * Radix) + (byte)(key >> 48)]++;
            starts[(3 * Radix) + (byte)(key >> 56)]++;
        }

        Deal(keys, scratch, starts[..Radix], 32);
        Deal(scratch, keys, starts.Slice(Radix, Radix), 40);
        Deal(keys, scratch, starts.Slice(2 * Radix, Radix), 48);
        Deal(scratch, keys, starts[(3 * Radix)..], 56);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Deal(ReadOnlySpan<ulong> from, Span<ulong> to, Span<int> next, int shift)
    {
        var start = 0;
        foreach (ref var one in next)
        {
            (one, start) = (start, start + one);
        }

        foreach (var key in from)
        {
            to[next[(byte)(key >> shift)]++] = key;
        }
    }

    // A number in the order of the values. Adding 0 makes 0 of -0; the bits of negative numbers run backwards.
    private static ulong OrderOf(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value + 0.0);
        return (ulong)(bits ^ ((bits >> 63) | long.MinValue));
    }
}
