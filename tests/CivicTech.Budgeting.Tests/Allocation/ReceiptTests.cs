using System.Text.Json;
using System.Text.Json.Nodes;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Receipts;

namespace CivicTech.Tests.Budgeting;

public sealed class ReceiptTests
{
    private static readonly RuleRegistry Registry = new(new BudgetingRules());

    public static TheoryData<string> EveryRow => [.. RuleTable.All.Select(rule => rule.Name)];

    private static Election Election(string projects = "A:5 B:4 C:2", string vote = "1*B") => Made.Approval(8, projects, "3*A,C", vote);

    [Theory]
    [MemberData(nameof(EveryRow))]
    public void Verify_FreshReceipt_Holds(string row)
    {
        RuleLaws.ForAll(row, (_, _, allocation) =>
        {
            var read = Receipt.Parse(allocation.Receipt.ToJson());
            var verification = AllocationReceipt.Verify(read, allocation.Election, Registry);
            Assert.True(verification.Holds, verification.ToString());
        }, elections: 20);
    }

    [Theory]
    [InlineData("A:5 B:4 C:2", "2*B", "profile", "voters")]
    [InlineData("A:5 B:4 C:2", "1*C", "profile")]
    [InlineData("A:5 B:4 C:3", "1*B", "projects", "cost")]
    [InlineData("A:5 B:4 C:4", "1*B", "projects", "fates.C", "funded", "outcomes")]
    public void Verify_OtherElection_NamesWhatDiffers(string projects, string vote, params string[] places)
    {
        var verification = AllocationReceipt.Verify(new Greedy().Allocate(Election()).Receipt, Election(projects, vote), Registry);
        Assert.False(verification.Holds);
        foreach (var place in places)
        {
            Assert.Contains(verification.Differences, difference => difference.StartsWith(place + ":", StringComparison.Ordinal));
        }

        Assert.DoesNotContain(verification.Differences, difference => difference.StartsWith("options", StringComparison.Ordinal));
    }

    [Fact]
    public void Verify_OptionChanged_NamesItsConsequences()
    {
        // The receipt that a host would write who states another rule than was applied.
        var body = new Greedy().Allocate(Election()).Receipt.Body;
        body["options"]!["limits"]!["maxWinners"] = 1;
        var verification = AllocationReceipt.Verify(new Receipt(body), Election(), Registry);
        Assert.Equal(
            [
                "cost: the receipt states \"7\", recomputing gives \"5\".",
                "fates.B: the receipt states \"did-not-fit\", recomputing gives \"places-taken\".",
                "fates.C: the receipt states \"funded\", recomputing gives \"places-taken\".",
                "funded: the receipt states [\"A\",\"C\"], recomputing gives [\"A\"].",
                "outcomes: the receipt states [[\"A\",\"C\"]], recomputing gives [[\"A\"]].",
                "ties: the receipt states [{\"brokenBy\":[\"listed-order\"],\"matters\":false,\"order\":[\"A\",\"C\"],\"round\":1,\"tied\":[\"A\",\"C\"]}], "
                    + "recomputing gives [{\"brokenBy\":[\"listed-order\"],\"matters\":true,\"order\":[\"A\",\"C\"],\"round\":1,\"tied\":[\"A\",\"C\"]}].",
            ],
            verification.Differences.AsEnumerable());
    }

    [Fact]
    public void Verify_OutcomeChanged_NamesIt()
    {
        var body = new Greedy().Allocate(Election()).Receipt.Body;
        body["funded"] = new JsonArray("B");
        var verification = AllocationReceipt.Verify(new Receipt(body), Election(), Registry);
        Assert.Equal(["funded: the receipt states [\"B\"], recomputing gives [\"A\",\"C\"]."], verification.Differences.AsEnumerable());
    }

    [Theory]
    [InlineData("kind", "\"count\"")]
    [InlineData("rule", "7")]
    [InlineData("options", "[]")]
    [InlineData("options", null)]
    public void Verify_ReceiptOfSomethingElse_IsRefused(string member, string? value)
    {
        var body = new Greedy().Allocate(Election()).Receipt.Body;
        body[member] = value is null ? null : JsonNode.Parse(value);
        Assert.Throws<FormatException>(() => AllocationReceipt.Verify(new Receipt(body), Election(), Registry));
    }

    [Fact]
    public void Verify_RuleThatTheRegistryDoesNotKnow_IsRefused() =>
        Assert.Throws<ArgumentException>(() => AllocationReceipt.Verify(new Greedy().Allocate(Election()).Receipt, Election(), new RuleRegistry()));

    [Theory]
    [MemberData(nameof(EveryRow))]
    public void ToJson_AnyAllocation_IsJsonWithoutFloatsOrNumbersForAmounts(string row) => RuleLaws.ForAll(row, (_, _, allocation) =>
    {
        using var document = JsonDocument.Parse(allocation.ToJson());
        Check(document.RootElement);
        Assert.Equal(JsonValueKind.String, document.RootElement.GetProperty("cost").ValueKind);
        Assert.Equal(allocation.Receipt.ToJson(), new Receipt(WithoutDigest(document.RootElement.GetProperty("receipt"))).ToJson());
        Assert.Equal(allocation.Projects.Length, document.RootElement.GetProperty("projects").GetArrayLength());
    }, elections: 20);

    private static JsonObject WithoutDigest(JsonElement receipt)
    {
        var body = (JsonObject)JsonNode.Parse(receipt.GetRawText())!;
        body.Remove("digest");
        return body;
    }

    private static void Check(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    var isAmount = member.Name is "cost" or "budget" or "unspent" or "missing" or "minimum" or "points" or "votes";
                    Assert.False(isAmount && member.Value.ValueKind == JsonValueKind.Number, member.ToString());
                    Check(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Check(item);
                }

                break;
            case JsonValueKind.Number:
                Assert.True(element.TryGetInt64(out _), element.GetRawText());
                break;
        }
    }
}
