using System.Globalization;
using CivicTech.Consensus.Auditing;
using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Auditing;

public sealed class ItemAuditTests
{
    private static readonly AnswerScale Likert = AnswerScale.Whole(1, 5);

    [Fact]
    public void Mean_NoMultipleOfATenth_NamesTheNeighbours()
    {
        var finding = Assert.Single(SummaryAudit.Of(new ItemSummary("table 1, item 2", "3.47", null, 10, Likert)).Findings);

        Assert.Equal((AuditSeverity.Inconsistent, "mean-grid", "table 1, item 2", "mean", "3.47"), (finding.Severity, finding.Code, finding.Place, finding.Column, finding.Printed));
        Assert.Equal(Statistic.Of(new Rational(17, 5)), finding.NearestBelow);
        Assert.Equal(Statistic.Of(new Rational(7, 2)), finding.NearestAbove);
        Assert.Equal(
            "table 1, item 2, mean 3.47: inconsistent with the stated n = 10: 10 whole answers from 1 to 5 have no such mean; "
            + "the nearest are 3.4 and 3.5. [mean-grid]",
            finding.ToString());
    }

    // 25 / 8 = 3.125 is printed 3.13 by some and 3.12 by others.
    [Theory]
    [InlineData("3.12", 0)]
    [InlineData("3.13", 0)]
    [InlineData("3.11", 1)]
    [InlineData("3.14", 1)]
    [InlineData("3.125", 0)]
    public void Mean_HalfWay_MayBeRoundedEitherWay(string mean, int findings) =>
        Assert.Equal(findings, SummaryAudit.Of(new ItemSummary("here", mean, null, 8, Likert)).Findings.Count);

    // 3.33 = 10/3 is no mean of 8 whole answers, but one of 8 averages of three: 80/24.
    [Fact]
    public void Mean_OfAverages_HasAFinerGrid()
    {
        Assert.Single(SummaryAudit.Of(new ItemSummary("here", "3.33", null, 8, Likert)).Findings);
        Assert.Empty(SummaryAudit.Of(new ItemSummary("here", "3.33", null, 8, Likert.AverageOf(3))).Findings);
    }

    // Steps of 5: four answers have means in steps of 1.25.
    [Theory]
    [InlineData("41.25", 0)]
    [InlineData("42.50", 0)]
    [InlineData("42.00", 1)]
    public void Mean_OfSteps_IsASumOfSteps(string mean, int findings) =>
        Assert.Equal(findings, SummaryAudit.Of(new ItemSummary("here", mean, null, 4, AnswerScale.Stepped(0, 100, 5))).Findings.Count);

    [Theory]
    [InlineData("5.01", 5, null)]
    [InlineData("0.98", null, 1)]
    public void Mean_OutsideTheScale_IsImpossible(string mean, int? below, int? above)
    {
        var report = SummaryAudit.Of(new ItemSummary("here", mean, "0.50", 100, Likert));

        var finding = Assert.Single(report.Findings);
        Assert.Equal((AuditSeverity.Impossible, "mean-range"), (finding.Severity, finding.Code));
        Assert.Equal((below, above), ((int?)finding.NearestBelow?.Value, (int?)finding.NearestAbove?.Value));
        Assert.Equal(["sd-range", "sd-grid"], report.Skipped.Select(check => check.Code));
        Assert.All(report.Skipped, check => Assert.Equal("the mean is outside the scale.", check.Reason));
    }

    [Fact]
    public void Mean_RoundedOntoTheEnd_IsWithinTheScale() =>
        Assert.Empty(SummaryAudit.Of(new ItemSummary("here", "0.3", null, 100, AnswerScale.Continuous(new Rational(1, 3), 1))).Findings);

    // Two answers with the mean 3 are 3 and 3, 2 and 4, or 1 and 5: SDs 0, 1.4142, 2.8284, or divided by n 0, 1, 2.
    [Fact]
    public void Deviation_OfTwo_NamesTheNeighbours()
    {
        var row = new ItemSummary("here", "3.0", "1.7", 2, Likert);
        var finding = Assert.Single(SummaryAudit.Of(row).Findings);
        Assert.Equal((AuditSeverity.Inconsistent, "sd-grid"), (finding.Severity, finding.Code));
        Assert.Equal(Math.Sqrt(2), finding.NearestBelow?.Value);
        Assert.Equal(2.0, finding.NearestAbove?.Value);

        var sample = Assert.Single(SummaryAudit.Of(new ItemSummary("here", "3.0", "2.0", 2, Likert) { DeviationKind = StandardDeviationKind.Sample }).Findings);
        Assert.Equal((Math.Sqrt(2), Math.Sqrt(8)), (sample.NearestBelow?.Value, sample.NearestAbove?.Value));
        Assert.Empty(SummaryAudit.Of(new ItemSummary("here", "3.0", "2.0", 2, Likert)).Findings);
        Assert.Empty(SummaryAudit.Of(new ItemSummary("here", "3.0", "2.0", 2, Likert) { DeviationKind = StandardDeviationKind.Population }).Findings);
    }

