using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Hosting;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Campaigns;

// Case P12: pledges lowered and taken back in the last hours.
public sealed class LateChangeTests
{
    private static readonly Duration Tick = Duration.FromNanoseconds(1);

    [Fact]
    public void P12_CancelPledge_InTheLastDayStillAboveTheGoal_IsTaken()
    {
        var solo = NearTheEnd(1000, 50, 10);
        solo.Do(new CancelPledge { Pledge = "p2" });

        Assert.Equal((PledgeStanding.Cancelled, Eur(1010)), (solo.StandingOf("p2"), solo.Head.Sums.Counted));
    }

    [Fact]
    public void P12_CancelPledge_InTheLastDayExactlyAtTheGoal_IsTaken()
    {
        var solo = NearTheEnd(1000, 50);
        solo.Do(new CancelPledge { Pledge = "p2" });

        Assert.Equal(Eur(1000), solo.Head.Sums.Counted);
        Assert.Equal(1, solo.Head.People);
    }

    [Fact]
    public void P12_CancelPledge_InTheLastDayBelowTheGoal_IsRefusedWithWhatWouldBeLeft()
    {
        var solo = NearTheEnd(600, 400, 0.01m);

        var refusal = Assert.Single(solo.Refused(new CancelPledge { Pledge = "p2" }));

        Assert.Equal("drops-below-goal", refusal.Code);
        Assert.Equal("In the last 24 hours no pledge may be lowered or taken back that the goal needs; EUR 600.01 would be left.", refusal.Message());
        Assert.Equal(PledgeStanding.Committed, solo.StandingOf("p2"));
    }

    [Theory]
    [InlineData("400.00", true)]
    [InlineData("399.99", false)]
    public void ChangePledge_InTheLastDayToAtOrBelowTheGoal_DependsOnACent(string amount, bool isTaken)
    {
        var solo = NearTheEnd(600, 450);
        var change = new ChangePledge { Pledge = "p2", Amount = Eur(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)) };

        Assert.Equal(isTaken, solo.Ask(change).IsAccepted);
    }

    [Fact]
    public void CancelPledge_BeforeTheLastDay_IsTakenWhateverItDoesToTheGoal()
    {
        var solo = NearTheEnd(600, 400);
        var from = solo.End - Duration.FromHours(24);

        Assert.True(solo.At(from - Tick).Ask(new CancelPledge { Pledge = "p2" }).IsAccepted);
        Assert.Equal("drops-below-goal", Assert.Single(solo.At(from).RefusedBy(new CancelPledge { Pledge = "p2" })));
    }

    [Fact]
    public void CancelPledge_GoalNotReached_UndoesNothing()
    {
        var solo = NearTheEnd(600, 399);

        solo.Do(new CancelPledge { Pledge = "p2" });

        Assert.Equal(Eur(600), solo.Head.Sums.Counted);
    }

    [Fact]
    public void ChangePledge_RaisedOrTheSame_IsTakenAtAnyTime()
    {
        var solo = NearTheEnd(600, 400);

        Assert.Empty(solo.Do(new ChangePledge { Pledge = "p2", Amount = Eur(400) }));
        solo.Do(new ChangePledge { Pledge = "p2", Amount = Eur(500) });

        Assert.Equal(Eur(1100), solo.Head.Sums.Counted);
    }

    [Fact]
    public void LateChange_Free_TakesWhatDropsBelowTheGoal()
    {
        var solo = NearTheEnd(LateChange.Free, 600, 400);

        solo.Do(new CancelPledge { Pledge = "p2" });

        Assert.Equal(Eur(600), solo.Head.Sums.Counted);
    }

    [Fact]
    public void LateChange_Never_RefusesLessAndTakesMore()
    {
        var solo = NearTheEnd(LateChange.Never, 600, 400);

        Assert.Equal(["change-refused"], solo.RefusedBy(new CancelPledge { Pledge = "p2" }));
        Assert.Equal(["change-refused"], solo.RefusedBy(new ChangePledge { Pledge = "p2", Amount = Eur(399) }));
        solo.Do(new ChangePledge { Pledge = "p2", Amount = Eur(401) });
    }

    [Fact]
    public void CancelPledge_WhoseBackerIsNeeded_IsRefusedForTheNumberOfPeople()
    {
        var goal = GoalRule.MoneyAndPeople(Eur(500), 2, SomePlan.Days(30));
        var solo = new Solo(SomePlan.With(goal)).Launched();
        solo.Pledge("p1", 600);
        solo.Pledge("p2", 400, backer: "b");
        solo.Pledge("p3", 1, backer: "b");
        solo.At(solo.End - Duration.FromHours(1));

        solo.Do(new CancelPledge { Pledge = "p2" });

        Assert.Equal(["drops-below-goal"], solo.RefusedBy(new CancelPledge { Pledge = "p3" }));
    }

    [Fact]
    public void CancelPledge_OfARoundThatIsPassed_IsRefusedThoughItsTurnToBeCollectedHasNotCome()
    {
        var solo = new Solo(SomePlan.With(GoalRule.ThresholdThenOpen(Eur(1000), null, "Europe/Paris"))).Launched();
        solo.Pledge("p1", 400);
        solo.Pledge("p2", 600);
        Assert.Null(solo.State.Pledges["p1"].CollectingSince);

        Assert.Equal(["already-collecting"], solo.RefusedBy(new CancelPledge { Pledge = "p1" }));
        Assert.Equal(["already-collecting"], solo.RefusedBy(new ChangePledge { Pledge = "p1", Amount = Eur(500) }));
    }

    [Fact]
    public async Task P12_CancelPledge_TwoAtOnceOfWhichTheGoalCanSpareOne_TakesOne()
    {
        for (var round = 0; round < 10; round++)
        {
            var play = await new Play(SomePlan.AllOrNothing()).LaunchedAsync();
            await play.PledgeAsync("p1", 950);
            await play.PledgeAsync("p2", 50);
            await play.PledgeAsync("p3", 50);
            play.Clock.Set((await play.HeadAsync()).RoundEndsAt!.Value - Duration.FromHours(2));
            var other = new CampaignRunner(play.Store, play.Gateway, play.Notices, play.Clock);

            var both = await Task.WhenAll(
                Task.Run(() => play.Campaigns.ExecuteAsync(Campaign, new CancelPledge { Pledge = "p2" })),
                Task.Run(() => other.ExecuteAsync(Campaign, new CancelPledge { Pledge = "p3" })));

            Assert.Equal("drops-below-goal", Assert.Single(Assert.Single(both, one => !one.IsAccepted).Refusals).Code);
            Assert.Equal(Eur(1000), (await play.HeadAsync()).Sums.Counted);
        }
    }

    private static Solo NearTheEnd(params decimal[] pledges) => NearTheEnd(LateChange.NotBelowGoal, pledges);

    private static Solo NearTheEnd(LateChange rule, params decimal[] pledges)
    {
        var solo = new Solo(SomePlan.AllOrNothing(CollectionMode.InviteToPay) with { Pledges = new PledgePlan { LateChange = rule } }).Launched();
        for (var i = 0; i < pledges.Length; i++)
        {
            solo.Pledge($"p{i + 1}", pledges[i]);
        }

        return solo.At(solo.End - Duration.FromHours(3));
    }
}
