using CivicTech.Budgeting.Paper;
using static CivicTech.Budgeting.Tests.Paper.PaperTown;

namespace CivicTech.Budgeting.Tests.Paper;

public sealed class VoidCardTests
{
    [Fact]
    public async Task Void_ValidCard_TakesItsBallotOutForGood()
    {
        var town = await new PaperTown().OpenAsync();
        _ = await town.TwiceAsync("1", "v1", "N1");

        var voided = await town.VoidAsync("1");
        var again = await town.VoidAsync("1");
        var entered = await town.EnterAsync(town.Card("1", "ann", "v1", "N1"));

        Assert.Equal((CardStatus.Void, "torn", "clara"), (voided.Card!.Status, voided.Card.VoidReason, voided.Card.VoidedBy));
        Assert.Equal(voided.Card, again.Card);
        Assert.Equal("card-void", Assert.Single(entered.Refusals).Code);
        Assert.Empty(await town.BallotsAsync());
        Assert.Equal((1, 0, 1), (await town.BatchAsync()) is var batch ? (batch.Entered, batch.Valid, batch.Void) : default);
        Assert.Equal(CardStatus.Valid, (await town.TwiceAsync("2", "v1", "N2")).Status);
        Assert.Equal(["N2"], await town.BallotsAsync());
    }

    [Theory]
    [InlineData(BatchKind.Identified)]
    [InlineData(BatchKind.Anonymous)]
    public async Task Void_WhileTheCardIsBeingCast_LeavesNoBallot(BatchKind kind)
    {
        var town = await new PaperTown().OpenAsync(declared: 60, kind: kind);
        for (var i = 0; i < 60; i++)
        {
            var number = $"{i}";
            _ = await town.EnterAsync(town.Card(number, "ann", "v1", "N1"));

            await Task.WhenAll(Task.Run(() => town.EnterAsync(town.Card(number, "bob", "v1", "N1"))), Task.Run(() => town.VoidAsync(number)), Task.Run(() => town.EnterAsync(town.Card(number, "cem", "v1", "N1"))));

            Assert.Equal(CardStatus.Void, (await town.CardAsync(number))!.Status);
            Assert.Empty(await town.BallotsAsync());
        }
    }

    [Theory]
    [InlineData(BatchKind.Identified)]
    [InlineData(BatchKind.Anonymous)]
    public async Task Void_CardThatClerksDisputeOrNobodyEntered_Counts(BatchKind kind)
    {
        var town = await new PaperTown().OpenAsync(kind: kind);
        _ = await town.EnterAsync(town.Card("1", "ann", "v1", "N1"));
        _ = await town.EnterAsync(town.Card("1", "bob", "v1", "N2"));
        _ = await town.TwiceAsync("3", "v3", "N3");

        Assert.Equal(CardStatus.Void, (await town.VoidAsync("1")).Card!.Status);
        Assert.Equal(CardStatus.Void, (await town.VoidAsync("2")).Card!.Status);
        Assert.Equal(CardStatus.Void, (await town.VoidAsync("3")).Card!.Status);
        Assert.Equal((3, 3, 0), (await town.BatchAsync()) is var batch ? (batch.Entered, batch.Void, batch.Pending) : default);
        Assert.Empty(await town.BallotsAsync());
    }
}
