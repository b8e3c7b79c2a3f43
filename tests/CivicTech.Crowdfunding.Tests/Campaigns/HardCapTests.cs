using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Crowdfunding.Tests.Payments;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Campaigns;

/// <summary>Where money moves at once and only money counts: the room that was promised is kept.</summary>
public sealed class HardCapTests
{
    [Fact]
    public void ChargeThatFailed_WhileItIsTriedAgain_KeepsItsRoom()
    {
        var solo = Launched(RetryPolicy.Every(Duration.FromDays(1), 1));
        solo.Pledge("p1", 60);
        solo.Hear("p1", ProviderEventKind.Failed);

        var refusal = Assert.Single(solo.Refused(new MakePledge { Pledge = "p2", Backer = "b", Amount = Eur(60) }));
        Assert.Equal(("above-cap", "EUR 40.00"), (refusal.Code, refusal.Data["remaining"]));
        solo.Pledge("p2", 40);
        solo.Paid("p2");
        solo.PassTo(solo.Now + Duration.FromDays(2)).Paid("p1");

        Assert.Equal((Eur(100), Eur(100)), (solo.Head.Sums.Counted, solo.Head.Sums.Promised));
    }

    [Fact]
    public void MoneyForADroppedPledge_WhoseRoomIsTaken_GoesBack()
    {
        var solo = WithItsRoomTaken();

        solo.Hear("p1", ProviderEventKind.Captured, 60);
        solo.PassTo(solo.Now + Duration.FromHours(1));

        Assert.Equal((PledgeStanding.Void, Eur(100)), (solo.StandingOf("p1"), solo.Head.Sums.Counted));
        Assert.Equal(Eur(60), Assert.Single(solo.Asked<GatewayCall.Refund>()).Amount);
    }

    [Fact]
    public void MoneyForADroppedPledge_WhoseRoomIsFree_IsWelcome()
    {
        var solo = Dropped();

        solo.Hear("p1", ProviderEventKind.Captured, 60);
        solo.PassTo(solo.Now + Duration.FromHours(1));

        Assert.Equal((PledgeStanding.Committed, Eur(60)), (solo.StandingOf("p1"), solo.Head.Sums.Counted));
        Assert.Empty(solo.Asked<GatewayCall.Refund>());
    }

    [Fact]
    public void GiveMethod_ForADroppedPledgeWhoseRoomIsTaken_IsRefused() =>
        Assert.Equal(["above-cap"], WithItsRoomTaken().RefusedBy(new GiveMethod { Pledge = "p1", Method = "another card" }));

    [Fact]
    public void Dispute_WhileItIsOpen_KeepsItsRoom()
    {
        var solo = Launched(RetryPolicy.None);
        solo.Pledge("p1", 100);
        solo.Paid("p1");
        solo.Hear("p1", ProviderEventKind.DisputeOpened, 100);
        Assert.Equal(["above-cap"], solo.RefusedBy(new MakePledge { Pledge = "p2", Backer = "b", Amount = Eur(1) }));

        solo.Hear("p1", ProviderEventKind.DisputeWon);

        Assert.Equal(Eur(100), solo.Head.Sums.Counted);
    }

    [Fact]
    public void MaximumPerBacker_ChargeThatFailed_StillCounts()
    {
        var solo = new Solo(MoneyPlan.For(100, CollectionMode.ChargeNow) with { Pledges = new PledgePlan { MaximumPerBacker = Eur(60) } }).Launched();
        solo.Pledge("p1", 60, backer: "zoe");
        solo.Hear("p1", ProviderEventKind.Failed);

        Assert.Equal(["above-maximum"], solo.RefusedBy(new MakePledge { Pledge = "p2", Backer = "zoe", Amount = Eur(1) }));
    }

    private static Solo WithItsRoomTaken()
    {
        var solo = Dropped();
        solo.Pledge("p2", 100);
        solo.Paid("p2");
        return solo;
    }

    private static Solo Dropped()
    {
        var solo = Launched(RetryPolicy.None);
        solo.Pledge("p1", 60);
        solo.Hear("p1", ProviderEventKind.Failed);
        solo.PassTo(solo.Now + Duration.FromHours(1));
        Assert.Equal(PledgeStanding.Dropped, solo.StandingOf("p1"));
        return solo;
    }

    private static Solo Launched(RetryPolicy retries) => new Solo(SomePlan.With(GoalRule.HardCap(Eur(100), Eur(100), SomePlan.Days(30)), CollectionMode.ChargeNow) with
    {
        Budget = SomePlan.Costs(100),
        Collection = new CollectionPlan { Mode = CollectionMode.ChargeNow, Retries = retries },
    }).Launched();
}
