using CivicTech.Consensus.Ranks;

namespace CivicTech.Consensus.Concordance;

/// <summary>Mean Spearman correlation over pairs of raters on the items that both rated.</summary>
internal static class PairwiseSpearman
{
    /// <summary>Fewer items in common say too little of a pair.</summary>
    internal const int FewestItems = 3;

    /// <summary>The mean, pairs weighted by their common items less one and by the weights of both. Takes O(m²n log n).</summary>
    internal static Statistic Mean(Ratings ratings, CancellationToken cancellationToken)
    {
        var (total, weights) = (0.0, 0.0);
        for (var left = 0; left < ratings.Raters.Count; left++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var right = left + 1; right < ratings.Raters.Count; right++)
            {
                if (OnCommon(ratings.Row(left), ratings.Row(right)) is var (correlation, common))
                {
                    var weight = (double)ratings.RaterWeights[left] * ratings.RaterWeights[right] * (common - 1);
                    total += weight * correlation;
                    weights += weight;
                }
            }
        }

        return weights > 0 ? Statistic.Of(Math.Clamp(total / weights, -1, 1)) : Statistic.UndefinedFor(UndefinedReason.NothingInCommon);
    }

    /// <summary>((k - 1) r + 1) / k, with k the mean number of raters of an item.</summary>
    internal static Statistic GeneralizedW(Ratings ratings, Statistic mean)
    {
        var given = 0.0;
        for (var rater = 0; rater < ratings.Raters.Count; rater++)
        {
            foreach (var value in ratings.Row(rater))
            {
                given += double.IsNaN(value) ? 0 : ratings.RaterWeights[rater];
            }
        }

        var raters = given / ratings.Items.Count;
        return mean.IsDefined ? Statistic.Of((((raters - 1) * mean.Value) + 1) / raters) : mean;
    }

    private static (double Correlation, int Common)? OnCommon(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        Span<double> x = new double[left.Length];
        Span<double> y = new double[left.Length];
        var common = 0;
        for (var item = 0; item < left.Length; item++)
        {
            if (!double.IsNaN(left[item]) && !double.IsNaN(right[item]))
            {
                (x[common], y[common]) = (left[item], right[item]);
                common++;
            }
        }

        if (common < FewestItems)
        {
            return null;
        }

        Span<short> ranksX = new short[common];
        Span<short> ranksY = new short[common];
        Midranks.Of(x[..common], ranksX);
        Midranks.Of(y[..common], ranksY);
        long xx = 0, yy = 0, xy = 0;
        for (var i = 0; i < common; i++)
        {
            xx += (long)ranksX[i] * ranksX[i];
            yy += (long)ranksY[i] * ranksY[i];
            xy += (long)ranksX[i] * ranksY[i];
        }

        return xx > 0 && yy > 0 ? (xy / Math.Sqrt((double)xx * yy), common) : null;
    }
}
