using CivicTech.Budgeting.Paper;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Rolls;
using NodaTime;
using static CivicTech.Budgeting.Tests.Paper.PaperTown;

namespace CivicTech.Budgeting.Tests.Paper;

public sealed class CardTests
{
    [Fact]
    public async Task Enter_ByOneClerk_Waits()
    {
        var town = await new PaperTown().OpenAsync();

        var answer = await town.EnterAsync(town.Card("1", "ann", "v1", "N1"));

        Assert.True(answer.IsAccepted);
        Assert.Equal(CardStatus.EnteredOnce, answer.Card!.Status);
        Assert.Empty(await town.BallotsAsync());
    }

    [Fact]
    public async Task Enter_ByTwoClerksAlike_IsCast()
    {
        var town = await new PaperTown().OpenAsync();

        _ = await town.EnterAsync(town.Card("1", "ann", "v1", "N1 N2"));
        var answer = await town.EnterAsync(town.Card("1", "bob", "v1", "N2 N1"));

        Assert.Equal(CardStatus.Valid, answer.Card!.Status);
        Assert.Equal(["ann", "bob"], answer.Card.Entries.Select(entry => entry.Clerk));
        Assert.Equal(["N1 N2"], await town.BallotsAsync());
        Assert.Equal((1, 1, 0), ((await town.BatchAsync()) is var batch ? (batch.Entered, batch.Valid, batch.Pending) : default));
        Assert.Equal(VotingChannel.Paper, (await town.Desk.StandingAsync(Id, "v1"))!.Areas.Single(area => area.Area == "north").Receipt!.Channel);
    }

    [Fact]
    public async Task Enter_ByTheSameClerkAgain_ChangesNothing()
    {
        var town = await new PaperTown().OpenAsync();
        _ = await town.EnterAsync(town.Card("1", "ann", "v1", "N1"));

        var same = await town.EnterAsync(town.Card("1", "ann", "v1", "N1"));
        var other = await town.EnterAsync(town.Card("1", "ann", "v1", "N2"));

        Assert.True(same.IsAccepted);
        Assert.Equal(CardStatus.EnteredOnce, same.Card!.Status);
        Assert.Equal("second-clerk-needed", Assert.Single(other.Refusals).Code);
        Assert.Empty(await town.BallotsAsync());
    }

    [Theory]
    [InlineData("v1", "N2", 0)]
    [InlineData("v2", "N1", 0)]
    [InlineData("v1", "N1", 5)]
    public async Task Enter_ByTwoClerksOtherwise_IsDisputedUntilAThirdAgreesWithOne(string voter, string projects, int minutes)
    {
        var town = await new PaperTown().OpenAsync();
        var other = town.Card("1", "bob", voter, projects, town.Now - Duration.FromMinutes(minutes));

        _ = await town.EnterAsync(town.Card("1", "ann", "v1", "N1"));
        var disputed = await town.EnterAsync(other);
        var between = await town.BallotsAsync();
        var third = await town.EnterAsync(town.Card("1", "cem", "v3", "N3"));
        var decided = await town.EnterAsync(town.Card("1", "dan", voter, projects, other.ReceivedAt));

        Assert.Equal(CardStatus.Disputed, disputed.Card!.Status);
        Assert.Empty(between);
        Assert.Equal(CardStatus.Disputed, third.Card!.Status);
        Assert.Equal(CardStatus.Valid, decided.Card!.Status);
        Assert.Equal([projects], await town.BallotsAsync());
        Assert.True((await town.Box.FindAsync(Id, [town.Keys.KeyOf(Id, voter)], CancellationToken.None)).Files[0]!.HasVoted);
    }

    [Fact]
    public async Task Enter_WhereOneClerkIsEnough_IsCastAtOnce()
    {
        var town = await new PaperTown(paper: new PaperPlan { SingleEntry = true }).OpenAsync();

        var first = await town.EnterAsync(town.Card("1", "ann", "v1", "N1"));
        var other = await town.EnterAsync(town.Card("1", "bob", "v1", "N2"));

        Assert.Equal(CardStatus.Valid, first.Card!.Status);
        Assert.Equal("card-entered", Assert.Single(other.Refusals).Code);
        Assert.Equal(["N1"], await town.BallotsAsync());
    }

    [Fact]
    public async Task Enter_CardForAllAreas_IsCastInAllOrNone()
    {
        var town = await new PaperTown().OpenAsync(area: null);

        var good = await town.TwiceAsync("1", "v1", "S1 N1 N2");
        var bad = await town.TwiceAsync("2", "v2", "N1 S1 S2");

        Assert.Equal(CardStatus.Valid, good.Status);
        Assert.Equal([CardFlaw.OverBudget], bad.Flaws.ToArray());
        Assert.Equal(["N1 N2"], await town.BallotsAsync());
        Assert.Equal(["S1"], await town.BallotsAsync("south"));
    }

