using System.Globalization;
using CivicTech.Consensus.Auditing;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Auditing;

/// <summary>What panels of up to six can answer is listed, and the audit must flag exactly what nobody can have printed.</summary>
public sealed class ItemAuditEveryAnswerTests
{
    private static readonly Rational[] Likert = [1, 2, 3, 4, 5];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Mean_OnOneToFive_IsFlaggedIfAndOnlyIfNoAnswersHaveIt(int decimals)
    {
        for (var raters = 2; raters <= 6; raters++)
        {
            var attainable = EveryAnswer.Of(raters, Likert).Select(EveryAnswer.Mean).Distinct().ToList();
            var passes = 0;
            var all = PrintedNumbers(0, 6, decimals).ToList();
            foreach (var mean in all)
            {
                var isPrinted = attainable.Exists(value => Prints(value, mean, decimals));
                var report = SummaryAudit.Of(new ItemSummary("here", mean, null, raters, AnswerScale.Whole(1, 5)));
                Assert.True(isPrinted == (report.Findings.Count == 0), $"{raters} raters, mean {mean}");
                passes += isPrinted ? 1 : 0;
            }

            // Numbers from 1 to 5 are on the scale; to one decimal these are 41, to two 401.
            var share = MeanGrid.ShareOfPrinted(decimals, raters, AnswerScale.Whole(1, 5));
            Assert.Equal(passes / (double)(decimals == 1 ? 41 : 401), share, 12);
        }
    }

    [Theory]
    [InlineData("whole", 6, 1)]
    [InlineData("whole", 6, 2)]
    [InlineData("yes or no", 6, 2)]
    [InlineData("steps", 4, 1)]
    [InlineData("averages", 4, 2)]
    public void Deviation_OnAScale_IsFlaggedIfAndOnlyIfNoAnswersHaveIt(string name, int mostRaters, int decimals)
    {
        var (scale, possible) = ScaleOf(name);
        var (first, last) = ((int)scale.Lowest.ToDouble(), (int)scale.Highest.ToDouble());
        for (var raters = 2; raters <= mostRaters; raters++)
        {
            var answers = EveryAnswer.Of(raters, possible).Select(one => (Mean: EveryAnswer.Mean(one), Squares: EveryAnswer.Squares(one))).Distinct().ToList();
            foreach (var mean in PrintedNumbers(first, last, decimals).Where(mean => answers.Exists(one => Prints(one.Mean, mean, decimals))))
            {
                var squares = answers.Where(one => Prints(one.Mean, mean, decimals)).Select(one => one.Squares).Distinct().ToList();
                var rows = new List<ItemSummary>();
                var expected = new List<string>();
                foreach (var deviation in PrintedNumbers(0, last - first, decimals))
                {
                    var sample = squares.Exists(one => PrintsRoot(one / (raters - 1), deviation, decimals));
                    var population = squares.Exists(one => PrintsRoot(one / raters, deviation, decimals));
                    Add(StandardDeviationKind.Sample, sample);
                    Add(StandardDeviationKind.Population, population);
                    Add(StandardDeviationKind.Unknown, sample || population);

                    void Add(StandardDeviationKind kind, bool isPrinted)
                    {
                        var place = $"{raters} {scale}, mean {mean}, SD {deviation}, {kind}";
                        rows.Add(new(place, mean, deviation, raters, scale) { DeviationKind = kind });
                        expected.AddRange(isPrinted ? [] : [place]);
                    }
                }

                Assert.Equal(expected, SummaryAudit.Of(rows).Findings.Select(finding => finding.Place));
            }
        }
    }

    // Between whole answers: quarters stand in for all numbers, so that what they can have must never be called out of range.
    [Fact]
    public void DeviationRange_OfAnswersInQuarters_NeverFlagsWhatTheyHave()
    {
        var quarters = Enumerable.Range(4, 17).Select(number => new Rational(number, 4)).ToArray();
        for (var raters = 2; raters <= 4; raters++)
        {
            foreach (var answers in EveryAnswer.Of(raters, quarters))
            {
                var mean = Rounded(EveryAnswer.Mean(answers).ToDouble());
                foreach (var (kind, divisor) in new[] { (StandardDeviationKind.Sample, raters - 1), (StandardDeviationKind.Population, raters) })
                {
                    var deviation = Rounded(Math.Sqrt((EveryAnswer.Squares(answers) / divisor).ToDouble()));
                    var row = new ItemSummary("here", mean, deviation, raters, AnswerScale.Continuous(1, 5)) { DeviationKind = kind };
                    Assert.Empty(SummaryAudit.Of(row).Findings);
                }
            }
        }
    }

    // The bound is reached: for each sum of three answers in quarters the largest spread among them is the bound itself, since the one
    // answer that is not at an end is then a quarter too.
    [Fact]
    public void LargestSquares_OfAKnownMean_IsReached()
    {
        var quarters = Enumerable.Range(4, 17).Select(number => new Rational(number, 4)).ToArray();
        foreach (var group in EveryAnswer.Of(4, quarters).GroupBy(EveryAnswer.Mean))
        {
            var largest = group.Select(EveryAnswer.Squares).Aggregate(Rational.Max);
            var mean = PrintedNumber.Parse(group.Key.ToDouble().ToString("0.000000000000", CultureInfo.InvariantCulture), "here", "mean", "mean");

            Assert.Equal(largest.ToDouble(), SpreadLimits.LargestSquares(mean, 4, AnswerScale.Continuous(1, 5)).ToDouble(), 1e-9);
        }
    }

    private static (AnswerScale Scale, Rational[] Answers) ScaleOf(string name) => name switch
    {
        "whole" => (AnswerScale.Whole(1, 5), Likert),
        "yes or no" => (AnswerScale.Whole(0, 1), [0, 1]),
        "steps" => (AnswerScale.Stepped(-5, 5, new(5, 2)), [-5, new(-5, 2), 0, new(5, 2), 5]),
        "averages" => (AnswerScale.Whole(1, 3).AverageOf(2), [1, new(3, 2), 2, new(5, 2), 3]),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static IEnumerable<string> PrintedNumbers(int first, int last, int decimals)
    {
        var unit = (int)Math.Pow(10, decimals);
        return Enumerable.Range(first * unit, ((last - first) * unit) + 1)
            .Select(number => (number / (decimal)unit).ToString(decimals == 1 ? "0.0" : "0.00", CultureInfo.InvariantCulture));
    }

    // Halves may be rounded either way.
    private static bool Prints(Rational value, string text, int decimals) => Rational.Abs(value - Rational.Parse(text)) <= Half(decimals);

    private static bool PrintsRoot(Rational variance, string text, int decimals)
    {
        var (low, high) = (Rational.Max(0, Rational.Parse(text) - Half(decimals)), Rational.Parse(text) + Half(decimals));
        return low * low <= variance && variance <= high * high;
    }

    private static Rational Half(int decimals) => decimals == 1 ? new(1, 20) : new(1, 200);

    private static string Rounded(double value) => Math.Round(value, 2).ToString("0.00", CultureInfo.InvariantCulture);
}
