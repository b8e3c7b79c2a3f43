using System.Globalization;
using System.Text.Json;
using CivicTech.Consensus.Tallying;
using CivicTech.Numerics;

namespace CivicTech.Conformance;

/// <summary>The rounds of a detailed report of RCTab, compared with ours: tallies, threshold, who is elected or out, transfers, inactive ballots.</summary>
internal static class RctabReport
{
    private static readonly (string Name, InactiveReason Reason)[] Reasons =
    [
        ("exhaustedChoices", InactiveReason.ExhaustedChoices),
        ("overvotes", InactiveReason.Overvote),
        ("repeatedRankings", InactiveReason.RepeatedCandidate),
        ("skippedRankings", InactiveReason.SkippedRanks),
    ];

    internal static string? Compare(IReadOnlyList<TallyRound> rounds, JsonElement report)
    {
        var expected = report.GetProperty("results").EnumerateArray().ToList();
        if (rounds.Count != expected.Count)
        {
            return $"{rounds.Count} rounds, expected {expected.Count}";
        }

        for (var i = 0; i < rounds.Count; i++)
        {
            if (Compare(rounds[i], expected[i], rounds.Count == i + 1) is { } difference)
            {
                return $"round {i + 1}: {difference}";
            }
        }

        return null;
    }

    private static string? Compare(TallyRound round, JsonElement expected, bool isLast)
    {
        if (Amount(expected.GetProperty("threshold")) != round.Threshold)
        {
            return $"threshold {round.Threshold}, expected {expected.GetProperty("threshold")}";
        }

        if (Differ(round.Tallies.ToDictionary(tally => tally.Candidate, tally => tally.Votes), Amounts(expected.GetProperty("tally"))) is { } tallies)
        {
            return "tally " + tallies;
        }

        foreach (var (name, reason) in Reasons)
        {
            var votes = round.Inactive.FirstOrDefault(inactive => inactive.Reason == reason)?.Votes ?? Rational.Zero;
            if (Amount(expected.GetProperty("inactiveBallots").GetProperty(name)) != votes)
            {
                return $"{name} {votes}, expected {expected.GetProperty("inactiveBallots").GetProperty(name)}";
            }
        }

        var actions = expected.GetProperty("tallyResults").EnumerateArray().ToDictionary(
            action => action.EnumerateObject().First(member => member.Name is "elected" or "eliminated") is var member ? $"{member.Name} {member.Value}" : "", action => action);
        var ours = round.Actions.ToDictionary(action => $"{(action.Kind == TallyActionKind.Elected ? "elected" : "eliminated")} {action.Candidate}", action => action);
        if (!actions.Keys.ToHashSet().SetEquals(ours.Keys))
        {
            return $"{string.Join(", ", ours.Keys)}; expected {string.Join(", ", actions.Keys)}";
        }

        // What leaves in the last round is not in the report any more.
        return isLast ? null : actions
            .Select(action => Differ(Transfers(ours[action.Key]), Amounts(action.Value.GetProperty("transfers"))) is { } difference ? $"{action.Key}, to {difference}" : null)
            .FirstOrDefault(difference => difference is not null);
    }

    private static Dictionary<string, Rational> Transfers(TallyAction action) => action.Transfers
        .GroupBy(transfer => transfer.To ?? (transfer.IsResidual ? "residual surplus" : "exhausted"))
        .ToDictionary(group => group.Key, group => group.Aggregate(Rational.Zero, (sum, transfer) => sum + transfer.Votes));

    private static string? Differ(Dictionary<string, Rational> ours, Dictionary<string, Rational> expected)
    {
        foreach (var name in ours.Keys.Union(expected.Keys).Order(StringComparer.Ordinal))
        {
            var (isOurs, isExpected) = (ours.TryGetValue(name, out var votes), expected.TryGetValue(name, out var wanted));
            if (votes != wanted || (isOurs != isExpected && !(votes.IsZero && wanted.IsZero)))
            {
                return $"{name}: {(isOurs ? votes : "nothing")}, expected {(isExpected ? wanted : "nothing")}";
            }
        }

        return null;
    }

    private static Dictionary<string, Rational> Amounts(JsonElement amounts) =>
        amounts.EnumerateObject().ToDictionary(amount => amount.Name, amount => Amount(amount.Value));

    private static Rational Amount(JsonElement amount) => Rational.Parse(amount.ValueKind == JsonValueKind.String
        ? amount.GetString()!
        : amount.GetDecimal().ToString(CultureInfo.InvariantCulture));
}
