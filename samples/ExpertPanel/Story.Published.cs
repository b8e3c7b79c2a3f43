using System.Globalization;
using CivicTech.Consensus.Auditing;

namespace ExpertPanel;

/// <summary>A table of somebody else's study, of which the answers are not published: can its numbers be?</summary>
internal sealed partial class Story
{
    private static readonly AnswerScale Likert = AnswerScale.Whole(1, 5);

    /// <summary>Made up: three of its numbers cannot be.</summary>
    private static readonly SummaryRow[] Published =
    [
        new ItemSummary("repair café", "3.75", "0.97", raters: 12, Likert),
        new ItemSummary("night bus", "4.92", "0.81", raters: 12, Likert),
        new ItemSummary("book swap", "4.08", "1.08", raters: 12, Likert),
        new ItemSummary("town choir", "4.75", "1.42", raters: 12, Likert),
        new ItemSummary("ice rink", "3.25", "1.22", raters: 12, Likert),
        new ConcordanceSummary("all five", w: "1.107", p: "<.001", raters: 12, items: 5),
    ];

    private void CheckPublished()
    {
        _page.Heading("Another town published only means, standard deviations (SD) and W of 12 experts, from 1 to 5: can its numbers be?");
        var audit = SummaryAudit.Of(Published);
        var table = new Columns("service", "mean", "SD", "W", "cannot be, because");
        foreach (var row in Published)
        {
            var why = audit.Findings.SingleOrDefault(finding => finding.Place == row.Place) is { } finding ? Words(finding) : "";
            table.Add(row is ItemSummary item
                ? [row.Place, item.Mean, item.StandardDeviation!, "", why]
                : [row.Place, "", "", ((ConcordanceSummary)row).W, why]);
        }

        _page.Table(table);
        var impossible = audit.Findings.Count(finding => finding.Severity == AuditSeverity.Impossible);
        _page.More($"{impossible} numbers cannot be, whatever anybody answered. Arithmetic does not say which of them is the misprint, nor why.");
    }

    private static string Words(AuditFinding finding) => string.Create(
        CultureInfo.InvariantCulture,
        $"{finding.Column} {finding.Printed}: {(finding.Code == AuditCode.SdRange ? "with this mean the most is" : "the most is")} {finding.NearestBelow!.Value:0.00}");
}
