using System.Globalization;
using System.Text;
using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Hosting;
using CivicTech.Crowdfunding.Tests.Campaigns;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Payments;

public sealed class ReplayTests
{
    [Theory]
    [InlineData("٫", "Asia/Tehran")]
    [InlineData(",", "America/St_Johns")]
    [InlineData("'", "Pacific/Kiritimati")]
    public void P22_Replay_UnderAnotherCultureAndZone_GivesTheSameBytes(string decimals, string zone)
    {
        var (told, head) = Tell();
        var (before, place) = (CultureInfo.CurrentCulture, Environment.GetEnvironmentVariable("TZ"));
        try
        {
            CultureInfo.CurrentCulture = Foreign(decimals);
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();

            Assert.Equal((told, head), Tell());
            var process = new CampaignProcess();
            var replayed = new CampaignFormat().ReadEvents(Encoding.UTF8.GetBytes(told)).Aggregate(process.Initial, process.Evolve);
            Assert.Equal(head, HeadOf(replayed));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            Environment.SetEnvironmentVariable("TZ", place);
            TimeZoneInfo.ClearCachedData();
        }
    }

    // Made by hand: a machine may have no culture data.
    private static CultureInfo Foreign(string decimals)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = decimals;
        culture.NumberFormat.NegativeSign = "~";
        culture.DateTimeFormat.DateSeparator = "|";
        culture.DateTimeFormat.TimeSeparator = "!";
        return culture;
    }

    // A campaign with everything in it: a failure, a double payment, a refund, a dispute, a payout that comes back.
    private static (string Events, string Head) Tell()
    {
        var solo = new Solo(MoneyPlan.For(100, CollectionMode.SaveThenCharge)).Launched();
        solo.Pledge("p1", 60.25m);
        solo.Pledge("p2", 49.75m);
        solo.PassTo(solo.End);
        solo.Hear("p1", ProviderEventKind.Failed);
        solo.Paid("p2");
        solo.PassTo(solo.End + Duration.FromDays(8));
        solo.Paid("p1");
        solo.Do(new RecordPayment { Pledge = "p1", Events = [Said.Captured(60.25m, solo.Now, "payment-2", 0.35m)] });
        solo.PassTo(solo.Now + Duration.FromDays(1));
        solo.Do(new RefundPledge { Pledge = "p2", Amount = Eur(9.99m), Reason = "asked" });
        solo.PassTo(solo.Now + Duration.FromDays(20));
        var payout = solo.Head.Payouts[0];
        var sent = Said.Of(ProviderEventKind.PayoutSent, solo.Now, payout.Key) with { PaymentId = "t1", Amount = payout.Amount };
        solo.Do(new RecordPayout { Events = [sent, sent with { Kind = ProviderEventKind.PayoutReturned, Amount = null }] });
        solo.Do(new RecordPayment { Pledge = "p1", Events = [Said.Dispute(ProviderEventKind.DisputeOpened, solo.Now, 60.25m)] });
        solo.PassTo(solo.Now + Duration.FromDays(100));
        return (Encoding.UTF8.GetString(new CampaignFormat().WriteEvents([.. solo.Happened])), HeadOf(solo.State));
    }

    private static string HeadOf(CampaignState state) => System.Text.Json.JsonSerializer.Serialize(state.Head, CampaignJson.Default.CampaignHead);
}
