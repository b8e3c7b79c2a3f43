using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace CivicTech.Consensus.Ranks;

/// <summary>Turns the values of one rater into doubled centred midranks.</summary>
internal static class Midranks
{
    /// <summary>The most items that a rater can rank: entries fit in 16 bits.</summary>
    internal const int MaxItems = short.MaxValue;

    private const int OnStack = 512;

    /// <summary>Ranks ascending: equal values share their middle rank, -0 equals 0, infinities are values like others.</summary>
    /// <param name="values">No NaN among them.</param>
    /// <param name="ranks">As long as <paramref name="values"/>.</param>
    [SkipLocalsInit]
    internal static void Of(ReadOnlySpan<double> values, Span<short> ranks)
    {
        var count = values.Length;
        if (count <= OnStack)
        {
            Rank(values, stackalloc ulong[count], stackalloc ulong[count], ranks);
            return;
        }

        var scratch = ArrayPool<ulong>.Shared.Rent(2 * count);
        Rank(values, scratch.AsSpan(0, count), scratch.AsSpan(count, count), ranks);
        ArrayPool<ulong>.Shared.Return(scratch);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rank(ReadOnlySpan<double> values, Span<ulong> keys, Span<ulong> scratch, Span<short> ranks)
    {
        RankKeys.Fill(values, keys);
        if (keys.Length >= RankKeys.RadixFrom)
        {
            RankKeys.RadixSort(keys, scratch);
        }
        else
        {
            keys.Sort();
        }

        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && RankKeys.AreAlike(keys[start], keys[end]))
            {
                end++;
            }

            if (end == start + 1)
            {
                ranks[RankKeys.PlaceOf(keys[start])] = (short)(start - (keys.Length - end));
            }
            else
            {
                RankAlike(values, keys[start..end], start, ranks);
            }

            start = end;
        }
    }

    // Values that are equal or nearly so, and how many are below them.
    [SkipLocalsInit]
    private static void RankAlike(ReadOnlySpan<double> values, Span<ulong> keys, int below, Span<short> ranks)
    {
        Span<double> alike = keys.Length <= OnStack ? stackalloc double[keys.Length] : new double[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            alike[i] = values[RankKeys.PlaceOf(keys[i])];
        }

        if (alike.ContainsAnyExcept(alike[0]))
        {
            alike.Sort(keys);
        }

        for (var start = 0; start < alike.Length;)
        {
            var end = start + 1;
            while (end < alike.Length && alike[end] == alike[start])
            {
                end++;
            }

            // Items below minus items above.
            var rank = (short)(below + start - (values.Length - (below + end)));
            foreach (var key in keys[start..end])
            {
                ranks[RankKeys.PlaceOf(key)] = rank;
            }

            start = end;
        }
    }
}
