using System.Text;

namespace CivicTech.Consensus.Auditing;

/// <summary>A report for people.</summary>
internal static class AuditReportText
{
    internal static string Of(AuditReport report)
    {
        var text = new StringBuilder();
        Line(text, $"{report.Rows} rows, {report.Findings.Count} findings");
        Line(text, $"");
        Line(text, $"check         made  passed  skipped");
        foreach (var check in report.Checks)
        {
            Line(text, $"{check.Code,-12}  {check.Made,4}  {check.Passed,6}  {check.Skipped,7}");
        }

        if (report.Checks.FirstOrDefault(check => check.Chance is not null) is { Chance: { } chance } means)
        {
            Line(text, $"");
            var probability = AuditText.Probability(chance.AtLeastAsMany);
            Line(text, $"{means.Passed} of {means.Made} means fit the stated n; of random means {chance.Expected:0.0} would, at least as many with probability {probability}.");
        }

        foreach (var severity in Enum.GetValues<AuditSeverity>().Reverse())
        {
            Section(text, severity.ToString(), report.Findings.Where(finding => finding.Severity == severity));
        }

        var skipped = report.Skipped.GroupBy(check => $"{check.Code}, {check.Reason.TrimEnd('.')}: ");
        Section(text, "Not checked", skipped.Select(group => $"{group.Key}{string.Join("; ", group.Select(check => check.Place))}"));
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, IEnumerable<object> entries)
    {
        var any = false;
        foreach (var entry in entries)
        {
            if (!any)
            {
                Line(text, $"");
                Line(text, $"{title}");
                any = true;
            }

            Line(text, $"  {entry}");
        }
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(AuditText.Of(line)).Append('\n');
}
