using System.Text.Json.Nodes;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying;

/// <summary>The detailed report of RCTab, format version 1, which programs such as RCVis draw.</summary>
internal static class RctabJson
{
    internal static JsonObject Of(TallyResult result, int pass) => new()
    {
        ["config"] = new JsonObject
        {
            ["contest"] = result.Contest.Title,
            ["date"] = "",
            ["generatedBy"] = $"CivicTech {result.RuleId}",
            ["jurisdiction"] = "",
            ["office"] = "",
        },
        ["jsonFormatVersion"] = "1",
        ["results"] = new JsonArray([.. result.Rounds.Where(round => round.Pass == pass).Select(round => (JsonNode)Round(round))]),
    };

    private static JsonObject Round(TallyRound round) => new()
    {
        ["inactiveBallots"] = new JsonObject
        {
            ["exhaustedChoices"] = Inactive(round, InactiveReason.ExhaustedChoices),
            ["overvotes"] = Inactive(round, InactiveReason.Overvote),
            ["repeatedRankings"] = Inactive(round, InactiveReason.RepeatedCandidate),
            ["skippedRankings"] = Inactive(round, InactiveReason.SkippedRanks),
        },
        ["round"] = round.Number,
        ["tally"] = new JsonObject(round.Tallies
            .OrderBy(tally => tally.Candidate, StringComparer.Ordinal)
            .Select(tally => KeyValuePair.Create(tally.Candidate, (JsonNode?)VoteText.Plain(tally.Votes)))),
        ["tallyResults"] = new JsonArray([.. round.Actions.Select(action => (JsonNode)new JsonObject
        {
            [action.Kind == TallyActionKind.Eliminated ? "eliminated" : "elected"] = action.Candidate,
            ["transfers"] = Transfers(action),
        })]),
        ["threshold"] = VoteText.Plain(round.Threshold ?? Rational.Zero),
    };

    private static string Inactive(TallyRound round, InactiveReason reason) =>
        VoteText.Plain(round.Inactive.FirstOrDefault(inactive => inactive.Reason == reason)?.Votes ?? Rational.Zero);

    // Everything that counts for nobody is one place there.
    private static JsonObject Transfers(TallyAction action)
    {
        var transfers = new SortedDictionary<string, Rational>(StringComparer.Ordinal);
        foreach (var transfer in action.Transfers)
        {
            var to = transfer.To ?? (transfer.IsResidual ? "residual surplus" : "exhausted");
            transfers[to] = transfers.GetValueOrDefault(to) + transfer.Votes;
        }

        return new JsonObject(transfers.Select(transfer => KeyValuePair.Create(transfer.Key, (JsonNode?)VoteText.Plain(transfer.Value))));
    }
}
