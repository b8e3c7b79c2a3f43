using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Reading;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Stability;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Numerics;
using CivicTech.Tests.Consensus.Delphi.Studies;
using static CivicTech.Tests.Consensus.Delphi.Studies.Solo;

namespace CivicTech.Tests.Consensus.Delphi.Evaluation;

/// <summary>The published procedure, small and with made-up answers: three panels of four seats, one person on all.</summary>
public sealed class IsfahanTests
{
    private static readonly string[] Urban = ["all", "u2", "u3", "u4"];
    private static readonly string[] Culture = ["all", "c2", "c3", "c4"];
    private static readonly string[] Finance = ["all", "f2"];

    // Means of 4.75, 4, 3.75, exactly 3, and 2.5.
    private static readonly int[][] UrbanFirst = [[5, 4, 4, 1, 2], [5, 3, 4, 5, 2], [4, 5, 3, 2, 3], [5, 4, 4, 4, 3]];
    private static readonly int[][] UrbanLater = [[5, 4, 4], [5, 3, 4], [4, 5, 3]];

    // Everybody another order, then all the same.
    private static readonly int[][] CultureFirst = [[5, 4, 3], [3, 5, 4], [4, 3, 5], [5, 4, 3]];
    private static readonly int[][] CultureLater = [[5, 4, 4], [5, 4, 4], [5, 4, 4], [5, 4, 3]];

    [Fact]
    public void Study_PlayedThrough_DropsComparesAndStopsByItsRule()
    {
        var solo = Play(StopScope.AllPanels, out var first);

        // A mean of 3 or less drops the item, and the panel whose items all went leaves.
        Assert.Equal(["f-1", "f-2", "u-4", "u-5"], first.Items.Where(item => item.Action is ItemAction.Drop).Select(item => item.Item));
        Assert.Equal(new ItemFate { AfterRound = 1, Reason = "consensus-to-exclude", ByRule = true }, solo.State.Items["u-4"].Fate);
        Assert.Equal(ConsensusVerdict.Out, first.Find("u-4")!.Consensus.Verdict);
        Assert.Equal([PanelStep.GoesOn, PanelStep.GoesOn, PanelStep.NoItemsLeft], first.Panels.Select(panel => panel.Step));
        Assert.All(first.Panels, panel => Assert.Equal((null, null), (panel.Change, panel.IsStable)));
        Assert.Equal(Oracle.W(UrbanFirst), first.Panels[0].W);
        Assert.Equal((6, 6, Oracle.W(CultureFirst)), (solo.Head.OpenItems, solo.State.Items.All.Count(item => item.Value.Status is ItemStatus.Open), first.Panels[1].W));

        // u4 left: W is compared over three people and the three items of both rounds.
        var second = Second(solo);
        Assert.Equal(["urban", "culture"], second.Panels.Select(panel => panel.Panel));
        AssertChange(second.Panels[0], [.. UrbanFirst.Take(3).Select(row => row[..3])], UrbanLater);
        AssertChange(second.Panels[1], CultureFirst, CultureLater);
        Assert.Equal([PanelStep.WaitsForOthers, PanelStep.GoesOn], second.Panels.Select(panel => panel.Step));
        Assert.Equal([true, false], second.Panels.Select(panel => panel.IsStable!.Value));
        Assert.Equal(StudyStatus.Between, solo.Head.Status);

        solo.Opened();
        Answer(solo, "u", Urban[..3], UrbanLater);
        Answer(solo, "c", Culture, CultureLater);
        var third = solo.Close();
        Assert.Equal([PanelStep.Reached, PanelStep.Reached], third.Panels.Select(panel => panel.Step));
        Assert.All(third.Panels, panel => Assert.Equal(panel.Change!.Before, panel.Change.After));
        Assert.Equal((StudyStatus.Concluded, null, solo.Now), (solo.Head.Status, solo.Head.EndReason, solo.Head.EndedAt));
        Assert.Equal([("culture", 3), ("finance", 1), ("urban", 3)], solo.Head.Stopped.Select(stopped => (stopped.Panel, stopped.AfterRound)).Order());
    }

    [Fact]
    public void Study_WhosePanelsStopApart_AsksTheOneThatIsDoneNoMore()
    {
        var solo = Play(StopScope.EachPanel, out _);
        var second = Second(solo);

        Assert.Equal([PanelStep.Reached, PanelStep.GoesOn], second.Panels.Select(panel => panel.Step));
        Assert.Equal(["culture"], solo.Opened().State.Forms["3"].Panels.AsEnumerable());
        Assert.Equal(["c-1", "c-2", "c-3"], solo.State.Forms["3"].Items.Select(item => item.Id));
        Assert.Equal("not-asked", solo.RefusedWith(Submit("u2", 3, ("u-1", 3))));
        Answer(solo, "c", Culture, CultureLater);
        Assert.Equal([PanelStep.Reached], solo.Close().Panels.Select(panel => panel.Step));
        Assert.Equal(StudyStatus.Concluded, solo.Head.Status);
    }

