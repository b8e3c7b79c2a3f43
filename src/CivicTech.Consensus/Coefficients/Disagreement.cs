using System.Numerics;
using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Coefficients;

/// <summary>
/// Alpha from sums, over pairs of ratings, of their squared difference: within items, where a pair of an item with m ratings weighs
/// 1 / (m - 1), against all ratings thrown together. This is what coincidence matrices add up to, without the matrix.
/// </summary>
internal static class Disagreement
{
    private const int LargestExactRatio = 1000;

    internal static Statistic Alpha(PairableTable table, MeasurementLevel level)
    {
        if (level is MeasurementLevel.Nominal)
        {
            return Exact(table, Nominal);
        }

        if (level is MeasurementLevel.Ordinal)
        {
            var ranks = MiddleRanks(table);
            return Exact(table, counts => Interval(counts, ranks));
        }

        var numbers = DyadicScale.WholeNumbers(table.Values);
        if (level is MeasurementLevel.Interval)
        {
            return Exact(table, counts => Interval(counts, numbers));
        }

        // A common denominator of many ratios would be a very long number.
        if (numbers.Any(number => number > LargestExactRatio))
        {
            return Approximate(table);
        }

        var small = Array.ConvertAll(numbers, number => (int)number);
        return Exact(table, counts => Ratio(counts, small));
    }

    private static Statistic Exact(PairableTable table, Func<(int Value, long Count)[], Rational> between)
    {
        // Items with as many ratings are added first: their sum has no new denominator.
        var bySize = new SortedDictionary<long, Rational>();
        foreach (var unit in table.Units)
        {
            var size = unit.Sum(pair => pair.Count);
            bySize[size] = bySize.GetValueOrDefault(size) + between(unit);
        }

        var observed = bySize.Aggregate(Rational.Zero, (sum, pair) => sum + (pair.Value / (pair.Key - 1)));
        return Statistic.Of(1 - (observed * (table.Count - 1) / between(table.Totals)));
    }

    // Pairs of different values.
    private static Rational Nominal((int Value, long Count)[] counts)
    {
        var (all, same) = (BigInteger.Zero, BigInteger.Zero);
        foreach (var (_, count) in counts)
        {
            all += count;
            same += (BigInteger)count * count;
        }

        return ((all * all) - same) / 2;
    }

    // Σ over pairs of (a - b)² = n Σ a² - (Σ a)².
    private static Rational Interval((int Value, long Count)[] counts, BigInteger[] numbers)
    {
        var (count, sum, squares) = (BigInteger.Zero, BigInteger.Zero, BigInteger.Zero);
        foreach (var (value, times) in counts)
        {
            count += times;
            sum += times * numbers[value];
            squares += times * numbers[value] * numbers[value];
        }

        return (count * squares) - (sum * sum);
    }

    // The ordinal difference of two values is that of their middle ranks among all ratings: what lies between, and half of either end.
    private static BigInteger[] MiddleRanks(PairableTable table)
    {
        var below = BigInteger.Zero;
        var ranks = new BigInteger[table.Values.Length];
        foreach (var (value, count) in table.Totals)
        {
            ranks[value] = (2 * below) + count;
            below += count;
        }

        return ranks;
    }

    private static Rational Ratio((int Value, long Count)[] counts, int[] numbers)
    {
        // Pairs with the same sum have the same denominator.
        var bySum = new SortedDictionary<int, BigInteger>();
        for (var i = 0; i < counts.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (a, b) = (numbers[counts[i].Value], numbers[counts[j].Value]);
                bySum[a + b] = bySum.GetValueOrDefault(a + b) + ((BigInteger)counts[i].Count * counts[j].Count * ((a - b) * (a - b)));
            }
        }

        return bySum.Aggregate(Rational.Zero, (total, pair) => total + new Rational(pair.Value, (BigInteger)pair.Key * pair.Key));
    }

    private static Statistic Approximate(PairableTable table)
    {
        var observed = table.Units.Sum(unit => Ratio(unit, table.Values) / (unit.Sum(pair => pair.Count) - 1));
        return Statistic.Of(1 - (observed * (table.Count - 1) / Ratio(table.Totals, table.Values)));
    }

    private static double Ratio((int Value, long Count)[] counts, double[] values)
    {
        var total = 0.0;
        for (var i = 0; i < counts.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                // Divided first, so that large values do not overflow. Values ascend: the larger is above 0.
                var (small, large) = (values[counts[j].Value], values[counts[i].Value]);
                var quotient = (1 - (small / large)) / (1 + (small / large));
                total += (double)counts[i].Count * counts[j].Count * quotient * quotient;
            }
        }

        return total;
    }
}
