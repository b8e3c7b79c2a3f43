using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Tests.Consensus.Delphi.Studies;
using NodaTime;
using static CivicTech.Tests.Consensus.Delphi.Studies.Solo;

namespace CivicTech.Tests.Consensus.Delphi.Rounds;

public sealed class AnswerTests
{
    private static readonly Duration Tick = Duration.FromNanoseconds(1);

    [Fact]
    public void Submit_AtTheEdgesOfTheWindow_IsTakenFromTheFirstMomentUpToTheLastBeforeTheEnd()
    {
        var solo = Ready();
        var (opens, closes) = (Start + Day, Start + (2 * Day));
        solo.Do(new ScheduleRound { Opens = On(opens), Closes = On(closes) });
        var submit = Submit("e1", 1, ("i1", 3));

        Assert.Equal("round-not-open", solo.At(opens - Tick).RefusedWith(submit));
        Assert.Equal([typeof(RoundOpened), typeof(EffectRequested), typeof(AnswersGiven)], solo.At(opens).Ask(submit).Events.Select(happened => happened.GetType()));
        Assert.True(solo.At(closes - Tick).Ask(submit).IsAccepted);
        Assert.Equal("round-over", solo.At(closes).RefusedWith(submit));
        Assert.Equal(StudyStatus.Scheduled, solo.Head.Status);
    }

    [Fact]
    public void Submit_AfterAnExtension_IsTakenUpToTheNewEnd()
    {
        var solo = Ready().Opened(10);
        var (before, after) = (solo.Closes, solo.Closes + Day);
        solo.Do(new ExtendRound { Closes = On(after), Reason = "reasons/late" });

        Assert.True(solo.At(before).Ask(Submit("e1", 1, ("i1", 3))).IsAccepted);
        Assert.True(solo.At(after - Tick).Ask(Submit("e1", 1, ("i1", 3))).IsAccepted);
        Assert.Equal("round-over", solo.At(after).RefusedWith(Submit("e1", 1, ("i1", 3))));
        Assert.Equal([new RoundExtension { From = before, To = after, Reason = "reasons/late" }], solo.Head.Rounds[0].Extensions.AsEnumerable());
        Assert.Equal("wrong-status", solo.RefusedWith(new ExtendRound { Closes = On(after + Day), Reason = "r" }));
        Assert.Equal("not-later", solo.At(before).RefusedWith(new ExtendRound { Closes = On(after), Reason = "r" }));
    }

    [Fact]
    public void Submit_ToAnotherRound_IsRefused()
    {
        var solo = Ready();
        Assert.Equal("no-such-round", solo.RefusedWith(Submit("e1", 1, ("i1", 3))));
        solo.Opened().Said("e1", ("i1", 4), ("i2", 5)).Close();
        Assert.Equal("round-over", solo.RefusedWith(Submit("e1", 1, ("i1", 3))));
        solo.Opened();

        Assert.Equal("round-over", solo.RefusedWith(Submit("e1", 1, ("i1", 3))));
        Assert.Equal("no-such-round", solo.RefusedWith(Submit("e1", 3, ("i1", 3))));
        Assert.Equal("no-such-round", solo.RefusedWith(Submit("e1", 0, ("i1", 3))));
        Assert.Equal("no-such-round", solo.RefusedWith(Submit("e1", -1, ("i1", 3))));
    }

    [Fact]
    public void Submit_ByOneWhoDoesNotTakePart_IsRefused()
    {
        var solo = Ready().Invited("e9", ("a", "x")).Opened();
        Assert.Equal("no-such-expert", solo.RefusedWith(Submit("stranger", 1, ("i1", 3))));
        Assert.Equal("bad-id", solo.RefusedWith(Submit("a/b", 1, ("i1", 3))));
        Assert.Equal("invited", Assert.Single(solo.Refused(Submit("e9", 1, ("i1", 3)))).Data["status"]);
        solo.Do(new AnswerInvitation { Expert = "e9", Accepts = false });
        Assert.Equal("declined", Assert.Single(solo.Refused(Submit("e9", 1, ("i1", 3)))).Data["status"]);
        solo.Do(new LeaveStudy { Expert = "e1" });
        Assert.Equal("dropped-out", Assert.Single(solo.Refused(Submit("e1", 1, ("i1", 3)))).Data["status"]);
    }

