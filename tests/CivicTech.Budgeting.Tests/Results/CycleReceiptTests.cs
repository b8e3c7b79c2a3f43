using CivicTech.Budgeting.Results;
using CivicTech.Receipts;
using CivicTech.Ties;

namespace CivicTech.Tests.Budgeting.Results;

public sealed class CycleReceiptTests
{
    private const string Secret = "sixteen letters!!";

    private static readonly LotReveal Lot = LotReveal.Of(Secret, LotSeed.Commit(Secret), "1 2 3");

    private static readonly CountPlan Plan = new() { Ties = ["lot"] };

    private static readonly Town Town = Town.Of("north:20 south:5", "A/north:10 B/north:10 C/north:10 D/south:5", "north 3*A,B,C", "south 3*D");

    [Fact]
    public void Verify_SameInput_Holds()
    {
        var receipt = Receipt.Parse(CycleReceipt.Of(Town.Count(Plan, Lot)).ToJson());

        Assert.True(CycleReceipt.Verify(receipt, Town.Input(Plan, Lot), Town.Rules).Holds);
    }

    [Fact]
    public void Verify_AnotherTally_SaysWhere()
    {
        var receipt = CycleReceipt.Of(Town.Count(Plan, Lot));
        var other = Town.Of("north:20 south:5", "A/north:10 B/north:10 C/north:10 D/south:5", "north 3*A,B,C", "north 5*C", "south 3*D");

        var verification = CycleReceipt.Verify(receipt, other.Input(Plan, Lot), Town.Rules);

        Assert.False(verification.Holds);
        Assert.Contains(verification.Differences, difference => difference.StartsWith("areas", StringComparison.Ordinal));
    }

    [Fact]
    public void Verify_ReceiptOfSomethingElse_IsRefused() => Assert.Throws<FormatException>(
        () => CycleReceipt.Verify(new Receipt(new() { ["kind"] = "allocation" }), Town.Input(Plan, Lot), Town.Rules));

    [Fact]
    public void Of_Town_IsAsPublished() => Golden.Verify(Masked.Digests(CycleReceipt.Of(Town.Count(Plan, Lot)).ToJson()), "json");
}
