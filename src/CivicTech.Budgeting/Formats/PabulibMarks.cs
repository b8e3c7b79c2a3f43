using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CivicTech.Budgeting.Formats;

/// <summary>
/// The places of commas, semicolons, quotes and control characters in a buffer, one after the other: 64 bytes are compared at once, then
/// only the marks are visited.
/// </summary>
/// <remarks>Reads up to 64 bytes behind the last mark that is asked for: the buffer must be that much longer.</remarks>
internal ref struct PabulibMarks
{
    private readonly ref byte _origin;
    private int _block;
    private ulong _marks;
    private ulong _stops;
    private ulong _semicolons;

    internal PabulibMarks(ref byte origin, int start)
    {
        _origin = ref origin;
        _block = start;
        Look();
    }

    /// <summary>The place of the next mark; there must be one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Next()
    {
        while (_marks == 0)
        {
            _block += 64;
            Look();
        }

        var place = _block + BitOperations.TrailingZeroCount(_marks);
        _marks &= _marks - 1;
        return place;
    }

    /// <summary>The place of the next mark that is a quote or a control character; there must be one.</summary>
    /// <param name="semicolons">Grows by the number of semicolons before it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int NextStop(ref int semicolons)
    {
        // Marks that were visited are gone from _marks, and every stop is a mark.
        while ((_stops & _marks) == 0)
        {
            semicolons += BitOperations.PopCount(_semicolons & _marks);
            _block += 64;
            Look();
        }

        var stop = _stops & _marks;
        var upToStop = stop ^ (stop - 1);
        semicolons += BitOperations.PopCount(_semicolons & _marks & upToStop);
        _marks &= ~upToStop;
        return _block + BitOperations.TrailingZeroCount(stop);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Look()
    {
        ref var bytes = ref Unsafe.Add(ref _origin, _block);
        if (Vector512.IsHardwareAccelerated)
        {
            var all = Vector512.LoadUnsafe(ref bytes);
            _stops = (Vector512.Equals(all, Vector512.Create((byte)'"')) | Vector512.LessThanOrEqual(all, Vector512.Create((byte)'\r')))
                .ExtractMostSignificantBits();
            _semicolons = Vector512.Equals(all, Vector512.Create((byte)';')).ExtractMostSignificantBits();
            _marks = _stops | _semicolons | Vector512.Equals(all, Vector512.Create((byte)',')).ExtractMostSignificantBits();
        }
        else
        {
            var low = Vector256.LoadUnsafe(ref bytes);
            var high = Vector256.LoadUnsafe(ref bytes, 32);
            _stops = Stops(low) | ((ulong)Stops(high) << 32);
            _semicolons = Places(low, (byte)';') | ((ulong)Places(high, (byte)';') << 32);
            _marks = _stops | _semicolons | Places(low, (byte)',') | ((ulong)Places(high, (byte)',') << 32);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Stops(Vector256<byte> bytes) =>
        (Vector256.Equals(bytes, Vector256.Create((byte)'"')) | Vector256.LessThanOrEqual(bytes, Vector256.Create((byte)'\r')))
            .ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Places(Vector256<byte> bytes, byte wanted) =>
        Vector256.Equals(bytes, Vector256.Create(wanted)).ExtractMostSignificantBits();
}
