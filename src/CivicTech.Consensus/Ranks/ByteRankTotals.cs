using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CivicTech.Consensus.Ranks;

/// <summary>Totals of a few blocks of raters whose ranks are in the lanes of vectors.</summary>
internal struct ByteRankTotals
{
    /// <summary>
    /// So many blocks at most: sums of ranks fit in 16 bits, though two lanes become one (128 times 2 times 127), and counts of constant
    /// raters in 8 (they are kept as negative numbers, to -128).
    /// </summary>
    internal const int MaxBlocks = 128;

    private Vector<uint> _squares;
    private Vector<sbyte> _constant;

    internal readonly long Squares
    {
        get
        {
            Vector.Widen(_squares, out var lower, out var upper);
            return (long)Vector.Sum(lower + upper);
        }
    }

    internal readonly int Constant
    {
        get
        {
            Vector.Widen(_constant, out var lower, out var upper);
            return -Vector.Sum(lower + upper);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(ReadOnlySpan<Vector<sbyte>> ranks, Span<Vector<short>> sums)
    {
        // So many squares, two at a time, fit in 16 bits.
        var items = ranks.Length;
        var run = items == 1 ? 1 : ushort.MaxValue / (2 * (items - 1) * (items - 1));
        ref var rank = ref MemoryMarshal.GetReference(ranks);
        ref var sum = ref MemoryMarshal.GetReference(sums[..items]);
        var any = Vector<sbyte>.Zero;
        for (var item = 0; item < items;)
        {
            var end = Math.Min(items, item + run);
            var squares = Vector<short>.Zero;
            for (; item < end; item++)
            {
                var one = Unsafe.Add(ref rank, item);
                any |= one;
                Vector.Widen(one, out var lower, out var upper);
                Unsafe.Add(ref sum, item) += lower + upper;
                squares += (lower * lower) + (upper * upper);
            }

            Vector.Widen(Vector.AsVectorUInt16(squares), out var left, out var right);
            _squares += left + right;
        }

        _constant += Vector.Equals(any, Vector<sbyte>.Zero);
    }
}
