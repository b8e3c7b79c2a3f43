using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Reading;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Tests.Consensus.Delphi.Studies;
using NodaTime;
using static CivicTech.Tests.Consensus.Delphi.Studies.Solo;

namespace CivicTech.Tests.Consensus.Delphi.Rounds;

public sealed class ReminderTests
{
    private static readonly Duration Tick = Duration.FromNanoseconds(1);
    private static readonly (string, int?)[] Everything = [("i1", 4), ("i2", 4), ("joint", 4), ("k", 4)];

    [Fact]
    public void Reminders_InTime_GoToThoseWhoHaveNotAnsweredEverything()
    {
        var solo = Reminded(3, 1).Opened(10);
        var closes = solo.Closes;
        Assert.Equal(closes - (3 * Day), Due(solo));
        solo.Said("e1", Everything).Said("e2", ("i1", 4)).At(closes - (3 * Day) - Tick);
        Assert.Empty(solo.Do(new AdvanceStudy()));

        Assert.Equal(["e2", "e3"], RemindedNow(solo.At(closes - (3 * Day))));
        Assert.Empty(solo.Do(new AdvanceStudy()));
        Assert.Equal(closes - Day, Due(solo));
        solo.Said("e3", ("k", 4), ("joint", 4));
        Assert.Equal(["e2"], RemindedNow(solo.At(closes - Day)));
        Assert.Equal(closes, Due(solo));
        Assert.Empty(solo.Do(new AdvanceStudy()));
        Assert.Equal(["reminder/1/1", "reminder/1/2"], solo.State.Effects.All.Where(effect => effect.Value.Effect.Notice is NoticeKind.Reminder).Select(effect => effect.Key));
    }

    [Fact]
    public void Reminders_WhenAllHaveAnswered_GoToNobody()
    {
        var solo = Reminded(3).Opened(10).Said("e1", Everything).Said("e2", ("i1", 4), ("i2", 4), ("joint", 4)).Said("e3", ("k", 4), ("joint", 4));

        Assert.Equal(new ExpertsReminded { Round = 1, Number = 1 }, Assert.Single(solo.At(solo.Closes - (3 * Day)).Do(new AdvanceStudy())));
        Assert.Equal(solo.Closes, Due(solo));
    }

    [Fact]
    public void Reminders_SeveralOverdue_AreOneAndTheLast()
    {
        var solo = Reminded(5, 3, 1).Opened(10);

        Assert.Equal(["e1", "e2", "e3"], RemindedNow(solo.At(solo.Closes - (2 * Day))));
        Assert.Equal(["reminder/1/2"], solo.State.Effects.All.Where(effect => effect.Value.Effect.Notice is NoticeKind.Reminder).Select(effect => effect.Key));
        Assert.Equal(solo.Closes - Day, Due(solo));
    }

    [Fact]
    public void Reminders_FromBeforeTheRoundOpened_AreLeftOut()
    {
        var solo = Reminded(5, 2, 1).Opened(2);
        Assert.Equal(solo.Closes - (2 * Day), Due(solo));
        Assert.Equal(["e1", "e2", "e3"], RemindedNow(solo));

        Assert.Equal(solo.Closes - Day, Due(solo));
        Assert.Equal(2, solo.Head.Rounds[0].Reminders);
    }

    [Fact]
    public void Reminders_AfterAnExtension_AreMovedAndNotSentAgain()
    {
        var solo = Reminded(3, 1).Opened(10);
        RemindedNow(solo.At(solo.Closes - (3 * Day)));
        solo.Do(new ExtendRound { Closes = On(solo.Closes + (7 * Day)), Reason = "r" });
        Assert.Equal(solo.Closes - Day, Due(solo));
        Assert.Empty(solo.At(solo.Closes - (3 * Day)).Do(new AdvanceStudy()));
        Assert.Equal(["e1", "e2", "e3"], RemindedNow(solo.At(solo.Closes - Day)));
        solo.Do(new ExtendRound { Closes = On(solo.Closes + (7 * Day)), Reason = "r" });

        Assert.Equal(solo.Closes, Due(solo));
        Assert.Equal(["round-longer/1/1", "round-longer/1/2"], solo.State.Effects.All.Where(effect => effect.Value.Effect.Notice is NoticeKind.RoundLonger).Select(effect => effect.Key));
    }

