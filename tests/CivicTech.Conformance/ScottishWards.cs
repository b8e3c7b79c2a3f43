using System.Text.Json;
using CivicTech.Consensus.Formats;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Ties;

namespace CivicTech.Conformance;

/// <summary>Council wards of Scotland: who is elected, and who would be if surpluses were transferred in another order.</summary>
internal sealed class ScottishWards : IConformanceSet
{
    private static readonly SingleTransferableVote Statute = StatutoryRules.ScottishLocal(TieKey.ListedOrder);

    // The other two columns come from a program that never rounds.
    private static readonly SingleTransferableVote OneAtATime = Exact(SurplusOrder.OneElectedARound);
    private static readonly SingleTransferableVote Together = Exact(SurplusOrder.Together);

    public IEnumerable<ConformanceResult> Run(string folder)
    {
        var wards = Path.Combine(folder, "tally", "scottish-wards");
        if (!File.Exists(Path.Combine(wards, "expected.json")))
        {
            yield break;
        }

        var statute = new ConformanceResult("scottish wards");
        var others = new ConformanceResult("scottish wards, other surplus orders");
        using var expected = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(wards, "expected.json")));
        foreach (var ward in expected.RootElement.EnumerateObject())
        {
            var contest = WardCsv.Read(Path.Combine(wards, ward.Name + ".csv")).Contest;
            statute.Add(ward.Name, () => Check(contest, Statute, ward.Value, "elected") ?? CheckWhole(contest, ward.Value));
            others.Add($"{ward.Name}, one at a time", () => Check(contest, OneAtATime, ward.Value, "elected_if_one_at_a_time"));
            others.Add($"{ward.Name}, together", () => Check(contest, Together, ward.Value, "elected_if_surpluses_simultaneous"));
        }

        yield return statute;
        yield return others;
    }

    private static SingleTransferableVote Exact(SurplusOrder order) => new()
    {
        Ballots = Statute.Ballots,
        Decimals = null,
        SurplusOrder = order,
        Ties = Statute.Ties,
    };

    private static string? Check(Contest contest, SingleTransferableVote rule, JsonElement ward, string column)
    {
        var result = rule.Count(contest);
        var elected = result.Elected.Select(candidate => $"C{contest.Candidates.IndexOf(candidate) + 1}").Order(StringComparer.Ordinal);
        var expected = ward.GetProperty(column).EnumerateArray().Select(candidate => candidate.GetString()!).Order(StringComparer.Ordinal);
        return elected.SequenceEqual(expected) ? null : $"elected {string.Join(' ', elected)}, expected {string.Join(' ', expected)}";
    }

    private static string? CheckWhole(Contest contest, JsonElement ward)
    {
        var result = Statute.Count(contest);
        var quota = result.Rounds[0].Threshold!.Value;
        return quota != Numerics.Rational.Parse(ward.GetProperty("quota").GetString()!) ? $"the quota is {quota}"
            : contest.Profile.Voters != ward.GetProperty("ballots").GetInt64() ? $"there are {contest.Profile.Voters} ballots"
            : null;
    }
}
