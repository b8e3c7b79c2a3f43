using System.Text.Json;
using System.Text.Json.Nodes;
using CivicTech.Budgeting.Elections;
using CivicTech.Receipts;

namespace CivicTech.Budgeting.Allocation;

/// <summary>Receipts of allocations: what was given, by which rule, and what came out.</summary>
public static class AllocationReceipt
{
    private const string Kind = "allocation";

    /// <summary>Applies the receipt's rule to an election and compares.</summary>
    /// <param name="receipt">The receipt of an allocation.</param>
    /// <param name="election">The election that it is said to be about.</param>
    /// <param name="rules">Knows the rule that the receipt names.</param>
    /// <exception cref="FormatException">The receipt is of something else, or names no rule.</exception>
    /// <exception cref="ArgumentException">The registry does not know the rule, or the rule cannot work on the election.</exception>
    public static Verification Verify(Receipt receipt, Election election, RuleRegistry rules)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(election);
        ArgumentNullException.ThrowIfNull(rules);
        var body = receipt.Body;
        if (body["kind"].AsText() != Kind || body["rule"].AsText() is not { } rule || body["options"] is not JsonObject options)
        {
            throw new FormatException("Not the receipt of an allocation: expected 'kind', 'rule' and 'options'.");
        }

        return Verification.Compare(receipt, rules.Create<IAllocationRule>(rule, options.ToJsonString()).Allocate(election).Receipt);
    }

    internal static Receipt Of(Allocation allocation) => new(new JsonObject
    {
        ["receipt"] = "civictech/1",
        ["kind"] = Kind,
        ["rule"] = allocation.RuleId,
        ["options"] = allocation.Options.DeepClone(),
        ["budget"] = allocation.Election.BudgetLimit.ToString(),
        ["projects"] = allocation.Election.ProjectsDigest.ToString(),
        ["profile"] = allocation.Election.Profile.Digest.ToString(),
        ["voters"] = Invariant(allocation.Election.Profile.Voters),
        ["status"] = AllocationJson.StatusName(allocation.Status),
        ["complete"] = allocation.IsComplete,
        ["funded"] = AllocationJson.Ids(allocation.Funded),
        ["cost"] = allocation.Cost.ToString(),
        ["outcomes"] = new JsonArray([.. allocation.Outcomes.Select(outcome => AllocationJson.Ids(outcome.Funded))]),
        ["fates"] = new JsonObject(allocation.Projects.Select(result => KeyValuePair.Create(result.Project.Id, (JsonNode?)Sealed(result.Fate)))),
        ["ties"] = new JsonArray([.. allocation.Ties.Select(AllocationJson.Tie)]),
    });

    // The words of a host's own rule are its only account of a project.
    private static string Sealed(Fate fate) => fate is Fate.NotFunded ? $"{fate.Code}: {fate}" : fate.Code;

    private static string Invariant(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
