using CivicTech.Consensus.Distributions;
using CivicTech.Consensus.Ranks;

namespace CivicTech.Consensus.Concordance;

/// <summary>
/// The mean Spearman correlation over pairs of raters, and what leaving each rater out does to it, in one pass over the ranks:
/// with z the ranks of a rater scaled to length 1, Z = Σz and q = z·Z, the mean is (|Z|² - m) / (m(m - 1)) and without a rater
/// (|Z|² - m - 2(q - 1)) / ((m - 1)(m - 2)). A weight multiplies z; pairs are of two different raters.
/// </summary>
/// <remarks>Raters who tell nothing apart correlate with nobody and are left out here whatever the policy.</remarks>
internal sealed class SpearmanJackknife
{
    /// <summary>Fewer raters give intervals too wide to mean anything.</summary>
    internal const int FewestRaters = 5;

    private readonly int _items;
    private readonly double[] _withAll;
    private readonly double[] _weights;
    private readonly double _lengthSquared;
    private readonly double _weight;
    private readonly double _squaredWeights;

    internal SpearmanJackknife(RankMatrix ranks)
    {
        _items = ranks.Items;
        var norms = Enumerable.Range(0, ranks.Raters).Select(rater => Norm(ranks.Row(rater))).ToArray();
        _weights = [.. ranks.Weights.Select((weight, rater) => norms[rater] > 0 ? (double)weight : 0)];
        _weight = _weights.Sum();
        _squaredWeights = _weights.Sum(weight => weight * weight);

        var sum = new double[ranks.Items];
        for (var rater = 0; rater < ranks.Raters; rater++)
        {
            if (norms[rater] > 0)
            {
                AddScaled(sum, ranks.Row(rater), _weights[rater] / norms[rater]);
            }
        }

        _lengthSquared = sum.Sum(value => value * value);
        _withAll = [.. norms.Select((norm, rater) => norm > 0 ? Dot(sum, ranks.Row(rater)) / norm : double.NaN)];
    }

    internal int Raters => _weights.Count(weight => weight > 0);

    /// <summary>(Σw)² / Σw²: m when nobody has a weight. With it, W = ((m - 1) r + 1) / m also for weighted raters.</summary>
    internal double EffectiveRaters => _weight * _weight / _squaredWeights;

    internal Statistic Mean => Undefined() is { } reason ? Statistic.UndefinedFor(reason) : Statistic.Of(Clamp(MeanOf(_lengthSquared, _weight, _squaredWeights)));

    /// <summary>The mean correlation of one rater with the others, by their weights.</summary>
    internal Statistic WithOthers(int rater) => Undefined() is { } reason ? Statistic.UndefinedFor(reason)
        : _weights[rater] == 0 ? Statistic.UndefinedFor(UndefinedReason.NoVariation)
        : Statistic.Of(Clamp((_withAll[rater] - _weights[rater]) / (_weight - _weights[rater])));

    /// <summary>Whether a rater tells items apart.</summary>
    internal bool HasPart(int rater) => _weights[rater] > 0;

    /// <summary>The mean correlation without one rater; NaN for raters who have no part in it.</summary>
    internal double Without(int rater)
    {
        var weight = _weights[rater];
        var length = _lengthSquared - (2 * weight * _withAll[rater]) + (weight * weight);
        return MeanOf(length, _weight - weight, _squaredWeights - (weight * weight));
    }

    internal double[] LeaveOneOut() => [.. Enumerable.Range(0, _weights.Length).Where(rater => _weights[rater] > 0).Select(Without)];

    /// <summary>The mean correlation with its interval: Student's t with m - 1 degrees of freedom on Fisher's z.</summary>
    internal JackknifeEstimate Estimate(double level)
    {
        if (Undefined() is { } reason)
        {
            return JackknifeEstimate.UndefinedFor(reason);
        }

        return Estimate(Mean, Raters > 2 ? LeaveOneOut() : [], level);
    }

    /// <summary>An estimate from the mean of all and the means that leave one rater out each.</summary>
    internal static JackknifeEstimate Estimate(Statistic mean, double[] without, double level)
    {
        var error = without.Length > 2 ? Statistic.Of(Jackknife.StandardError(without)) : Statistic.UndefinedFor(UndefinedReason.TooFewRaters);
        if (without.Length < FewestRaters)
        {
            return new(mean, error, null, UndefinedReason.TooFewRaters);
        }

        // Where all (but one) agree completely, z is infinite.
        if (without.Any(value => Math.Abs(value) > 1 - 1e-12))
        {
            return new(mean, error, null, UndefinedReason.CompleteAgreement);
        }

        if (error.Value < Jackknife.Nothing)
        {
            return new(mean, error, null, UndefinedReason.NoSpread);
        }

        var half = Jackknife.StandardError([.. without.Select(Math.Atanh)]) * Tails.StudentQuantile((1 + level) / 2, without.Length - 1);
        var centre = Math.Atanh(mean.Value);
        return new(mean, error, new(Math.Tanh(centre - half), Math.Tanh(centre + half), level), null);
    }

    /// <summary>The same on the scale of W, from 0 to 1.</summary>
    internal JackknifeEstimate EstimateOfW(double level)
    {
        var estimate = Estimate(level);
        return estimate.Value.IsDefined
            ? new(
                Statistic.Of(ToW(estimate.Value.Value)),
                estimate.StandardError.IsDefined ? Statistic.Of(estimate.StandardError.Value * (EffectiveRaters - 1) / EffectiveRaters) : estimate.StandardError,
                estimate.Interval is { } interval ? new(Math.Max(0, ToW(interval.Lower)), Math.Min(1, ToW(interval.Upper)), level) : null,
                estimate.NoInterval)
            : estimate;
    }

    private double ToW(double correlation) => ((EffectiveRaters - 1) * correlation + 1) / EffectiveRaters;

    private UndefinedReason? Undefined() =>
        _items < 2 ? UndefinedReason.FewerThanTwoItems :
        _weights.Length < 2 ? UndefinedReason.FewerThanTwoRaters
        : Raters == 0 ? UndefinedReason.NoVariation
        : Raters < 2 ? UndefinedReason.FewerThanTwoRaters
        : null;

    private static double MeanOf(double lengthSquared, double weight, double squaredWeights) =>
        (lengthSquared - squaredWeights) / ((weight * weight) - squaredWeights);

    // Rounding may lead a hair beyond what a correlation can be.
    private static double Clamp(double correlation) => Math.Clamp(correlation, -1, 1);

    private static double Norm(ReadOnlySpan<short> row)
    {
        long squares = 0;
        foreach (var rank in row)
        {
            squares += (long)rank * rank;
        }

        return Math.Sqrt(squares);
    }

    private static double Dot(double[] sum, ReadOnlySpan<short> row)
    {
        var dot = 0.0;
        for (var item = 0; item < sum.Length; item++)
        {
            dot += sum[item] * row[item];
        }

        return dot;
    }

    private static void AddScaled(double[] sum, ReadOnlySpan<short> row, double scale)
    {
        for (var item = 0; item < sum.Length; item++)
        {
            sum[item] += scale * row[item];
        }
    }
}
