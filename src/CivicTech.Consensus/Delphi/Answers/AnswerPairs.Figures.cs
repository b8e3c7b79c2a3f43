using System.Numerics;
using CivicTech.Consensus.Coefficients;
using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Distributions;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Answers;

public sealed partial class AnswerPairs
{
    /// <summary>The share of people who gave the same answer again.</summary>
    public Statistic Unchanged => Total == 0 ? Nobody : Statistic.Of(new Rational(Enumerable.Range(0, Scale.Steps).Sum(step => Cell(step, step)), Total));

    /// <summary>
    /// The net change of Scheibe, Skutsch and Schofer (1975): half the sum of |later count - earlier count| over the answers of the scale,
    /// divided by the number of people. From 0 to 1. It sees the group alone: two people who swap their answers change nothing.
    /// </summary>
    public Statistic NetChange => Total == 0 ? Nobody
        : Statistic.Of(new Rational(Before.Counts.Zip(After.Counts, (before, after) => Math.Abs((long)after - before)).Sum(), 2L * Total));

    /// <summary>
    /// The later coefficient of variation less the earlier (Dajani, Sincoff and Talley 1979); exact where both are. Undefined where one of
    /// them is.
    /// </summary>
    public Statistic ChangeOfVariation
    {
        get
        {
            var (before, after) = (Before.CoefficientOfVariation, After.CoefficientOfVariation);
            return !before.IsDefined ? before
                : !after.IsDefined ? after
                : (before.Exact, after.Exact) is ({ } earlier, { } later) ? Statistic.Of(later - earlier)
                : Statistic.Of(after.Value - before.Value);
        }
    }

    /// <summary>
    /// The intraclass correlation ICC(2,1) for agreement of Shrout and Fleiss (1979), people as subjects and rounds as raters: 1 when all
    /// repeat their answers; it may be below -1. Undefined below two people, and for <see cref="UndefinedReason.NoVariation"/> when all answers are
    /// one and the same, and when there are two people who swapped theirs: it would divide by zero.
    /// </summary>
    public Statistic IntraclassCorrelation
    {
        get
        {
            if (Total < 2)
            {
                return Nobody;
            }

            BigInteger sumBefore = 0, sumAfter = 0, squares = 0, squaresOfSums = 0;
            for (var row = 0; row < Scale.Steps; row++)
            {
                for (var column = 0; column < Scale.Steps; column++)
                {
                    BigInteger count = Cell(row, column);
                    sumBefore += count * row;
                    sumAfter += count * column;
                    squares += count * ((row * row) + (column * column));
                    squaresOfSums += count * (row + column) * (row + column);
                }
            }

            BigInteger people = Total;
            var correction = new Rational((sumBefore + sumAfter) * (sumBefore + sumAfter), 2 * people);
            var betweenPeople = new Rational(squaresOfSums, 2) - correction;
            var betweenRounds = new Rational((sumBefore * sumBefore) + (sumAfter * sumAfter), people) - correction;
            var rest = squares - correction - betweenPeople - betweenRounds;
            var (meanPeople, meanRest) = (betweenPeople / (people - 1), rest / (people - 1));
            var whole = meanPeople + meanRest + (2 * (betweenRounds - meanRest) / people);
            return whole.IsZero ? Statistic.UndefinedFor(UndefinedReason.NoVariation) : Statistic.Of((meanPeople - meanRest) / whole);
        }
    }

    /// <summary>
    /// Whether people shifted to one side: the signed-rank test of Wilcoxon (1945), two-sided; those who repeated their answer are left out
    /// and equal distances have their mean rank. The statistic is V, the sum of the ranks of those who went down (before less after is above 0).
    /// </summary>
    /// <remarks>
    /// Exact up to 127 people who changed: every way that chance can sign the ranks is counted, ties as they are. With more of them
    /// <see cref="TestMethod.Normal"/>: the normal approximation with variance corrected for ties and with continuity correction. Nobody
    /// changed: V = 0 and p = 1. Undefined without people.
    /// </remarks>
    public SignificanceTest WilcoxonSignedRank() => Total == 0 ? new(TestMethod.Exact, Nobody, Nobody) : SignedRanks().Test();

