using System.Numerics;
using CivicTech.Consensus.Distributions;
using CivicTech.Consensus.Ranks;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Concordance;

/// <summary>W and the approximate tests that follow from sums over m raters of n items: exact fractions until a distribution is asked.</summary>
/// <param name="items">n.</param>
/// <param name="raters">m, by weight.</param>
/// <param name="sumOfSquares">Σ over items of (Σ over raters of u)² = 4S, with u the doubled centred midrank.</param>
/// <param name="squares">Σ over raters and items of u² = 4ΣD.</param>
internal sealed class ConcordanceFigures(int items, long raters, BigInteger sumOfSquares, BigInteger squares)
{
    private readonly Rational _n = items;
    private readonly Rational _m = raters;

    /// <summary>n³ - n.</summary>
    private Rational Cube => (_n * _n * _n) - _n;

    internal static ConcordanceFigures Of(ConcordanceState state, ConstantRaters policy) => new(
        state.Items.Count,
        state.RatersBy(policy),
        state.SumOfSquares,
        state.Squares);

    internal static ConcordanceFigures Of(RankMatrix ranks)
    {
        BigInteger squares = 0;
        long raters = 0;
        for (var rater = 0; rater < ranks.Raters; rater++)
        {
            long own = 0;
            foreach (var rank in ranks.Row(rater))
            {
                own += (long)rank * rank;
            }

            squares += (Int128)ranks.Weights[rater] * own;
            raters = checked(raters + ranks.Weights[rater]);
        }

        return new(ranks.Items, raters, ranks.SumOfSquares(), squares);
    }

    /// <summary>The same without one rater.</summary>
    internal ConcordanceFigures Without(ReadOnlySpan<short> row, long weight, ReadOnlySpan<long> sums)
    {
        BigInteger sumOfOthers = 0;
        Int128 own = 0;
        for (var item = 0; item < row.Length; item++)
        {
            var others = (Int128)sums[item] - ((Int128)weight * row[item]);
            sumOfOthers += others * others;
            own += (Int128)weight * row[item] * row[item];
        }

        return new(items, raters - weight, sumOfOthers, squares - own);
    }

    internal Rational S => new(sumOfSquares, 4);

    internal Rational TieSum => (_m * Cube) - (3 * (Rational)squares);

    internal Statistic W => Undefined() is { } reason ? Statistic.UndefinedFor(reason)
        : squares.IsZero ? Statistic.UndefinedFor(UndefinedReason.NoVariation)
        : Statistic.Of(new Rational(sumOfSquares, raters * squares));

    internal Statistic UncorrectedW => Undefined() is { } reason
        ? Statistic.UndefinedFor(reason)
        : Statistic.Of(3 * (Rational)sumOfSquares / (_m * _m * Cube));

    internal SignificanceTest ChiSquare
    {
        get
        {
            if (W.Exact is not { } w)
            {
                return NoTest(TestMethod.ChiSquare, W.Undefined!.Value);
            }

            var statistic = Statistic.Of(_m * (_n - 1) * w);
            var degrees = items - 1;
            return new(TestMethod.ChiSquare, statistic, Statistic.Of(Tails.ChiSquare(statistic.Value, degrees))) { DegreesOfFreedom = degrees };
        }
    }

    /// <summary>Kendall and Babington Smith.</summary>
    internal SignificanceTest F => FTest(TestMethod.F, W, KendallDegrees);

    /// <summary>The same with S one smaller and the largest S two larger, before it is divided by m.</summary>
    internal SignificanceTest FWithContinuity => FTest(
        TestMethod.FWithContinuity,
        W.IsDefined ? Statistic.Of(Rational.Max(0, (S - 1) / ((_m * (Rational)squares / 4) + 2))) : W,
        KendallDegrees);

    internal SignificanceTest ImanDavenport => FTest(TestMethod.ImanDavenport, W, _n - 1);

    // Nobody's W is undefined, and its degrees of freedom do not matter.
    private Rational KendallDegrees => raters == 0 ? 0 : _n - 1 - (2 / _m);

    internal static SignificanceTest NoTest(TestMethod method, UndefinedReason reason) =>
        new(method, Statistic.UndefinedFor(reason), Statistic.UndefinedFor(reason));

    private SignificanceTest FTest(TestMethod method, Statistic concordance, Rational numerator)
    {
        if (concordance.Exact is not { } w)
        {
            return NoTest(method, concordance.Undefined!.Value);
        }

        // An infinite F would say p = 0, which no panel can show.
        if (w == 1 || numerator.Sign <= 0)
        {
            return NoTest(method, w == 1 ? UndefinedReason.CompleteAgreement : UndefinedReason.NoDegreesOfFreedom);
        }

        var statistic = Statistic.Of((_m - 1) * w / (1 - w));
        var (first, second) = (numerator.ToDouble(), ((_m - 1) * numerator).ToDouble());
        return new(method, statistic, Statistic.Of(Tails.F(statistic.Value, first, second)))
        {
            DegreesOfFreedom = first,
            DenominatorDegreesOfFreedom = second,
        };
    }

    private UndefinedReason? Undefined() =>
        items < 2 ? UndefinedReason.FewerThanTwoItems
        : raters < 2 ? UndefinedReason.FewerThanTwoRaters
        : null;
}
