using System.Globalization;
using System.Numerics;
using CivicTech.Consensus.Auditing;
using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Auditing;

public sealed class WAuditTests
{
    // Of seven raters six prefer one item and nobody is tied: W = 25/49 = .510. The next is 1.
    [Fact]
    public void W_OfTwoItems_NamesTheNeighbours()
    {
        var row = new ConcordanceSummary("panel 1", ".800", null, 7, 2) { WithoutTies = true };
        var finding = Assert.Single(SummaryAudit.Of(row).Findings);

        Assert.Equal((AuditSeverity.Inconsistent, "w-attainable", "W", ".800"), (finding.Severity, finding.Code, finding.Column, finding.Printed));
        Assert.Equal(Statistic.Of(new Rational(25, 49)), finding.NearestBelow);
        Assert.Equal(Statistic.Of(Rational.One), finding.NearestAbove);
        Assert.EndsWith("none of their rankings without ties has this W; the nearest are 0.5102 and 1.", finding.Message, StringComparison.Ordinal);

        // With ties: five of six untied raters agree with the sixth against them, 16/(7·6) = .381 and 16/36 = .444; all of five 25/(7·5) = .714.
        var tied = Assert.Single(SummaryAudit.Of(new ConcordanceSummary("panel 1", ".800", null, 7, 2)).Findings);
        Assert.Equal(Statistic.Of(new Rational(36, 49)), tied.NearestBelow);
        Assert.Equal(Statistic.Of(new Rational(6, 7)), tied.NearestAbove);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void W_OfTwoItems_IsFlaggedIfAndOnlyIfNoTableHasIt(bool withoutTies)
    {
        for (var raters = 2; raters <= 8; raters++)
        {
            var attainable = EveryRanking.Tables(EveryRanking.Of(2, ties: !withoutTies), raters).Distinct()
                .SelectMany(table => EveryWay(table, raters, 2)).ToHashSet();
            CheckEveryPrintedW(raters, 2, withoutTies, attainable);
        }
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 3)]
    [InlineData(5, 3)]
    [InlineData(2, 4)]
    [InlineData(3, 4)]
    public void W_WithoutTies_IsFlaggedIfAndOnlyIfNoTableHasIt(int raters, int items)
    {
        var attainable = EveryRanking.Tables(EveryRanking.Of(items, ties: false), raters).Distinct()
            .SelectMany(table => EveryWay(table, raters, items)).ToHashSet();
        CheckEveryPrintedW(raters, items, withoutTies: true, attainable);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(4, 3)]
    [InlineData(5, 3)]
    [InlineData(2, 4)]
    [InlineData(3, 4)]
    [InlineData(2, 5)]
    public void Allowed_OfEveryTable_IsWithin(int raters, int items)
    {
        var attainable = EveryRanking.Tables(EveryRanking.Of(items, ties: false), raters).Select(table => table.Q).Distinct().Order().ToList();
        foreach (var q in attainable)
        {
            Assert.Equal(q, UntiedW.Allowed(q, q, raters, items).Within);
            Assert.Equal(q, UntiedW.Allowed(q - new Rational(1, 2), q, raters, items).Within);
        }

        // The bounds are not idle: the smallest step is 8, and the gap below complete agreement is as large as said.
        var (largest, second) = (attainable[^1], attainable[^2]);
        Assert.Equal(UntiedW.LargestQ(raters, items), largest);
        Assert.Equal(8 * (raters - 1), largest - second);
        Assert.Equal((second, null, largest), Ints(UntiedW.Allowed(second + 1, largest - 1, raters, items)));
        Assert.Equal((null, null, attainable[0] % 8 == 0 ? 0 : items), Ints(UntiedW.Allowed(-2, -1, raters, items)));
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 3)]
    [InlineData(4, 3)]
    [InlineData(2, 4)]
    [InlineData(3, 4)]
    public void W_BelowOne_IsNotInTheGap(int raters, int items)
    {
        var bound = 1 - new Rational(6 * (raters - 1), raters * raters * ((items * items * items) - items));
        var attainable = EveryRanking.Tables(EveryRanking.Of(items, ties: true), raters).Distinct()
            .SelectMany(table => EveryWay(table, raters, items)).Where(w => w < 1).Aggregate(Rational.Max);

        Assert.True(attainable <= bound, $"{attainable} is above {bound}");
    }

    // Three raters, three items: 1 - 12/216 = .9444 is the bound.
    [Theory]
    [InlineData(".96", 1)]
    [InlineData(".995", 1)]
    [InlineData(".94", 0)]
    [InlineData("1.00", 0)]
    [InlineData(".9999", 1)]
    public void W_InTheGapBelowOne_IsFlaggedWhateverTheTies(string w, int findings)
    {
        var report = SummaryAudit.Of(new ConcordanceSummary("here", w, null, 3, 3));

        Assert.Equal(findings, report.Findings.Count);
        Assert.Equal(1 - findings, report.Skipped.Count);
        Assert.All(report.Findings, finding => Assert.Equal((new Rational(17, 18), Rational.One), (finding.NearestBelow!.Exact, finding.NearestAbove!.Exact)));
    }

    [Theory]
    [InlineData("1.01", 1, null)]
    [InlineData("-0.10", null, 0)]
    [InlineData("4.575", 1, null)]
    public void W_OutsideZeroToOne_IsImpossible(string w, int? below, int? above)
    {
        var report = SummaryAudit.Of(new ConcordanceSummary("here", w, ".500", 5, 5));

        var finding = Assert.Single(report.Findings);
        Assert.Equal((AuditSeverity.Impossible, "w-range"), (finding.Severity, finding.Code));
        Assert.Equal((below, above), ((int?)finding.NearestBelow?.Value, (int?)finding.NearestAbove?.Value));
        Assert.Equal(["w-attainable", "p-from-w"], report.Skipped.Select(check => check.Code));
        Assert.Empty(report.PValues);
    }

    // Too large for the exact distribution. The step of Q is 8, that of W 8 · 3 / (400 · 7980) = .0000075: five decimals tell nothing, six do.
    [Theory]
    [InlineData("0.50000", 0, 1)]
    [InlineData("0.500000", 0, 0)]
    [InlineData("0.500004", 1, 0)]
    [InlineData("0.999999", 1, 0)]
    public void W_OfManyItemsWithoutTies_IsCheckedByConditions(string w, int findings, int skipped)
    {
        var report = SummaryAudit.Of(new ConcordanceSummary("here", w, null, 20, 20) { WithoutTies = true });

        Assert.Equal((findings, skipped), (report.Findings.Count, report.Skipped.Count));
    }

    [Fact]
    public void Checks_ThatCannotTell_AreSkippedWithTheReason()
    {
        var report = SummaryAudit.Of(
            new ConcordanceSummary("a", ".500", null, 12, null),
            new ConcordanceSummary("b", ".500", null, 12, 12),
            new ConcordanceSummary("c", ".500", null, 5_000, 2));

        Assert.Equal(
            [
                "a, W: the number of items is not stated. [w-attainable]",
                "b, W: there are too many attainable values. [w-attainable]",
                "c, W: there are too many attainable values. [w-attainable]",
            ],
            report.Skipped.Select(check => check.ToString()));
    }

    private static (int? Below, int? Within, int? Above) Ints((BigInteger? Below, BigInteger? Within, BigInteger? Above) values) =>
        ((int?)values.Below, (int?)values.Within, (int?)values.Above);

    /// <summary>W corrected for ties, with constant raters counted and left out, and not corrected.</summary>
    private static IEnumerable<Rational> EveryWay((int Q, int Squares, int Constant) table, int raters, int items)
    {
        yield return new(3L * table.Q, (long)raters * raters * ((items * items * items) - items));
        if (table.Squares > 0)
        {
            yield return new(table.Q, (long)raters * table.Squares);
            yield return new(table.Q, (long)(raters - table.Constant) * table.Squares);
        }
    }

    private static void CheckEveryPrintedW(int raters, int items, bool withoutTies, HashSet<Rational> attainable)
    {
        foreach (var decimals in new[] { 2, 3 })
        {
            var unit = (int)Math.Pow(10, decimals);
            for (var number = 0; number <= unit; number++)
            {
                var text = (number / (decimal)unit).ToString("0." + new string('0', decimals), CultureInfo.InvariantCulture);
                var isPrinted = attainable.Any(w => Rational.Abs(w - new Rational(number, unit)) <= new Rational(1, 2 * unit));
                var report = SummaryAudit.Of(new ConcordanceSummary("here", text, null, raters, items) { WithoutTies = withoutTies });
                if (isPrinted != (report.Findings.Count == 0) || report.Skipped.Count > 0)
                {
                    Assert.Fail($"{raters} raters, W {text}: {report.ToText()}");
                }
            }
        }
    }
}
