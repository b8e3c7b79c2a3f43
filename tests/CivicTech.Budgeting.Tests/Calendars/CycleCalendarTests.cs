using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Tests.Proposals;
using CivicTech.Time;
using NodaTime;
using static CivicTech.Budgeting.Tests.Calendars.CalendarSamples;

namespace CivicTech.Budgeting.Tests.Calendars;

public sealed class CycleCalendarTests
{
    [Fact]
    public void B13_LastInstant_BelongsToTheStageAndTheEndDoesNot()
    {
        var (start, end) = (Paris(9, 7, 8), Paris(9, 23, 20));

        Assert.False(Year.Permits(Activity.Vote, "citizen", "south", start - Duration.Epsilon));
        Assert.True(Year.Permits(Activity.Vote, "citizen", "south", start));
        Assert.True(Year.Permits(Activity.Vote, "citizen", "south", end - Duration.FromSeconds(1)));
        Assert.True(Year.Permits(Activity.Vote, "citizen", "south", end - Duration.Epsilon));
        Assert.False(Year.Permits(Activity.Vote, "citizen", "south", end));
    }

    [Fact]
    public void B13_TouchingStages_ShareNoInstantAndLeaveNone()
    {
        var calendar = Of(
            Stage("a", new(2026, 1, 1, 0, 0), new(2026, 2, 1, 0, 0), Permit(Activity.Comment, "citizen")),
            Stage("b", new(2026, 2, 1, 0, 0), new(2026, 3, 1, 0, 0), Permit(Activity.Support, "citizen")));
        var border = Paris(2, 1, 0);

        Assert.All(new[] { border - Duration.Epsilon, border }, at => Assert.True(
            calendar.Permits(Activity.Comment, "citizen", null, at) ^ calendar.Permits(Activity.Support, "citizen", null, at)));
        Assert.True(calendar.Permits(Activity.Support, "citizen", null, border));
    }

    [Fact]
    public void B13_GapsAndOverlaps_PermitNothingAndBoth()
    {
        Assert.DoesNotContain(Enum.GetValues<Activity>().Except([Activity.Moderate]), activity => Year.Permits(activity, "citizen", "south", Paris(2, 10, 12)) || Year.Permits(activity, "officer", "south", Paris(2, 10, 12)));
        Assert.True(Year.Permits(Activity.Moderate, "officer", "south", Paris(2, 10, 12)));
        Assert.True(Year.Permits(Activity.Vote, "citizen", "south", Paris(9, 10, 12)) && Year.Permits(Activity.CoConstruct, "citizen", "south", Paris(9, 10, 12)));
    }

    [Fact]
    public void Permits_RolesAndAreas_AreKeptApart()
    {
        Assert.False(Year.Permits(Activity.Vote, "officer", "south", Paris(9, 10, 12)));
        Assert.False(Year.Permits(Activity.Vote, "citizen", "north", Paris(9, 10, 12)));
        Assert.True(Year.Permits(Activity.Vote, "citizen", "north", Paris(9, 29, 12)));
        Assert.False(Year.Permits(Activity.Vote, "citizen", "south", Paris(9, 29, 12)));

        // About no area yet: whatever is open anywhere.
        Assert.True(Year.Permits(Activity.Vote, "citizen", null, Paris(9, 29, 12)));
    }

    [Fact]
    public void StagesOf_AnAreaWithAStageOfItsOwn_HasThatInsteadOfTheCommonOne()
    {
        Assert.Equal(["propose", "review", "work together", "vote"], Year.StagesOf("north").Select(stage => stage.Name));
        Assert.Equal(["north"], Year.StagesOf("north").Last().Areas.ToArray());
        Assert.Empty(Year.StagesOf("south").Last().Areas);
        Assert.Equal(5, Year.StagesOf(null).Count());
        Assert.Equal(Paris(9, 14, 8), Year.NextStart(Activity.Vote, "citizen", "north", Paris(9, 7, 8)));
        Assert.Null(Year.NextStart(Activity.Vote, "citizen", "south", Paris(9, 7, 8)));
    }

