using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using CivicTech.Receipts;

namespace CivicTech.Consensus.Tallying;

/// <summary>Receipts of counts: what was counted, by which rule, how ties were decided, every round, and who is elected.</summary>
public static class TallyReceipt
{
    private const string Kind = "tally";

    /// <summary>Counts again by the receipt's rule, with the decisions about ties that it states, and compares.</summary>
    /// <param name="receipt">The receipt of a count.</param>
    /// <param name="contest">The contest that it is said to be about.</param>
    /// <param name="rules">Knows the rule that the receipt names.</param>
    /// <exception cref="FormatException">The receipt is of something else, or names no rule.</exception>
    /// <exception cref="ArgumentException">The registry does not know the rule, or the rule cannot count these ballots.</exception>
    public static Verification Verify(Receipt receipt, Contest contest, RuleRegistry rules)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(contest);
        ArgumentNullException.ThrowIfNull(rules);
        var body = receipt.Body;
        if (body["kind"].AsText() != Kind || body["rule"].AsText() is not { } rule || body["options"] is not JsonObject options || body["decisions"] is not JsonArray decisions)
        {
            throw new FormatException($"Not the receipt of a count: expected the kind '{Kind}', 'rule', 'options' and 'decisions'.");
        }

        var request = new TallyRequest { Decisions = [.. decisions.Select(Decision)] };
        return Verification.Compare(receipt, rules.Create<ITallyRule>(rule, options.ToJsonString()).Count(contest, request).Receipt);
    }

    internal static Receipt Of(TallyResult result) => new(new JsonObject
    {
        ["receipt"] = "civictech/1",
        ["kind"] = Kind,
        ["rule"] = result.RuleId,
        ["options"] = result.Options,
        ["contest"] = TallyJson.Contest(result.Contest),
        ["profile"] = result.Contest.Profile.Digest.ToString(),
        ["decisions"] = new JsonArray([.. result.Decisions.Select(decision => (JsonNode)new JsonObject
        {
            ["round"] = decision.Round,
            ["order"] = TallyJson.Names(decision.Order),
        })]),
        ["outcome"] = TallyJson.Outcome(result),
        ["rounds"] = TallyJson.Rounds(result),
    });

    private static TieDecision Decision(JsonNode? node) =>
        node is JsonObject decision && decision["round"] is JsonValue round && round.TryGetValue<int>(out var number) && decision["order"] is JsonArray order
            ? new TieDecision(number, [.. order.Select(name => name.AsText() ?? throw NotADecision())])
            : throw NotADecision();

    private static FormatException NotADecision() => new("A decision about a tie is not 'round' and 'order'.");
}