    [Fact]
    public void Change_OfExactlyTheBound_IsNotBelowIt()
    {
        // The bound is the change itself: W goes from that of the first answers to 1.
        var change = 1 - Oracle.W(CultureFirst)!.Value;
        foreach (var (bound, step) in new[] { (change, PanelStep.GoesOn), (change + new Rational(1, 1_000_000), PanelStep.Reached) })
        {
            var protocol = DelphiPresets.Isfahan("s", "texts/s", Panel("culture", ("r", 4))) with { Stability = new ConcordanceStability { ChangeBelow = bound } };
            var solo = new Solo(protocol).Planned();
            Staff(solo, Culture, "culture");
            solo.Do(new RegisterItems { Items = [Item("c-1", "culture"), Item("c-2", "culture"), Item("c-3", "culture")] });
            Answer(solo.Opened(), "c", Culture, CultureFirst);
            solo.Close();
            Answer(solo.Opened(), "c", Culture, [[5, 4, 3], [5, 4, 3], [5, 4, 3], [5, 4, 3]]);

            Assert.Equal(step, solo.Close().Panels[0].Step);
        }
    }

    [Fact]
    public void Rounds_WithoutAnythingReached_GoUpToTheMost()
    {
        var protocol = Endless(Panel("p", ("r", 3)));
        var solo = new Solo(protocol with { Stop = protocol.Stop with { MaxRounds = 3 } }).Planned().Joined("e1", ("p", "r")).Joined("e2", ("p", "r"));
        solo.Do(new RegisterItems { Items = [Item("i", "p"), Item("j", "p")] });
        var steps = Enumerable.Range(1, 3).Select(_ => solo.Opened().Close().Panels.Single().Step).ToList();

        Assert.Equal([PanelStep.GoesOn, PanelStep.GoesOn, PanelStep.LastRound], steps);
        Assert.Equal(StudyStatus.Concluded, solo.Head.Status);
    }

    [Fact]
    public void Rounds_BeforeTheFewest_GoOnAlthoughStable()
    {
        var preset = DelphiPresets.Isfahan("s", "texts/s", Panel("culture", ("r", 4)));
        var solo = new Solo(preset with { Stop = preset.Stop with { MinRounds = 3 } }).Planned();
        Staff(solo, Culture, "culture");
        solo.Do(new RegisterItems { Items = [Item("c-1", "culture"), Item("c-2", "culture"), Item("c-3", "culture")] });
        var panels = Enumerable.Range(1, 3).Select(_ =>
        {
            Answer(solo.Opened(), "c", Culture, CultureFirst);
            return solo.Close().Panels.Single();
        }).ToList();

        Assert.Equal([null, true, true], panels.Select(panel => panel.IsStable));
        Assert.Equal([PanelStep.GoesOn, PanelStep.GoesOn, PanelStep.Reached], panels.Select(panel => panel.Step));
    }

    [Theory]
    [InlineData(StopWhen.Stable, true)]
    [InlineData(StopWhen.Consensus, false)]
    [InlineData(StopWhen.StableAndConsensus, false)]
    [InlineData(StopWhen.Never, false)]
    public void Dissent_ThatIsStable_IsToldApartFromConsensus(StopWhen when, bool stops)
    {
        // Half of the people at each end, in both rounds.
        var panel = Rounds(when, [[5, 1], [1, 5]], [[5, 1], [1, 5]]);

        Assert.Equal((true, false, 2, 2, 0), (panel.IsStable, panel.IsConsensus, panel.ComparedItems, panel.StableItems, panel.ConsensusItems));
        Assert.Equal(stops ? PanelStep.Reached : PanelStep.GoesOn, panel.Step);
    }

    [Theory]
    [InlineData(StopWhen.Stable, false)]
    [InlineData(StopWhen.Consensus, true)]
    [InlineData(StopWhen.StableAndConsensus, false)]
    [InlineData(StopWhen.Never, false)]
    public void Consensus_ThatIsNotStable_IsToldApartFromStability(StopWhen when, bool stops)
    {
        var panel = Rounds(when, [[2, 1], [1, 2]], [[5, 4], [4, 5]]);

        Assert.Equal((false, true, 2, 0, 2), (panel.IsStable, panel.IsConsensus, panel.ComparedItems, panel.StableItems, panel.ConsensusItems));
        Assert.Equal(stops ? PanelStep.Reached : PanelStep.GoesOn, panel.Step);
    }

