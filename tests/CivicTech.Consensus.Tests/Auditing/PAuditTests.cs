using CivicTech.Consensus.Auditing;
using CivicTech.Consensus.Concordance;

namespace CivicTech.Tests.Consensus.Auditing;

public sealed class PAuditTests
{
    // Five raters who agree on two items: exact 2/32 = .0625; chi-square 5 with one degree of freedom .0253.
    [Theory]
    [InlineData(".0625", TestMethod.Exact)]
    [InlineData(".0253", TestMethod.ChiSquare)]
    [InlineData("< .05", TestMethod.ChiSquare)]
    [InlineData("> .05", TestMethod.Exact)]
    public void P_OfSomeTest_Agrees(string p, TestMethod method)
    {
        var row = new ConcordanceSummary("here", "1.000", p, 5, 2) { WithoutTies = true };
        var report = SummaryAudit.Of(row);

        Assert.DoesNotContain(report.Findings, finding => finding.Code == AuditCode.PFromW);
        Assert.Contains(Assert.Single(report.PValues).Tests, test => test.Method == method && test.Agrees);
    }

    // Four raters, five items, W = 1/2: chi-square is 8 with 4 degrees of freedom, p = 5 e^-4; F is 3. The other figures are from an
    // independent computation with 30 digits.
    [Theory]
    [InlineData(TestMethod.ChiSquare, 0.0915781944436709)]
    [InlineData(TestMethod.F, 0.0739215696322131)]
    [InlineData(TestMethod.FWithContinuity, 0.0828823125346379)]
    [InlineData(TestMethod.ImanDavenport, 0.0625)]
    public void P_OfEachTest_IsWhatItsFormulaGives(TestMethod method, double p)
    {
        var report = SummaryAudit.Of(new ConcordanceSummary("here", ".500000000000000000", ".010", 4, 5));
        var test = Assert.Single(Assert.Single(report.PValues).Tests, test => test.Method == method);

        Assert.Equal(p, test.Lowest, 1e-12);
        Assert.Equal(p, test.Highest, 1e-12);
        Assert.False(test.Agrees);
    }

    // W between .45 and .55: the smallest p belongs to the largest W.
    [Fact]
    public void P_OfRoundedW_IsARange()
    {
        var test = SummaryAudit.Of(new ConcordanceSummary("here", ".5", ".010", 4, 5)).PValues[0].Tests.Single(test => test.Method is TestMethod.ChiSquare);

        Assert.Equal(Math.Exp(-4.4) * 5.4, test.Lowest, 1e-12);
        Assert.Equal(Math.Exp(-3.6) * 4.6, test.Highest, 1e-12);
    }

    // Three rankings of three items: of the 36 ways against the first 1 agrees in all, W = 1, and 6 more have W = 7/9.
    [Theory]
    [InlineData("1.000", 1.0 / 36)]
    [InlineData(".778", 7.0 / 36)]
    public void P_WithoutTies_IsExact(string w, double p)
    {
        var row = new ConcordanceSummary("here", w, ".500", 3, 3) { WithoutTies = true };
        var test = SummaryAudit.Of(row).PValues[0].Tests.Single(test => test.Method is TestMethod.Exact);

        Assert.Equal(p, test.Highest, 1e-15);
    }

    [Fact]
    public void P_OfNoTest_NamesWhatTheyGive()
    {
        var report = SummaryAudit.Of(new ConcordanceSummary("panel 2", ".9000", ".400", 8, 6));

        var finding = Assert.Single(report.Findings);
        Assert.Equal((AuditSeverity.Inconsistent, "p-from-w", "p"), (finding.Severity, finding.Code, finding.Column));
        Assert.Equal(report.PValues[0].Tests.Max(test => test.Highest), finding.NearestBelow?.Value);
        Assert.Null(finding.NearestAbove);
        Assert.StartsWith("inconsistent: no test of W = .9000 with 8 raters and 6 items gives it: chi-square ", finding.Message, StringComparison.Ordinal);
        Assert.EndsWith(", whatever the ties.", finding.Message, StringComparison.Ordinal);
    }

    // Far below .001 by every test; 999 random permutations cannot give less than .001.
    [Fact]
    public void P_OfRandomPermutations_IsOnlyDoubtful()
    {
        var finding = Assert.Single(SummaryAudit.Of(new ConcordanceSummary("here", ".950", ".001", 20, 15)).Findings);

        Assert.Equal((AuditSeverity.Doubtful, "p-from-w"), (finding.Severity, finding.Code));
        Assert.EndsWith("; a test with 999 random permutations gives it when none of them agrees more.", finding.Message, StringComparison.Ordinal);
        Assert.Equal(AuditSeverity.Inconsistent, Assert.Single(SummaryAudit.Of(new ConcordanceSummary("here", ".950", ".003", 20, 15)).Findings).Severity);
        Assert.Empty(SummaryAudit.Of(new ConcordanceSummary("here", ".950", "<.001", 20, 15)).Findings);
        Assert.Empty(SummaryAudit.Of(new ConcordanceSummary("here", ".950", ".000", 20, 15)).Findings);
    }

