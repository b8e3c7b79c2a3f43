using CivicTech.Consensus.Auditing;
using CivicTech.Testing;

namespace CivicTech.Tests.Consensus.Auditing;

public sealed class AuditReportTests
{
    private static readonly AnswerScale Likert = AnswerScale.Whole(1, 5);

    [Fact]
    public void ToText_OfEveryKindOfFinding_IsReadable() => Golden.Verify(SummaryAudit.Of(
        new ItemSummary("item 1", "3.50", "1.18", 10, Likert),
        new ItemSummary("item 2", "3.47", "1.18", 10, Likert),
        new ItemSummary("item 3", "4.80", "1.50", 10, Likert),
        new ItemSummary("item 4", "4.87", "1.10", 3, Likert),
        new ItemSummary("item 5", "3.50", "1.21", 10, Likert) { DeviationKind = StandardDeviationKind.Sample },
        new ItemSummary("item 6", "5.40", "1.00", 10, Likert),
        new ItemSummary("item 7", "3.47", null, 200, Likert),
        new ItemSummary("item 8", "3.47", "0.60", 10, AnswerScale.Continuous(0, 10)) { DeviationKind = StandardDeviationKind.Population },
        new ConcordanceSummary("panel A", ".93", ".04", 7, 2),
        new ConcordanceSummary("panel B", "1.08", ".001", 7, 9),
        new ConcordanceSummary("panel C", ".950", ".001", 20, 15),
        new ConcordanceSummary("panel D", ".550", ".2", 12, null),
        new ConcordanceSummary("panel E", "1.00", "1.3", 3, 3) { WithoutTies = true },
        new ConcordanceSummary("panel F", "1.00", "<.001", 3, 3) { WithoutTies = true }).ToText());

    [Fact]
    public void Report_OfNothing_IsEmpty()
    {
        var report = SummaryAudit.Of();

        Assert.Equal("0 rows, 0 findings", report.ToString());
        Assert.Empty(report.Checks);
        Assert.Throws<ArgumentNullException>(() => SummaryAudit.Of((SummaryRow)null!));
    }

    [Fact]
    public void Report_OfTheSameRows_IsTheSame()
    {
        SummaryRow[] rows = [new ItemSummary("item 2", "3.47", "1.18", 10, Likert), new ConcordanceSummary("panel A", ".93", ".04", 7, 2)];

        Assert.Equal(SummaryAudit.Of(rows).ToText(), SummaryAudit.Of(rows).ToText());
        Assert.Equal(SummaryAudit.Of(rows).Findings, SummaryAudit.Of(rows).Findings);
    }

    [Fact]
    public void Rows_AsText_AreAsPrinted()
    {
        Assert.Equal("item 2: mean 3.47, SD 1.18", new ItemSummary("item 2", "3.47", "1.18", 10, Likert).ToString());
        Assert.Equal("item 2: mean 3.47", new ItemSummary("item 2", "3.47", null, 10, Likert).ToString());
        Assert.Equal("panel A: W .93, p < .05", new ConcordanceSummary("panel A", ".93", "< .05", 7, 2).ToString());
        Assert.Equal("panel A: W .93", new ConcordanceSummary("panel A", ".93", null, 7, 2).ToString());
    }
}
