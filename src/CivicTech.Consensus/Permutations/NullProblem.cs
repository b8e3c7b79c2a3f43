using System.Numerics;
using CivicTech.Consensus.Ranks;

namespace CivicTech.Consensus.Permutations;

/// <summary>
/// The null distribution in small numbers: each rater's weight times u, moved to start at 0 and divided by what all have in common. With
/// x the sum of an item then, Q = scale² Σx² - offset.
/// </summary>
internal sealed class NullProblem
{
    private readonly BigInteger _scaleSquared;
    private readonly BigInteger _offset;
    private readonly BigInteger _total;

    private NullProblem(NullRow[] rows, int items, int largestSum, BigInteger scale, BigInteger offset, BigInteger waysOfFirst)
    {
        // Fewest arrangements first: that keeps the states few. Equal patterns lie together; what order the ratings came in does not matter.
        Array.Sort(rows, static (x, y) => x.Ways != y.Ways ? x.Ways.CompareTo(y.Ways) : x.Ascending.AsSpan().SequenceCompareTo(y.Ascending));
        Rows = rows;
        Items = items;
        LargestSum = largestSum;
        _scaleSquared = scale * scale;
        _offset = offset;
        Ways = rows.Skip(1).Aggregate(BigInteger.One, (ways, row) => ways * row.Ways);
        _total = rows.Length == 0 ? 1 : Ways * rows[0].Ways / waysOfFirst;
    }

    /// <summary>Raters that distinguish items, in the order in which they are taken; the first stays fixed.</summary>
    internal NullRow[] Rows { get; }

    internal int Items { get; }

    /// <summary>No sum of an item is larger.</summary>
    internal int LargestSum { get; }

    /// <summary>The number of arrangements of <see cref="Rows"/>, the first fixed.</summary>
    internal BigInteger Ways { get; }

    /// <summary>Null when the numbers are too large.</summary>
    internal static NullProblem? TryCreate(RankMatrix ranks)
    {
        var steps = new BigInteger[ranks.Raters];
        var scale = BigInteger.Zero;
        BigInteger lowest = 0, largest = 0;
        for (var rater = 0; rater < ranks.Raters; rater++)
        {
            BigInteger weight = ranks.Weights[rater];
            var (least, most, step) = Shape(ranks.Row(rater));
            steps[rater] = step * weight;
            scale = BigInteger.GreatestCommonDivisor(scale, steps[rater]);
            lowest += least * weight;
            largest += (most - least) * weight;
        }

        // Sums of squares fit in 64 bits.
        scale = BigInteger.Max(scale, 1);
        largest /= scale;
        if (largest * largest * ranks.Items > long.MaxValue || largest > int.MaxValue)
        {
            return null;
        }

        var rows = new List<NullRow>();
        var waysOfFirst = BigInteger.One;
        for (var rater = 0; rater < ranks.Raters; rater++)
        {
            if (!steps[rater].IsZero)
            {
                rows.Add(new(Scaled(ranks.Row(rater), ranks.Weights[rater], (Int128)scale)));
                waysOfFirst = rater == 0 ? rows[0].Ways : waysOfFirst;
            }
        }

        return new([.. rows], ranks.Items, (int)largest, scale, lowest * lowest * ranks.Items, waysOfFirst);
    }

    /// <summary>Q >= observed when the sum of squares of the sums is at least this.</summary>
    internal long Threshold(Int128 observed)
    {
        var least = BigInteger.DivRem(observed + _offset, _scaleSquared, out var rest) + (rest.Sign > 0 ? 1 : 0);
        return (long)BigInteger.Clamp(least, 0, long.MaxValue);
    }

    internal Int128 ToQ(long sumOfSquares) => (Int128)((sumOfSquares * _scaleSquared) - _offset);

    /// <summary>Counts when the first rater of the ratings stays fixed, not the first of <see cref="Rows"/>: the shares are the same.</summary>
    internal (BigInteger Count, BigInteger Total) AsGiven(BigInteger count) => (count * _total / Ways, _total);

    private static int[] Scaled(ReadOnlySpan<short> row, long weight, Int128 scale)
    {
        short[] sorted = [.. row];
        Array.Sort(sorted);
        return [.. sorted.Select(value => (int)((Int128)weight * (value - sorted[0]) / scale))];
    }

    // The largest step of which all differences are multiples: 0 for equal values.
    private static (int Least, int Most, int Step) Shape(ReadOnlySpan<short> row)
    {
        int least = row[0], most = row[0], step = 0;
        foreach (var value in row)
        {
            least = Math.Min(least, value);
            most = Math.Max(most, value);
            for (int rest = Math.Abs(value - row[0]); rest != 0;)
            {
                (step, rest) = (rest, step % rest);
            }
        }

        return (least, most, step);
    }
}
