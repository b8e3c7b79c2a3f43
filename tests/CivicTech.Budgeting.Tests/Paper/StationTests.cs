using CivicTech.Budgeting.Paper;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Deciding;
using NodaTime;
using static CivicTech.Budgeting.Tests.Paper.PaperTown;

namespace CivicTech.Budgeting.Tests.Paper;

public sealed class StationTests
{
    [Fact]
    public async Task Tick_Voter_ClosesAllOtherWaysThere()
    {
        var town = await new PaperTown(paper: new PaperPlan { SingleEntry = true }).OpenAsync();

        var tick = await town.TickAsync("v1");
        var again = await town.TickAsync("v1");

        Assert.True(tick.IsAccepted);
        Assert.True(again.IsAccepted);
        Assert.Empty(again.Happened);
        Assert.Equal("voted-at-station", Assert.Single((await town.VoteAsync("v1", "north", "N1")).Refusals).Code);
        Assert.Equal("voted-at-station", Assert.Single((await town.TickAsync("v1", station: "school")).Refusals).Code);
        Assert.Equal([CardFlaw.AlreadyUsed], (await town.EnterAsync(town.Card("1", "ann", "v1", "N1"))).Card!.Flaws.ToArray());
        Assert.Contains((await town.Desk.StandingAsync(Id, "v1"))!.Areas[0].Refusals, refusal => refusal.Code == "voted-at-station");
        Assert.True((await town.VoteAsync("v1", "south", "S1")).IsAccepted);
        Assert.Empty(await town.BallotsAsync());
    }

    [Fact]
    public async Task Tick_ForAllAreas_ClosesAllOfThem()
    {
        var town = new PaperTown();

        Assert.True((await town.TickAsync("v1", area: null)).IsAccepted);

        Assert.False((await town.VoteAsync("v1", "north", "N1")).IsAccepted);
        Assert.False((await town.VoteAsync("v1", "south", "S1")).IsAccepted);
    }

    [Fact]
    public async Task Tick_WhereOneAreaIsChosen_ChoosesIt()
    {
        var town = new PaperTown(Plain with { Access = AreaAccess.OneArea });

        Assert.True((await town.TickAsync("v1")).IsAccepted);

        Assert.Equal("one-area-only", Assert.Single((await town.VoteAsync("v1", "south", "S1")).Refusals).Code);
    }

    [Theory]
    [InlineData(ChannelPrecedence.FirstCounts, false)]
    [InlineData(ChannelPrecedence.LastCounts, true)]
    [InlineData(ChannelPrecedence.PaperWins, true)]
    [InlineData(ChannelPrecedence.OnlineWins, false)]
    [InlineData(ChannelPrecedence.BothVoid, false)]
    public async Task Tick_AfterAnOnlineVote_GoesByPrecedence(ChannelPrecedence precedence, bool isTaken)
    {
        var town = new PaperTown(Plain with { Precedence = precedence });
        _ = await town.VoteAsync("v1", "north", "N1");

        var tick = await town.TickAsync("v1");

        Assert.Equal(isTaken, tick.IsAccepted);
        Assert.Equal(isTaken ? "" : "N1", string.Join("; ", await town.BallotsAsync()));
        Assert.Equal(isTaken ? "" : "other-channel-counts", string.Join("; ", tick.Refusals.Select(refusal => refusal.Code)));
    }

    [Fact]
    public async Task Tick_WhoMayNotVoteOrNotNow_IsRefused()
    {
        var town = new PaperTown();

        Assert.Equal("not-on-roll", Assert.Single((await town.TickAsync("stranger")).Refusals).Code);
        Assert.Equal("not-for-role", Assert.Single((await town.TickAsync("v1", role: "citizen")).Refusals).Code);
        Assert.Equal("no-such-area", Assert.Single((await town.TickAsync("v1", area: "west")).Refusals).Code);
        town.Now = Closes;
        Assert.Equal("voting-closed", Assert.Single((await town.TickAsync("v1")).Refusals).Code);
        Assert.All((await town.TickAsync("v1", area: null)).Refusals, refusal => Assert.Equal("voting-closed", refusal.Code));
    }

    [Fact]
    public async Task Reconcile_Urn_IsComparedWithTheTicksOfItsStation()
    {
        var town = await new PaperTown().OpenAsync(declared: 3, kind: BatchKind.Anonymous);
        foreach (var (voter, area, station) in new[] { ("v1", "north", "hall"), ("v2", "north", "hall"), ("v3", "north", "school"), ("v4", "south", "hall"), ("v5", null, "hall") })
        {
            Assert.True((await town.TickAsync(voter, area, station)).IsAccepted);
        }

        foreach (var number in new[] { "1", "2", "3" })
        {
            _ = await town.TwiceAsync(number, null, "N1");
        }

        Assert.Equal("vote-not-over", Assert.Single((await town.ReconcileAsync()).Refusals).Code);
        town.Now = Closes;
        Assert.True((await town.ReconcileAsync()).IsAccepted);

        Assert.Equal((2L, 1L), (await town.BatchAsync()) is var batch ? (batch.Ticked!.Value, batch.Difference!.Value) : default);
        Assert.Equal(
            ["hall - 1", "hall north 2", "hall south 1", "school north 1"],
            (await town.Paper.TicksAsync(Id, CancellationToken.None)).Select(count => $"{count.Station} {count.Area ?? "-"} {count.Voters}"));
    }

