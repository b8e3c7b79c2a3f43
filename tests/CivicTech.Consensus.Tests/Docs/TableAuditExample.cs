using CivicTech.Consensus.Auditing;
using CivicTech.Testing;

namespace Examples;

public sealed class TableAuditExample
{
    [Fact]
    public void TableAuditPage_WorkedExample_Works()
    {
        using var Console = new StringWriter { NewLine = "\n" };

        // <audit>
        var scale = AnswerScale.Whole(1, 5);
        AuditReport report = SummaryAudit.Of(
            new ItemSummary("table 2, benches", mean: "4.20", standardDeviation: "0.79", raters: 10, scale),
            new ItemSummary("table 2, lighting", "3.84", "1.12", 10, scale),
            new ItemSummary("table 2, playground", "4.90", "1.35", 10, scale),
            new ItemSummary("table 2, fountain", "2.60", "1.20", 10, scale),
            new ConcordanceSummary("table 3, round 1", w: ".640", p: ".011", raters: 10, items: 2),
            new ConcordanceSummary("table 3, round 2", ".930", "<.001", 10, items: 2),
            new ConcordanceSummary("table 3, streets", ".612", ".200", 10, items: null));
        Console.Write(report.ToText());
        // </audit>

        Golden.Verify(Console.ToString());
    }

    [Fact]
    public void TableAuditPage_Averages_HaveFinerMeans()
    {
        // <averages>
        var scale = AnswerScale.Whole(1, 5).AverageOf(3);
        var row = new ItemSummary("table 4, safety", "3.83", "0.61", raters: 10, scale)
        {
            DeviationKind = StandardDeviationKind.Sample,
        };
        // </averages>

        var report = SummaryAudit.Of(row);
        Assert.DoesNotContain(report.Findings, finding => finding.Code == AuditCode.MeanGrid);
        Assert.Contains(report.Checks, check => check.Code == AuditCode.MeanGrid && check.Passed == 1);
    }
}
