using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Permutations;

/// <summary>Inversions of random permutations of different items: their counts are the Mahonian numbers.</summary>
internal static class InversionCounts
{
    /// <summary>The most items that are counted.</summary>
    internal const int MaxItems = 50;

    /// <summary>The probability that the pairs in order less the inverted pairs are at least as far from 0 as this.</summary>
    /// <param name="items">From 2 to <see cref="MaxItems"/>.</param>
    /// <param name="score">Of the same parity as the number of pairs.</param>
    internal static Rational TwoSided(int items, long score)
    {
        var pairs = items * (items - 1) / 2;
        if (score == 0)
        {
            return Rational.One;
        }

        // As symmetric as it is, one tail will do. Only counts up to the score are needed, and they come from lower ones alone.
        var most = (pairs - (int)Math.Abs(score)) / 2;
        var counts = new BigInteger[most + 1];
        counts[0] = BigInteger.One;
        var permutations = BigInteger.One;
        for (var size = 2; size <= items; size++)
        {
            permutations *= size;

            // The new item stands before 0 to size - 1 of the others: times 1 + q + ... + q^(size - 1), as (1 - q^size) / (1 - q).
            for (var i = most; i >= size; i--)
            {
                counts[i] -= counts[i - size];
            }

            for (var i = 1; i <= most; i++)
            {
                counts[i] += counts[i - 1];
            }
        }

        return new(2 * counts.Aggregate(BigInteger.Zero, (sum, count) => sum + count), permutations);
    }
}
