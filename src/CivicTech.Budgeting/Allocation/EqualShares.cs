using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Allocation;

/// <summary>
/// The Method of Equal Shares: the budget is divided among the voters, and the supporters of a project pay for it together, in equal shares.
/// Each group of voters decides on its part of the budget.
/// </summary>
/// <remarks>
/// <para>Formula: with b(i) what voter i has left and u(i,c) what project c is worth to them, c costs its supporters the lowest rho with
/// sum over i of min(b(i), rho u(i,c)) = cost(c). In each round the project with the lowest rho is funded and its supporters pay. The rule ends
/// when no project's supporters have its cost.</para>
/// <para>By itself the rule leaves money; <see cref="AddOne"/> and <see cref="Completion"/> say what is done about it. A project that costs
/// nothing is funded first if anybody supports it; one that nobody supports is never funded, nor one that costs more than the budget.</para>
/// <para>Exact: the outcome is that of fractions of unlimited size. O(r e) at worst for r funded projects and e entries on distinct ballots,
/// times the number of steps with <see cref="AddOne"/>, of which those are left out that certainly change nothing.</para>
/// <para>Source: D. Peters, P. Skowron, Proportionality and the Limits of Welfarism (EC 2020); D. Peters, G. Pierczyński, P. Skowron,
/// Proportional Participatory Budgeting with Additive Utilities (NeurIPS 2021).</para>
/// </remarks>
public sealed class EqualShares : IAllocationRule
{
    /// <summary>The id of this version: <c>equal-shares@1</c>.</summary>
    public const string RuleId = "equal-shares@1";

    private static readonly TieChain CheaperThenMoreVotes = TieChain.By(TieKey.Lowest("cost"), TieKey.Highest("votes"));

    /// <summary>
    /// What Wieliczka (2023) used, the first city to decide by this rule: Add1 in steps of one złoty from a whole number, without the exhaustive
    /// stop, then the comparison of satisfaction. Ties: cheaper, then more votes, then listed order.
    /// </summary>
    public static EqualShares Wieliczka2023 { get; } = new()
    {
        AddOne = new() { Start = AddOneStart.Integral, StopWhenExhaustive = false, Increment = 1 },
        Comparison = GreedyComparison.Satisfaction,
        Ties = TieChain.By([.. CheaperThenMoreVotes.Keys, TieKey.ListedOrder]),
    };

    /// <summary>
    /// What the checker of Pabulib applies to files that name <c>equalshares/add1</c>. It has no further tie-break: a tie that is left is refused.
    /// </summary>
    public static EqualShares PabulibChecker { get; } = new()
    {
        AddOne = new() { Start = AddOneStart.FractionalThenIntegral, StopWhenExhaustive = false, Increment = 1 },
        Ties = CheaperThenMoreVotes,
    };

    /// <summary>What pabutools does with <c>voter_budget_increment=1</c>. Ties: the identifier.</summary>
    public static EqualShares Pabutools { get; } = new()
    {
        AddOne = new() { Start = AddOneStart.Fractional, StopWhenExhaustive = true, Increment = 1 },
        Ties = TieChain.Identifier,
    };

    /// <summary>
    /// What the browser tool of equalshares.net does by default: Add1 from a whole number with the exhaustive stop, then the utilitarian completion.
    /// A tie is refused. The tool never finishes where an unsupported project would fit for ever; this rule does.
    /// </summary>
    public static EqualShares BrowserTool { get; } = new()
    {
        AddOne = new() { Start = AddOneStart.Integral, StopWhenExhaustive = true, Increment = 1 },
        Completion = Completion.Utilitarian,
        Ties = TieChain.Refuse,
    };

    /// <inheritdoc />
    [JsonIgnore]
    public string Id => RuleId;

    /// <summary>What a funded project is worth to a voter who supports it.</summary>
    public Utility Utility { get; init; } = Utility.Cost;

    /// <summary>A host's own utility instead; null for <see cref="Utility"/>.</summary>
    [JsonIgnore]
    public IUtility? OwnUtility { get; init; }

    /// <summary>What voters start with.</summary>
    public Endowments Endowments { get; init; } = Endowments.Equal;

    /// <summary>Whether voters are given more money step by step; null for no.</summary>
    public AddOne? AddOne { get; init; }

    /// <summary>What is done with the money that is left then.</summary>
    public Completion Completion { get; init; } = Completion.None;

    /// <summary>Whether the outcome is compared with that of funding by votes.</summary>
    public GreedyComparison Comparison { get; init; } = GreedyComparison.None;

    /// <summary>
    /// How ties are broken: figures are <c>votes</c>, <c>cost</c> and, where ballots carry them, <c>points</c>. A lot is drawn once for all
    /// rounds and steps.
    /// </summary>
    public TieChain Ties { get; init => field = value ?? TieChain.ListedOrder; } = TieChain.ListedOrder;

    /// <inheritdoc />
    /// <exception cref="ArgumentException">
    /// The ballots do not carry the utility, or a negative one; <see cref="Endowments"/> are to be given, but the election has no groups, or they
    /// are given more than the budget limit.
    /// </exception>
    public Allocation Allocate(Election election, AllocationRequest request)
    {
        ArgumentNullException.ThrowIfNull(election);
        ArgumentNullException.ThrowIfNull(request);
        return new EqualSharesDecision(this, election, request).Decide();
    }

    /// <inheritdoc />
    public JsonObject DescribeOptions()
    {
        var options = RuleOptions.Write(this, RuleOptionsContext.Default.EqualShares);
        options["ownUtility"] = OwnUtility is null ? null : new JsonObject { ["rule"] = OwnUtility.Id, ["options"] = OwnUtility.DescribeOptions() };
        return options;
    }

    internal static EqualShares Create(JsonElement document, RuleRegistry rules)
    {
        var options = RuleOptions.Read(document, RuleOptionsContext.Default.EqualSharesOptions, new EqualSharesOptions());
        return new EqualShares
        {
            Utility = options.Utility,
            OwnUtility = options.OwnUtility switch
            {
                null => null,
                { Rule: { } id } own => rules.Create<IUtility>(id, own.Options?.ToJsonString() ?? "{}"),
                _ => throw new JsonException("'ownUtility' names no rule: expected {\"rule\": ID, \"options\": {…}}, or null."),
            },
            Endowments = options.Endowments,
            AddOne = options.AddOne,
            Completion = options.Completion,
            Comparison = options.Comparison,
            Ties = options.Ties,
        };
    }
}

/// <summary>The options document of <see cref="EqualShares"/>.</summary>
internal sealed class EqualSharesOptions
{
    public Utility Utility { get; init; } = Utility.Cost;

    public RuleDocument? OwnUtility { get; init; }

    public Endowments Endowments { get; init; } = Endowments.Equal;

    public AddOne? AddOne { get; init; }

    public Completion Completion { get; init; } = Completion.None;

    public GreedyComparison Comparison { get; init; } = GreedyComparison.None;

    public TieChain Ties { get; init; } = TieChain.ListedOrder;
}
