using CivicTech.Budgeting.Paper;
using CivicTech.Budgeting.Voting;
using NodaTime;
using static CivicTech.Budgeting.Tests.Paper.PaperTown;

namespace CivicTech.Budgeting.Tests.Paper;

// One voter, one ballot an area: online and on paper, two cards, one card twice.
public sealed class TwoBallotsTests
{
    [Theory]
    [InlineData(-1, CardStatus.Valid)]
    [InlineData(0, CardStatus.Invalid)]
    [InlineData(1, CardStatus.Invalid)]
    public async Task B02_LateCard_IsInvalidFromTheVeryEnd(int ticksAfterTheEnd, CardStatus expected)
    {
        var town = await new PaperTown().OpenAsync();
        town.Now = Closes + Duration.FromDays(2);

        var card = await town.TwiceAsync("1", "v1", "N1", Closes + Duration.FromTicks(ticksAfterTheEnd));

        Assert.Equal(expected, card.Status);
        Assert.Equal(expected == CardStatus.Valid ? "" : "ReceivedLate", string.Join(" ", card.Flaws));
        Assert.Equal(expected == CardStatus.Valid ? 1 : 0, (await town.BallotsAsync()).Length);
    }

    [Fact]
    public async Task B02_SameBatchImportedTwice_IsTheSameBatch()
    {
        var town = new PaperTown(paper: new PaperPlan { SingleEntry = true });
        for (var times = 0; times < 2; times++)
        {
            await town.OpenAsync(declared: 2);
            Assert.Equal(CardStatus.Valid, (await town.EnterAsync(town.Card("1", "import", "v1", "N1", Day(1)))).Card!.Status);
            Assert.Equal([CardFlaw.TooManyProjects], (await town.EnterAsync(town.Card("2", "import", "v2", "N1 N2 N3", Day(1)))).Card!.Flaws.ToArray());
        }

        var otherwise = await town.EnterAsync(town.Card("1", "import", "v1", "N2", Day(1)));
        var byOthers = await town.EnterAsync(town.Card("1", "second import", "v3", "N2", Day(1)));

        Assert.Equal("second-clerk-needed", Assert.Single(otherwise.Refusals).Code);
        Assert.Equal("card-entered", Assert.Single(byOthers.Refusals).Code);
        Assert.Equal(["N1"], await town.BallotsAsync());
        Assert.Equal((2, 1, 1), (await town.BatchAsync()) is var batch ? (batch.Entered, batch.Valid, batch.Invalid) : default);
    }

    [Fact]
    public async Task B02_OneCardUnderTwoNumbersByTwoOfficers_CountsOnce()
    {
        var town = await new PaperTown(paper: new PaperPlan { SingleEntry = true }).OpenAsync();

        var first = await town.EnterAsync(town.Card("1", "ann", "v1", "N1"));
        var second = await town.EnterAsync(town.Card("2", "bob", "v1", "N1"));

        Assert.Equal(CardStatus.Valid, first.Card!.Status);
        Assert.Equal([CardFlaw.AlreadyUsed], second.Card!.Flaws.ToArray());
        Assert.Equal(["N1"], await town.BallotsAsync());
    }

    [Fact]
    public async Task B02_OneCardUnderTwoNumbersWithDoubleEntry_CountsNotAtAllUntilItIsReadTwice()
    {
        var town = await new PaperTown().OpenAsync();

        _ = await town.EnterAsync(town.Card("1", "ann", "v1", "N1"));
        var second = await town.EnterAsync(town.Card("2", "bob", "v1", "N1"));

        Assert.Equal(CardStatus.EnteredOnce, second.Card!.Status);
        Assert.Empty(await town.BallotsAsync());
    }

    [Theory]
    [InlineData(ChannelPrecedence.FirstCounts, CardStatus.Invalid, "N1")]
    [InlineData(ChannelPrecedence.LastCounts, CardStatus.Valid, "N2")]
    [InlineData(ChannelPrecedence.PaperWins, CardStatus.Valid, "N2")]
    [InlineData(ChannelPrecedence.OnlineWins, CardStatus.Invalid, "N1")]
    [InlineData(ChannelPrecedence.BothVoid, CardStatus.Invalid, null)]
    public async Task B02_OnlineAndThenPaper_GoesByPrecedence(ChannelPrecedence precedence, CardStatus expected, string? counted)
    {
        var town = await new PaperTown(Plain with { Precedence = precedence }).OpenAsync();
        town.Now = Day(3);
        Assert.True((await town.VoteAsync("v1", "north", "N1")).IsAccepted);
        town.Now = Day(5);

        var card = await town.TwiceAsync("1", "v1", "N2", Day(4));
        var again = await town.TwiceAsync("1", "v1", "N2", Day(4));

        Assert.Equal(expected, card.Status);
        Assert.Equal(expected == CardStatus.Invalid ? "AlreadyUsed" : "", string.Join(" ", card.Flaws));
        Assert.Equal(card, again);
        Assert.Equal(counted ?? "", string.Join("; ", await town.BallotsAsync()));
    }

