using System.Collections.Immutable;
using System.Numerics;
using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Answers;

public sealed partial class AnswerCounts
{
    private static readonly Rational Half = new(1, 2);
    private static readonly Rational Quarter = new(1, 4);
    private static readonly Rational ThreeQuarters = new(3, 4);

    /// <summary>The lowest answer that was given; null without answers.</summary>
    public int? Minimum => Total == 0 ? null : At(1);

    /// <summary>The highest answer that was given; null without answers.</summary>
    public int? Maximum => Total == 0 ? null : At(Total);

    /// <summary>The answers that were given most often, ascending; empty without answers.</summary>
    public ImmutableArray<int> Modes
    {
        get
        {
            var most = Counts.Max();
            return most == 0 ? [] : [.. Counts.Index().Where(step => step.Item == most).Select(step => Scale.Lowest + step.Index)];
        }
    }

    /// <summary>The arithmetic mean.</summary>
    public Statistic Mean => Total == 0 ? NoAnswers : Statistic.Of(new Rational(Sum, Total));

    /// <summary>The middle answer in order; the mean of the two in the middle where their number is even.</summary>
    public Statistic Median => Quantile(Half, QuantileRule.AveragedInvertedDistribution);

    /// <summary>The sample variance: squares of distances from the mean, divided by one less than their number. Undefined below two answers.</summary>
    public Statistic Variance => Total < 2 ? NoAnswers : Statistic.Of(SampleVariance);

    /// <summary>The root of <see cref="Variance"/>; a fraction where it is one.</summary>
    public Statistic StandardDeviation => Total < 2 ? NoAnswers : Root.Of(SampleVariance);

    /// <summary>
    /// <see cref="StandardDeviation"/> / <see cref="Mean"/>. It needs a scale whose 0 means nothing: on 1 to 5 and on 0 to 4 the same answers
    /// have other values. Undefined for <see cref="UndefinedReason.MeanNotPositive"/> where the mean is not positive: the quotient would be
    /// infinite or negative and compare with nothing.
    /// </summary>
    public Statistic CoefficientOfVariation => SquaredVariation is { } squared ? Root.Of(squared)
        : Total < 2 ? NoAnswers
        : Statistic.UndefinedFor(UndefinedReason.MeanNotPositive);

    /// <summary>The median of the distances from <see cref="Median"/>, not multiplied by 1.4826 or anything else.</summary>
    public Statistic MedianAbsoluteDeviation
    {
        get
        {
            if (Total == 0)
            {
                return NoAnswers;
            }

            // Medians are whole or half: distances are counted doubled.
            var doubledMedian = StepAt(Counts.AsSpan(), (Total + 1L) / 2) + StepAt(Counts.AsSpan(), (Total / 2L) + 1);
            var distances = new int[(2 * Scale.Steps) - 1];
            foreach (var (step, count) in Counts.Index())
            {
                distances[Math.Abs((2 * step) - doubledMedian)] += count;
            }

            return Statistic.Of(new Rational(StepAt(distances, (Total + 1L) / 2) + StepAt(distances, (Total / 2L) + 1), 4));
        }
    }

    /// <summary>
    /// The consensus of Tastle and Wierman (2007), "Consensus and dissention", International Journal of Approximate Reasoning 45:
    /// 1 + Σ p log₂(1 - |x - mean| / (highest - lowest)): 1 when all answer the same, 0 when half answer the lowest and half the highest.
    /// </summary>
    public Statistic TastleWierman
    {
        get
        {
            if (Total == 0)
            {
                return NoAnswers;
            }

            var (mean, sum) = (new Rational(Sum, Total).ToDouble() - Scale.Lowest, 1.0);
            foreach (var (step, count) in Counts.Index())
            {
                sum += count == 0 ? 0 : (double)count / Total * Math.Log2(1 - (Math.Abs(step - mean) / (Scale.Steps - 1)));
            }

            // What rounding puts just outside.
            return Statistic.Of(Math.Clamp(sum, 0, 1));
        }
    }

    /// <summary>The sample variance divided by the square of the mean; null where the coefficient of variation is undefined.</summary>
    internal Rational? SquaredVariation
    {
        get
        {
            if (Total < 2 || Sum <= 0)
            {
                return null;
            }

            var mean = new Rational(Sum, Total);
            return SampleVariance / (mean * mean);
        }
    }

    private static Statistic NoAnswers => Statistic.UndefinedFor(UndefinedReason.TooFewAnswers);

    private BigInteger Sum => (BigInteger)Power(1);

    private Rational SampleVariance => new((Total * Power(2)) - (Power(1) * Power(1)), (BigInteger)Total * (Total - 1));

    /// <summary>The answer below which a share of them lies.</summary>
    /// <param name="p">The share, from 0 to 1; with <see cref="QuantileRule.TukeyHinges"/> a multiple of 1/4.</param>
    /// <param name="rule">How it is read between answers.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such share or rule.</exception>
    public Statistic Quantile(Rational p, QuantileRule rule)
    {
        // Looked at before the answers: a wrong question is wrong without them too.
        var place = QuantilePlace.Of(p, Math.Max(Total, 1), rule);
        return Total == 0 ? NoAnswers : Statistic.Of(At(place.Lower) + (place.Part * (At(place.Upper) - At(place.Lower))));
    }

    /// <summary>The third quartile less the first.</summary>
    /// <param name="rule">How quartiles are read between answers.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rule.</exception>
    public Statistic InterquartileRange(QuantileRule rule) =>
        (Quantile(Quarter, rule), Quantile(ThreeQuarters, rule)) is ({ Exact: { } low }, { Exact: { } high }) ? Statistic.Of(high - low) : NoAnswers;

    /// <summary>The share of answers from one to another, both included.</summary>
    /// <param name="lowest">The lowest that counts; may be below the scale.</param>
    /// <param name="highest">The highest that counts; may be above the scale.</param>
    public Statistic ShareIn(int lowest, int highest) => Total == 0 ? NoAnswers : Statistic.Of(new Rational(CountIn(lowest, highest), Total));

    /// <summary>How many answers there are from one to another, both included.</summary>
    /// <param name="lowest">The lowest that counts; may be below the scale.</param>
    /// <param name="highest">The highest that counts; may be above the scale.</param>
    public int CountIn(int lowest, int highest) =>
        Counts.Index().Sum(step => Scale.Lowest + step.Index is var answer && answer >= lowest && answer <= highest ? step.Item : 0);

    /// <summary>The answer at a place in ascending order, from 1 to the total.</summary>
    private int At(long place) => Scale.Lowest + StepAt(Counts.AsSpan(), place);

    private static int StepAt(ReadOnlySpan<int> counts, long place)
    {
        var step = 0;
        for (var left = place - counts[0]; left > 0; left -= counts[step])
        {
            step++;
        }

        return step;
    }

    private Int128 Power(int power)
    {
        Int128 sum = 0;
        foreach (var (step, count) in Counts.Index())
        {
            Int128 answer = Scale.Lowest + step;
            sum += count * (power == 1 ? answer : answer * answer);
        }

        return sum;
    }
}