    // Twelve raters with two items: 100/144 = .694 has the exact p 26/4096 = .0063; .695 none has. W = .15 of many items may be anything.
    [Fact]
    public void P_OfUnknownItems_IsComparedWithAllNumbersOfThem()
    {
        var report = SummaryAudit.Of(
            new ConcordanceSummary("never", ".695", ".050", 12, null),
            new ConcordanceSummary("two items", ".694", ".006", 12, null),
            new ConcordanceSummary("several", ".150", ".037", 12, null));

        var finding = Assert.Single(report.Findings, finding => finding.Code == AuditCode.PFromW);
        Assert.Equal(("never", AuditSeverity.Inconsistent), (finding.Place, finding.Severity));
        Assert.Contains("any number of items from 3 to 1,000 gives it (2 items have no such W): chi-square 0 to ", finding.Message, StringComparison.Ordinal);
        Assert.Contains(report.PValues[1].Tests, test => test.Method is TestMethod.Exact && test.Agrees);
        Assert.Null(report.PValues[2].Items);
    }

    // (3!)^-2 = 1/36 when three raters rank three items alike.
    [Fact]
    public void P_BelowTheSmallestExact_IsDoubtful()
    {
        var finding = Assert.Single(SummaryAudit.Of(new ConcordanceSummary("here", "1.00", "<.001", 3, 3)).Findings);

        Assert.Equal((AuditSeverity.Doubtful, "p-smallest"), (finding.Severity, finding.Code));
        Assert.Equal(1.0 / 36, finding.NearestAbove!.Value, 12);
        Assert.Equal(
            "here, p <.001: no exact test of 3 raters and 3 items gives less than 0.028, which is what complete agreement has without ties. [p-smallest]",
            finding.ToString());
    }

    [Theory]
    [InlineData("1.200")]
    [InlineData("-.010")]
    public void P_OutsideZeroToOne_IsImpossible(string p)
    {
        var report = SummaryAudit.Of(new ConcordanceSummary("here", ".500", p, 5, 5));

        Assert.Equal((AuditSeverity.Impossible, "p-range"), (report.Findings.Single().Severity, report.Findings.Single().Code));
        Assert.Empty(report.PValues);
    }

    [Fact]
    public void P_NotPrinted_IsNotChecked()
    {
        var report = SummaryAudit.Of(new ConcordanceSummary("here", ".500", null, 5, 5));

        Assert.DoesNotContain(report.Checks, check => check.Code.StartsWith("p-", StringComparison.Ordinal));
    }

    // Every pattern of ties of three or four raters: whatever W was seen, the exact p keeps within the limits that are claimed.
    [Theory]
    [InlineData(3, 3)]
    [InlineData(4, 3)]
    [InlineData(2, 4)]
    [InlineData(3, 2)]
    public void LimitsOfExact_WhateverTheTies_Hold(int raters, int items)
    {
        var patterns = EveryRanking.Of(items, ties: true).GroupBy(ranks => string.Join(' ', ranks.Order())).Select(group => group.ToList()).ToList();
        foreach (var choice in EveryRanking.Tuples([.. patterns.Select((_, index) => new[] { index })], raters))
        {
            // Each rater has one pattern of ties and arranges it at random.
            var tables = choice.Aggregate(
                (IEnumerable<int[][]>)[[]],
                (before, pattern) => before.SelectMany(rows => patterns[pattern[0]].Select(ranks => (int[][])[.. rows, ranks])));
            var qs = tables.Select(EveryRanking.Q).ToList();
            var squares = choice.Sum(pattern => patterns[pattern[0]][0].Sum(rank => rank * rank));
            foreach (var q in qs.Distinct().Where(_ => squares > 0))
            {
                var p = qs.Count(one => one >= q) / (double)qs.Count;
                var w = (decimal)q / (raters * squares);
                var (lowest, highest) = LimitsAt(w, raters, items);
                Assert.True(lowest * (1 - 1e-9) <= p && p <= highest + 1e-9, $"W {w}: p {p} is not from {lowest} to {highest}");
            }
        }
    }

    private static (double Lowest, double Highest) LimitsAt(decimal w, int raters, int items)
    {
        var text = w.ToString("0.0000000000000000", System.Globalization.CultureInfo.InvariantCulture);
        return new PFromW(new ConcordanceSummary("here", text, ".5", raters, items), new AuditLog()).LimitsOfExact(items);
    }
}
