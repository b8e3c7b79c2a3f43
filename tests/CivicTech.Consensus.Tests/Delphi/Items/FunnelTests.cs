using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Tests.Consensus.Delphi.Studies;
using static CivicTech.Tests.Consensus.Delphi.Studies.Solo;

namespace CivicTech.Tests.Consensus.Delphi.Items;

public sealed class FunnelTests
{
    private static readonly FunnelStage Kind = Stage("kind", 978, 368, ("government-to-government", 400), ("government-to-employees", 210));
    private static readonly FunnelStage Law = Stage("law", 368, 168, ("forbidden", 200));
    private static readonly FunnelStage Published = Stage("round-1", 168, 21, ("not-possible", 145));

    [Fact]
    public void Record_WhatWasPublished_IsKeptAsItAddsUp()
    {
        var solo = new Solo().Planned();
        solo.Do(new RecordFunnelStage { Stage = Kind });
        solo.Do(new RecordFunnelStage { Stage = Law });

        Assert.Equal("funnel-wrong", solo.RefusedWith(new RecordFunnelStage { Stage = Published }));
        Assert.Contains("168 came in, but 21 kept + 145 removed + 0 unaccounted are 166: state the difference of 2 as unaccounted.", Problem(solo, Published), StringComparison.Ordinal);
        Assert.Contains("say what is known of them", Problem(solo, Published with { Unaccounted = 2 }), StringComparison.Ordinal);
        solo.Do(new RecordFunnelStage { Stage = Published with { Unaccounted = 2, Explanation = "explanations/two-services" } });

        Assert.Equal((21, 2), (solo.Head.Funnel.Kept, solo.Head.Funnel.Unaccounted));
        Assert.Empty(solo.Head.Funnel.Problems());
    }

    [Fact]
    public void Record_AStageThatDoesNotFit_IsRefusedWithEveryProblem()
    {
        var solo = new Solo().Planned();
        solo.Do(new RecordFunnelStage { Stage = Kind });

        Assert.Contains("kind kept 368 and 0 were added", Problem(solo, Stage("law", 367, 167, ("forbidden", 200))), StringComparison.Ordinal);
        Assert.Contains("such a stage already", Problem(solo, Stage("kind", 368, 368)), StringComparison.Ordinal);
        Assert.Contains("a reason stands twice", Problem(solo, Stage("law", 368, 168, ("forbidden", 100), ("forbidden", 100))), StringComparison.Ordinal);
        Assert.Contains("0 or more", Problem(solo, Stage("law", -1, -1)), StringComparison.Ordinal);
        Assert.Contains("0 or more", Problem(solo, Stage("law", 368, 368, ("none", 0))), StringComparison.Ordinal);
        Assert.Equal(3, solo.Refused(new RecordFunnelStage { Stage = Stage("kind", 367, 166, ("forbidden", 200)) }).Length);
        Assert.Equal("bad-reference bad-reference", solo.RefusedWith(new RecordFunnelStage { Stage = Stage("", 368, 168, ("", 200)) }));
        Assert.True(solo.Ask(new RecordFunnelStage { Stage = Stage("law", 370, 170, ("forbidden", 200)) with { Added = 2 } }).IsAccepted);
    }

    [Fact]
    public void Schedule_WithFewerItemsRegisteredThanTheFunnelKept_IsRefused()
    {
        var solo = Staffed(3);
        solo.Do(new RegisterItems { Items = [Item("i1", "a"), Item("i2", "a", "b")] });
        var refusal = Assert.Single(solo.Refused(Schedule()));
        Assert.Equal(("funnel-open", "3", "2"), (refusal.Code, refusal.Data["kept"], refusal.Data["items"]));
        Assert.Equal("funnel-wrong", solo.RefusedWith(new ScreenItems { Stage = "law", Removed = [Out("i1", "forbidden")] }));
        solo.Do(new RegisterItems { Items = [Item("i3", "b")] });
        solo.Do(Schedule());

        Assert.Equal(StudyStatus.Scheduled, solo.Head.Status);
    }

    [Fact]
    public void Record_OfWhatWasNotRegistered_ClosesTheFunnel()
    {
        var solo = Staffed(168);
        solo.Do(new RegisterItems { Items = [.. Enumerable.Range(0, 166).Select(item => Item($"i{item}", "a", "b"))] });
        Assert.Equal("funnel-open", solo.RefusedWith(Schedule()));

        solo.Do(new RecordFunnelStage { Stage = Stage("lists", 168, 166) with { Unaccounted = 2, Explanation = "explanations/two-services" } });
        Assert.Equal("items-registered", solo.RefusedWith(new RecordFunnelStage { Stage = Stage("more", 166, 166) }));
        solo.Do(Schedule());
        Assert.Empty(solo.Head.Funnel.Problems());
    }