    [Fact]
    public async Task Tick_IsStillKnownOnceVotersAndBallotsAreSeparated()
    {
        var town = new PaperTown();
        _ = await town.TickAsync("v1");
        _ = await town.VoteAsync("v2", "north", "N1");

        await town.GoToAsync(Closes);
        await town.GoToAsync(EntryEnds + Duration.FromDays(1));
        await town.GoToAsync(town.Now);

        Assert.Equal(1, Assert.Single(await town.Paper.TicksAsync(Id, CancellationToken.None)).Voters);
        Assert.Equal(1, (await town.HeadAsync()).Box!.Voters);
    }

    [Fact]
    public async Task TakeTickBack_WrongVoter_MayVoteAgainAndBothEntriesStay()
    {
        var town = new PaperTown(Plain with { Access = AreaAccess.OneArea });
        _ = await town.TickAsync("v1");
        town.Now += Duration.FromMinutes(5);

        var back = await town.TakeTickBackAsync("v1");
        var again = await town.TakeTickBackAsync("v1");

        Assert.Equal([VoterHappeningKind.TickTakenBack], back.Happened.Select(happened => happened.Kind));
        Assert.True(again.IsAccepted);
        Assert.Empty(again.Happened);
        var tick = Assert.Single(again.File.Ticks);
        Assert.Equal(("hall", "clara", "namesakes", town.Now), (tick.Station, tick.Correction!.By, tick.Correction.Reason, tick.Correction.At));
        Assert.Empty(await town.Paper.TicksAsync(Id, CancellationToken.None));
        Assert.True((await town.VoteAsync("v1", "south", "S1")).IsAccepted);
    }

    [Fact]
    public async Task TakeTickBack_AndTickedOffAgain_StandsUntilTakenBackAgain()
    {
        var town = new PaperTown();
        _ = await town.TickAsync("v1");
        _ = await town.TakeTickBackAsync("v1");

        Assert.Single((await town.TickAsync("v1")).Happened);
        Assert.Equal("voted-at-station", Assert.Single((await town.VoteAsync("v1", "north", "N1")).Refusals).Code);
        Assert.Equal(1, Assert.Single(await town.Paper.TicksAsync(Id, CancellationToken.None)).Voters);
        _ = await town.TakeTickBackAsync("v1");
        Assert.True((await town.VoteAsync("v1", "north", "N1")).IsAccepted);
    }

    [Fact]
    public async Task TakeTickBack_OfWhatIsNotThereOrWithoutAReason_IsRefused()
    {
        var town = new PaperTown();
        _ = await town.TickAsync("v1");

        Assert.Equal("not-ticked-off", Assert.Single((await town.TakeTickBackAsync("v2")).Refusals).Code);
        Assert.Equal("not-ticked-off", Assert.Single((await town.TakeTickBackAsync("v1", area: null)).Refusals).Code);
        Assert.Equal("not-ticked-off", Assert.Single((await town.TakeTickBackAsync("v1", station: "school")).Refusals).Code);
        Assert.Equal("bad-reference", Assert.Single((await town.TakeTickBackAsync("v1", reason: "")).Refusals).Code);
        Assert.Equal("not-for-role", Assert.Single((await town.TakeTickBackAsync("v1", role: "citizen")).Refusals).Code);
        Assert.Equal("voted-at-station", Assert.Single((await town.VoteAsync("v1", "north", "N1")).Refusals).Code);
    }

    [Fact]
    public async Task TakeTickBack_AfterTheVote_CorrectsTheUrnUntilTheBoxIsSealed()
    {
        var town = await new PaperTown().OpenAsync(declared: 1, kind: BatchKind.Anonymous);
        _ = await town.TickAsync("v1");
        _ = await town.TickAsync("v2");
        _ = await town.TwiceAsync("1", null, "N1");
        town.Now = Closes;
        Assert.True((await town.TakeTickBackAsync("v2")).IsAccepted);
        Assert.True((await town.ReconcileAsync()).IsAccepted);
        Assert.Equal(0, (await town.BatchAsync()).Difference);

        await town.GoToAsync(EntryEnds + Duration.FromDays(1));
        await town.GoToAsync(town.Now);

        Assert.Equal("box-sealed", Assert.Single((await town.TakeTickBackAsync("v1", role: "administrator")).Refusals).Code);
    }
}
