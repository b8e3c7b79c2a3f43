using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using CivicTech.Budgeting.Allocation;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Results;

/// <summary>A rule of the registry, chosen beforehand: its id and its options, as they stand in a plan that people can read.</summary>
/// <remarks>Immutable. Equal when id and options say the same; the order of members does not matter.</remarks>
public sealed record RuleChoice
{
    internal const string Lot = "lot";
    private const string TiesOption = "ties";

    /// <summary>Funding by votes: <c>greedy@1</c> with its default options.</summary>
    public static RuleChoice ByVotes { get; } = new() { Rule = Greedy.RuleId };

    /// <summary>Name and version of a rule that decides which projects are funded, such as <c>equal-shares@1</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>Its options, a JSON object; null for the defaults.</summary>
    public JsonElement? Options { get; init => field = value is { ValueKind: not JsonValueKind.Undefined } options ? options.Clone() : null; }

    /// <summary>The choice of a rule that was made in code, with every option explicit.</summary>
    /// <param name="rule">The rule.</param>
    public static RuleChoice Of(IAllocationRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Make(rule.Id, rule.DescribeOptions());
    }

    /// <summary>A fixed number of winners down the list of a ranking rule, whatever the order was made by: majority judgment as in Paris, points, a jury's list.</summary>
    /// <param name="rankingRule">Name and version of a rule that orders candidates.</param>
    /// <param name="winners">How many projects win at most: zero or more. The budget still holds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static RuleChoice FixedWinners(string rankingRule, int winners)
    {
        ArgumentException.ThrowIfNullOrEmpty(rankingRule);
        ArgumentOutOfRangeException.ThrowIfNegative(winners);
        return Make(FundInOrder.RuleId, new JsonObject
        {
            ["ranking"] = new JsonObject { ["rule"] = rankingRule },
            ["limits"] = new JsonObject { ["maxWinners"] = winners },
        });
    }

    /// <inheritdoc />
    public bool Equals(RuleChoice? other) => other is not null && Rule == other.Rule
        && (Options, other.Options) switch
        {
            (null, null) => true,
            ({ } one, { } another) => JsonElement.DeepEquals(one, another),
            _ => false,
        };

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Rule, Options is null);

    /// <summary>The id.</summary>
    public override string ToString() => Rule;

    /// <summary>The rule, with tie keys in place of its own where there are some, and the seed in place of the bare word <c>lot</c>.</summary>
    /// <exception cref="ArgumentException">There is no such rule, or the options or tie keys are wrong: the message says where.</exception>
    internal IAllocationRule Make(RuleRegistry rules, ImmutableArray<string> ties, string? seed)
    {
        var json = Options?.GetRawText() ?? "{}";
        return rules.Create<IAllocationRule>(Rule, ties.IsEmpty ? json : WithTies(json, ties, seed));
    }

    /// <summary>How a made rule breaks ties, as far as its options tell; null when they do not.</summary>
    internal static TieChain? TiesOf(IAllocationRule rule) =>
        rule.DescribeOptions()[TiesOption] is JsonArray ties ? TieChainText.Read([.. ties.Select(key => key!.GetValue<string>())]) : null;

    private string WithTies(string json, ImmutableArray<string> ties, string? seed)
    {
        JsonNode? options;
        try
        {
            // A member named twice has no certain meaning.
            options = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"The options of '{Rule}' are not JSON: {exception.Message}", nameof(json), exception);
        }

        if (options is not JsonObject members)
        {
            throw new ArgumentException($"The options of '{Rule}' are not a JSON object.", nameof(json));
        }

        members[TiesOption] = new JsonArray([.. ties.Select(key => JsonValue.Create(key == Lot ? $"{Lot}:{seed}" : key))]);
        return members.ToJsonString();
    }

    private static RuleChoice Make(string rule, JsonObject options)
    {
        using var document = JsonDocument.Parse(options.ToJsonString());
        return new RuleChoice { Rule = rule, Options = document.RootElement };
    }
}