    // The clocks of the zone are asked, not the clock of a machine or an offset.
    [Fact]
    public void B13_DayWhenTheClocksChange_HasItsOwnLength()
    {
        var calendar = Of(Stage("day", new(2026, 3, 29, 0, 0), new(2026, 3, 30, 0, 0), Permit(Activity.Comment, "citizen")));

        Assert.Equal(Duration.FromHours(23), calendar.WindowsOf(Activity.Comment, null, null).Single().Length);
    }

    [Fact]
    public void B13_StageExtendedWhileOpen_IsOpenForWhoKnowsAndForNobodyTwice()
    {
        var solo = new Solo(calendar: WithComments);
        solo.Submitted("p1").At(Paris(3, 9, 12));
        var comment = new CommentOnProposal { Proposal = "p1", Comment = "c1", Author = "bob", Text = "t" };
        var (stale, end) = (solo.State, Paris(3, 10, 0));
        solo.Do(ProposalSamples.Administrator(new ExtendStage { Stage = "talk", Ends = new Deadline(new(2026, 3, 12, 0, 0), "Europe/Paris"), Reason = "r" }));

        // Two nodes at the old end: who has not loaded the extension says no, and can save nothing with an old version.
        Assert.True(solo.At(end).Ask(comment).IsAccepted);
        Assert.Equal("not-any-more", new CycleProcess().Decide(stale, comment, end).Refusals.Single().Code);
        Assert.Equal("not-any-more", Assert.Single(solo.At(Paris(3, 12, 0)).Refused(comment)).Code);
        Assert.Equal("stage-over", solo.Code(ProposalSamples.Administrator(new ExtendStage { Stage = "talk", Ends = new Deadline(new(2026, 3, 20, 0, 0), "Europe/Paris"), Reason = "r" })));
    }

    [Fact]
    public void B13_TwoNodesWithTheSameStateAndInstant_Agree()
    {
        var solo = new Solo(calendar: WithComments).Submitted("p1");
        var comment = new CommentOnProposal { Proposal = "p1", Comment = "c1", Author = "bob", Text = "t" };
        foreach (var at in new[] { Paris(3, 9, 23, 59), Paris(3, 10, 0) - Duration.Epsilon, Paris(3, 10, 0), Paris(3, 10, 0) + Duration.Epsilon })
        {
            var (one, other) = (new CycleProcess().Decide(solo.State, comment, at), new CycleProcess().Decide(solo.State, comment, at));
            Assert.Equal(one.IsAccepted, other.IsAccepted);
            Assert.Equal(at < Paris(3, 10, 0), one.IsAccepted);
        }
    }

    [Fact]
    public void Stages_WrittenInThePersianCalendar_AreKeptAsTheSameDays()
    {
        var stage = StageIn(
            "Asia/Tehran",
            "پیشنهاد",
            new LocalDateTime(1405, 1, 15, 9, 0, CalendarSystem.PersianAstronomical),
            new LocalDateTime(1405, 2, 1, 0, 0, CalendarSystem.PersianAstronomical));

        Assert.Equal(new LocalDateTime(2026, 4, 4, 9, 0), stage.Starts.Local);
        Assert.Equal(new LocalDateTime(2026, 4, 21, 0, 0), stage.Ends.Local);
        Assert.Equal(CalendarSystem.Iso, stage.Starts.Local.Calendar);
    }

    [Fact]
    public void Equality_IsByContent()
    {
        var again = Year with { Stages = [.. Year.Stages.Select(stage => stage with { Permits = [.. stage.Permits.Select(permit => permit with { Roles = [.. permit.Roles] })] })] };

        Assert.Equal(Year, again);
        Assert.Equal(Year.GetHashCode(), again.GetHashCode());
        Assert.NotEqual(Year, Year with { Layout = StageLayout.NoGaps });
        Assert.NotEqual(Year, Year with { Always = [] });
        Assert.NotEqual(Year, Year.PlusDays(1));
    }

    private static CycleCalendar WithComments { get; } = ProposalSamples.Calendar with
    {
        Stages = [Stage("talk", new(2026, 3, 1, 0, 0), new(2026, 3, 10, 0, 0), Permit(Activity.Comment, "citizen")), .. ProposalSamples.Calendar.Stages],
        Always = [.. ProposalSamples.Calendar.Always.Where(permit => permit.Activity != Activity.Comment)],
    };
}
