using System.Numerics;
using System.Runtime.InteropServices;

namespace CivicTech.Consensus.Permutations;

/// <summary>Whole numbers of a fixed number of 64-bit digits, lowest first: counts that outgrow 64 bits, without one object each.</summary>
internal static class Limbs
{
    /// <summary>How many digits hold every number up to this one.</summary>
    internal static int For(BigInteger largest) => Math.Max(1, (int)((largest.GetBitLength() + 63) / 64));

    /// <summary>target += source * factor. The sum fits: counts never exceed the number of arrangements.</summary>
    internal static void AddProduct(Span<ulong> target, ReadOnlySpan<ulong> source, UInt128 factor)
    {
        AddProduct(target, source, (ulong)factor);
        if (factor > ulong.MaxValue)
        {
            AddProduct(target[1..], source[..^1], (ulong)(factor >> 64));
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

    private static void AddProduct(Span<ulong> target, ReadOnlySpan<ulong> source, ulong factor)
    {
        if (target.Length == 1)
        {
            target[0] += source[0] * factor;
            return;
        }

        UInt128 carry = 0;
        for (var i = 0; i < target.Length; i++)
        {
            carry += target[i];
            carry += Math.BigMul(source[i], factor);
            target[i] = (ulong)carry;
            carry >>= 64;
        }
    }
}
