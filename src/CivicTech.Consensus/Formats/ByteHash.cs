using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace CivicTech.Consensus.Formats;

/// <summary>A hash of bytes, keyed anew in every process: nobody can prepare a file whose lines all collide. No outcome depends on it.</summary>
internal static class ByteHash
{
    private static readonly ulong Key = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8));
    private static readonly ulong Multiplier = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) | 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = Key ^ (ulong)bytes.Length;
        if (bytes.Length < 8)
        {
            return Mix(hash ^ Short(bytes));
        }

        var rest = bytes;
        while (rest.Length > 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(rest));
            rest = rest[8..];
        }

        // The last eight, which may overlap those before.
        return Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[^8..]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Short(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= 4)
        {
            return BinaryPrimitives.ReadUInt32LittleEndian(bytes) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]) << 32);
        }

        var word = 0UL;
        foreach (var one in bytes)
        {
            word = (word << 8) | one;
        }

        return word;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong x)
    {
        var high = Math.BigMul(x, Multiplier, out var low);
        return high ^ low;
    }
}
