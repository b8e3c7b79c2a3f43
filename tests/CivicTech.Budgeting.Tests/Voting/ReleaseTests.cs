using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Files;
using static CivicTech.Budgeting.Tests.Voting.Polls;

namespace CivicTech.Budgeting.Tests.Voting;

public sealed class ReleaseTests
{
    private static readonly VotingSheet Vote = Sheet(new ApprovalDesign { Minimum = 1, Maximum = 3 });

    [Fact]
    public void B09_ProjectLeaves_RestCountsAndTheVoterMayVoteAgain()
    {
        var file = Done(Vote, NewFile(), Cast("north", "n1", "n2"));
        var next = Vote.Next(new BallotChange { Removed = ["n1"] });
        var released = VotingDecider.Release(file, next);

        Assert.Equal("n2", Said(next, released, "north"));
        Assert.Equal(file.Version + 1, released.Version);
        Assert.Equal(("north", 2, false, "n1"), (released.Notices[0].Area, released.Notices[0].Edition, released.Notices[0].IsWhole, string.Join(' ', released.Notices[0].Projects)));
        Assert.Same(released, VotingDecider.Release(released, next));

        // One-shot as it is: once more, and no more.
        var again = Done(next, released, Cast("north", "n3"));
        Assert.Equal("n3", Said(next, again, "north"));
        Assert.Empty(again.Notices);
        Assert.Equal(["already-voted"], Codes(Decide(next, again, Cast("north", "n4"))));
        Assert.Equal(file.Find("north")!.Tracker, again.Find("north")!.Tracker);
    }

    [Fact]
    public void B09_OnlyLineLeaves_NothingCountsAndNoBlankBallotIsMadeUp()
    {
        var sheet = Sheet();
        var file = Done(sheet, NewFile(), Cast("north", "n1"));
        var next = sheet.Next(new BallotChange { Removed = ["n1"] });
        var released = VotingDecider.Release(file, next);

        Assert.Equal("none", Said(next, released, "north"));
        Assert.True(released.Notices[0].IsWhole);
        Assert.Equal((1, 1), (released.Find("north")!.Cast, released.Find("north")!.Released));
        Assert.Equal("n2", Said(next, Done(next, released, Cast("north", "n2")), "north"));
    }

    [Fact]
    public void B09_TooFewLeft_WholeBallotIsReleased()
    {
        var sheet = Sheet(new ApprovalDesign { Minimum = 2, Maximum = 3 });
        var next = sheet.Next(new BallotChange { Removed = ["n1"] });
        var released = VotingDecider.Release(Done(sheet, NewFile(), Cast("north", "n1", "n2")), next);

        Assert.Equal("none", Said(next, released, "north"));
    }

    [Fact]
    public void B09_MovedToAnotherArea_LineIsReleased()
    {
        var file = Done(Vote, NewFile(), Cast("north", "n1", "n2"));
        var ballot = Vote.Ballot.Next(new BallotChange());
        var next = Sheet(Vote.Plan, ballot with { Projects = ballot.Projects.SetItem(4, ballot.Projects[4] with { Area = "south" }) });

        Assert.Equal("n2", Said(next, VotingDecider.Release(file, next), "north"));
    }

    [Fact]
    public void B09_ReleasedProjectThatStays_CanBeChosenAgainAndIsNotReleasedTwice()
    {
        var file = Done(Vote, NewFile(), Cast("north", "n1", "n2"));
        var next = Vote.Next(new BallotChange { Costs = [new("n1", Euro(90))], Released = ["n1"] });
        var again = Done(next, VotingDecider.Release(file, next), Cast("north", "n1"));

        Assert.Same(again, VotingDecider.Release(again, next));
        Assert.Same(again, VotingDecider.Release(again, next.Next(new BallotChange())));
        Assert.Equal("n1", Said(next, again, "north"));
    }

    [Fact]
    public void B09_FileNotSweptYet_IsReleasedByTheNextCommand()
    {
        var file = Done(Vote, NewFile(), Cast("north", "n1"));
        var next = Vote.Next(new BallotChange { Removed = ["n1"] });
        var decision = Decide(next, file, Cast("city", "c1"));

        Assert.Equal(("none", "c1"), (Said(next, decision.File, "north"), Said(next, decision.File, "city")));
        Assert.Equal(file.Version + 1, decision.File.Version);
        Assert.Single(decision.File.Notices);
        Assert.Empty(Done(next, decision.File, new SeeNotices()).Notices);
    }

    [Fact]
    public void B09_Refused_LeavesTheFileAsItWas()
    {
        var file = Done(Vote, NewFile(), Cast("north", "n1"));
        var next = Vote.Next(new BallotChange { Removed = ["n1"] });

        Assert.Same(file, Decide(next, file, Cast("north", "n1")).File);
    }

    [Fact]
    public void Release_Ranking_ClosesUp()
    {
        var sheet = Sheet(new RankingDesign { Maximum = 4 });
        var next = sheet.Next(new BallotChange { Removed = ["n2"] });
        var released = VotingDecider.Release(Done(sheet, NewFile(), Cast("north", "n4=1", "n2=2", "n1=3", "n3=4")), next);

        Assert.Equal("n1=2 n3=3 n4=1", Said(next, released, "north"));
    }

    [Fact]
    public void Release_BudgetCut_ReleasesWhatNoLongerFits()
    {
        var sheet = Sheet(new KnapsackDesign());
        var next = sheet.Next(new BallotChange { Budgets = [new("north", Euro(50))] });

        Assert.Equal("n1", Said(next, VotingDecider.Release(Done(sheet, NewFile(), Cast("north", "n1")), next), "north"));
        var released = VotingDecider.Release(Done(sheet, NewFile(), Cast("north", "n1", "n2")), next);
        Assert.Equal("none", Said(next, released, "north"));
        Assert.Empty(released.Notices[0].Projects);
    }

    [Fact]
    public void Release_BlankBallot_Stays()
    {
        var sheet = Sheet();
        var file = Done(sheet, NewFile(), Cast("north"));

        Assert.Same(file, VotingDecider.Release(file, sheet.Next(new BallotChange { Removed = ["n1", "n2", "n3", "n4"] })));
    }
}
