using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Coefficients;

/// <summary>Kappa and its variances from a table of counts, in whole numbers to the end.</summary>
/// <remarks>
/// Fleiss, Cohen and Everitt (1969), "Large sample standard errors of kappa and weighted kappa", Psychological Bulletin 72. Their proportions
/// and weights are brought to a common denominator: with rounding, the variance of complete agreement could come out below 0.
/// </remarks>
internal sealed class KappaTable
{
    private readonly long[,] _counts;
    private readonly Func<int, int, BigInteger> _weight;
    private readonly BigInteger _scale;
    private readonly BigInteger[] _rows;
    private readonly BigInteger[] _columns;

    /// <param name="counts">Square, not negative.</param>
    /// <param name="weight">Agreement between two categories, from 0 to scale.</param>
    /// <param name="scale">The agreement of a category with itself.</param>
    internal KappaTable(long[,] counts, Func<int, int, BigInteger> weight, BigInteger scale)
    {
        _counts = counts;
        _weight = weight;
        _scale = scale;
        _rows = new BigInteger[counts.GetLength(0)];
        _columns = new BigInteger[counts.GetLength(0)];
        foreach (var (i, j) in Cells())
        {
            _rows[i] += counts[i, j];
            _columns[j] += counts[i, j];
            Items += counts[i, j];
            Observed += counts[i, j] * weight(i, j);
        }

        foreach (var (i, j) in Cells())
        {
            Expected += _rows[i] * _columns[j] * weight(i, j);
        }
    }

    internal BigInteger Items { get; }

    /// <summary>Agreement observed, times items and scale.</summary>
    private BigInteger Observed { get; }

    /// <summary>Agreement expected by chance, times items twice and scale.</summary>
    private BigInteger Expected { get; }

    /// <summary>What agreement can gain on chance, times items twice and scale; 0 when both raters put all in one and the same category.</summary>
    internal BigInteger Gain => (_scale * Items * Items) - Expected;

    internal Rational ObservedAgreement => new(Observed, _scale * Items);

    internal Rational ExpectedAgreement => new(Expected, _scale * Items * Items);

    internal Rational Kappa => new((Items * Observed) - Expected, Gain);

    /// <summary>Of kappa as an estimate.</summary>
    internal Rational Variance
    {
        get
        {
            var (rowMeans, columnMeans) = Means();
            var sum = BigInteger.Zero;
            foreach (var (i, j) in Cells())
            {
                var term = (_weight(i, j) * Gain) - ((rowMeans[i] + columnMeans[j]) * ((_scale * Items) - Observed));
                sum += _counts[i, j] * term * term;
            }

            var mean = (Observed * Expected) - (2 * _scale * Items * Expected) + (_scale * Items * Items * Observed);
            return new(Items * ((Items * sum) - (mean * mean)), BigInteger.Pow(Gain, 4));
        }
    }

    /// <summary>Of kappa when raters answer each on their own.</summary>
    internal Rational NullVariance
    {
        get
        {
            var (rowMeans, columnMeans) = Means();
            var sum = BigInteger.Zero;
            foreach (var (i, j) in Cells())
            {
                var term = (_weight(i, j) * Items) - rowMeans[i] - columnMeans[j];
                sum += _rows[i] * _columns[j] * term * term;
            }

            return new(sum - (Expected * Expected), Items * Gain * Gain);
        }
    }

    // Of the weights of a row or column by the other rater's counts.
    private (BigInteger[] Rows, BigInteger[] Columns) Means()
    {
        var (rows, columns) = (new BigInteger[_rows.Length], new BigInteger[_rows.Length]);
        foreach (var (i, j) in Cells())
        {
            rows[i] += _weight(i, j) * _columns[j];
            columns[j] += _weight(i, j) * _rows[i];
        }

        return (rows, columns);
    }

    private IEnumerable<(int Row, int Column)> Cells()
    {
        for (var i = 0; i < _rows.Length; i++)
        {
            for (var j = 0; j < _rows.Length; j++)
            {
                yield return (i, j);
            }
        }
    }
}