    [Theory]
    [InlineData(ChannelPrecedence.FirstCounts, false, "N2")]
    [InlineData(ChannelPrecedence.LastCounts, true, "N1")]
    [InlineData(ChannelPrecedence.PaperWins, false, "N2")]
    [InlineData(ChannelPrecedence.OnlineWins, true, "N1")]
    [InlineData(ChannelPrecedence.BothVoid, true, null)]
    public async Task B02_PaperAndThenOnline_GoesByPrecedence(ChannelPrecedence precedence, bool isTaken, string? counted)
    {
        var town = await new PaperTown(Plain with { Precedence = precedence }).OpenAsync();
        Assert.Equal(CardStatus.Valid, (await town.TwiceAsync("1", "v1", "N2")).Status);
        town.Now = Day(4);

        var online = await town.VoteAsync("v1", "north", "N1");

        Assert.Equal(isTaken, online.IsAccepted);
        Assert.Equal(counted ?? "", string.Join("; ", await town.BallotsAsync()));
        Assert.Equal(CardStatus.Valid, (await town.TwiceAsync("1", "v1", "N2", Day(2))).Status);
        Assert.Equal(counted ?? "", string.Join("; ", await town.BallotsAsync()));
    }

    [Fact]
    public async Task B02_PaperHandedInBeforeTheOnlineVoteAndEnteredAfter_WasFirst()
    {
        var town = await new PaperTown().OpenAsync();
        town.Now = Day(3);
        _ = await town.VoteAsync("v1", "north", "N1");

        Assert.Equal(CardStatus.Valid, (await town.TwiceAsync("1", "v1", "N2", Day(2))).Status);
        Assert.Equal(["N2"], await town.BallotsAsync());
    }

    [Fact]
    public async Task B02_BothVoidInOneAreaOfACard_NothingOfTheCardCounts()
    {
        var town = await new PaperTown(Plain with { Precedence = ChannelPrecedence.BothVoid }).OpenAsync(area: null);
        _ = await town.VoteAsync("v1", "north", "N1");

        Assert.Equal([CardFlaw.AlreadyUsed], (await town.TwiceAsync("1", "v1", "N1 S1")).Flaws.ToArray());
        Assert.Empty(await town.BallotsAsync());
        Assert.Empty(await town.BallotsAsync("south"));
        Assert.True((await town.VoteAsync("v1", "south", "S2")).IsAccepted);
    }

    [Theory]
    [InlineData(ChannelPrecedence.FirstCounts, CardStatus.Invalid, "N1")]
    [InlineData(ChannelPrecedence.LastCounts, CardStatus.Valid, "N2")]
    public async Task B02_TwoCardsOfOneVoter_GoByPrecedence(ChannelPrecedence precedence, CardStatus expected, string counted)
    {
        var town = await new PaperTown(Plain with { Precedence = precedence }).OpenAsync();
        town.Now = Day(4);

        _ = await town.TwiceAsync("1", "v1", "N1", Day(2));
        var second = await town.TwiceAsync("2", "v1", "N2", Day(3));

        Assert.Equal(expected, second.Status);
        Assert.Equal([counted], await town.BallotsAsync());
    }

    [Fact]
    public async Task B01_OneCardByManyClerksAtOnce_CountsOnce()
    {
        var town = await new PaperTown().OpenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => town.EnterAsync(town.Card("1", $"clerk {i % 4}", "v1", "N1")))));

        Assert.All(answers, answer => Assert.True(answer.IsAccepted, string.Join("; ", answer.Refusals)));
        Assert.Equal(CardStatus.Valid, (await town.CardAsync("1"))!.Status);
        Assert.Equal(["N1"], await town.BallotsAsync());
        Assert.Equal((1, 1), (await town.BatchAsync()) is var batch ? (batch.Entered, batch.Valid) : default);
    }

    [Fact]
    public async Task B01_ManyCardsAndClicksOfOneVoterAtOnce_OneCounts()
    {
        var town = await new PaperTown(paper: new PaperPlan { SingleEntry = true }).OpenAsync();

        var cards = Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => town.EnterAsync(town.Card($"{i}", "ann", "v1", "N1")))));
        var clicks = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => town.VoteAsync("v1", "north", "N2"))));
        _ = await clicks;
        var valid = (await cards).Count(answer => answer.Card!.Status == CardStatus.Valid);

        Assert.Single(await town.BallotsAsync());
        Assert.InRange(valid, 0, 1);
        Assert.Equal((8, 0), (await town.BatchAsync()) is var batch ? (batch.Entered, batch.Pending) : default);
    }
}
