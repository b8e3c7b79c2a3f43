using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Deciding;
using NodaTime;
using static CivicTech.Budgeting.Tests.Voting.Polls;

namespace CivicTech.Budgeting.Tests.Voting;

public sealed class PrecedenceTests
{
    private static readonly Instant Earlier = Noon - Duration.FromHours(1);
    private static readonly Instant Later = Noon + Duration.FromHours(1);

    // Online at noon says n1, the card says n2; what counts, and what the second of the two was told.
    [Theory]
    [InlineData(ChannelPrecedence.FirstCounts, "online, card handed in later", "n1 other-channel-counts")]
    [InlineData(ChannelPrecedence.FirstCounts, "online, card handed in earlier", "n2 ")]
    [InlineData(ChannelPrecedence.FirstCounts, "card, online", "n2 other-channel-counts")]
    [InlineData(ChannelPrecedence.LastCounts, "online, card handed in later", "n2 ")]
    [InlineData(ChannelPrecedence.LastCounts, "online, card handed in earlier", "n1 other-channel-counts")]
    [InlineData(ChannelPrecedence.LastCounts, "card, online", "n1 ")]
    [InlineData(ChannelPrecedence.PaperWins, "online, card handed in later", "n2 ")]
    [InlineData(ChannelPrecedence.PaperWins, "online, card handed in earlier", "n2 ")]
    [InlineData(ChannelPrecedence.PaperWins, "card, online", "n2 other-channel-counts")]
    [InlineData(ChannelPrecedence.OnlineWins, "online, card handed in later", "n1 other-channel-counts")]
    [InlineData(ChannelPrecedence.OnlineWins, "card, online", "n1 ")]
    [InlineData(ChannelPrecedence.BothVoid, "online, card handed in later", "none ")]
    [InlineData(ChannelPrecedence.BothVoid, "card, online", "none ")]
    public void TwoChannels_ByPrecedence_OneCounts(ChannelPrecedence precedence, string order, string expected)
    {
        var sheet = Sheet(Plan() with { Precedence = precedence });
        var card = OnPaper("north", "card 1", order.EndsWith("earlier", StringComparison.Ordinal) || order == "card, online" ? Earlier : Later, "n2");
        var file = NewFile();
        file = order == "card, online" ? Done(sheet, file, card) : Done(sheet, file, Cast("north", "n1"));
        var second = order == "card, online" ? Decide(sheet, file, Cast("north", "n1")) : Decide(sheet, file, card, Later);

        Assert.Equal(expected, $"{Said(sheet, second.File, "north")} {string.Join(' ', Codes(second))}");
        var area = second.File.Find("north")!;
        Assert.Equal(second.IsAccepted ? 2 : 1, area.Cast);
        Assert.Equal(precedence == ChannelPrecedence.BothVoid ? 2 : 0, area.Voided);
    }

    [Fact]
    public void SameCard_Twice_CountsOnce()
    {
        var sheet = Sheet(Plan() with { Precedence = ChannelPrecedence.LastCounts });
        var file = Done(sheet, NewFile(), OnPaper("north", "card 1", Earlier, "n1"));

        Assert.Same(file, Done(sheet, file, OnPaper("north", "card 1", Earlier, "n1")));
    }

    // The voter was told to decide again: that is no second vote.
    [Theory]
    [InlineData(ChannelPrecedence.FirstCounts)]
    [InlineData(ChannelPrecedence.LastCounts)]
    [InlineData(ChannelPrecedence.PaperWins)]
    [InlineData(ChannelPrecedence.OnlineWins)]
    [InlineData(ChannelPrecedence.BothVoid)]
    public void B09_LinesReleasedFromACard_MayBeVotedAgainOnline(ChannelPrecedence precedence)
    {
        var sheet = Sheet(Plan() with { Precedence = precedence });
        var next = sheet.Next(new BallotChange { Removed = ["n1"] });
        var file = VotingDecider.Release(Done(sheet, NewFile(), OnPaper("north", "card 1", Earlier, "n1", "n2")), next);

        Assert.Equal("n2", Said(next, file, "north"));
        Assert.Equal("n3", Said(next, Done(next, file, Cast("north", "n3")), "north"));
    }

    [Fact]
    public void SecondCard_OfOneVoter_IsRefusedUnlessTheLastCounts()
    {
        var first = Sheet(Plan() with { Precedence = ChannelPrecedence.PaperWins });
        var last = Sheet(Plan() with { Precedence = ChannelPrecedence.LastCounts });

        Assert.Equal(["other-channel-counts"], Codes(Decide(first, Done(first, NewFile(), OnPaper("north", "a", Earlier, "n1")), OnPaper("north", "b", Noon, "n2"))));
        Assert.Equal("n2", Said(last, Done(last, Done(last, NewFile(), OnPaper("north", "a", Earlier, "n1")), OnPaper("north", "b", Noon, "n2")), "north"));
    }

    [Fact]
    public void Card_HandedInOutsideTheVote_IsRefused()
    {
        var sheet = Sheet();

        Assert.Equal(["card-not-in-time"], Codes(Decide(sheet, NewFile(), OnPaper("north", "a", Closes, "n1"), Closes + Duration.FromDays(1))));
        Assert.Equal(["card-not-in-time"], Codes(Decide(sheet, NewFile(), OnPaper("north", "a", Opens - Duration.Epsilon, "n1"))));
        Assert.True(Decide(sheet, NewFile(), OnPaper("north", "a", Closes - Duration.Epsilon, "n1"), Closes + Duration.FromDays(1)).IsAccepted);
    }

    [Fact]
    public void BothVoid_FurtherBallots_AreRefused()
    {
        var sheet = Sheet(Plan() with { Precedence = ChannelPrecedence.BothVoid });
        var file = Done(sheet, Done(sheet, NewFile(), Cast("north", "n1")), OnPaper("north", "a", Noon, "n2"));

        Assert.Equal(["area-void"], Codes(Decide(sheet, file, Cast("north", "n1"))));
        Assert.Equal(["area-void"], Codes(Decide(sheet, file, OnPaper("north", "b", Noon, "n1"))));
        Assert.True(Decide(sheet, file, Cast("city", "c1")).IsAccepted);
    }
}
