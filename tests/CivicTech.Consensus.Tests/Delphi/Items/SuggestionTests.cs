using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Tests.Consensus.Delphi.Studies;
using static CivicTech.Tests.Consensus.Delphi.Studies.Solo;

namespace CivicTech.Tests.Consensus.Delphi.Items;

public sealed class SuggestionTests
{
    [Fact]
    public void Suggestion_ToAddAnItem_AcceptedAddsItForTheNextRound()
    {
        var solo = Between(Adding());
        solo.Do(new DecideSuggestion { Suggestion = "s1", Accept = true, Item = "new", Reason = "reasons/good" });

        Assert.Equal((true, "reasons/good"), (solo.State.Suggestions["s1"].Accepted!.Value, solo.State.Suggestions["s1"].Reason));
        Assert.Equal((1, "texts/more", ItemStatus.Open), (solo.State.Items["new"].AddedAfter, solo.State.Items["new"].Text, solo.State.Items["new"].Status));
        Assert.Equal(["a", "b"], solo.Opened().State.Forms["2"].Find("new")!.Panels.AsEnumerable());
        Assert.Null(solo.State.Forms["1"].Find("new"));
    }

    [Fact]
    public void Suggestion_ToTakeAnItemOut_AcceptedDropsIt()
    {
        var solo = Between(Removing("joint"));
        solo.Do(new DecideSuggestion { Suggestion = "s1", Accept = true, Reason = "reasons/good" });

        Assert.Empty(solo.State.Suggestions["s1"].Panels);
        Assert.Equal((ItemStatus.Dropped, new ItemFate { AfterRound = 1, Reason = "reasons/good" }), (solo.State.Items["joint"].Status, solo.State.Items["joint"].Fate));
    }

    [Fact]
    public void Suggestion_ToTakeOutWhatTheRuleDropped_IsAcceptedWithNothingLeftToDo()
    {
        var solo = Between(Removing("i1"));
        Assert.Equal(ItemStatus.Dropped, solo.State.Items["i1"].Status);

        Assert.Single(solo.Do(new DecideSuggestion { Suggestion = "s1", Accept = true, Reason = "reasons/good" }));
        Assert.True(solo.State.Items["i1"].Fate!.ByRule);
    }

    [Fact]
    public void Suggestion_Rejected_ChangesNothingElse()
    {
        var solo = Between(Adding());

        Assert.IsType<SuggestionDecided>(Assert.Single(solo.Do(new DecideSuggestion { Suggestion = "s1", Accept = false, Reason = "reasons/covered" })));
        Assert.False(solo.State.Suggestions["s1"].Accepted);
    }

    [Fact]
    public void Suggestion_DecidedWrongly_IsRefusedByEveryReason()
    {
        var solo = Between(Adding());

        Assert.Equal("item-id-wrong", solo.RefusedWith(new DecideSuggestion { Suggestion = "s1", Accept = false, Item = "new", Reason = "r" }));
        Assert.Equal("bad-reference item-id-wrong", solo.RefusedWith(new DecideSuggestion { Suggestion = "s1", Accept = true, Reason = "" }));
        Assert.Equal("item-known", solo.RefusedWith(new DecideSuggestion { Suggestion = "s1", Accept = true, Item = "k", Reason = "r" }));
        Assert.Equal("bad-id", solo.RefusedWith(new DecideSuggestion { Suggestion = "s1", Accept = true, Item = "a/b", Reason = "r" }));
        Assert.Null(solo.State.Suggestions["s1"].Accepted);
    }

    [Fact]
    public void Suggestion_MadeWrongly_IsRefusedByEveryReason()
    {
        var solo = Ready().Invited("e9", ("a", "x")).Opened();

        Assert.Equal("bad-reference bad-id", solo.RefusedWith(Adding() with { Suggestion = "a/b", Text = "" }));
        Assert.Equal("no-such-expert", solo.RefusedWith(Adding() with { Expert = "stranger" }));
        Assert.Equal("not-joined no-such-panel", solo.RefusedWith(Adding() with { Expert = "e9" }));
        Assert.Equal("no-panels", solo.RefusedWith(Adding() with { Panels = [] }));
        Assert.Equal("not-asked", solo.RefusedWith(Removing("k") with { Expert = "e2" }));
        Assert.Equal("not-asked", solo.RefusedWith(Removing("none")));
    }

    [Fact]
    public void Merge_OfItems_MakesANewOneWithoutAnswersToCompare()
    {
        var solo = Between(null);
        solo.Do(new MergeItems { From = ["joint", "k"], Into = Item("both", "b", "a", "b"), Reason = "reasons/same" });
        Assert.Equal((ItemStatus.Merged, "both"), (solo.State.Items["k"].Status, solo.State.Items["k"].Fate!.Into));
        Assert.Equal(["joint", "k"], solo.State.Items["both"].MergedFrom.AsEnumerable());
        Assert.Equal(["a", "b"], solo.State.Items["both"].Panels.AsEnumerable());
        Assert.Equal((5, 2), (solo.Head.Items, solo.Head.OpenItems));
        solo.Opened().Said("e1", ("both", 5), ("i2", 5)).Said("e2", ("both", 4), ("i2", 4));
        var second = solo.Close();

        Assert.Equal((0, 2), (second.Find("both")!.Compared, second.Find("i2")!.Compared));

        // One common item is no ranking.
        Assert.All(second.Panels, panel => Assert.Null(panel.Change));
    }

