using System.Text.Json;
using CivicTech.Ballots;
using CivicTech.Consensus.Formats;
using CivicTech.Consensus.Tallying;

namespace CivicTech.Conformance;

/// <summary>
/// The test cases of RCTab, each counted by the rule that its configuration describes and compared round by round; and those that must be
/// refused.
/// </summary>
internal sealed class RctabCases : IConformanceSet
{
    // The case of a million ballots is the Minneapolis mayor of 2013 thirteen times.
    private const string Scale = "2013_minneapolis_mayor_scale";
    private const int Copies = 13;

    public IEnumerable<ConformanceResult> Run(string folder)
    {
        var rctab = Path.Combine(folder, "tally", "rctab");
        if (!File.Exists(Path.Combine(rctab, "cases.json")))
        {
            yield break;
        }

        var rounds = new ConformanceResult("rctab round by round");
        var refused = new ConformanceResult("rctab must refuse");
        var reasons = new List<string>();
        using var cases = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(rctab, "cases.json")));
        foreach (var one in cases.RootElement.EnumerateArray())
        {
            var name = one.GetProperty("case").GetString()!;
            var config = Path.Combine(rctab, "test_data", name, one.GetProperty("config").GetString()!);
            string[] reports = [.. one.GetProperty("expected").EnumerateArray().Select(file => file.GetString()!)
                .Where(file => file.EndsWith("_detailed_report.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
            var records = name == Scale ? "2013_minneapolis_mayor_rctab_cvr.csv" : one.GetProperty("normalized_cvr").GetString();
            if (reports.Length == 0 && name.StartsWith("invalid", StringComparison.Ordinal))
            {
                refused.Add(name, () => Refusal.Of(() => RctabCvr.Read(config)));
            }
            else if (reports.Length == 0)
            {
                reasons.Add($"{Path.GetFileName(config)}: {(name.StartsWith("conversions", StringComparison.Ordinal) ? "converts cast vote records only" : "asks an operator")}; there is no expected report");
            }
            else if (records is null)
            {
                reasons.Add($"{name}: the folder holds no cast vote records");
            }
            else
            {
                rounds.Add(name, () => Compare(config, Path.Combine(rctab, "normalized_cvr", records), name == Scale ? Copies : 1,
                    [.. reports.Select(report => Path.Combine(rctab, "test_data", name, report))]));
            }
        }

        rounds.NotCovered.AddRange(reasons);
        yield return rounds;
        yield return refused;
    }

    private static string? Compare(string configFile, string records, int copies, string[] reports)
    {
        var config = RctabConfig.Read(configFile);
        var result = RctabTally.RuleOf(config).Count(Times(RctabCvr.ReadNormalized(config, records).Contest, copies));
        for (var pass = 1; pass <= reports.Length; pass++)
        {
            using var report = JsonDocument.Parse(File.ReadAllBytes(reports[pass - 1]));
            if (RctabReport.Compare([.. result.Rounds.Where(round => round.Pass == pass)], report.RootElement) is { } difference)
            {
                return reports.Length == 1 ? difference : $"pass {pass}: {difference}";
            }
        }

        return result.Rounds[^1].Pass == reports.Length ? null : $"there are {result.Rounds[^1].Pass} passes, expected {reports.Length}";
    }

    private static Contest Times(Contest contest, int copies) => copies == 1 ? contest
        : new Contest(OrdinalProfile.Merge([.. Enumerable.Repeat((OrdinalProfile)contest.Profile, copies)]), contest.Seats)
        {
            Title = contest.Title,
            WriteIns = contest.WriteIns,
            UnnamedOvervote = contest.UnnamedOvervote,
            Withdrawn = contest.Withdrawn,
        };
}