    [Fact]
    public void Screen_WithReasons_IsAStageThatAddsUp()
    {
        var solo = Staffed(5);
        solo.Do(new RegisterItems { Items = [.. Enumerable.Range(1, 5).Select(item => Item($"i{item}", "a", "b"))] });
        solo.Do(new ScreenItems { Stage = "law", Removed = [Out("i4", "forbidden"), Out("i1", "unclear"), Out("i2", "forbidden")] });

        Assert.Equal(Stage("law", 5, 2, ("forbidden", 2), ("unclear", 1)), solo.Head.Funnel.Stages[^1]);
        Assert.Equal((5, 2), (solo.Head.Items, solo.Head.OpenItems));
        Assert.Equal((ItemStatus.ScreenedOut, new ItemFate { AfterRound = 0, Reason = "unclear" }), (solo.State.Items["i1"].Status, solo.State.Items["i1"].Fate));
        Assert.Equal(["i3", "i5"], solo.Opened().State.Forms["1"].Items.Select(item => item.Id));
    }

    [Fact]
    public void Screen_AfterMoreItemsCameIn_StatesThemAsAdded()
    {
        var solo = Staffed(3);
        solo.Do(new RegisterItems { Items = [Item("i1", "a"), Item("i2", "a", "b"), Item("i3", "b")] });
        Assert.Equal("no-items", solo.RefusedWith(new ScreenItems { Stage = "law", Removed = [] }));
        solo.Do(new ScreenItems { Stage = "law", Removed = [Out("i1", "forbidden")] });
        solo.Do(new RegisterItems { Items = [Item("i4", "a"), Item("i5", "a")] });
        Assert.Equal("funnel-open", solo.RefusedWith(Schedule()));
        solo.Do(new ScreenItems { Stage = "late", Removed = [Out("i5", "unclear")] });
        Assert.Equal(Stage("late", 4, 3, ("unclear", 1)) with { Added = 2 }, solo.Head.Funnel.Stages[^1]);
        solo.Do(new RegisterItems { Items = [Item("i6", "a")] });
        solo.Do(new ScreenItems { Stage = "latest", Removed = [] });

        Assert.Equal(Stage("latest", 4, 4) with { Added = 1 }, solo.Head.Funnel.Stages[^1]);
        Assert.Empty(solo.Head.Funnel.Problems());
        solo.Do(Schedule());
    }

    [Fact]
    public void Screen_WithSeveralProblems_TellsAll() => Assert.Equal(
        "bad-reference no-such-item named-twice bad-reference",
        Ready().RefusedWith(new ScreenItems { Stage = "", Removed = [Out("i1", "r"), Out("none", "r"), Out("i1", "")] }));

    [Fact]
    public void Funnels_AtRandom_LoseNothing()
    {
        var random = new SplitMix64(11);
        var (taken, refused) = (0, 0);
        for (var run = 0; run < 300; run++)
        {
            var solo = new Solo().Planned();
            for (var stage = 0; stage < 6; stage++)
            {
                var before = solo.Head.Funnel.Kept ?? random.Below(30);
                var (kept, removed, unaccounted, added) = (random.Below(20), random.Below(6), random.Below(2), random.Below(2));
                var command = new RecordFunnelStage
                {
                    Stage = Stage($"s{stage}", random.OneIn(3) ? before + added : kept + removed + unaccounted, kept, [.. removed == 0 ? [] : new[] { ("r", removed) }]) with
                    {
                        Added = added,
                        Unaccounted = unaccounted,
                        Explanation = random.OneIn(3) ? null : "known",
                    },
                };
                var adds = command.Stage.In == kept + removed + unaccounted;
                var follows = solo.Head.Funnel.Kept is not { } last || command.Stage.In == last + added;
                var isExplained = unaccounted == 0 || command.Stage.Explanation is not null;
                Assert.Equal(adds && follows && isExplained, solo.Ask(command).IsAccepted);
                _ = solo.Ask(command).IsAccepted ? (taken++, solo.Do(command)) : (refused++, []);
            }

            Assert.Empty(solo.Head.Funnel.Problems());
        }

        Assert.True(taken > 100 && refused > 100, $"{taken} {refused}");
    }

    private static Solo Staffed(int kept)
    {
        var solo = new Solo().Planned().Joined("e1", ("a", "x"), ("b", "x")).Joined("e2", ("a", "y")).Joined("e3", ("b", "x"));
        solo.Do(new RecordFunnelStage { Stage = Stage("before", kept, kept) });
        return solo;
    }

    private static ScheduleRound Schedule() => new() { Opens = On(Start + Day), Closes = On(Start + (2 * Day)) };

    private static ItemRemoval Out(string item, string reason) => new() { Item = item, Reason = reason };

    private static string Problem(Solo solo, FunnelStage stage) => string.Join(' ', solo.Refused(new RecordFunnelStage { Stage = stage }).Select(refusal => refusal.Message()));

    private static FunnelStage Stage(string name, int taken, int kept, params ImmutableArray<(string Reason, int Count)> removed) => new()
    {
        Name = name,
        In = taken,
        Kept = kept,
        Removed = [.. removed.Select(removal => new FunnelRemoval { Reason = removal.Reason, Count = removal.Count })],
    };
}