    [Fact]
    public void Merge_MadeWrongly_IsRefusedByEveryReason()
    {
        var solo = Between(null);
        var merge = new MergeItems { From = ["joint", "k"], Into = Item("both", "a"), Reason = "r" };

        Assert.Equal("no-items", solo.RefusedWith(merge with { From = [] }));
        Assert.Equal("item-not-open named-twice no-such-item", solo.RefusedWith(merge with { From = ["i1", "k", "k", "none"] }));
        Assert.Equal("bad-id", solo.RefusedWith(merge with { From = ["a/b", "k"] }));
        Assert.Equal("bad-reference item-known", solo.RefusedWith(merge with { Into = Item("k", "a"), Reason = "" }));
        Assert.Equal("no-such-panel", solo.RefusedWith(merge with { Into = Item("both", "z") }));
        Assert.Equal("no-such-panel no-panels item-known item-known", Ready().RefusedWith(new RegisterItems { Items = [Item("new", "z"), Item("k"), Item("new", "a")] }));
    }

    [Fact]
    public void Conclude_BetweenRounds_EndsWithTheReasonOfThePerson()
    {
        var solo = Between(null);
        Assert.Equal("bad-reference", solo.RefusedWith(new ConcludeStudy { Reason = "" }));
        solo.Do(new ConcludeStudy { Reason = "reasons/money" });

        Assert.Equal((StudyStatus.Concluded, "reasons/money"), (solo.Head.Status, solo.Head.EndReason));
        Assert.Equal(["e1", "e2", "e3"], solo.State.Effects["study-over"].Effect.Experts.AsEnumerable());
        Assert.Equal("wrong-status", solo.RefusedWith(new CancelStudy { Reason = "r" }));
        Assert.Equal("round-over", solo.RefusedWith(Submit("e1", 1, ("k", 3))));
    }

