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

    internal PabulibMarks(ref byte origin, int start)
    {
        _origin = ref origin;
        _block = start;
        _marks = MarksOf(ref Unsafe.Add(ref origin, start));
    }

    /// <summary>The place of the next mark; there must be one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Next()
    {
        while (_marks == 0)
        {
            _block += 64;
            _marks = MarksOf(ref Unsafe.Add(ref _origin, _block));
        }

        var place = _block + BitOperations.TrailingZeroCount(_marks);
        _marks &= _marks - 1;
        return place;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong MarksOf(ref byte bytes)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var all = Vector512.LoadUnsafe(ref bytes);
            return (Vector512.Equals(all, Vector512.Create((byte)',')) | Vector512.Equals(all, Vector512.Create((byte)';'))
                | Vector512.Equals(all, Vector512.Create((byte)'"')) | Vector512.LessThanOrEqual(all, Vector512.Create((byte)'\r')))
                .ExtractMostSignificantBits();
        }

        return Half(Vector256.LoadUnsafe(ref bytes)) | ((ulong)Half(Vector256.LoadUnsafe(ref bytes, 32)) << 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Half(Vector256<byte> half) =>
        (Vector256.Equals(half, Vector256.Create((byte)',')) | Vector256.Equals(half, Vector256.Create((byte)';'))
            | Vector256.Equals(half, Vector256.Create((byte)'"')) | Vector256.LessThanOrEqual(half, Vector256.Create((byte)'\r')))
            .ExtractMostSignificantBits();
}
