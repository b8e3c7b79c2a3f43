using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CivicTech.Consensus.Ranks;

/// <summary>Turns rows, one a rater, into vectors, one an item: lane r is rater r. There are as many raters as lanes.</summary>
internal static class RaterColumns
{
    /// <summary>What makes a byte signed, in the same order.</summary>
    internal const byte Sign = 0x80;

    /// <summary>Bytes become signed, in the same order: 0 is -128.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Of(ReadOnlySpan<byte> rows, Span<Vector<sbyte>> columns)
    {
        var items = columns.Length;
        ref var from = ref MemoryMarshal.GetReference(rows[..(items * Vector<sbyte>.Count)]);
        ref var to = ref Unsafe.As<Vector<sbyte>, byte>(ref MemoryMarshal.GetReference(columns));
        if (Interleave.IsSupported && items >= 8)
        {
            for (var item = 0; item < items; item += 8)
            {
                // The last tile overlaps the one before rather than read beyond the row.
                var first = Math.Min(item, items - 8);
                for (var rater = 0; rater < Vector<sbyte>.Count; rater += 8)
                {
                    ref var corner = ref Unsafe.Add(ref from, (rater * items) + first);
                    Tile(ref corner, items, ref Unsafe.Add(ref to, (first * Vector<sbyte>.Count) + rater));
                }
            }

            return;
        }

        for (var rater = 0; rater < Vector<sbyte>.Count; rater++)
        {
            for (var item = 0; item < items; item++)
            {
                Unsafe.Add(ref to, (item * Vector<sbyte>.Count) + rater) = (byte)(Unsafe.Add(ref from, (rater * items) + item) ^ Sign);
            }
        }
    }

    /// <summary>Values stay as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Of(ReadOnlySpan<double> rows, Span<Vector<double>> columns)
    {
        var items = columns.Length;
        ref var from = ref MemoryMarshal.GetReference(rows[..(items * Vector<double>.Count)]);
        ref var to = ref Unsafe.As<Vector<double>, double>(ref MemoryMarshal.GetReference(columns));
        if (Interleave.IsSupported && items >= 2)
        {
            for (var item = 0; item < items; item += 2)
            {
                var first = Math.Min(item, items - 2);
                ref var corner = ref Unsafe.Add(ref from, first);
                ref var target = ref Unsafe.Add(ref to, first * Vector<double>.Count);
                for (var rater = 0; rater < Vector<double>.Count; rater += 2)
                {
                    var one = Vector128.LoadUnsafe(ref corner, (nuint)(rater * items));
                    var other = Vector128.LoadUnsafe(ref corner, (nuint)((rater + 1) * items));
                    Interleave.Lower(one, other).StoreUnsafe(ref target, (nuint)rater);
                    Interleave.Upper(one, other).StoreUnsafe(ref target, (nuint)(rater + Vector<double>.Count));
                }
            }

            return;
        }

        for (var item = 0; item < items; item++)
        {
            for (var rater = 0; rater < Vector<double>.Count; rater++)
            {
                Unsafe.Add(ref to, (item * Vector<double>.Count) + rater) = Unsafe.Add(ref from, (rater * items) + item);
            }
        }
    }

    // 8 raters by 8 items.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tile(ref byte from, int items, ref byte to)
    {
        var rows01 = Interleave.Lower(Eight(ref from, 0), Eight(ref from, items)).AsUInt16();
        var rows23 = Interleave.Lower(Eight(ref from, 2 * items), Eight(ref from, 3 * items)).AsUInt16();
        var rows45 = Interleave.Lower(Eight(ref from, 4 * items), Eight(ref from, 5 * items)).AsUInt16();
        var rows67 = Interleave.Lower(Eight(ref from, 6 * items), Eight(ref from, 7 * items)).AsUInt16();
        var lower0123 = Interleave.Lower(rows01, rows23).AsUInt32();
        var upper0123 = Interleave.Upper(rows01, rows23).AsUInt32();
        var lower4567 = Interleave.Lower(rows45, rows67).AsUInt32();
        var upper4567 = Interleave.Upper(rows45, rows67).AsUInt32();
        Store(Interleave.Lower(lower0123, lower4567), ref to, 0);
        Store(Interleave.Upper(lower0123, lower4567), ref to, 2);
        Store(Interleave.Lower(upper0123, upper4567), ref to, 4);
        Store(Interleave.Upper(upper0123, upper4567), ref to, 6);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Eight(ref byte from, int offset) =>
        Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref from, offset))).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector128<uint> two, ref byte to, int item)
    {
        var signed = (two.AsByte() ^ Vector128.Create(Sign)).AsUInt64();
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, item * Vector<sbyte>.Count), signed.ToScalar());
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, (item + 1) * Vector<sbyte>.Count), signed.GetElement(1));
    }
}
