using System.Text.Json;
using System.Text.Json.Nodes;
using CivicTech.Budgeting.Elections;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Allocation;

/// <summary>
/// Funds projects down the list of any ranking rule: a budget can follow a majority judgment, a Condorcet order, a jury's list.
/// </summary>
/// <remarks>
/// As JSON the ranking is a rule document, beside <c>limits</c> and <c>ties</c>:
/// <c>{"ranking": {"rule": "ranking-by-votes@1", "options": {}}}</c>.
/// </remarks>
public sealed class FundInOrder : IAllocationRule
{
    /// <summary>The id of this version: <c>fund-in-order@1</c>.</summary>
    public const string RuleId = "fund-in-order@1";

    /// <summary>Makes the rule.</summary>
    /// <param name="ranking">The rule that orders the projects; candidates are projects.</param>
    public FundInOrder(IRankingRule ranking)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        RankingRule = ranking;
    }

    /// <inheritdoc />
    public string Id => RuleId;

    /// <summary>The rule that orders the projects.</summary>
    public IRankingRule RankingRule { get; }

    /// <summary>What bounds the rule besides the budget limit.</summary>
    public FundingLimits Limits { get; init => field = value ?? FundingLimits.None; } = FundingLimits.None;

    /// <summary>How ties are broken: figures are <c>votes</c>, <c>cost</c> and, where ballots carry them, <c>points</c>.</summary>
    public TieChain Ties { get; init => field = value ?? TieChain.ListedOrder; } = TieChain.ListedOrder;

    /// <inheritdoc />
    public Allocation Allocate(Election election, AllocationRequest request)
    {
        ArgumentNullException.ThrowIfNull(election);
        ArgumentNullException.ThrowIfNull(request);
        var ranking = RankingRule.Rank(election.Profile);
        var figures = ProjectFigures.Of(election, CountSource.Ballots);
        return ranking.CandidateCount == election.Projects.Length
            ? new FundingRun(this, Limits, Ties, election, figures, request).Allocate(ranking, scores: [], minimum: null)
            : throw new ArgumentException($"'{RankingRule.Id}' ranked {ranking.CandidateCount} of {election.Projects.Length} projects.", nameof(election));
    }

    /// <inheritdoc />
    public JsonObject DescribeOptions()
    {
        var options = RuleOptions.Write(new FundInOrderOptions { Limits = Limits, Ties = Ties }, RuleOptionsContext.Default.FundInOrderOptions);
        options["ranking"] = new JsonObject { ["rule"] = RankingRule.Id, ["options"] = RankingRule.DescribeOptions() };
        return options;
    }

    internal static FundInOrder Create(JsonElement document, RuleRegistry rules)
    {
        var options = RuleOptions.Read(document, RuleOptionsContext.Default.FundInOrderOptions, new FundInOrderOptions());
        return options.Ranking is { Rule: { } rule } ranking
            ? new FundInOrder(rules.Create<IRankingRule>(rule, ranking.Options?.ToJsonString() ?? "{}")) { Limits = options.Limits, Ties = options.Ties }
            : throw new JsonException("'ranking' is missing: expected {\"rule\": ID, \"options\": {…}}.");
    }
}

/// <summary>The options document of <see cref="FundInOrder"/>.</summary>
internal sealed class FundInOrderOptions
{
    public RuleDocument? Ranking { get; init; }

    public FundingLimits Limits { get; init; } = FundingLimits.None;

    public TieChain Ties { get; init; } = TieChain.ListedOrder;
}

/// <summary>A rule named inside the options of another.</summary>
internal sealed class RuleDocument
{
    public string? Rule { get; init; }

    public JsonObject? Options { get; init; }
}