    [Fact]
    public void Both_StopWhereBothAreAskedFor() => Assert.Equal(PanelStep.Reached, Rounds(StopWhen.StableAndConsensus, [[5, 4], [4, 5]], [[5, 4], [4, 5]]).Step);

    [Fact]
    public void Items_BeforeTheRuleHolds_AreAskedAgainWhateverIsFound()
    {
        var preset = DelphiPresets.Isfahan("s", "texts/s", Panel("p", ("r", 2)));
        var solo = new Solo(preset with { Items = preset.Items with { FromRound = 2 } }).Planned().Joined("e1", ("p", "r")).Joined("e2", ("p", "r"));
        solo.Do(new RegisterItems { Items = [Item("i", "p"), Item("j", "p")] });
        solo.Opened().Said("e1", ("i", 1), ("j", 5));
        var first = solo.Close().Find("i")!;
        solo.Opened().Said("e1", ("i", 1), ("j", 5));

        Assert.Equal((ConsensusVerdict.Out, ItemAction.AskAgain), (first.Consensus.Verdict, first.Action));
        Assert.Equal(ItemAction.Drop, solo.Close().Find("i")!.Action);
    }

    [Fact]
    public void Items_ThatAreSettled_CountForTheConsensusOfTheirPanelAndAreAskedNoMore()
    {
        var preset = DelphiPresets.Isfahan("s", "texts/s", Panel("p", ("r", 2)));
        var solo = new Solo(preset with
        {
            Criterion = new MeanAgainstNeutral { Neutral = 3, AtNeutral = AtNeutral.Undecided },
            Items = preset.Items with { WhenIn = ItemAction.Settle },
            Stop = preset.Stop with { When = StopWhen.Consensus, MinRounds = 1, ConsensusShare = new(2, 3) },
        }).Planned().Joined("e1", ("p", "r")).Joined("e2", ("p", "r"));
        solo.Do(new RegisterItems { Items = [Item("i", "p"), Item("j", "p"), Item("k", "p")] });
        var first = solo.Opened().Said("e1", ("i", 5), ("j", 3), ("k", 3)).Close();
        Assert.Equal((PanelStep.GoesOn, ItemStatus.Settled), (first.Panels[0].Step, solo.State.Items["i"].Status));
        Assert.Equal(["j", "k"], solo.Opened().State.Forms["2"].Items.Select(item => item.Id));

        // One of two, and one that was settled: two of three.
        Assert.Equal((PanelStep.Reached, true), solo.Said("e1", ("j", 5), ("k", 3)).Close().Panels[0] is { } panel ? (panel.Step, panel.IsConsensus) : default);
    }

    [Fact]
    public void Items_DroppedWithConsensus_CountForTheConsensusOfTheirPanelInLaterRounds()
    {
        var solo = OfMeans(rule => rule, stop => stop with { MinRounds = 2, ConsensusShare = new(2, 3) });
        var first = solo.Opened().Said("e1", ("i", 1), ("j", 2), ("k", 3)).Close().Panels[0];
        Assert.Equal((PanelStep.GoesOn, true), (first.Step, first.IsConsensus));

        // Two of three were excluded with consensus: that the third is still open makes it no less.
        var second = solo.Opened().Said("e1", ("k", 3)).Close().Panels[0];
        Assert.Equal((PanelStep.Reached, true, 0, 1), (second.Step, second.IsConsensus, second.ConsensusItems, second.Items));
        var findings = StudyReport.Of(solo.State).Rounds[1].Panels[0];
        Assert.Equal((2, 2, new Rational(2, 3)), (findings.EarlierItems, findings.EarlierConsensusItems, findings.ConsensusShare));
    }

    [Fact]
    public void Items_SettledWithoutConsensus_StayWithoutIt()
    {
        var solo = OfMeans(rule => rule with { WhenNone = ItemAction.Settle }, stop => stop with { MinRounds = 1 });
        Assert.False(solo.Opened().Said("e1", ("i", 5), ("j", 3), ("k", 3)).Close().Panels[0].IsConsensus);

        var second = solo.Opened().Said("e1", ("i", 5)).Close().Panels[0];
        Assert.Equal((PanelStep.GoesOn, false, 1), (second.Step, second.IsConsensus, second.ConsensusItems));
        var findings = StudyReport.Of(solo.State).Rounds[1].Panels[0];
        Assert.Equal((2, 0, new Rational(1, 3)), (findings.EarlierItems, findings.EarlierConsensusItems, findings.ConsensusShare));
    }

