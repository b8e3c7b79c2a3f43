using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Distributions;
using CivicTech.Consensus.Permutations;
using CivicTech.Consensus.Ranks;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Coefficients;

/// <summary>Tests of differences between sums of doubled centred ranks. Few differences are different: each is tested once.</summary>
internal sealed class PairTests
{
    private readonly Dictionary<long, SignificanceTest> _rankSum = [];
    private readonly Dictionary<long, SignificanceTest> _conover = [];
    private readonly Dictionary<long, SignificanceTest> _nemenyi = [];
    private readonly UndefinedReason? _undefined;
    private readonly RankDifferences? _exact;
    private readonly int _items;

    // Of one rank sum under random ranking, up to what it shares with all others; and what is left beside the items' effects.
    private readonly double _variance;
    private readonly double _residual;
    private readonly double _degrees;

    internal PairTests(RankMatrix ranks)
    {
        _items = ranks.Items;
        _undefined = ranks.IsWeighted ? UndefinedReason.WeightedRaters : ranks.Raters < 2 ? UndefinedReason.FewerThanTwoRaters : null;
        if (_undefined is not null)
        {
            return;
        }

        var squares = Int128.Zero;
        foreach (var rank in ranks.Values)
        {
            squares += rank * rank;
        }

        _exact = RankDifferences.TryCreate(ranks);
        _variance = (double)squares / (_items - 1);
        _degrees = (ranks.Raters - 1.0) * (_items - 1);
        _residual = (double)((ranks.Raters * squares) - ranks.SumOfSquares()) / _degrees;
    }

    internal SignificanceTest RankSum(long difference) => Once(_rankSum, difference, TestMethod.Exact, () =>
    {
        var z = difference / Math.Sqrt(2 * _variance);
        return _exact is { } exact
            ? new(TestMethod.Exact, Statistic.Of(new Rational(difference, 2)), Statistic.Of(exact.TwoSided(difference)))
            : new(TestMethod.Normal, Statistic.Of(z), Statistic.Of(Tails.NormalTwoSided(z)));
    });

    internal SignificanceTest Conover(long difference) => Once(_conover, difference, TestMethod.StudentT, () =>
    {
        if (_residual == 0)
        {
            return Undefined(TestMethod.StudentT, UndefinedReason.CompleteAgreement);
        }

        var t = difference / Math.Sqrt(2 * _residual);
        return new(TestMethod.StudentT, Statistic.Of(t), Statistic.Of(Tails.StudentTwoSided(t, _degrees))) { DegreesOfFreedom = _degrees };
    });

    internal SignificanceTest Nemenyi(long difference) => Once(_nemenyi, difference, TestMethod.StudentizedRange, () =>
    {
        var q = Math.Abs(difference) / Math.Sqrt(_variance);
        return new(TestMethod.StudentizedRange, Statistic.Of(q), Statistic.Of(StudentizedRange.Tail(q, _items)));
    });

    private SignificanceTest Once(Dictionary<long, SignificanceTest> known, long difference, TestMethod method, Func<SignificanceTest> test)
    {
        if (!known.TryGetValue(difference, out var result))
        {
            result = _undefined is { } reason ? Undefined(method, reason) : test();
            known.Add(difference, result);
        }

        return result;
    }

    private static SignificanceTest Undefined(TestMethod method, UndefinedReason reason)
    {
        var none = Statistic.UndefinedFor(reason);
        return new(method, none, none);
    }
}
