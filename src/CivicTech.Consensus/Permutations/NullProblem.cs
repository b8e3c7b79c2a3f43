using System.Numerics;
using CivicTech.Consensus.Ranks;

namespace CivicTech.Consensus.Permutations;

/// <summary>
/// The null distribution in small numbers: each rater's weight times u, moved to start at 0 and divided by what all have in common. With
/// x the sums of an item then, Q = Scale² Σx² - Offset.
/// </summary>
internal sealed class NullProblem
{
    private readonly BigInteger _scaleSquared;
    private readonly BigInteger _offset;

    private NullProblem(NullRow[] rows, int items, int largestSum, BigInteger scale, BigInteger offset)
    {
        Rows = rows;
        Items = items;
        LargestSum = largestSum;
        _scaleSquared = scale * scale;
        _offset = offset;
        Ways = rows.Skip(1).Aggregate(BigInteger.One, (ways, row) => ways * row.Ways);
    }

    /// <summary>Raters that distinguish items, in the order in which they are taken; the first stays fixed.</summary>
    internal NullRow[] Rows { get; }

    internal int Items { get; }

    /// <summary>No sum of an item is larger.</summary>
    internal int LargestSum { get; }

    /// <summary>The number of arrangements of <see cref="Rows"/>, the first fixed.</summary>
    internal BigInteger Ways { get; }

    /// <summary>Null when the numbers are too large.</summary>
    internal static NullProblem? TryCreate(RankMatrix rows)
    {
        var scale = BigInteger.Zero;
        var steps = new BigInteger[rows.Raters];
        var sumOfLowest = BigInteger.Zero;
        for (var rater = 0; rater < rows.Raters; rater++)
        {
            var row = rows.Row(rater);
            var lowest = Lowest(row);
            var step = 0;
            foreach (var value in row)
            {
                step = (int)BigInteger.GreatestCommonDivisor(step, value - lowest);
            }

            steps[rater] = step * (BigInteger)rows.Weights[rater];
            scale = BigInteger.GreatestCommonDivisor(scale, steps[rater]);
            sumOfLowest += lowest * (BigInteger)rows.Weights[rater];
        }

        var taken = new List<NullRow>();
        var largestSum = BigInteger.Zero;
        for (var rater = 0; rater < rows.Raters; rater++)
        {
            if (steps[rater].IsZero)
            {
                continue;
            }

            short[] sorted = [.. rows.Row(rater)];
            Array.Sort(sorted);
            var factor = rows.Weights[rater];
            largestSum += (sorted[^1] - sorted[0]) * (BigInteger)factor / scale;
            if (largestSum * largestSum * rows.Items > long.MaxValue)
            {
                return null;
            }

            taken.Add(new([.. sorted.Select(value => (int)((value - sorted[0]) * (Int128)factor / (Int128)scale))]));
        }

        return new(Ordered(taken), rows.Items, (int)largestSum, scale, sumOfLowest * sumOfLowest * rows.Items);
    }

    /// <summary>Q >= observed when the sum of squares of the sums is at least this.</summary>
    internal long Threshold(Int128 observed)
    {
        var least = BigInteger.DivRem((BigInteger)observed + _offset, _scaleSquared, out var rest) + (rest.Sign > 0 ? 1 : 0);
        return (long)BigInteger.Clamp(least, 0, long.MaxValue);
    }

    internal Int128 ToQ(BigInteger sumOfSquares) => (Int128)((sumOfSquares * _scaleSquared) - _offset);

    private static NullRow[] Ordered(List<NullRow> rows)
    {
        // The order changes only the work.
        return [.. rows.OrderByDescending(row => row.Ways)];
    }

    private static short Lowest(ReadOnlySpan<short> row)
    {
        var lowest = short.MaxValue;
        foreach (var value in row)
        {
            lowest = Math.Min(lowest, value);
        }

        return lowest;
    }
}
