using System.Globalization;
using System.Text.Json.Nodes;
using CivicTech.Receipts;

namespace CivicTech.Budgeting.Results;

/// <summary>Receipts of counts: what was counted, by which rules, and who won. Anyone with the counted ballots can count again and compare.</summary>
public static class CycleReceipt
{
    private const string Kind = "cycle-count";

    /// <summary>The receipt of a result.</summary>
    /// <param name="result">The result of a count.</param>
    public static Receipt Of(CycleResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var body = new JsonObject
        {
            ["receipt"] = "civictech/1",
            ["kind"] = Kind,
            ["rules"] = result.Rules.ToString(),
            ["ballot"] = new JsonObject { ["edition"] = result.Edition, ["digest"] = result.Ballot.ToString() },
            ["box"] = new JsonObject { ["voters"] = Text(result.Box.Voters), ["ballots"] = result.Box.Ballots.ToString(), ["trackers"] = result.Box.Trackers.ToString() },
            ["areas"] = new JsonArray([.. result.Areas.Select(Area)]),
            ["result"] = result.Digest.ToString(),
        };
        if (result.Lot is { } lot)
        {
            body["lot"] = new JsonObject { ["secret"] = lot.Secret, ["publicValue"] = lot.PublicValue, ["seed"] = lot.Seed };
        }

        return new Receipt(body);
    }

    /// <summary>Counts again and compares.</summary>
    /// <param name="receipt">The receipt of a count.</param>
    /// <param name="input">Plan, ballot and tallies that it is said to be about.</param>
    /// <param name="rules">Knows the rules that the plan names.</param>
    /// <exception cref="FormatException">The receipt is of something else.</exception>
    /// <exception cref="ArgumentException">As <see cref="CycleCount.Run"/> says.</exception>
    public static Verification Verify(Receipt receipt, CountInput input, RuleRegistry rules)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return receipt.Body["kind"] is JsonValue value && value.TryGetValue<string>(out var kind) && kind == Kind
            ? Verification.Compare(receipt, Of(CycleCount.Run(input, rules)))
            : throw new FormatException($"Not the receipt of a count: expected the kind '{Kind}'.");
    }

    private static JsonObject Area(AreaResult area) => new()
    {
        ["area"] = area.Area,
        ["outcome"] = EnumNames.Of(area.Outcome),
        ["rule"] = area.Rule,
        ["profile"] = area.Profile.ToString(),
        ["counted"] = Text(area.Numbers.Counted),
        ["budget"] = area.Budget?.ToString(),
        ["carriedIn"] = area.CarriedIn.ToString(),
        ["cost"] = area.Cost.ToString(),
        ["unspent"] = area.Unspent.ToString(),
        ["funded"] = new JsonArray([.. area.Funded.Select(project => JsonValue.Create(project))]),
        ["allocation"] = area.Receipt?.ToString(),
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
