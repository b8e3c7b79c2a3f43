using System.Collections.Immutable;
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
        Assert.Equal(["project-removed"], Cast(sheet, "N1").Refusals.Select(refusal => refusal.Code));
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