    [Fact]
    public void Items_DroppedWithoutConsensus_AreNoItemsOfTheirPanelAnyMore()
    {
        var solo = OfMeans(rule => rule with { WhenNone = ItemAction.Drop }, stop => stop with { MinRounds = 2 });
        solo.Opened().Said("e1", ("i", 5), ("j", 3), ("k", 3)).Close();

        Assert.Equal((PanelStep.Reached, true), solo.Opened().Said("e1", ("i", 5)).Close().Panels[0] is { } panel ? (panel.Step, panel.IsConsensus) : default);
    }

    // One panel of two people on three items, judged by the mean alone, that stops with consensus.
    private static Solo OfMeans(Func<ItemRule, ItemRule> items, Func<StopRule, StopRule> stop)
    {
        var preset = DelphiPresets.Isfahan("s", "texts/s", Panel("p", ("r", 2)));
        var solo = new Solo(preset with
        {
            Criterion = new MeanAgainstNeutral { Neutral = 3, AtNeutral = AtNeutral.Undecided },
            Items = items(preset.Items),
            Stop = stop(preset.Stop with { When = StopWhen.Consensus }),
        }).Planned().Joined("e1", ("p", "r")).Joined("e2", ("p", "r"));
        solo.Do(new RegisterItems { Items = [Item("i", "p"), Item("j", "p"), Item("k", "p")] });
        return solo;
    }

    // One panel of two people on two items, judged by the mean and the unchanged share.
    private static PanelOutcome Rounds(StopWhen when, int[][] before, int[][] after)
    {
        var preset = DelphiPresets.Isfahan("s", "texts/s", Panel("p", ("r", 2)));
        var solo = new Solo(preset with
        {
            Criterion = new PercentAgreement { Lowest = 4, Highest = 5, AtLeast = new(3, 4) },
            Items = preset.Items with { WhenOut = ItemAction.AskAgain },
            Stability = new ItemsStable { Measure = new UnchangedShare { AtLeast = 1 }, AtLeast = 1 },
            Stop = preset.Stop with { When = when },
        }).Planned().Joined("e1", ("p", "r")).Joined("e2", ("p", "r"));
        solo.Do(new RegisterItems { Items = [Item("i-1", "p"), Item("i-2", "p")] });
        Answer(solo.Opened(), "i", ["e1", "e2"], before);
        solo.Close();
        Answer(solo.Opened(), "i", ["e1", "e2"], after);
        return solo.Close().Panels[0];
    }

    private static Solo Play(StopScope scope, out RoundSummary first)
    {
        var preset = DelphiPresets.Isfahan("s", "texts/s", Panel("urban", ("r", 4)), Panel("culture", ("r", 4)), Panel("finance", ("r", 2)));
        var solo = new Solo(preset with { Stop = preset.Stop with { Scope = scope } }).Planned().Joined("all", ("urban", "r"), ("culture", "r"), ("finance", "r"));
        Staff(solo, Urban[1..], "urban");
        Staff(solo, Culture[1..], "culture");
        Staff(solo, Finance[1..], "finance");
        solo.Do(new RegisterItems
        {
            Items =
            [
                .. Enumerable.Range(1, 5).Select(item => Item($"u-{item}", "urban")),
                .. Enumerable.Range(1, 3).Select(item => Item($"c-{item}", "culture")),
                .. Enumerable.Range(1, 2).Select(item => Item($"f-{item}", "finance")),
            ],
        });
        solo.Opened();
        Answer(solo, "u", Urban, UrbanFirst);
        Answer(solo, "c", Culture, CultureFirst);
        Answer(solo, "f", Finance, [[2, 3], [4, 1]]);
        first = solo.Close();
        solo.Do(new LeaveStudy { Expert = "u4" });
        return solo;
    }

    private static RoundSummary Second(Solo solo)
    {
        solo.Opened();
        Answer(solo, "u", Urban[..3], UrbanLater);
        Answer(solo, "c", Culture, CultureLater);
        return solo.Close();
    }

    private static void AssertChange(PanelOutcome panel, int[][] before, int[][] after)
    {
        Assert.Equal(new PanelChange { Raters = after.Length, Items = after[0].Length, Before = Oracle.W(before)!.Value, After = Oracle.W(after)!.Value }, panel.Change);
        Assert.Equal(panel.Change!.After, panel.W);
        Assert.Equal(Rational.Abs(panel.Change.After - panel.Change.Before) < new Rational(1, 5), panel.IsStable);
    }

    private static void Staff(Solo solo, string[] experts, string panel)
    {
        foreach (var expert in experts)
        {
            solo.Joined(expert, (panel, "r"));
        }
    }

    private static void Answer(Solo solo, string items, string[] experts, int[][] rows)
    {
        foreach (var (expert, row) in experts.Zip(rows))
        {
            solo.Said(expert, [.. row.Select((value, item) => ($"{items}-{item + 1}", (int?)value))]);
        }
    }
}
