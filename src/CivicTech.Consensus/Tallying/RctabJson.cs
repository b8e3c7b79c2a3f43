using System.Text.Json.Nodes;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying;

/// <summary>The detailed report of RCTab, format version 1, which programs such as RCVis draw.</summary>
internal static class RctabJson
{
    internal static JsonObject Of(TallyResult result, int pass)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pass, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pass, result.Rounds.IsEmpty ? 1 : result.Rounds[^1].Pass);
        return Report(result, pass);
    }

    private static JsonObject Report(TallyResult result, int pass) => new()
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
        ["inactiveBallots"] = Inactive(round),
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

    private static JsonObject Inactive(TallyRound round)
    {
        var ballots = new JsonObject
        {
            ["exhaustedChoices"] = Votes(InactiveReason.ExhaustedChoices),
            ["overvotes"] = Votes(InactiveReason.Overvote),
            ["repeatedRankings"] = Votes(InactiveReason.RepeatedCandidate),
            ["skippedRankings"] = Votes(InactiveReason.SkippedRanks),
        };
        if (round.Inactive.Any(inactive => inactive.Reason == InactiveReason.FinalSurplus))
        {
            ballots["finalRoundSurplus"] = Votes(InactiveReason.FinalSurplus);
        }

        return ballots;

        string Votes(InactiveReason reason) => VoteText.Plain(round.Inactive.FirstOrDefault(inactive => inactive.Reason == reason)?.Votes ?? Rational.Zero);
    }

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