    [Fact]
    public void Panel_WhoseItemsAllWent_IsAskedAgainWhenOneIsAdded()
    {
        var solo = Ready(TwoPanels() with { Criterion = new MeanAgainstNeutral { Neutral = 3, AtNeutral = AtNeutral.Drop } });
        solo.Opened().Said("e1", ("i1", 5), ("i2", 4), ("joint", 1), ("k", 1)).Close();
        Assert.Equal([("b", PanelStep.NoItemsLeft)], solo.Head.Stopped.Select(stopped => (stopped.Panel, stopped.Why)));
        solo.Do(new AddItem { Item = Item("new", "b"), Reason = "r" });

        Assert.Equal(["a", "b"], solo.Opened().State.Forms["2"].Panels.AsEnumerable());
        solo.Said("e1", ("i1", 5), ("i2", 4), ("new", 5)).Close();
        Assert.Empty(solo.Head.Stopped);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Study_WhoseItemsAllWentWithASuggestionToDecide_WaitsForIt(bool isAccepted)
    {
        var solo = AllDropped(5, Adding(), Adding() with { Suggestion = "s2" }, Removing("i2") with { Suggestion = "s3" });
        Assert.Equal(StudyStatus.Between, solo.Head.Status);
        Assert.DoesNotContain("study-over", solo.State.Effects.All.Select(effect => effect.Key));
        Assert.Equal("no-items", solo.RefusedWith(new ScheduleRound { Opens = On(solo.Now), Closes = On(solo.Now + Day) }));

        solo.Do(new DecideSuggestion { Suggestion = "s2", Accept = false, Reason = "reasons/covered" });
        Assert.Equal(StudyStatus.Between, solo.Head.Status);
        solo.Do(new DecideSuggestion { Suggestion = "s1", Accept = isAccepted, Item = isAccepted ? "new" : null, Reason = "reasons/why" });
        if (isAccepted)
        {
            Assert.Equal(["new"], solo.Opened().State.Forms["2"].Items.Select(item => item.Id));
            return;
        }

        // Nothing is left to ask: the rule ends it, and no person.
        Assert.Equal((StudyStatus.Concluded, null), (solo.Head.Status, solo.Head.EndReason));
        Assert.Contains("study-over", solo.State.Effects.All.Select(effect => effect.Key));
    }

    [Fact]
    public void Study_WhoseItemsAllWent_DoesNotWaitForWhatCannotBeAskedAnyMore()
    {
        Assert.Equal(StudyStatus.Concluded, AllDropped(5).Head.Status);
        Assert.Equal(StudyStatus.Concluded, AllDropped(5, Removing("i2")).Head.Status);
        Assert.Equal(StudyStatus.Concluded, AllDropped(1, Adding()).Head.Status);
    }

    [Fact]
    public void Study_ThatWaitsForADecision_CanBeConcludedByThePerson()
    {
        var solo = AllDropped(5, Adding());
        solo.Do(new ConcludeStudy { Reason = "reasons/money" });
        Assert.Equal((StudyStatus.Concluded, "reasons/money"), (solo.Head.Status, solo.Head.EndReason));
    }

    [Fact]
    public void Suggestion_ForAPanelThatStopped_IsRefusedAndHoldsNothingUp()
    {
        var solo = Ready(TwoPanels() with
        {
            Criterion = new MeanAgainstNeutral { Neutral = 3, AtNeutral = AtNeutral.Undecided },
            Stop = new StopRule { MinRounds = 1, MaxRounds = 5, Scope = StopScope.EachPanel, When = StopWhen.Consensus, ConsensusShare = 1 },
        }).Opened();
        solo.Said("e1", ("i1", 5), ("i2", 5), ("joint", 5), ("k", 2)).Said("e2", ("i1", 5), ("i2", 4), ("joint", 5)).Said("e3", ("joint", 4), ("k", 4));
        solo.Do(Adding() with { Panels = ["a"] });
        solo.Close();
        Assert.Equal(["a"], solo.Head.Stopped.Select(stopped => stopped.Panel));
        Assert.Equal("panel-stopped", solo.RefusedWith(new DecideSuggestion { Suggestion = "s1", Accept = true, Item = "new", Reason = "r" }));

        solo.Opened();
        Assert.Equal("panel-stopped", solo.RefusedWith(Adding() with { Suggestion = "s2" }));
        solo.Do(Adding() with { Suggestion = "s2", Panels = ["b"] });
        solo.Said("e1", ("joint", 5), ("k", 5)).Said("e3", ("joint", 5), ("k", 5)).Close();
        Assert.Equal(StudyStatus.Concluded, solo.Head.Status);
    }

    [Fact]
    public void Merge_OfWhatWasMerged_LeadsFromEachToTheLast()
    {
        var solo = Between(Removing("joint"));
        solo.Do(new MergeItems { From = ["joint"], Into = Item("joint-2", "a", "b"), Reason = "reasons/words" });
        solo.Do(new MergeItems { From = ["joint-2", "i2"], Into = Item("joint-3", "a"), Reason = "reasons/words" });

        Assert.Equal(["joint-2", "joint-3", null], new[] { "joint", "joint-2", "joint-3" }.Select(item => solo.State.Items[item].Fate?.Into));
        Assert.Equal(["k", "joint-3"], solo.State.Items.All.Where(item => item.Value.Status is ItemStatus.Open).Select(item => item.Key).OrderDescending(StringComparer.Ordinal));
        Assert.Equal((6, 2), (solo.Head.Items, solo.Head.OpenItems));
        Assert.Equal("item-not-open", solo.RefusedWith(new MergeItems { From = ["joint-2", "k"], Into = Item("last", "a"), Reason = "r" }));

        // What was to go out is part of another item: there is nothing left to do.
        Assert.Single(solo.Do(new DecideSuggestion { Suggestion = "s1", Accept = true, Reason = "reasons/good" }));
        Assert.Equal(ItemStatus.Merged, solo.State.Items["joint"].Status);
    }

    private static MakeSuggestion Adding() => new() { Suggestion = "s1", Expert = "e1", Text = "texts/more", Panels = ["b", "a"] };

    private static MakeSuggestion Removing(string item) => new() { Suggestion = "s1", Expert = "e1", Text = "reasons/why", Remove = item, Panels = ["a"] };

    // After round 1: i1 was dropped by the rule.
    private static Solo Between(MakeSuggestion? suggestion)
    {
        var solo = Ready().Opened().Said("e1", ("i1", 1), ("i2", 5), ("joint", 5), ("k", 4)).Said("e2", ("i2", 4), ("joint", 4)).Said("e3", ("joint", 4), ("k", 5));
        if (suggestion is not null)
        {
            solo.Do(suggestion);
        }

        solo.Close();
        return solo;
    }

    // In round 1 the rule drops everything.
    private static Solo AllDropped(int maxRounds, params MakeSuggestion[] suggestions)
    {
        var solo = Ready(TwoPanels() with { Stop = TwoPanels().Stop with { MinRounds = 1, MaxRounds = maxRounds, When = StopWhen.Never } }).Opened();
        solo.Said("e1", ("i1", 1), ("i2", 1), ("joint", 1), ("k", 1)).Said("e2", ("i2", 2));
        foreach (var suggestion in suggestions)
        {
            solo.Do(suggestion);
        }

        solo.Close();
        Assert.Equal(0, solo.Head.OpenItems);
        return solo;
    }
}
