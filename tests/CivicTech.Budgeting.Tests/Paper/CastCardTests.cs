using System.Collections.Immutable;
using CivicTech.Budgeting.Paper;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.Time;
using NodaTime;
using static CivicTech.Budgeting.Tests.Paper.PaperTown;

namespace CivicTech.Budgeting.Tests.Paper;

public sealed class CastCardTests
{
    [Fact]
    public void B09_LinesOfAProjectThatLeft_AreTakenOffCardsThatAreEnteredAfter()
    {
        var sheet = SheetWithout("N1", Plain);

        Assert.Equal("1", Said(Cast(sheet, "N1 N2")));
        Assert.Equal("1", Said(Cast(sheet, "N1 N2", area: null)));
        Assert.Equal("N1", string.Join(' ', Cast(sheet, "N1 N2").TakenOut));
        Assert.Null(Cast(sheet, "N1").File.Find("north"));
        Assert.Equal(["project-of-other-area", "too-few-projects"], Cast(sheet, "N1 S1").Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public void B09_RankingWithAProjectThatLeft_ClosesUp()
    {
        var sheet = SheetWithout("N1", Plain with { Areas = [Plain.Areas[0] with { Design = new RankingDesign { Maximum = 3 } }, Plain.Areas[1]] });
        ImmutableArray<BallotLine> lines = [new() { Project = "N3", Value = 1 }, new() { Project = "N1", Value = 2 }, new() { Project = "N2", Value = 3 }];

        var decision = VotingDecider.Decide(sheet, new RollEntry(), VoterFile.Of(default), new CastCard { Card = "b/1", Area = "north", Lines = lines, HandedIn = Day(2) }, Day(3), RandomTrackers.Instance);

        Assert.True(decision.IsAccepted, string.Join("; ", decision.Refusals));
        var (projects, values) = (new int[2], new long[2]);
        Assert.True(decision.File.Find("north")!.Content.Read(projects, values));
        Assert.Equal(((1, 2L), (2, 1L)), ((projects[0], values[0]), (projects[1], values[1])));
    }

    // As if it had been entered before the ballot changed, and released with the others.
    [Theory]
    [InlineData("N1 N2", false)]
    [InlineData("N1", true)]
    public async Task B09_LinesTakenOff_AreSeenOnTheCardAndToldToTheVoterWhoMayVoteAgain(string projects, bool isWhole)
    {
        var (early, late) = (await new PaperTown().OpenAsync(), await new PaperTown().OpenAsync());
        var received = early.Now;
        _ = await early.TwiceAsync("1", "v1", projects, received);
        await early.RemoveAsync("N1");
        await late.RemoveAsync("N1");
        early.Now = late.Now += Duration.FromHours(1);

        var card = await late.TwiceAsync("1", "v1", projects, received);
        var again = await late.TwiceAsync("1", "v1", projects, received);

        Assert.Equal((isWhole ? CardStatus.Invalid : CardStatus.Valid, CardFlaw.LinesReleased), (card.Status, Assert.Single(card.Flaws)));
        Assert.Equal(card, again);
        Assert.Equal(await early.BallotsAsync(), await late.BallotsAsync());
        var notice = Assert.Single((await late.Desk.StandingAsync(Id, "v1"))!.Notices);
        Assert.Equal(Assert.Single((await early.Desk.StandingAsync(Id, "v1"))!.Notices), notice);
        Assert.Equal(isWhole, notice.IsWhole);
        Assert.True((await late.VoteAsync("v1", "north", "N3")).IsAccepted);
        Assert.True((await early.VoteAsync("v1", "north", "N3")).IsAccepted);
        Assert.Equal(["N3"], await late.BallotsAsync());
        Assert.Empty((await late.Desk.StandingAsync(Id, "v1"))!.Notices);
    }

    [Fact]
    public async Task B09_CardForAllAreasThatLosesAllOfOne_CountsInTheOther()
    {
        var town = await new PaperTown().OpenAsync(area: null);
        await town.RemoveAsync("N1");

        var card = await town.TwiceAsync("1", "v1", "N1 S1");

        Assert.Equal((CardStatus.Valid, CardFlaw.LinesReleased), (card.Status, Assert.Single(card.Flaws)));
        Assert.Equal(["S1"], await town.BallotsAsync("south"));
        Assert.Equal(("north", true), (await town.Desk.StandingAsync(Id, "v1"))!.Notices.Select(notice => (notice.Area, notice.IsWhole)).Single());
    }

    [Fact]
    public async Task B09_CardFromAnUrn_IsToldToNobodyAndSeenOnTheCard()
    {
        var town = await new PaperTown().OpenAsync(kind: BatchKind.Anonymous);
        await town.RemoveAsync("N1");

        Assert.Equal([CardFlaw.LinesReleased], (await town.TwiceAsync("1", null, "N1 N2")).Flaws.ToArray());
        Assert.Equal(CardStatus.Invalid, (await town.TwiceAsync("2", null, "N1")).Status);
        Assert.Equal(["N2"], await town.BallotsAsync());
        Assert.All(await town.Box.ReadAsync(Id, null, 100, default), file => Assert.Empty(file.Notices));
    }

    [Fact]
    public async Task B09_CardThatLosesLinesAndIsNoBallotBesides_SaysBoth()
    {
        var town = await new PaperTown().OpenAsync();
        await town.RemoveAsync("N1");

        Assert.Equal([CardFlaw.NotByTheRules, CardFlaw.LinesReleased], (await town.TwiceAsync("1", "v1", "N1 N2 N2")).Flaws.ToArray());
        Assert.Empty((await town.Desk.StandingAsync(Id, "v1"))!.Notices);
    }

    [Fact]
    public async Task Enter_WithAnIdThatIsNone_BeginsNothing()
    {
        var town = await new PaperTown().OpenAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => town.EnterAsync(town.Card("1", "ann", new string('v', 201), "N1")));

        Assert.Equal(0, (await town.BatchAsync()).Entered);
    }

    [Fact]
    public void Cast_CardThatWasRemoved_IsRefusedForGood()
    {
        var sheet = SheetWithout("N3", Plain);
        var removed = VotingDecider.Decide(sheet, null, VoterFile.Of(default), new RemoveCard { Card = "b/1" }, Day(3), RandomTrackers.Instance);

        var decision = VotingDecider.Decide(sheet, new RollEntry(), removed.File, new CastCard { Card = "b/1", Area = "north", Lines = Lines("N1"), HandedIn = Day(2) }, Day(3), RandomTrackers.Instance);

        Assert.Equal(["card-void"], decision.Refusals.Select(refusal => refusal.Code));
    }

    private static VotingSheet SheetWithout(string project, VotingPlan plan) => new(
        Id,
        plan,
        new OfficialBallot { Edition = 1, Areas = plan.Areas, Projects = Projects }.Next(new BallotChange { Removed = [project] }),
        plan.Areas.ToDictionary(area => area.Id, _ => ImmutableArray.Create(new TimeWindow(Opens, Closes))));

    private static VotingDecision Cast(VotingSheet sheet, string projects, string? area = "north") =>
        VotingDecider.Decide(sheet, new RollEntry(), VoterFile.Of(default), new CastCard { Card = "b/1", Area = area, Lines = Lines(projects), HandedIn = Day(2) }, Day(3), RandomTrackers.Instance);

    private static string Said(VotingDecision decision)
    {
        var content = decision.File.Find("north")!.Content;
        var projects = new int[content.Count];
        _ = content.Read(projects, new long[content.Count]);
        return string.Join(' ', projects);
    }
}