    [Fact]
    public async Task Enter_AnonymousCards_AreNobodys()
    {
        var town = await new PaperTown().OpenAsync(kind: BatchKind.Anonymous);

        var first = await town.TwiceAsync("1", "v1", "N1");
        var second = await town.TwiceAsync("2", null, "N1");

        Assert.Equal((CardStatus.Valid, CardStatus.Valid), (first.Status, second.Status));
        Assert.Equal(["N1", "N1"], await town.BallotsAsync());
        Assert.Null((await town.Box.FindAsync(Id, [town.Keys.KeyOf(Id, "v1")], CancellationToken.None)).Files[0]);
    }

    [Fact]
    public async Task Enter_AnonymousCardWithTwoAreasOfOneChoice_IsInvalid()
    {
        var town = await new PaperTown(Plain with { Access = AreaAccess.OneArea }).OpenAsync(kind: BatchKind.Anonymous, area: null);

        var card = await town.TwiceAsync("1", null, "N1 S1");

        Assert.Equal([CardFlaw.NotEntitled], card.Flaws.ToArray());
        Assert.Empty(await town.BallotsAsync());
    }

    [Theory]
    [InlineData("v1", "", CardFlaw.Blank)]
    [InlineData("v1", "N1 N2 N3", CardFlaw.TooManyProjects)]
    [InlineData("v1", "N1 N1", CardFlaw.NotByTheRules)]
    [InlineData("v1", "S1", CardFlaw.NotByTheRules)]
    [InlineData("v1", "X", CardFlaw.NotByTheRules)]
    [InlineData("stranger", "N1", CardFlaw.VoterUnknown)]
    [InlineData(null, "N1", CardFlaw.VoterUnknown)]
    [InlineData("struck", "N1", CardFlaw.NotEntitled)]
    public async Task Enter_WhatIsNoBallot_IsInvalid(string? voter, string projects, CardFlaw expected)
    {
        var town = await new PaperTown().OpenAsync();
        town.Roll.Enter(Id, town.Keys.KeyOf(Id, "struck"), new RollEntry { Status = RollStatus.StruckOff, Reference = "died" });

        var card = await town.TwiceAsync("1", voter, projects);

        Assert.Equal(CardStatus.Invalid, card.Status);
        Assert.Equal([expected], card.Flaws.ToArray());
        Assert.Empty(await town.BallotsAsync());
        Assert.Equal(1, (await town.BatchAsync()).Invalid);
    }

    [Fact]
    public async Task Enter_OverTheBudget_IsInvalid()
    {
        var town = await new PaperTown().OpenAsync(area: "south");

        Assert.Equal([CardFlaw.OverBudget], (await town.TwiceAsync("1", "v1", "S1 S2")).Flaws.ToArray());
    }

    [Fact]
    public async Task Enter_BlankCardWhereOneMayBeCast_IsABlankBallot()
    {
        var town = await new PaperTown().OpenAsync(area: "south");

        Assert.Equal(CardStatus.Valid, (await town.TwiceAsync("1", "v1", "")).Status);
        Assert.Equal([""], await town.BallotsAsync("south"));
    }

    [Fact]
    public async Task Enter_CardThatIsNotInForm_SaysAllThatIsWrong()
    {
        var town = await new PaperTown(paper: new PaperPlan { SingleEntry = true }).OpenAsync();

        var card = await town.EnterAsync(new CardReading { Batch = "b", Number = "1", Clerk = "ann", ReceivedAt = town.Now, IsUnreadable = true });

        Assert.Equal([CardFlaw.Unreadable, CardFlaw.NotSigned, CardFlaw.IdentityNotChecked, CardFlaw.VoterUnknown], card.Card!.Flaws.ToArray());
    }

    [Fact]
    public async Task Enter_UnsignedAndUncheckedWhereThatIsEnough_IsCast()
    {
        var town = await new PaperTown(paper: new PaperPlan { SingleEntry = true, WithoutSignature = true, WithoutIdentityCheck = true }).OpenAsync();

        var card = await town.EnterAsync(new CardReading { Batch = "b", Number = "1", Clerk = "ann", Voter = "v1", ReceivedAt = town.Now, Lines = Lines("N1"), Warnings = ["postcode", "postcode"] });

        Assert.Equal(CardStatus.Valid, card.Card!.Status);
        Assert.Equal(["postcode"], card.Card.Warnings.ToArray());
    }
}
