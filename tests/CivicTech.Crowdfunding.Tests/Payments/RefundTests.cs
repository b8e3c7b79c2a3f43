using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Ledger;
using CivicTech.Crowdfunding.Tests.Campaigns;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Payments;

public sealed class RefundTests
{
    [Fact]
    public void Refund_APart_GoesBackAndTheRestStays()
    {
        var solo = Paid();

        solo.Do(new RefundPledge { Pledge = "p1", Amount = Eur(30), Reason = "asked" });

        var refund = Assert.Single(solo.Asked<GatewayCall.Refund>());
        Assert.Equal((Eur(30), Eur(70)), (refund.Amount, solo.Head.Sums.Project));
        solo.Do(new RecordPayment { Pledge = "p1", Events = [Said.Refunded(30, refund.Key, solo.Now)] });
        solo.PassTo(solo.Now + Duration.FromDays(10));
        Assert.Single(solo.Asked<GatewayCall.Refund>());
        Assert.Equal(Eur(70), solo.Head.Ledger.Of(Account.OwnerPayable, Euro));
    }

    [Fact]
    public void Refund_OfAPledgeThatWasPaidInPart_GivesItAllBackAndAsksForNoMore()
    {
        var solo = MoneyPlan.Collecting(100, CollectionMode.InviteToPay);
        solo.Hear("p1", ProviderEventKind.Captured, 60);

        solo.Do(new RefundPledge { Pledge = "p1", Reason = "asked" });
        var refund = Assert.Single(solo.Asked<GatewayCall.Refund>());
        solo.Do(new RecordPayment { Pledge = "p1", Events = [Said.Refunded(60, refund.Key, solo.Now)] });
        solo.PassTo(solo.Now + Duration.FromDays(40));

        Assert.Equal((Eur(60), Eur(0), Eur(0)), (refund.Amount, solo.State.Pledges["p1"].Net, solo.State.Pledges["p1"].Payable));
        Assert.Single(solo.State.Pledges["p1"].Attempts);
        Assert.Equal(Balances.Empty, solo.Head.Ledger);
    }

    [Fact]
    public void Refund_MoreThanIsThereOrTwiceAll_IsRefused()
    {
        var solo = Paid();
        Assert.Equal(["more-than-there"], solo.RefusedBy(new RefundPledge { Pledge = "p1", Amount = Eur(100.01m), Reason = "asked" }));
        Assert.Equal(["not-positive"], solo.RefusedBy(new RefundPledge { Pledge = "p1", Amount = Eur(0), Reason = "asked" }));
        Assert.Equal(["other-currency"], solo.RefusedBy(new RefundPledge { Pledge = "p1", Amount = CivicTech.Amounts.Money.Of(1, "USD"), Reason = "asked" }));
        Assert.Equal(["no-such-pledge"], solo.RefusedBy(new RefundPledge { Pledge = "p2", Amount = Eur(1), Reason = "asked" }));

        solo.Do(new RefundPledge { Pledge = "p1", Reason = "asked" });
        Assert.Equal(["not-positive"], solo.RefusedBy(new RefundPledge { Pledge = "p1", Reason = "asked" }));
        Assert.Equal(["more-than-there"], solo.RefusedBy(new RefundPledge { Pledge = "p1", Amount = Eur(1), Reason = "asked" }));
    }

    [Fact]
    public void Refund_Fails_IsAskedForAfterADayAndThenEachTimeAfterTwiceAsLong()
    {
        var solo = Paid();
        solo.Do(new RefundPledge { Pledge = "p1", Reason = "asked" });
        var days = new List<double>();
        for (var i = 0; i < 6; i++)
        {
            var failed = solo.Now;
            Fail(solo);
            Assert.Empty(solo.Told(NoticeKind.RefundStuck));
            var asked = solo.Asked<GatewayCall.Refund>().Count();
            while (solo.Asked<GatewayCall.Refund>().Count() == asked)
            {
                solo.PassTo(solo.Now + Duration.FromHours(12));
            }

            days.Add((solo.Now - failed).TotalDays);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32], days);
        Fail(solo);
        Assert.Equal(Eur(100), Assert.Single(solo.Told(NoticeKind.RefundStuck)).Amount);
        solo.PassTo(solo.Now + Duration.FromDays(400));
        Assert.Equal(7, solo.Asked<GatewayCall.Refund>().Count());
        Assert.Equal(Eur(100), solo.Head.Ledger.Of(Account.RefundPayable, Euro));

        // A person has sent it by other means.
        solo.Do(new RecordPayment { Pledge = "p1", Events = [Said.Refunded(100, "by hand", solo.Now)] });
        Assert.Equal(Balances.Empty, solo.Head.Ledger);
        Assert.Equal(0, solo.Head.Sums.Open);
    }

    [Fact]
    public void Refund_ComesBackAfterWeeks_IsSentAgainUnderAnotherKey()
    {
        var solo = Paid();
        solo.Do(new RefundPledge { Pledge = "p1", Reason = "asked" });
        var first = solo.Asked<GatewayCall.Refund>().Last();
        solo.Do(new RecordPayment { Pledge = "p1", Events = [Said.Refunded(100, first.Key, solo.Now)] });
        solo.PassTo(solo.Now + Duration.FromDays(21));
        Assert.Equal(Balances.Empty, solo.Head.Ledger);

        solo.Do(new RecordPayment { Pledge = "p1", Events = [Said.RefundFailed(first.Key, solo.Now)] });
        Assert.Equal(Eur(100), solo.Head.Ledger.Of(Account.RefundPayable, Euro));
        solo.PassTo(solo.Now + Duration.FromDays(2));

        var second = solo.Asked<GatewayCall.Refund>().Last();
        Assert.NotEqual(first.Key, second.Key);
        solo.Do(new RecordPayment { Pledge = "p1", Events = [Said.Refunded(100, second.Key, solo.Now)] });
        Assert.Equal(Balances.Empty, solo.Head.Ledger);
    }

    [Fact]
    public void Cancelled_MoneyThatComesLate_GoesBackOnce()
    {
        var solo = MoneyPlan.Collecting(100, CollectionMode.SaveThenCharge);
        solo.Do(new CancelCampaign { Reason = "permit refused" });
        solo.PassTo(solo.Now + Duration.FromDays(1));
        Assert.Empty(solo.Asked<GatewayCall.Refund>());

        solo.Paid("p1");
        solo.PassTo(solo.Now + Duration.FromDays(9));

        Assert.Equal(Eur(100), Assert.Single(solo.Asked<GatewayCall.Refund>()).Amount);
        Books.Check(solo.Head, solo.Plan);
    }

    private static Solo Paid()
    {
        var solo = MoneyPlan.Collecting(100, CollectionMode.SaveThenCharge);
        solo.Paid("p1");
        return solo;
    }

    private static void Fail(Solo solo) =>
        solo.Do(new RecordPayment { Pledge = "p1", Events = [Said.RefundFailed(solo.Asked<GatewayCall.Refund>().Last().Key, solo.Now)] });
}