    [Fact]
    public void Reminders_ToOneWhoLeftOrHasNotJoined_AreNotSent()
    {
        var solo = Reminded(3).Invited("e9", ("a", "x")).Opened(10).Said("e1", ("i1", 4)).Said("e2", ("i1", 4));
        solo.Do(new LeaveStudy { Expert = "e1" });

        Assert.Equal(["e2", "e3"], RemindedNow(solo.At(solo.Closes - (3 * Day))));
    }

    [Fact]
    public void Reminders_InRealTime_GoToThoseOfWhomNotEverythingStands()
    {
        var live = TwoPanels() with { Mode = RoundMode.RealTime, Reminders = [3 * Day] };
        var solo = Ready(live with { Feedback = live.Feedback with { RefreshEvery = 30 * Day } }).Opened(10).Said("e1", Everything).Said("e2", ("i1", 4), ("i2", 4), ("joint", 4)).Said("e3", ("k", 4));
        solo.Close();

        // Nobody says anything in round 2; e3 has not answered one item yet.
        Assert.Equal(0, ExpertView.Of(solo.Opened(10).State, "e1")!.Unanswered);
        Assert.Equal(["e3"], RemindedNow(solo.At(solo.Closes - (3 * Day))));
    }

    [Fact]
    public void Reminders_InTheNextRound_BeginAnew()
    {
        var solo = Reminded(3).Opened(10).Said("e1", Everything);
        RemindedNow(solo.At(solo.Closes - (3 * Day)));
        solo.Close();

        Assert.Equal(["e1", "e2", "e3"], RemindedNow(solo.Opened(10).At(solo.Closes - (3 * Day))));
    }

    [Fact]
    public void Notices_OfARound_GoToThoseWhoAreAsked()
    {
        var solo = Ready(TwoPanels() with { Stop = TwoPanels().Stop with { MinRounds = 1, When = StopWhen.Never } });
        solo.Opened().Said("e1", ("i1", 5), ("i2", 5), ("joint", 1), ("k", 1)).Close();
        solo.Opened();
        solo.Do(new ExtendRound { Closes = On(solo.Closes + Day), Reason = "r" });

        // Both items of panel b were dropped.
        Assert.Equal(["e1", "e2", "e3"], solo.State.Effects["questions-open/1"].Effect.Experts.AsEnumerable());
        Assert.Equal(["e1", "e2"], solo.State.Effects["questions-open/2"].Effect.Experts.AsEnumerable());
        Assert.Equal(["e1", "e2"], solo.State.Effects["round-longer/2/1"].Effect.Experts.AsEnumerable());
        Assert.Equal((1, 0), (solo.State.Effects["findings-ready/1"].Effect.Round, solo.State.Effects["findings-ready/1"].Effect.Experts.Length));
    }

    [Fact]
    public void Effect_FromItsRequestUntilItIsSettled_IsKeptAndStartedOnceATime()
    {
        var solo = new Solo().Planned().Invited("e1", ("a", "x"));
        const string Key = "invitation/e1/1";
        Assert.Empty(solo.Do(new StartEffect { Effect = "nothing" }));
        Assert.Single(solo.Do(new StartEffect { Effect = Key }));
        Assert.Empty(solo.Do(new StartEffect { Effect = Key }));
        var effect = solo.State.Effects[Key];
        Assert.Equal((1, Start + Duration.FromMinutes(5)), (effect.Tries, effect.Due));
        Assert.Single(solo.At(effect.Due).Do(new StartEffect { Effect = Key }));
        Assert.Equal(effect.Due + Duration.FromMinutes(10), solo.State.Effects[Key].Due);
        solo.Do(new CancelStudy { Reason = "r" });
        Assert.NotNull(solo.State.Effects.Find(Key));
        Assert.Single(solo.Do(new SettleEffect { Effect = Key }));

        Assert.Null(solo.State.Effects.Find(Key));
        Assert.Empty(solo.Do(new SettleEffect { Effect = Key }));
        Assert.Empty(solo.Do(new StartEffect { Effect = Key }));
    }

    private static Instant? Due(Solo solo) => RoundClock.Due(solo.State);

    private static Solo Reminded(params int[] days) => Ready(TwoPanels() with { Reminders = [.. days.Select(day => day * Day)] });

    private static string[] RemindedNow(Solo solo) => solo.Do(new AdvanceStudy()) is [ExpertsReminded, EffectRequested { Effect.Effect: { Notice: NoticeKind.Reminder } notice }]
        ? [.. notice.Experts]
        : throw new InvalidOperationException("Nobody was reminded.");
}
