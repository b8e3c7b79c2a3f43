using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CivicTech.Consensus.Permutations;

/// <summary>Whole numbers of a fixed number of 64-bit digits, lowest first: counts that outgrow 64 bits, without one object each.</summary>
internal static class Limbs
{
    /// <summary>How many digits hold every number up to this one.</summary>
    internal static int For(BigInteger largest) => Math.Max(1, (int)((largest.GetBitLength() + 63) / 64));

    /// <summary>target += source * factor, which must fit. The source is not longer than the target.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void AddProduct(Span<ulong> target, ReadOnlySpan<ulong> source, UInt128 factor)
    {
        if (target.Length == 1)
        {
            target[0] += source[0] * (ulong)factor;
        }
        else if (factor == 1)
        {
            Add(target, source);
        }
        else
        {
            AddWideProduct(target, source, factor);
        }
    }

    internal static BigInteger ToBigInteger(ReadOnlySpan<ulong> value)
    {
        if (BitConverter.IsLittleEndian)
        {
            return new(MemoryMarshal.AsBytes(value), isUnsigned: true);
        }

        var result = BigInteger.Zero;
        for (var i = value.Length - 1; i >= 0; i--)
        {
            result = (result << 64) | value[i];
        }

        return result;
    }

    private static void Add(Span<ulong> target, ReadOnlySpan<ulong> source)
    {
        var carry = 0UL;
        for (var i = 0; i < source.Length; i++)
        {
            var digit = source[i] + carry;
            carry = digit < carry ? 1UL : 0;
            digit += target[i];
            carry += digit < target[i] ? 1UL : 0;
            target[i] = digit;
        }

        AddCarry(target[source.Length..], carry);
    }

    private static void AddWideProduct(Span<ulong> target, ReadOnlySpan<ulong> source, UInt128 factor)
    {
        AddProduct(target, source, (ulong)factor);
        if (factor > ulong.MaxValue)
        {
            AddProduct(target[1..], source[..Math.Min(source.Length, target.Length - 1)], (ulong)(factor >> 64));
        }
    }

    private static void AddProduct(Span<ulong> target, ReadOnlySpan<ulong> source, ulong factor)
    {
        var carry = 0UL;
        for (var i = 0; i < source.Length; i++)
        {
            var high = Math.BigMul(source[i], factor, out var low);
            low += carry;
            high += low < carry ? 1UL : 0;
            target[i] += low;
            carry = high + (target[i] < low ? 1UL : 0);
        }

        AddCarry(target[source.Length..], carry);
    }

    private static void AddCarry(Span<ulong> target, ulong carry)
    {
        for (var i = 0; carry != 0 && i < target.Length; i++)
        {
            target[i] += carry;
            carry = target[i] < carry ? 1UL : 0;
        }
    }
}
