using System.Text.Json.Nodes;
using CivicTech;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Formats;
using CivicTech.Receipts;
using CivicTech.Testing;

namespace Examples;

public sealed class ReceiptsExample
{
    [Fact]
    public void ReceiptsPage_Verification_SaysWhatDiffers()
    {
        File.WriteAllText("receipt-city.pb", City.File);
        var election = Pabulib.ReadElection("receipt-city.pb");
        var published = new Greedy { MinimumScore = 2 }.Allocate(election).Receipt.ToJson();
        var rules = new RuleRegistry(new BudgetingRules());
        using var Console = new StringWriter { NewLine = "\n" };

        // <verify>
        Receipt receipt = Receipt.Parse(published);   // refuses a receipt whose content is not that of its digest
        Verification verification = AllocationReceipt.Verify(receipt, election, rules);
        Console.WriteLine(verification.Holds);
        foreach (var difference in verification.Differences)
            Console.WriteLine(difference);
        // </verify>

        Assert.Equal("True\n", Console.ToString());
        Golden.Verify(JsonNode.Parse(published)!.ToJsonString(new() { WriteIndented = true, IndentSize = 2 }), "json");
    }
}
