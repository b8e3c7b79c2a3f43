using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Tests.Consensus.Delphi.Studies;
using CivicTech.Time;
using NodaTime;
using static CivicTech.Tests.Consensus.Delphi.Studies.Solo;

namespace CivicTech.Tests.Consensus.Delphi.Rounds;

public sealed class RoundClockTests
{
    private static readonly Duration Tick = Duration.FromNanoseconds(1);

    // On 28 March 2027 the clocks of Paris jump from 2 to 3.
    private static readonly Deadline Skipped = new(new LocalDateTime(2027, 3, 28, 2, 30), "Europe/Paris");

    [Fact]
    public void Schedule_InAnHourThatTheClocksSkip_IsTheHourAfterIt()
    {
        var solo = Ready();
        var after = Skipped with { Local = new LocalDateTime(2027, 3, 28, 3, 30) };
        Assert.Equal("window-wrong", solo.RefusedWith(new ScheduleRound { Opens = Skipped, Closes = after }));

        solo.Do(new ScheduleRound { Opens = Skipped, Closes = Skipped with { Local = new LocalDateTime(2027, 3, 28, 4, 30) } });
        Assert.Equal(new TimeWindow(Instant.FromUtc(2027, 3, 28, 1, 30), Instant.FromUtc(2027, 3, 28, 2, 30)), solo.Head.Rounds[0].Window);
        Assert.Equal("round-not-open", solo.At(Instant.FromUtc(2027, 3, 28, 1, 30) - Tick).RefusedWith(Submit("e1", 1, ("i1", 3))));
        Assert.True(solo.At(Instant.FromUtc(2027, 3, 28, 1, 30)).Ask(Submit("e1", 1, ("i1", 3))).IsAccepted);
    }

    [Fact]
    public void Schedule_OfATimeThatIsNone_IsRefusedByItsField()
    {
        var solo = Ready();
        var none = Skipped with { SkippedHour = SkippedHour.Refuse };
        Assert.Equal(["opens", "closes"], solo.Refused(new ScheduleRound { Opens = none, Closes = none }).Select(refusal => refusal.Data["field"]));
        Assert.Equal("protocol-invalid", solo.RefusedWith(new ScheduleRound { Opens = On(Start), Closes = new Deadline(Skipped.Local, "Nowhere/City") }));
        Assert.Equal("protocol-invalid", solo.Opened().RefusedWith(new ExtendRound { Closes = none, Reason = "r" }));
    }

    [Fact]
    public void Unschedule_AtTheInstantOfTheOpening_IsTooLate()
    {
        var solo = Ready();
        solo.Do(new ScheduleRound { Opens = On(Start + Day), Closes = On(Start + (2 * Day)) });
        Assert.Equal("asking", Assert.Single(solo.At(Start + Day).Refused(new UnscheduleRound { Reason = "r" })).Data["status"]);
        Assert.True(solo.At(Start + Day - Tick).Ask(new UnscheduleRound { Reason = "r" }).IsAccepted);
    }

    [Fact]
    public void Due_SeveralAtOneInstant_AreDoneTogether()
    {
        var solo = Ready(Live() with { Reminders = [9 * Day] }).Opened(10);
        Assert.Equal(
            [typeof(ExpertsReminded), typeof(EffectRequested), typeof(AnswersShown)],
            solo.At(solo.Closes - (9 * Day)).Do(new AdvanceStudy()).Select(happened => happened.GetType()));
    }

    [Fact]
    public void Due_AtTheInstantOfTheEnd_IsTheEnd()
    {
        // Ten showings a day apart: the last would be when the round closes.
        var solo = Ready(Live()).Opened(10);
        for (var day = 1; day < 10; day++)
        {
            solo.At(solo.Head.Rounds[0].Window.Start + (day * Day)).Do(new AdvanceStudy());
        }

        Assert.Equal(solo.Closes, RoundClock.Due(solo.State));
        Assert.Equal(typeof(RoundClosed), solo.At(solo.Closes).Do(new AdvanceStudy())[0].GetType());
        Assert.Equal(10, solo.Happened.OfType<AnswersShown>().Count());
    }

    [Fact]
    public void Due_AfterDaysOfSilence_IsDoneOnceAndNobodyIsSentToWhatIsOver()
    {
        var solo = Ready(Live() with { Reminders = [3 * Day, Day] });
        solo.Do(new ScheduleRound { Opens = On(Start + Day), Closes = On(Start + (9 * Day)) });
        solo.At(Start + (30 * Day)).Do(new AdvanceStudy());

        Assert.Equal(StudyStatus.Between, solo.Head.Status);
        Assert.Null(RoundClock.Due(solo.State));
        Assert.Empty(solo.Do(new AdvanceStudy()));
        Assert.Empty(solo.Happened.OfType<ExpertsReminded>());
        Assert.Equal(Start + (9 * Day), solo.Happened.OfType<AnswersShown>().Single().At);
        Assert.DoesNotContain(solo.State.Effects.All, effect => effect.Value.Effect.Notice is NoticeKind.QuestionsOpen or NoticeKind.Reminder);
    }

    [Fact]
    public void Round_FoundAtTheInstantOfItsEnd_SendsNobodyToIt()
    {
        var solo = Ready();
        solo.Do(new ScheduleRound { Opens = On(Start + Day), Closes = On(Start + (9 * Day)) });
        Assert.Contains(solo.At(Start + (9 * Day) - Tick).Ask(new AdvanceStudy()).State.Effects.All, effect => effect.Value.Effect.Notice is NoticeKind.QuestionsOpen);
        Assert.DoesNotContain(solo.At(Start + (9 * Day)).Ask(new AdvanceStudy()).State.Effects.All, effect => effect.Value.Effect.Notice is NoticeKind.QuestionsOpen);
    }

    [Fact]
    public void Round_WhichAllHaveLeft_ClosesAndTheStudyGoesOnWithOthers()
    {
        var solo = Ready(Endless(A, B)).Opened();
        foreach (var expert in new[] { "e1", "e2", "e3" })
        {
            solo.Do(new LeaveStudy { Expert = expert });
        }

        var summary = solo.Close();
        Assert.Equal((0, 0, 0), (summary.Asked, summary.Responded, summary.Complete));
        Assert.Equal(StudyStatus.Between, solo.Head.Status);
        Assert.True(solo.Ask(new ConcludeStudy { Reason = "r" }).IsAccepted);

        solo.Opened().Joined("e4", ("a", "x")).Said("e4", ("i1", 5));
        Assert.Equal((1, 1), solo.Close() is var second ? (second.Asked, second.Responded) : default);
    }

    private static DelphiProtocol Live() => TwoPanels() with { Mode = RoundMode.RealTime, Feedback = TwoPanels().Feedback with { RefreshEvery = Day } };
}