    // Mean 4.80 of five: four 5s and a 4, SD sqrt(0.2) = 0.45, is the only way. Whatever n is, d r = 0.205 * 4 bounds the variance.
    [Theory]
    [InlineData("0.45", 0, null)]
    [InlineData("0.80", 1, AuditSeverity.Inconsistent)]
    [InlineData("1.00", 1, AuditSeverity.Impossible)]
    [InlineData("-0.10", 1, AuditSeverity.Impossible)]
    public void Deviation_BesideAMeanNearTheEnd_IsSmall(string deviation, int findings, AuditSeverity? severity)
    {
        var found = SummaryAudit.Of(new ItemSummary("here", "4.80", deviation, 5, Likert)).Findings;

        Assert.Equal(findings, found.Count);
        Assert.Equal(severity, found.Count == 0 ? null : found[0].Severity);
        Assert.All(found, finding => Assert.Equal("sd-range", finding.Code));
    }

    // n - 1 answers at one end and one at the other have a variance of d r exactly.
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(40)]
    public void LargestVarianceOfAnyNumber_OneAtTheOtherEnd_IsReached(int raters)
    {
        var mean = PrintedNumber.Parse((5 - (4m / raters)).ToString("0.0000000000", CultureInfo.InvariantCulture), "here", "mean", "mean");

        Assert.Equal(16.0 / raters, SpreadLimits.LargestVarianceOfAnyNumber(mean, Likert, StandardDeviationKind.Sample).ToDouble(), 1e-8);
    }

    [Fact]
    public void Checks_ThatCannotTell_AreSkippedWithTheReason()
    {
        var report = SummaryAudit.Of(
            new ItemSummary("many raters", "3.47", "1.20", 100, Likert),
            new ItemSummary("marks on a line", "3.47", "1.20", 10, AnswerScale.Continuous(0, 10)),
            new ItemSummary("no such mean", "3.47", "1.20", 10, Likert),
            new ItemSummary("a crowd", "3.47", "1.20", 50_000, Likert));

        Assert.Equal(
            [
                "many raters, mean: 100 whole answers from 1 to 5 have every mean with 2 decimals. [mean-grid]",
                "marks on a line, mean: the scale has no steps. [mean-grid]",
                "marks on a line, SD: the scale has no steps. [sd-grid]",
                "no such mean, SD: no answers have the mean. [sd-grid]",
                "a crowd, mean: 50000 whole answers from 1 to 5 have every mean with 2 decimals. [mean-grid]",
                "a crowd, SD: the answers could be too many to go through. [sd-grid]",
            ],
            report.Skipped.Select(check => check.ToString()));
        Assert.Equal("no such mean", Assert.Single(report.Findings).Place);
    }

    // 41 of the 401 means to two decimals are tenths. Of one and two random means none passes with (360/401)^k.
    [Fact]
    public void Chance_OfMeans_IsCounted()
    {
        var report = SummaryAudit.Of(
            new ItemSummary("a", "3.40", null, 10, Likert),
            new ItemSummary("b", "3.47", null, 10, Likert),
            new ItemSummary("c", "3.47", null, 100, Likert));

        var check = report.Checks.Single(one => one.Code == AuditCode.MeanGrid);
        Assert.Equal((2, 1, 1), (check.Made, check.Passed, check.Skipped));
        Assert.Equal(82.0 / 401, check.Chance!.Expected, 12);
        Assert.Equal(1 - Math.Pow(360.0 / 401, 2), check.Chance.AtLeastAsMany, 12);
        Assert.All(report.Checks.Where(one => one.Code != AuditCode.MeanGrid), one => Assert.Null(one.Chance));
    }

    [Fact]
    public void Chance_WhenNothingPassed_IsCertain() => Assert.Equal(1, ChanceComparison.Of([0.25, 0.5], 0).AtLeastAsMany);

    [Fact]
    public void Chance_OfUnequalShares_IsTheirProduct()
    {
        Assert.Equal(0.125, ChanceComparison.Of([0.25, 0.5], 2).AtLeastAsMany, 15);
        Assert.Equal(0.625, ChanceComparison.Of([0.25, 0.5], 1).AtLeastAsMany, 15);
    }
}
