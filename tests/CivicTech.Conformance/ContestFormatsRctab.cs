using System.Text.Json.Nodes;
using CivicTech.Consensus.Formats;

namespace CivicTech.Conformance;

/// <summary>Files of RCTab's test suite: configurations, normalised tables, and the same ballots in other formats.</summary>
internal static class ContestFormatsRctab
{
    internal static IEnumerable<ConformanceResult> Run(string rctab)
    {
        var cases = JsonNode.Parse(File.ReadAllText(Path.Combine(rctab, "cases.json")))!.AsArray();
        var configs = new ConformanceResult("ballot formats, RCTab configurations");
        var tables = new ConformanceResult("ballot formats, RCTab normalised tables");
        var sources = new ConformanceResult("ballot formats, RCTab sources as their normalised tables");
        var originals = new ConformanceResult("ballot formats, RCTab's CDF output as the normalised tables");
        foreach (var one in cases)
        {
            var name = (string)one!["case"]!;
            var folder = Path.Combine(rctab, "test_data", name);
            var config = Path.Combine(folder, (string)one["config"]!);
            configs.Add(name, () => RctabConfig.TryRead(File.ReadAllBytes(config), out _, out var problem) != name.StartsWith("invalid_", StringComparison.Ordinal)
                ? null
                : $"{problem?.ToString() ?? "is accepted"}");
            if ((string?)one["normalized_cvr"] is not { } csv)
            {
                continue;
            }

            var table = Path.Combine(rctab, "normalized_cvr", csv);
            tables.Add(name, () =>
            {
                var reading = RctabCvr.ReadNormalized(RctabConfig.Read(config), table);
                reading.Contest.Reconcile();
                return $"n={reading.Contest.Profile.Voters}" == (string?)one["ballots"] ? null : $"{reading.Contest.Profile.Voters} ballots; expected {one["ballots"]}";
            });
            if (Sources(config, folder) is { } present)
            {
                sources.Add(name, () => Differ(present(), RctabCvr.ReadNormalized(RctabConfig.Read(config), table))
                    ?? ContestFormats.Again(present(), Blt.Write, "again.blt") ?? ContestFormats.Again(present(), ContestFormats.WriteCdf, "again.json"));
            }

            var output = Path.Combine(folder, name + "_expected_cdf_cvr.json");
            if (File.Exists(output))
            {
                var options = new CdfReadOptions { UsesOriginalSnapshot = true, OvervoteLabel = "overvote" };
                if (name is "aliases_cdf_json" or "conversions_from_cdf")
                {
                    originals.NotCovered.Add($"{name}: its records name selections by an alias that its contest does not have");
                    originals.Add(name, () => Refusal.Of(() => CdfJson.Read(output, options)));
                    continue;
                }

                originals.Add(name, () => DifferInNames(CdfJson.Read(output, options), RctabCvr.ReadNormalized(RctabConfig.Read(config), table)));
            }
        }

        return [configs, tables, sources, originals];
    }

    // Only where all sources are here and in a format that is read.
    private static Func<ContestReading>? Sources(string config, string folder) =>
        RctabConfig.TryRead(File.ReadAllBytes(config), out var read, out _)
        && read.CvrFileSources.All(source => source.Provider is "genericCsv" or "cdf" && !source.FilePath.EndsWith(".xml", StringComparison.Ordinal) && File.Exists(Path.Combine(folder, source.FilePath)))
            ? () => RctabCvr.Read(config)
            : null;

    private static string? Differ(ContestReading one, ContestReading other) =>
        one.Contest.Profile.Digest == other.Contest.Profile.Digest ? null : $"{one.Contest.Profile} differs from {other.Contest.Profile}";

    // RCTab lists the candidates of its output in another order, and only those that have votes.
    private static string? DifferInNames(ContestReading one, ContestReading other)
    {
        var (left, right) = (Lines(one), Lines(other));
        return left.SequenceEqual(right) ? null : $"{left.Except(right).FirstOrDefault()} against {right.Except(left).FirstOrDefault()}";
    }

    private static List<string> Lines(ContestReading reading)
    {
        var profile = (Ballots.OrdinalProfile)reading.Contest.Profile;
        return [.. Enumerable.Range(0, profile.DistinctBallots).Select(ballot =>
        {
            var ranks = profile.RanksOf(ballot).ToArray();
            var names = profile.CandidatesOf(ballot).ToArray().Select((candidate, i) => $"{ranks[i]} {profile.Candidates[candidate]}");
            return $"{profile.WeightOf(ballot)}: {string.Join(", ", names.Order(StringComparer.Ordinal))}";
        }).Order(StringComparer.Ordinal)];
    }
}