    [Fact]
    public void Submit_ByOneWhoJoinsWhileTheRoundIsOpen_IsTaken() =>
        Assert.Single(Ready().Opened().Joined("e9", ("a", "x")).Said("e9", ("i1", 3)).State.Sheets.All, sheet => sheet.Key == "1/e9");

    [Fact]
    public void Submit_ToADroppedItem_IsRefused()
    {
        var solo = Ready().Opened().Said("e1", ("i1", 3), ("i2", 5), ("joint", 5), ("k", 5));
        solo.Close();
        solo.Do(new DropItem { Item = "i2", Reason = "r" });
        solo.Opened();

        // i1 went by the rule, i2 by a person.
        Assert.Equal("not-asked not-asked", solo.RefusedWith(Submit("e1", 2, ("i1", 3), ("i2", 3), ("joint", 3))));
    }

    [Fact]
    public void Submit_WithSeveralProblems_TellsAllAndTakesNothing()
    {
        var solo = Ready().Opened().Said("e2", ("i1", 2));
        var command = new SubmitAnswers
        {
            Expert = "e2",
            Round = 1,
            Answers = [Says("i1", 3), Says("i2", 0), Says("i2", 3), Says("joint", null), Says("k", 3), Says("k", 7), Says("none", 3), Says("", 3), Says("i1", 4, "")],
        };

        Assert.Equal("off-scale named-twice may-not-abstain not-on-panel named-twice not-asked bad-reference named-twice", solo.RefusedWith(command));
        Assert.Equal("bad-reference", solo.RefusedWith(command with { Answers = [Says("i1", 4, "")] }));
        Assert.Equal("not-on-panel off-scale", solo.RefusedWith(Submit("e2", 1, ("k", 7))));
        Assert.Equal([new SheetAnswer { Item = "i1", Value = 2 }], solo.State.Sheets["1/e2"].Answers.AsEnumerable());
    }

    [Fact]
    public void Submit_ByALeaverWithABadAnswer_TellsBoth()
    {
        var solo = Ready().Opened();
        solo.Do(new LeaveStudy { Expert = "e1" });

        Assert.Equal("not-joined off-scale", solo.RefusedWith(Submit("e1", 1, ("i1", 6))));
    }

    [Fact]
    public void Submit_TheSameAgain_IsTakenWithoutAnEvent()
    {
        var solo = Ready().Opened().Said("e1", ("i1", 3), ("i2", 4));

        Assert.Empty(solo.Do(Submit("e1", 1, ("i2", 4), ("i1", 3))));
        Assert.Equal([Says("i1", 5)], Assert.IsType<AnswersGiven>(Assert.Single(solo.Do(Submit("e1", 1, ("i2", 4), ("i1", 5))))).Answers.AsEnumerable());
        Assert.Equal([Says("i1", 5, "why")], Assert.IsType<AnswersGiven>(Assert.Single(solo.Do(new SubmitAnswers { Expert = "e1", Round = 1, Answers = [Says("i1", 5, "why")] }))).Answers.AsEnumerable());
    }

    [Fact]
    public void Submit_BitByBitAndRevised_KeepsTheLastOfEachItemInOrder()
    {
        var solo = Ready().Opened().Said("e1", ("k", 3)).Said("e1", ("i2", 1), ("i1", 2)).Said("e1", ("k", 5), ("joint", 4));

        Assert.Equal([("i1", 2), ("i2", 1), ("joint", 4), ("k", 5)], solo.State.Sheets["1/e1"].Answers.Select(answer => (answer.Item, answer.Value!.Value)));
    }

