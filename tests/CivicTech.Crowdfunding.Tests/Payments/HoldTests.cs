using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Fees;
using CivicTech.Crowdfunding.Ledger;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Crowdfunding.Tests.Campaigns;
using CivicTech.Numerics;
using CivicTech.TestKit.Gateways;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Payments;

public sealed class HoldTests
{
    [Fact]
    public async Task Hold_CampaignSucceeds_IsTakenOnce()
    {
        var play = await HeldAsync(100, 100);
        Assert.Equal((PaymentStatus.Authorised, 0), ((await play.PledgeOfAsync("p1")).LastAttempt!.Payment.Status, play.Gateway.TakenFromAll(Euro).Payments));

        await play.PassAsync(Duration.FromDays(5));

        Assert.Equal((PaymentStatus.Captured, Eur(100)), ((await play.PledgeOfAsync("p1")).LastAttempt!.Payment.Status, play.Gateway.TakenFromAll(Euro).Captured));
    }

    [Fact]
    public async Task Hold_CampaignFails_IsLetGo()
    {
        var play = await HeldAsync(100, 99);

        await play.PassAsync(Duration.FromDays(5));

        Assert.Equal((PaymentStatus.Voided, 0), ((await play.PledgeOfAsync("p1")).LastAttempt!.Payment.Status, play.Gateway.TakenFromAll(Euro).Payments));
        Assert.Equal(CampaignStage.Completed, (await play.HeadAsync()).Stage);
    }

    [Fact]
    public async Task Launch_LongerThanAHoldLives_IsRefused()
    {
        var play = new Play(MoneyPlan.For(100, CollectionMode.AuthoriseThenCapture, days: 8));
        await play.DoAsync(new DraftCampaign { Plan = play.Plan });
        await play.DoAsync(new SubmitForReview());
        await play.DoAsync(new ReviewCampaign { Verdict = ReviewVerdict.Approved });

        Assert.Equal(["hold-too-short"], await play.RefusedAsync(new LaunchCampaign()));
    }

    [Fact]
    public async Task P08_Hold_PledgeLowered_TakesThePartAndTheFeeIsOnThatPart()
    {
        var fees = new FeeSchedule(new Fee { Name = "platform", Rate = new Rational(1, 20) });
        var play = await HeldAsync(60, 100, fees);
        await play.DoAsync(new ChangePledge { Pledge = "p1", Amount = Eur(60) });

        await play.PassAsync(Duration.FromDays(5));

        var pledge = await play.PledgeOfAsync("p1");
        Assert.Equal((PaymentStatus.Captured, Eur(60)), (Assert.Single(pledge.Attempts).Payment.Status, pledge.Net));
        Assert.Equal((Eur(60), Eur(0)), (play.Gateway.TakenFromAll(Euro).Captured, play.Gateway.TakenFromAll(Euro).Refunded));
        Assert.Equal((Eur(3), Eur(57)), (await play.BalanceAsync(Account.PlatformFee), await play.BalanceAsync(Account.OwnerPayable)));
        Assert.Equal(new GatewayAnswer.Refused("already-captured"), await play.Gateway.SendAsync(new GatewayCall.Capture { Key = "again", Attempt = Said.First, Amount = Eur(40) }));
        Assert.Single(await play.JournalAsync<HoldCaptureAsked>());
    }

    [Fact]
    public async Task Hold_PledgeRaised_TakesTheHoldAndChargesTheRest()
    {
        var play = await HeldAsync(60, 60);
        await play.DoAsync(new ChangePledge { Pledge = "p1", Amount = Eur(100) });

        // As soon as the hold is taken: nothing has failed.
        await play.PassAsync(Duration.FromDays(5));

        var pledge = await play.PledgeOfAsync("p1");
        Assert.Equal([Eur(60), Eur(40)], pledge.Attempts.Select(attempt => attempt.Payment.Position.Captured));
        Assert.Equal(Eur(100), play.Gateway.TakenFromAll(Euro).Net);
    }