    /// <summary>
    /// Whether answers of the two rounds depend on each other: the individual stability test of Chaffin and Talley (1980), Pearson's chi-square
    /// of <see cref="Table"/> without empty rows and columns. A <b>small</b> p speaks for stability. It takes any dependence for it, even that
    /// all turned their answers round. Undefined for <see cref="UndefinedReason.NoDegreesOfFreedom"/> when all gave one answer in one of the rounds.
    /// </summary>
    /// <remarks>The approximation wants five expected in a cell, which panels of the usual size do not have.</remarks>
    public SignificanceTest ChaffinTalley()
    {
        var (rows, columns) = (Before.Counts.Count(count => count > 0), After.Counts.Count(count => count > 0));
        if (rows < 2 || columns < 2)
        {
            var none = Total == 0 ? Nobody : Statistic.UndefinedFor(UndefinedReason.NoDegreesOfFreedom);
            return new(TestMethod.ChiSquare, none, none);
        }

        var sum = Rational.Zero;
        for (var row = 0; row < Scale.Steps; row++)
        {
            for (var column = 0; column < Scale.Steps; column++)
            {
                if (Cell(row, column) is var count and > 0)
                {
                    sum += new Rational((BigInteger)count * count, (BigInteger)Before.Counts[row] * After.Counts[column]);
                }
            }
        }

        var statistic = Statistic.Of(Total * (sum - 1));
        var degrees = (rows - 1) * (columns - 1);
        return new(TestMethod.ChiSquare, statistic, Statistic.Of(Tails.ChiSquare(statistic.Value, degrees))) { DegreesOfFreedom = degrees };
    }

    /// <summary>
    /// Whether as many people crossed a line upwards as downwards: McNemar's test (1947) of answers of <paramref name="cut"/> or more,
    /// two-sided, exact from the binomial distribution. The statistic is how many went up. Nobody crossed: p = 1. Undefined without people.
    /// </summary>
    /// <remarks>With more than 10,000 people who crossed, <see cref="TestMethod.Normal"/> with continuity correction.</remarks>
    /// <param name="cut">The lowest answer above the line: above the lowest of the scale, at most the highest.</param>
    /// <exception cref="ArgumentOutOfRangeException">The line does not part the scale.</exception>
    public SignificanceTest McNemar(int cut)
    {
        if (cut <= Scale.Lowest || cut > Scale.Highest)
        {
            throw new ArgumentOutOfRangeException(nameof(cut), $"The line is {RatingScale.Text(cut)}, expected {RatingScale.Text(Scale.Lowest + 1)} to {RatingScale.Text(Scale.Highest)}.");
        }

        int up = 0, down = 0;
        for (var low = 0; low < cut - Scale.Lowest; low++)
        {
            for (var high = cut - Scale.Lowest; high < Scale.Steps; high++)
            {
                up += Cell(low, high);
                down += Cell(high, low);
            }
        }

        return Total == 0 ? new(TestMethod.Exact, Nobody, Nobody) : SignTest.Of(up, down);
    }

    /// <summary>Cohen's kappa between the rounds. Undefined below two people, and when all give one and the same answer twice.</summary>
    /// <param name="weights">How much agreement different answers have.</param>
    public WeightedKappa Kappa(KappaWeights weights)
    {
        var table = new long[Scale.Steps, Scale.Steps];
        for (var row = 0; row < Scale.Steps; row++)
        {
            for (var column = 0; column < Scale.Steps; column++)
            {
                table[row, column] = Cell(row, column);
            }
        }

        return WeightedKappa.FromTable(table, weights);
    }

    internal SignedRanks SignedRanks()
    {
        var ranks = new SignedRanks();
        for (var distance = 1; distance < Scale.Steps; distance++)
        {
            int down = 0, up = 0;
            for (var low = 0; low + distance < Scale.Steps; low++)
            {
                down += Cell(low + distance, low);
                up += Cell(low, low + distance);
            }

            ranks.Add(down, up);
        }

        return ranks;
    }

    private static Statistic Nobody => Statistic.UndefinedFor(UndefinedReason.TooFewAnswers);
}