    [Fact]
    public void Submit_AnyOrderOfManyChanges_IsWhatADictionaryKeeps()
    {
        var random = new SplitMix64(5);
        var solo = new Solo(Endless(Panel("p", ("r", 9)))).Planned().Joined("e1", ("p", "r")).Joined("e2", ("p", "r"));
        var items = Enumerable.Range(0, 12).Select(item => $"i{item}").ToArray();
        solo.Do(new RegisterItems { Items = [.. items.Select(item => Item(item, "p"))] });
        solo.Opened();
        var kept = new SortedDictionary<string, int?>(StringComparer.Ordinal);
        for (var step = 0; step < 300; step++)
        {
            random.Shuffle(items);
            var said = items.Take(random.Between(1, 5)).Select(item => (item, Value: random.OneIn(6) ? (int?)null : random.Between(1, 5))).ToArray();
            solo.Said("e1", said);
            foreach (var (item, value) in said)
            {
                kept[item] = value;
            }

            Assert.Equal(kept.Select(pair => (pair.Key, pair.Value)), solo.State.Sheets["1/e1"].Answers.Select(answer => (answer.Item, answer.Value)));
        }
    }

    [Fact]
    public void Answers_OfOneWhoLeaves_StandAndCount()
    {
        var solo = Ready().Opened().Said("e1", ("i1", 5)).Said("e2", ("i1", 4));
        solo.Do(new LeaveStudy { Expert = "e1", Reason = "reasons/time" });
        var summary = solo.Close();

        Assert.Equal([0, 0, 0, 1, 1], summary.Find("i1")!.Counts.ToArray());
        Assert.Equal((3, 2, 0), (summary.Asked, summary.Responded, summary.Complete));
    }

    [Fact]
    public void Asked_WhoeverComesOrGoesBetweenTheCloseAndTheScheduler_IsNoOther()
    {
        ImmutableArray<(int Asked, int Responded)> seen =
        [
            .. new[] { false, true }.Select(isLate =>
            {
                var solo = Ready().Opened().Said("e1", ("i1", 5), ("i2", 5), ("joint", 5), ("k", 5));
                if (isLate)
                {
                    solo.At(solo.Closes).Joined("e9", ("a", "x"));
                    solo.Do(new LeaveStudy { Expert = "e2" });
                }

                var summary = solo.Close();
                return (summary.Asked, summary.Responded);
            }),
        ];

        Assert.Equal([(3, 1), (3, 1)], seen.AsEnumerable());
    }

    [Fact]
    public void Round_WhoseWholeWindowPassedUnseen_OpensAndClosesOnItsTimes()
    {
        var solo = Ready();
        solo.Do(new ScheduleRound { Opens = On(Start + Day), Closes = On(Start + (2 * Day)) });
        solo.At(Start + (9 * Day)).Do(new AdvanceStudy());

        Assert.Equal((Start + Day, Start + (2 * Day)), (solo.Happened.OfType<RoundOpened>().Single().At, solo.Happened.OfType<RoundClosed>().Single().At));
        Assert.Equal(StudyStatus.Between, solo.Head.Status);
        Assert.Equal((3, 0, 0), (solo.State.Summaries["1"].Asked, solo.State.Summaries["1"].Responded, solo.State.Summaries["1"].Complete));
    }

    [Fact]
    public void Schedule_AgainAndTakenBack_MovesTheSameRound()
    {
        var solo = Ready();
        solo.Do(new ScheduleRound { Opens = On(Start + Day), Closes = On(Start + (2 * Day)) });
        solo.Do(new ScheduleRound { Opens = On(Start + (3 * Day)), Closes = On(Start + (4 * Day)) });
        Assert.Equal([Start + (3 * Day)], solo.Head.Rounds.Select(round => round.Window.Start));
        Assert.Equal("wrong-status", solo.RefusedWith(new RegisterItems { Items = [Item("new", "a")] }));
        solo.Do(new UnscheduleRound { Reason = "reasons/items" });
        solo.Do(new RegisterItems { Items = [Item("new", "a")] });

        Assert.Empty(solo.Head.Rounds);
        Assert.Equal(5, solo.Opened().State.Forms["1"].Items.Length);
    }

    [Fact]
    public void Schedule_WithTheOpeningPast_OpensAtOnceFromNow()
    {
        var solo = Ready();
        solo.Do(new ScheduleRound { Opens = On(Start - (5 * Day)), Closes = On(Start + Day) });

        Assert.Equal((StudyStatus.Asking, Start), (solo.Head.Status, solo.Head.Rounds[0].Window.Start));
    }
}
