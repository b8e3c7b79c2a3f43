using System.Numerics;
using CivicTech.Consensus.Ranks;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Permutations;

/// <summary>
/// The exact distribution of the difference between the rank sums of two items when every rater ranks at random, ties as they are: the sum,
/// over raters, of the difference between two places drawn from the rater's.
/// </summary>
/// <remarks>
/// Eisinga, Heskes, Pelzer and Te Grotenhuis (2017), "Exact p-values for pairwise comparison of Friedman rank sums", BMC Bioinformatics 18:68,
/// give it without ties as an alternating sum. Here each rater is a polynomial whose coefficients count pairs of places; the product is taken
/// of one long whole number for each, with room between the coefficients, so that nothing but multiplication is needed.
/// </remarks>
internal sealed class RankDifferences
{
    /// <summary>Bits of the product: a fraction of a second.</summary>
    private const long MaxBits = 1L << 22;

    private readonly BigInteger[] _atLeast;
    private readonly BigInteger _all;
    private readonly long _step;

    private RankDifferences(BigInteger[] atLeast, BigInteger all, long step)
    {
        _atLeast = atLeast;
        _all = all;
        _step = step;
    }

    /// <summary>The probability of a difference at least as far from 0.</summary>
    /// <param name="difference">Of sums of doubled centred ranks that these raters can give.</param>
    internal Rational TwoSided(long difference) =>
        difference == 0 ? Rational.One : new(2 * _atLeast[Math.Abs(difference) / _step], _all);

    /// <summary>Null when the product would be too long.</summary>
    /// <param name="rows">At least one rater and two items, every rater once.</param>
    internal static RankDifferences? TryCreate(RankMatrix rows)
    {
        var pairs = (BigInteger)rows.Items * (rows.Items - 1);
        if (rows.Raters * pairs.GetBitLength() > MaxBits)
        {
            return null;
        }

        // Bytes, so that coefficients can be read from the digits.
        var all = BigInteger.Pow(pairs, rows.Raters);
        var width = (all.GetByteCount(isUnsigned: true) * 8);
        var step = Enumerable.Range(0, rows.Raters).Aggregate(0L, (step, rater) => Step(rows.Row(rater), step));
        var reach = Enumerable.Range(0, rows.Raters).Sum(rater => Reach(rows.Row(rater)) / step);
        if (((2 * reach) + 1) * width > MaxBits)
        {
            return null;
        }

        var factors = new BigInteger[rows.Raters];
        for (var rater = 0; rater < factors.Length; rater++)
        {
            factors[rater] = Polynomial(rows.Row(rater), step, width);
        }

        return new(Tails(Product(factors), (int)reach, width / 8), all, step);
    }

    // All differences are multiples of the differences between neighbouring places.
    private static long Step(ReadOnlySpan<short> row, long step)
    {
        foreach (var place in row)
        {
            step = (long)BigInteger.GreatestCommonDivisor(step, place - row[0]);
        }

        return step;
    }

    private static long Reach(ReadOnlySpan<short> row)
    {
        var (low, high) = (row[0], row[0]);
        foreach (var place in row)
        {
            (low, high) = (Math.Min(low, place), Math.Max(high, place));
        }

        return high - low;
    }

    // Of x to the power of difference + reach, in steps, with x = 2^width: how many ordered pairs of items have it.
    private static BigInteger Polynomial(ReadOnlySpan<short> row, long step, int width)
    {
        var places = row.ToArray().CountBy(place => place).OrderBy(pair => pair.Key).ToArray();
        var counts = new long[(2 * Reach(row) / step) + 1];
        var middle = counts.Length / 2;
        foreach (var (high, ones) in places)
        {
            foreach (var (low, others) in places)
            {
                counts[middle + ((high - low) / step)] += (long)ones * (high == low ? others - 1 : others);
            }
        }

        var digits = new byte[counts.Length * (width / 8) + sizeof(long)];
        for (var i = 0; i < counts.Length; i++)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(digits.AsSpan(i * (width / 8)), counts[i]);
        }

        return new(digits, isUnsigned: true);
    }

    // Halves against halves: long numbers are multiplied fastest by numbers as long.
    private static BigInteger Product(ReadOnlySpan<BigInteger> factors) => factors.Length switch
    {
        1 => factors[0],
        _ => Product(factors[..(factors.Length / 2)]) * Product(factors[(factors.Length / 2)..]),
    };

    // The coefficient at reach belongs to a difference of 0.
    private static BigInteger[] Tails(BigInteger product, int reach, int bytes)
    {
        var digits = new byte[((2 * reach) + 1) * bytes];
        product.TryWriteBytes(digits, out _, isUnsigned: true);
        var atLeast = new BigInteger[reach + 1];
        var sum = BigInteger.Zero;
        for (var i = reach; i >= 0; i--)
        {
            sum += new BigInteger(digits.AsSpan((reach + i) * bytes, bytes), isUnsigned: true);
            atLeast[i] = sum;
        }

        return atLeast;
    }
}
