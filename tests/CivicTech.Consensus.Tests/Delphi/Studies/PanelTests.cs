using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Studies;
using static CivicTech.Tests.Consensus.Delphi.Studies.Solo;

namespace CivicTech.Tests.Consensus.Delphi.Studies;

public sealed class PanelTests
{
    [Fact]
    public void Seats_OfPeopleOnSeveralPanels_AreCountedByPanelAndRole() => Assert.Equal(
        [Seats("a", "x", 0, 1), Seats("b", "x", 0, 2), Seats("a", "y", 1, 1)],
        Ready().Invited("e4", ("a", "y")).Head.Seats.AsEnumerable());

    [Fact]
    public void Invite_ToOneFullPanelOfTwo_IsRefusedWhole()
    {
        var solo = Ready();

        Assert.Equal("quota-full", solo.RefusedWith(solo.Invite("e9", ("a", "x"), ("b", "x"))));
        Assert.Equal("no-such-panel no-such-role quota-full", solo.RefusedWith(solo.Invite("e9", ("z", "x"), ("a", "z"), ("b", "x"))));
        Assert.Null(solo.State.Experts.Find("e9"));
    }

    [Fact]
    public void Decline_FreesTheSeatsAndTheyAndThePersonCanBeAskedAgain()
    {
        var solo = new Solo().Planned().Joined("e1", ("b", "x")).Invited("e2", ("a", "x"), ("b", "x"));
        Assert.Equal("quota-full", solo.RefusedWith(solo.Invite("e3", ("b", "x"))));
        solo.Do(new AnswerInvitation { Expert = "e2", Accepts = false, Reason = "reasons/time" });
        Assert.Equal((ExpertStatus.Declined, "reasons/time"), (solo.State.Experts["e2"].Status, solo.State.Experts["e2"].Reason));
        solo.Invited("e3", ("b", "x"));
        Assert.Equal("quota-full", solo.RefusedWith(solo.Invite("e2", ("b", "x"))));
        solo.Joined("e2", ("a", "y"));

        Assert.Equal(["y"], solo.State.Experts["e2"].Seats.Select(seat => seat.Role));
        Assert.Equal([Seats("b", "x", 1, 1), Seats("a", "x", 0, 0), Seats("a", "y", 0, 1)], solo.Head.Seats.AsEnumerable());

        // Each time he is told, under another key.
        Assert.Equal(2, solo.State.Effects.All.Count(effect => effect.Value.Effect is { Notice: NoticeKind.Invitation, Experts: ["e2"] }));
    }

    [Fact]
    public void Leave_InTheMiddleOfARound_FreesTheSeatAndTheNextPersonCanTakeIt()
    {
        var solo = Ready().Opened().Said("e3", ("k", 4), ("joint", 5));
        Assert.Equal("quota-full", solo.RefusedWith(solo.Invite("e4", ("b", "x"))));
        solo.Do(new LeaveStudy { Expert = "e3" });
        solo.Joined("e4", ("b", "x")).Said("e4", ("k", 5), ("joint", 5)).Said("e1", ("k", 5), ("joint", 4));
        var summary = solo.Close();

        Assert.Equal([0, 0, 0, 1, 2], summary.Find("k")!.Counts.ToArray());
        Assert.Equal(3, summary.Panels.Single(panel => panel.Panel == "b").Raters);
        Assert.Equal("expert-known", solo.RefusedWith(solo.Invite("e3", ("a", "x"))));
    }

    [Fact]
    public void JointItem_OfAPersonOnBothPanels_CountsThePersonOnceAndInEachPanel()
    {
        var solo = Ready().Opened()
            .Said("e1", ("i1", 5), ("i2", 4), ("joint", 5), ("k", 1))
            .Said("e2", ("i1", 5), ("i2", 4), ("joint", 4))
            .Said("e3", ("joint", 2), ("k", 4));
        var summary = solo.Close();
        var (a, b) = (summary.Panels[0], summary.Panels[1]);

        // Three people on four seats.
        Assert.Equal([0, 1, 0, 1, 1], summary.Find("joint")!.Counts.ToArray());
        Assert.Equal(["a", "b"], summary.Find("joint")!.Panels.ToArray());
        Assert.Equal([("a", 2, 3), ("b", 2, 2)], new[] { a, b }.Select(panel => (panel.Panel, panel.Raters, panel.Items)));
        Assert.Equal((3, 3, 3), (summary.Asked, summary.Responded, summary.Complete));

        // Ranks of a: e1 2.5 1 2.5, e2 3 1.5 1.5; of b: e1 2 1, e3 1 2, which is no agreement at all.
        Assert.Equal(Oracle.W([[5, 4, 5], [5, 4, 4]]), a.W);
        Assert.Equal(0, b.W);
    }

    [Fact]
    public void Role_OfAPersonOnBothPanels_IsThatOfTheFirstPanel()
    {
        var solo = new Solo(TwoPanels() with { Panels = [Panel("a", ("x", 2)), Panel("b", ("y", 2))] }).Planned()
            .Joined("e1", ("b", "y"), ("a", "x")).Joined("e2", ("a", "x")).Joined("e3", ("b", "y"));
        solo.Do(new RegisterItems { Items = [Item("joint", "b", "a")] });
        var summary = solo.Opened().Said("e1", ("joint", 5)).Said("e3", ("joint", 4)).Close();

        Assert.Equal([("x", 5), ("y", 4)], summary.Items[0].ByRole.Select(role => (role.Role, role.Counts.IndexOf(1) + 1)));
    }

    [Fact]
    public void Schedule_ForAPanelOfOne_IsRefusedByName()
    {
        var solo = new Solo().Planned().Joined("e1", ("a", "x"), ("b", "x")).Joined("e2", ("b", "x")).Invited("e3", ("a", "y"));
        solo.Do(new RegisterItems { Items = [Item("i1", "a", "b")] });

        Assert.Equal("a", Assert.Single(solo.Refused(new ScheduleRound { Opens = On(Start), Closes = On(Start + Day) })).Data["panel"]);
    }

    [Fact]
    public void Cancel_WithNobodyToTell_TellsNobody()
    {
        var solo = new Solo().Planned();
        solo.Do(new CancelStudy { Reason = "r" });

        Assert.Empty(solo.State.Effects.All);
        Assert.Equal(StudyStatus.Cancelled, solo.Head.Status);
    }

    private static SeatCount Seats(string panel, string role, int invited, int joined) => new() { Panel = panel, Role = role, Invited = invited, Joined = joined };
}
