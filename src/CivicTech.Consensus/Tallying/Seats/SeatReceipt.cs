using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CivicTech.Receipts;

namespace CivicTech.Consensus.Tallying.Seats;

/// <summary>Receipts of divisions: the votes, the rule, every step, and the seats.</summary>
public static class SeatReceipt
{
    private const string Kind = "seats";

    /// <summary>Divides again by the receipt's rule, and compares.</summary>
    /// <param name="receipt">The receipt of a division.</param>
    /// <param name="votes">The votes that it is said to be about.</param>
    /// <param name="seats">How many seats it is said to divide.</param>
    /// <param name="rules">Knows the rule that the receipt names.</param>
    /// <exception cref="FormatException">The receipt is of something else, or names no rule.</exception>
    /// <exception cref="ArgumentException">The registry does not know the rule, or the rule cannot divide these seats.</exception>
    public static Verification Verify(Receipt receipt, PartyVotes votes, int seats, RuleRegistry rules)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(rules);
        var body = receipt.Body;
        if (body["kind"].AsText() != Kind || body["rule"].AsText() is not { } rule || body["options"] is not JsonObject options)
        {
            throw new FormatException($"Not the receipt of a division of seats: expected the kind '{Kind}', 'rule' and 'options'.");
        }

        return Verification.Compare(receipt, rules.Create<ISeatRule>(rule, options.ToJsonString()).Allocate(votes, seats).Receipt);
    }

    internal static Receipt Of(SeatAllocation allocation) => new(new JsonObject
    {
        ["receipt"] = "civictech/1",
        ["kind"] = Kind,
        ["rule"] = allocation.RuleId,
        ["options"] = allocation.Options,
        ["votes"] = allocation.Votes.ToJson(),
        ["totalSeats"] = allocation.TotalSeats,
        ["status"] = EnumNames.Of(allocation.Status),
        ["seats"] = Numbers(allocation.Seats),
        ["outcomes"] = new JsonArray([.. allocation.Outcomes.Select(outcome => (JsonNode)Numbers(outcome))]),
        ["complete"] = allocation.IsComplete,
        ["openTie"] = allocation.OpenTie is { } open ? new JsonObject { ["tied"] = TallyJson.Names(open.Tied), ["seats"] = open.Seats } : null,
        ["excluded"] = TallyJson.Names(allocation.Excluded),
        ["quota"] = allocation.Quota?.ToString(),
        ["steps"] = new JsonArray([.. allocation.Steps.Select(step => (JsonNode)new JsonObject
        {
            ["number"] = step.Number,
            ["party"] = step.Party,
            ["kind"] = EnumNames.Of(step.Kind),
            ["seats"] = step.Seats,
            ["figure"] = step.Figure?.ToString(),
        })]),
        ["ties"] = new JsonArray([.. allocation.Ties.Select(tie => (JsonNode)new JsonObject
        {
            ["step"] = tie.Round,
            ["tied"] = TallyJson.Names(tie.Tied),
            ["order"] = TallyJson.Names(tie.Order),
            ["brokenBy"] = TallyJson.Names(tie.BrokenBy.Select(key => key.ToString())),
        })]),
    });

    private static JsonArray Numbers(ImmutableArray<int> numbers) => new([.. numbers.Select(number => (JsonNode)number)]);
}
