using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying;

/// <summary>Results as JSON; every amount is a text, so that no reader rounds it.</summary>
internal static class TallyJson
{
    internal static JsonObject Of(TallyResult result) => new()
    {
        ["rule"] = result.RuleId,
        ["options"] = result.Options,
        ["contest"] = Contest(result.Contest),
        ["outcome"] = Outcome(result),
        ["figures"] = new JsonObject(result.Figures.Select(figure => KeyValuePair.Create(figure.Name, (JsonNode?)ValuesOf(result, figure)))),
        ["pairwise"] = result.Pairwise is { } pairwise ? Pairwise(pairwise) : null,
        ["rounds"] = Rounds(result),
        ["notes"] = Names(result.Notes),
        ["receipt"] = result.Receipt.Digest.ToString(),
    };

    internal static JsonObject Contest(Contest contest) => new()
    {
        ["title"] = contest.Title,
        ["seats"] = contest.Seats,
        ["candidates"] = Names(contest.Candidates),
        ["withdrawn"] = Names(contest.Withdrawn),
        ["writeIns"] = contest.WriteIns,
        ["unnamedOvervote"] = contest.UnnamedOvervote,
        ["voters"] = Text(contest.Profile.Voters),
        ["batches"] = new JsonArray([.. contest.Batches.Select(batch => (JsonNode)new JsonObject
        {
            ["source"] = batch.Source,
            ["ballots"] = Text(batch.Ballots),
            ["digest"] = batch.Digest?.ToString(),
        })]),
    };

    internal static JsonObject Outcome(TallyResult result) => new()
    {
        ["status"] = Name(result.Status),
        ["elected"] = Names(result.Elected),
        ["order"] = new JsonArray([.. result.Order.Select(group => (JsonNode)Names(group))]),
        ["outcomes"] = new JsonArray([.. result.Outcomes.Select(outcome => (JsonNode)Names(outcome))]),
        ["complete"] = result.IsComplete,
        ["openTie"] = result.OpenTie is { } open
            ? new JsonObject { ["round"] = open.Round, ["tied"] = Names(open.Tied), ["about"] = open.About }
            : null,
        ["ties"] = new JsonArray([.. result.Ties.Select(tie => (JsonNode)new JsonObject
        {
            ["round"] = tie.Round,
            ["tied"] = Names(tie.Tied),
            ["order"] = Names(tie.Order),
            ["brokenBy"] = Names(tie.BrokenBy.Select(key => key.ToString())),
            ["matters"] = tie.Matters,
        })]),
    };

    internal static JsonArray Rounds(TallyResult result) => new([.. result.Rounds.Select(round => (JsonNode)new JsonObject
    {
        ["pass"] = round.Pass,
        ["number"] = round.Number,
        ["threshold"] = round.Threshold?.ToString(),
        ["tallies"] = new JsonObject(round.Tallies.Select(tally => KeyValuePair.Create(tally.Candidate, (JsonNode?)tally.Votes.ToString()))),
        ["keepFactors"] = round.Tallies.Any(tally => tally.KeepFactor is not null)
            ? new JsonObject(round.Tallies.Select(tally => KeyValuePair.Create(tally.Candidate, (JsonNode?)tally.KeepFactor?.ToString())))
            : null,
        ["inactive"] = new JsonObject(round.Inactive.Select(inactive => KeyValuePair.Create(Name(inactive.Reason), (JsonNode?)inactive.Votes.ToString()))),
        ["residual"] = round.Residual.ToString(),
        ["actions"] = new JsonArray([.. round.Actions.Select(action => (JsonNode)Action(action))]),
        ["note"] = round.Note,
    })]);

    internal static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => (JsonNode)name)]);

    internal static string Name<T>(T value)
        where T : struct, Enum => EnumNames.Of(value);

    private static JsonObject Action(TallyAction action) => new()
    {
        ["candidate"] = action.Candidate,
        ["kind"] = Name(action.Kind),
        ["why"] = action.Why,
        ["transfers"] = new JsonArray([.. action.Transfers.Select(transfer => (JsonNode)new JsonObject
        {
            ["to"] = transfer.To,
            ["inactive"] = transfer.Reason is { } reason ? Name(reason) : null,
            ["votes"] = transfer.Votes.ToString(),
        })]),
    };

    // For each candidate, how many prefer it to each other one.
    private static JsonObject Pairwise(PairwiseMatrix matrix) => new(matrix.Candidates.Select((candidate, row) => KeyValuePair.Create(
        candidate,
        (JsonNode?)new JsonObject(matrix.Candidates.Select((other, column) => (other, column)).Where(pair => pair.column != row)
            .Select(pair => KeyValuePair.Create(pair.other, (JsonNode?)Text(matrix[row, pair.column])))))));

    private static JsonObject ValuesOf(TallyResult result, CandidateFigures figure) => new(result.Contest.Standing.Candidates
        .Select((candidate, i) => KeyValuePair.Create(candidate, (JsonNode?)figure.Values[i].ToString())));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
