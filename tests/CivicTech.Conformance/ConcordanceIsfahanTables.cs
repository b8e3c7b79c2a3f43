using System.Globalization;
using System.Text.Json;
using CivicTech.Consensus.Auditing;
using CivicTech.Consensus.Concordance;

namespace CivicTech.Conformance;

/// <summary>
/// The audit of a published Delphi study: seven panels of twelve, three rounds, means and SDs of 21 services, W and p of each panel.
/// Expected figures were counted apart from this library: all sets of twelve answers from 1 to 5, all tables of two items.
/// </summary>
internal sealed class ConcordanceIsfahanTables : IConformanceSet
{
    private static readonly string[] Panels = ["urban", "culture", "traffic"];
    private static readonly string[] Rounds = ["r1", "r2", "r3"];

    public IEnumerable<ConformanceResult> Run(string folder)
    {
        var path = Path.Combine(folder, "concordance", "isfahan_tables.json");
        if (!File.Exists(path))
        {
            yield break;
        }

        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var items = SummaryAudit.Of(Items(document.RootElement));
        var first = SummaryAudit.Of(Concordances(document.RootElement, "table4", itemsKnown: false));
        var later = SummaryAudit.Of([
            .. Concordances(document.RootElement, "table5", itemsKnown: true),
            .. Concordances(document.RootElement, "table6", itemsKnown: true)]);

        var result = new ConformanceResult("concordance isfahan tables");
        Same(result, "means that are twelfths", "9 of 63", Passed(items, AuditCode.MeanGrid));
        Same(result, "as many by chance", "7.7", items.Checks.Single(check => check.Code == AuditCode.MeanGrid).Chance?.Expected.ToString("0.0", CultureInfo.InvariantCulture));
        Same(result, "SDs that no answers have", "culture 4 r2, culture 4 r3, culture 7 r3", Places(items, AuditCode.SdRange, AuditSeverity.Impossible));
        Same(result, "SDs that no twelve answers have", "culture 5 r3, urban 3 r3, urban 8 r3", Places(items, AuditCode.SdRange, AuditSeverity.Inconsistent));
        Same(result, "SDs that fit the mean and whole answers", "2 of 9", Passed(items, AuditCode.SdGrid));
        Same(
            result,
            "SDs that do not",
            "culture 3 r1, culture 5 r1, culture 6 r3, urban 1 r1, urban 10 r2, urban 11 r2, urban 8 r1",
            Places(items, AuditCode.SdGrid, AuditSeverity.Inconsistent));
        Same(result, "means on the scale", "63 of 63", Passed(items, AuditCode.MeanRange));

        Same(result, "W that two items cannot have", "table5 traffic, table6 traffic", Places(later, AuditCode.WAttainable, AuditSeverity.Inconsistent));
        foreach (var place in new[] { "table5 traffic", "table6 traffic" })
        {
            var finding = later.Findings.Single(one => one.Code == AuditCode.WAttainable && one.Place == place);
            Same(result, $"{place} nearest", "11/12 and 1", $"{finding.NearestBelow?.Exact?.Numerator}/{finding.NearestBelow?.Exact?.Denominator} and {finding.NearestAbove?.Exact}");
        }

        Same(result, "W from 0 to 1", "7 of 7 and 6 of 6", $"{Passed(first, AuditCode.WRange)} and {Passed(later, AuditCode.WRange)}");
        Same(result, "p that chi-square gives", "table5 culture, table6 traffic, table6 urban", Agreeing(later, TestMethod.ChiSquare));
        Same(result, "p that F gives", "table5 culture, table5 traffic, table6 urban", Agreeing(later, TestMethod.F));
        Same(result, "p of round 1 that chi-square gives with some number of items", "", Agreeing(first, TestMethod.ChiSquare));
        Same(result, "p of round 1 that any test gives", "0 of 7", Passed(first, AuditCode.PFromW));
        Same(result, "p that no exact test gives either", "table4 1", Places(first, AuditCode.PFromW, AuditSeverity.Inconsistent));
        yield return result;
    }

    private static IEnumerable<ItemSummary> Items(JsonElement root) =>
        from row in root.GetProperty("table3").EnumerateArray()
        from round in Rounds
        select new ItemSummary(
            $"{row.GetProperty("panel").GetString()} {row.GetProperty("item").GetInt32()} {round}",
            Decimals(row.GetProperty(round).GetProperty("mean"), "0.00"),
            Decimals(row.GetProperty(round).GetProperty("sd"), "0.00"),
            12,
            AnswerScale.Whole(1, 5));

    private static IEnumerable<ConcordanceSummary> Concordances(JsonElement root, string name, bool itemsKnown)
    {
        var table = root.GetProperty(name);
        for (var panel = 0; panel < table.GetProperty("W").GetArrayLength(); panel++)
        {
            var label = itemsKnown ? Panels[panel] : (panel + 1).ToString(CultureInfo.InvariantCulture);
            var p = table.GetProperty("p")[panel];
            yield return new(
                $"{name} {label}",
                Decimals(table.GetProperty("W")[panel], "0.000"),
                p.GetDecimal() == 0 ? "0.000" : p.GetRawText(),
                table.GetProperty("n")[panel].GetInt32(),
                itemsKnown ? root.GetProperty("table3").EnumerateArray().Count(row => row.GetProperty("panel").GetString() == label) : null);
        }
    }

    private static string Decimals(JsonElement number, string format) => number.GetDecimal().ToString(format, CultureInfo.InvariantCulture);

    private static string Passed(AuditReport report, string code)
    {
        var check = report.Checks.Single(check => check.Code == code);
        return $"{check.Passed} of {check.Made}";
    }

    private static string Places(AuditReport report, string code, AuditSeverity severity) =>
        Listed(report.Findings.Where(finding => finding.Code == code && finding.Severity == severity).Select(finding => finding.Place));

    private static string Agreeing(AuditReport report, TestMethod method) =>
        Listed(report.PValues.Where(row => row.Tests.Any(test => test.Method == method && test.Agrees)).Select(row => row.Place));

    private static string Listed(IEnumerable<string> places) => string.Join(", ", places.Order(StringComparer.Ordinal));

    private static void Same(ConformanceResult result, string name, string expected, string? actual) =>
        result.Add(name, () => actual == expected ? null : $"{actual}; expected {expected}");
}
