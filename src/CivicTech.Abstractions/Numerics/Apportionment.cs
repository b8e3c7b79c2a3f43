namespace CivicTech.Numerics;

/// <summary>Divides a whole amount (seats, cents, places) in whole parts, in proportion to weights, without losing any.</summary>
/// <remarks>
/// <para>The method is that of largest remainders, also called Hamilton's or Hare-Niemeyer's: each weight gets the whole
/// part of its exact share, and what is left goes, one unit each, to the largest fractional parts. Source: M. Balinski and
/// H. P. Young, "Fair Representation" (2nd ed. 2001), chapter 3.</para>
/// <para>Parts are never negative, sum to the total and differ by less than 1 from the exact shares (the quota rule); a zero
/// weight gets nothing. As for any rule that keeps quota, a larger total can make a single part smaller (the Alabama
/// paradox).</para>
/// <para>All arithmetic is exact for every input of the given types. Equal fractional parts are served in the order of
/// <c>priority</c>, or else in the order of the list.</para>
/// </remarks>
public static partial class Apportionment
{
    /// <summary>Divides by whole-number weights; equal remainders are served in the order of the list.</summary>
    /// <inheritdoc cref="LargestRemainders(long, ReadOnlySpan{long}, ReadOnlySpan{int})"/>
    public static long[] LargestRemainders(long total, ReadOnlySpan<long> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        return Divide(total, weights, ListedOrder(weights.Length));
    }

    /// <summary>Divides by whole-number weights; equal remainders are served in the order of <paramref name="priority"/>.</summary>
    /// <param name="total">The amount to divide, at least 0.</param>
    /// <param name="weights">The weights, each at least 0. Not all are 0, unless the total is.</param>
    /// <param name="priority">Every index of <paramref name="weights"/> once, those to be served first at its start.</param>
    /// <returns>A new array with the part of each weight, in the order of the weights.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="total"/> is negative.</exception>
    /// <exception cref="ArgumentException">
    /// A weight is negative; or all are zero (or there are none) and the total is not; or <paramref name="priority"/> is not
    /// an order of the weights.
    /// </exception>
    /// <remarks>Takes O(n log n) time and O(n) space for n weights.</remarks>
    public static long[] LargestRemainders(long total, ReadOnlySpan<long> weights, ReadOnlySpan<int> priority)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        return Divide(total, weights, Ranks(priority, weights.Length));
    }

    /// <summary>Divides by exact fractional weights; equal remainders are served in the order of the list.</summary>
    /// <inheritdoc cref="LargestRemainders(long, ReadOnlySpan{Rational}, ReadOnlySpan{int})"/>
    public static long[] LargestRemainders(long total, ReadOnlySpan<Rational> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        return Divide(total, weights, ListedOrder(weights.Length));
    }

    /// <summary>Divides by exact fractional weights; equal remainders are served in the order of <paramref name="priority"/>.</summary>
    /// <inheritdoc cref="LargestRemainders(long, ReadOnlySpan{long}, ReadOnlySpan{int})"/>
    /// <remarks>
    /// Takes O(n log n) operations for n weights. These are on numbers as long as the least common multiple of the
    /// denominators, which is long if the denominators have little in common.
    /// </remarks>
    public static long[] LargestRemainders(long total, ReadOnlySpan<Rational> weights, ReadOnlySpan<int> priority)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        return Divide(total, weights, Ranks(priority, weights.Length));
    }

    private static int[] ListedOrder(int count)
    {
        int[] ranks = new int[count];
        for (int i = 0; i < count; i++) ranks[i] = i;
        return ranks;
    }

    private static int[] Ranks(ReadOnlySpan<int> priority, int count)
    {
        int[] ranks = new int[count];
        Array.Fill(ranks, -1);
        if (priority.Length != count) throw NotAnOrder();
        for (int rank = 0; rank < count; rank++)
        {
            int index = priority[rank];
            if ((uint)index >= (uint)count || ranks[index] >= 0) throw NotAnOrder();
            ranks[index] = rank;
        }

        return ranks;
    }

    private static ArgumentException NotAnOrder() =>
        new("The priority must hold every index of the weights exactly once.", "priority");
}
