using CivicTech.Consensus.Permutations;
using CivicTech.Consensus.Ranks;

namespace CivicTech.Consensus.Concordance;

/// <summary>
/// The test of agreement when raters rated different items. Each rater ranks the k items they rated; with d the centred midranks, w the
/// weight and s² = Σd²/(k - 1), which is corrected for ties, A = Σwd has the covariance V = Σw²s²(I - 11'/k), and T = A'V⁺A.
/// </summary>
internal sealed class IncompleteBlocks
{
    /// <summary>A replicate within this of T counts as reaching it: rounding can only make p larger.</summary>
    private const double Tolerance = 1e-10;

    private readonly RaterBlock[] _blocks;
    private readonly int[] _places;
    private readonly int[] _pivots;
    private readonly double[][] _cholesky;

    internal IncompleteBlocks(Ratings ratings, BlockWeighting weighting)
    {
        _blocks = [.. Enumerable.Range(0, ratings.Raters.Count).Select(rater => RaterBlock.Of(ratings.Row(rater), ratings.RaterWeights[rater], weighting))];
        var components = new Components(ratings.Items.Count, _blocks.Select(block => block.Items));
        Components = components.Count;

        // Within a component A sums to 0: one item of each can be left out, and what stays of V is positive definite.
        _pivots = [.. Enumerable.Range(0, ratings.Items.Count).Where(item => !components.IsFirst(item))];
        _places = [.. Enumerable.Repeat(-1, ratings.Items.Count)];
        for (var i = 0; i < _pivots.Length; i++)
        {
            _places[_pivots[i]] = i;
        }

        _cholesky = Cholesky(Covariance());
        Statistic = Quadratic(SumsOf(_blocks.Select(block => block.Ranks)));
    }

    /// <summary>T.</summary>
    internal double Statistic { get; }

    internal int Components { get; }

    internal int DegreesOfFreedom => _pivots.Length;

    /// <summary>How many random rankings, each within a rater's own items, give at least T.</summary>
    internal int CountAtLeast(int permutations, ulong seed, CancellationToken cancellationToken)
    {
        var count = 0;
        var ranks = _blocks.Select(block => (short[])block.Ranks.Clone()).ToArray();
        for (var replicate = 0; replicate < permutations; replicate++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new CounterRandom(seed, 0, (ulong)replicate);
            for (var i = 0; i < ranks.Length; i++)
            {
                _blocks[i].Ranks.CopyTo(ranks[i], 0);
                random.Shuffle(ranks[i]);
            }

            count += Quadratic(SumsOf(ranks)) >= Statistic * (1 - Tolerance) ? 1 : 0;
        }

        return count;
    }

    private double[] SumsOf(IEnumerable<short[]> ranks)
    {
        var sums = new double[_pivots.Length];
        foreach (var (block, row) in _blocks.Zip(ranks))
        {
            for (var i = 0; i < row.Length; i++)
            {
                if (_places[block.Items[i]] is >= 0 and var place)
                {
                    sums[place] += block.Scale * row[i];
                }
            }
        }

        return sums;
    }

    private double[][] Covariance()
    {
        var covariance = _pivots.Select((_, row) => new double[row + 1]).ToArray();
        foreach (var block in _blocks)
        {
            double count = block.Items.Length;
            var variance = block.Scale * block.Scale * block.Ranks.Sum(rank => (double)rank * rank) / (count - 1);
            foreach (var row in block.Items.Select(item => _places[item]).Where(place => place >= 0))
            {
                covariance[row][row] += variance;
                foreach (var column in block.Items.Select(item => _places[item]).Where(place => place >= 0 && place <= row))
                {
                    covariance[row][column] -= variance / count;
                }
            }
        }

        return covariance;
    }

    // |L⁻¹a|² for V = LL'.
    private double Quadratic(double[] sums)
    {
        var total = 0.0;
        for (var row = 0; row < sums.Length; row++)
        {
            var value = sums[row];
            for (var column = 0; column < row; column++)
            {
                value -= _cholesky[row][column] * sums[column];
            }

            sums[row] = value / _cholesky[row][row];
            total += sums[row] * sums[row];
        }

        return total;
    }

    private static double[][] Cholesky(double[][] lower)
    {
        for (var row = 0; row < lower.Length; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var value = lower[row][column];
                for (var i = 0; i < column; i++)
                {
                    value -= lower[row][i] * lower[column][i];
                }

                lower[row][column] = row == column ? Math.Sqrt(value) : value / lower[column][column];
            }
        }

        return lower;
    }

    /// <summary>The ranks of one rater, and what turns a doubled rank into its part of A.</summary>
    private sealed record RaterBlock(int[] Items, short[] Ranks, double Scale)
    {
        internal static RaterBlock Of(ReadOnlySpan<double> row, long weight, BlockWeighting weighting)
        {
            var rated = new RatedItems(row);
            var scale = weight / 2.0 * weighting switch
            {
                BlockWeighting.Unit => 1,
                BlockWeighting.SkillingsMack => Math.Sqrt(12.0 / (rated.Items.Length + 1)),
                _ => 1.0 / (rated.Items.Length + 1),
            };
            return new(rated.Items, rated.Ranks, scale);
        }
    }
}