    [Fact]
    public async Task Hold_PledgeRaisedAndTheRestDeclined_KeepsWhatWasHeld()
    {
        var play = await HeldAsync(60, 60);
        await play.DoAsync(new ChangePledge { Pledge = "p1", Amount = Eur(100) });
        play.Gateway.Script($"{Campaign}/p1/2", Mishap.Declined);
        play.Gateway.Script($"{Campaign}/p1/3", Mishap.Declined);

        await play.PassAsync(Duration.FromDays(30));

        var pledge = await play.PledgeOfAsync("p1");
        Assert.Equal((PledgeStanding.Committed, Eur(60), Eur(60)), (pledge.Standing, pledge.Net, pledge.Payable));
        Assert.Equal(CampaignStage.Delivering, (await play.HeadAsync()).Stage);
    }

    [Fact]
    public async Task P07_Hold_RunsOutBeforeTheSuccess_IsChargedAnewAndNotCollected()
    {
        // The provider's holds live shorter than the plan was told.
        var honest = new GatewayBehaviour();
        var play = await HeldAsync(100, 100, behaviour: new GatewayBehaviour { Capabilities = honest.Capabilities with { AuthorisationWindow = Duration.FromDays(2) } });
        await play.PassAsync(Duration.FromDays(4.9));
        Assert.Equal((PaymentStatus.Expired, Eur(0)), ((await play.PledgeOfAsync("p1")).LastAttempt!.Payment.Status, (await play.PledgeOfAsync("p1")).Net));

        await play.PassAsync(Duration.FromDays(1));

        var pledge = await play.PledgeOfAsync("p1");
        Assert.Equal([PaymentOperation.Authorise, PaymentOperation.Charge], pledge.Attempts.Select(attempt => attempt.Payment.Operation));
        Assert.Equal((Eur(100), 1), (pledge.Net, play.Gateway.TakenFromAll(Euro).Payments));
    }

    [Theory]
    [InlineData(5.5)]
    [InlineData(7)]
    [InlineData(9)]
    [InlineData(40)]
    public async Task Hold_HostIsDownFromBeforeTheSuccess_IsTakenOrChargedAnewAndOnce(double days)
    {
        var play = await HeldAsync(100, 100);

        // Holds live seven days here; the campaign ends after five.
        play.Clock.Advance(Duration.FromDays(days));
        await play.SettleAsync();
        await play.PassAsync(Duration.FromDays(1));

        var pledge = await play.PledgeOfAsync("p1");
        Assert.Equal(days < 7 ? [PaymentStatus.Captured] : [PaymentStatus.Expired, PaymentStatus.Captured], pledge.Attempts.Select(attempt => attempt.Payment.Status));
        Assert.Equal((Eur(100), 1, Eur(100)), (pledge.Net, play.Gateway.TakenFromAll(Euro).Payments, play.Gateway.TakenFromAll(Euro).Net));
        Assert.Equal(CampaignOutcome.Succeeded, (await play.HeadAsync()).Outcome);
    }

    [Fact]
    public void Capture_RefusedAsTooLate_IsChargedAnew()
    {
        var solo = new Solo(MoneyPlan.For(100, CollectionMode.AuthoriseThenCapture)).Launched();
        solo.Pledge("p1", 100);
        solo.PassTo(solo.Now + Duration.FromHours(1));
        solo.Hear("p1", ProviderEventKind.Authorised, 100);
        solo.PassTo(solo.End + Duration.FromHours(1));
        Assert.Single(solo.Asked<GatewayCall.Capture>());
        solo.Hear("p1", ProviderEventKind.Failed);

        solo.PassTo(solo.End + Duration.FromDays(8));

        Assert.Single(solo.Asked<GatewayCall.Capture>());
        Assert.Equal(Eur(100), Assert.Single(solo.Asked<GatewayCall.Charge>()).Amount);
    }

    private static async Task<Play> HeldAsync(decimal goal, decimal euros, FeeSchedule? fees = null, GatewayBehaviour? behaviour = null)
    {
        var play = await new Play(MoneyPlan.For(goal, CollectionMode.AuthoriseThenCapture) with { Fees = fees ?? FeeSchedule.None }, behaviour).LaunchedAsync();
        await play.PledgeAsync("p1", euros, "card");
        await play.SettleAsync();
        return play;
    }
}
