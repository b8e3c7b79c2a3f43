using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CivicTech.Budgeting.Formats;

/// <summary>
/// The places of commas, semicolons, quotes and control characters in a buffer, one after the other: 64 bytes are compared at once, then
/// only the marks are visited.
/// </summary>
internal ref struct PabulibMarks
{
    // For each block of 64 bytes three masks, with a bit a byte: marks; quotes and control characters; semicolons.
    private const int Masks = 3;

    private readonly ref ulong _masks;
    private int _block;
    private int _start;
    private ulong _marks;

    private PabulibMarks(ref ulong masks, int start)
    {
        _masks = ref masks;
        _start = start;
        _marks = masks;
    }

    /// <summary>Finds all marks in a part of a buffer.</summary>
    /// <param name="buffer">Up to 63 bytes behind the part are read too.</param>
    /// <param name="start">Where the part begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="scratch">Holds the masks; made larger when it is too small.</param>
    /// <remarks>Apart from the visit, because there the constants of the comparisons would take the place of what a line needs.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    internal static PabulibMarks In(byte[] buffer, int start, int end, ref ulong[] scratch)
    {
        var blocks = (end - start + 63) / 64;
        if (scratch.Length < blocks * Masks)
        {
            scratch = new ulong[blocks * Masks];
        }

        ref var masks = ref MemoryMarshal.GetArrayDataReference(scratch);
        ref var bytes = ref MemoryMarshal.GetArrayDataReference(buffer);
        for (var block = 0; block < blocks; block++)
        {
            Look(ref Unsafe.Add(ref bytes, start + (block * 64)), ref Unsafe.Add(ref masks, block * Masks));
        }

        return new PabulibMarks(ref masks, start);
    }

    /// <summary>The place of the next mark; there must be one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Next()
    {
        while (_marks == 0)
        {
            GoOn();
        }

        var place = _start + BitOperations.TrailingZeroCount(_marks);
        _marks &= _marks - 1;
        return place;
    }

    /// <summary>The place of the next mark that is a quote or a control character; there must be one.</summary>
    /// <param name="semicolons">Grows by the number of semicolons before it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int NextStop(ref int semicolons)
    {
        // Marks that were visited are gone from _marks, and every stop is a mark.
        ulong stop;
        while ((stop = Unsafe.Add(ref _masks, _block + 1) & _marks) == 0)
        {
            semicolons += BitOperations.PopCount(Unsafe.Add(ref _masks, _block + 2) & _marks);
            GoOn();
        }

        var upToStop = stop ^ (stop - 1);
        semicolons += BitOperations.PopCount(Unsafe.Add(ref _masks, _block + 2) & _marks & upToStop);
        _marks &= ~upToStop;
        return _start + BitOperations.TrailingZeroCount(stop);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void GoOn()
    {
        _block += Masks;
        _start += 64;
        _marks = Unsafe.Add(ref _masks, _block);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Look(ref byte bytes, ref ulong masks)
    {
        ulong commas, stops, semicolons;
        if (Vector512.IsHardwareAccelerated)
        {
            var all = Vector512.LoadUnsafe(ref bytes);
            commas = Vector512.Equals(all, Vector512.Create((byte)',')).ExtractMostSignificantBits();
            semicolons = Vector512.Equals(all, Vector512.Create((byte)';')).ExtractMostSignificantBits();
            stops = (Vector512.Equals(all, Vector512.Create((byte)'"')) | Vector512.LessThanOrEqual(all, Vector512.Create((byte)'\r')))
                .ExtractMostSignificantBits();
        }
        else
        {
            var low = Vector256.LoadUnsafe(ref bytes);
            var high = Vector256.LoadUnsafe(ref bytes, 32);
            commas = Places(low, (byte)',') | ((ulong)Places(high, (byte)',') << 32);
            semicolons = Places(low, (byte)';') | ((ulong)Places(high, (byte)';') << 32);
            stops = Stops(low) | ((ulong)Stops(high) << 32);
        }

        masks = commas | stops | semicolons;
        Unsafe.Add(ref masks, 1) = stops;
        Unsafe.Add(ref masks, 2) = semicolons;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Stops(Vector256<byte> bytes) =>
        (Vector256.Equals(bytes, Vector256.Create((byte)'"')) | Vector256.LessThanOrEqual(bytes, Vector256.Create((byte)'\r')))
            .ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Places(Vector256<byte> bytes, byte wanted) =>
        Vector256.Equals(bytes, Vector256.Create(wanted)).ExtractMostSignificantBits();
}
