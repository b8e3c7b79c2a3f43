using CivicTech.Amounts;
using CivicTech.Crowdfunding.Collection;
using CivicTech.TestKit.Gateways;
using NodaTime;

namespace CivicTech.Crowdfunding.Tests.Gateways;

// One thing goes wrong.
public sealed partial class SimulatedGatewayTests
{
    [Fact]
    public async Task Send_CallLost_DoesNothingAndIsNotKnown()
    {
        var gateway = Scripted("a", Mishap.CallLost);

        await Assert.ThrowsAsync<TimeoutException>(async () => await gateway.SendAsync(Charge("a")));

        Assert.IsType<GatewayAnswer.NotKnown>(await gateway.AskAsync("a"));
        Assert.True(gateway.TakenFrom("ann", Eur).Captured.IsZero);
    }

    [Fact]
    public async Task Send_AnswerLost_DoesEverythingAndIsKnown()
    {
        var gateway = Scripted("ann", Mishap.AnswerLost);

        await Assert.ThrowsAsync<TimeoutException>(async () => await gateway.SendAsync(Charge("a")));

        Assert.Equal(PaymentStatus.Captured, (await AskedAsync(gateway, "a")).Status);
        Assert.Equal(Hundred, gateway.TakenFrom("ann", Eur).Captured);
    }

    [Fact]
    public async Task Send_DeclinedThenTaken_IsCapturedAnHourLater()
    {
        var gateway = Scripted("a", Mishap.DeclinedThenTaken);
        var answer = Assert.IsType<GatewayAnswer.Known>(await gateway.SendAsync(Charge("a")));
        Assert.Equal(ProviderEventKind.Failed, Assert.Single(answer.Events).Kind);
        Assert.True(gateway.TakenFrom("ann", Eur).Captured.IsZero);

        _clock.Set(gateway.NextDue!.Value);
        gateway.TakeEvents();
        _clock.Advance(Duration.FromHours(1));

        Assert.Equal(PaymentStatus.Captured, Fold("a", gateway.TakeEvents()).Status);
        Assert.Equal(Hundred, gateway.TakenFrom("ann", Eur).Captured);
    }

    [Fact]
    public async Task Send_TakenButDenied_SaysFailedWhileTheMoneyIsGoneAndWhoAsksIsTold()
    {
        var gateway = Scripted("a", Mishap.TakenButDenied);
        var answer = Assert.IsType<GatewayAnswer.Known>(await gateway.SendAsync(Charge("a")));
        Assert.Equal(ProviderEventKind.Failed, Assert.Single(answer.Events).Kind);
        Assert.Equal(PaymentStatus.Failed, Fold("a", gateway.TakeEvents()).Status);
        Assert.Equal(Hundred, gateway.TakenFrom("ann", Eur).Captured);
        Assert.Equal(PaymentStatus.Captured, (await AskedAsync(gateway, "a")).Status);

        _clock.Advance(Duration.FromHours(1));
        Assert.Equal(PaymentStatus.Captured, Fold("a", gateway.TakeEvents()).Status);
    }

    [Fact]
    public async Task Send_WrongAmount_IsSeenByTheAttemptAndCorrectedByAsking()
    {
        var gateway = Scripted("a", Mishap.WrongAmount);
        await gateway.SendAsync(Charge("a"));

        Assert.True(Fold("a", gateway.TakeEvents()).HasOtherAmount);
        Assert.False((await AskedAsync(gateway, "a")).HasOtherAmount);
    }

    [Fact]
    public async Task Send_SilentAnswerOrLostMessages_TellOnTheOtherWay()
    {
        var gateway = Scripted("a", Mishap.SilentAnswer);
        gateway.Script("b", Mishap.MessagesLost);

        Assert.Empty(((GatewayAnswer.Known)await gateway.SendAsync(Charge("a"))).Events);
        Assert.Single(gateway.TakeEvents());
        Assert.Single(((GatewayAnswer.Known)await gateway.SendAsync(Charge("b"))).Events);
        Assert.Empty(gateway.TakeEvents());
    }

    [Fact]
    public async Task Send_ActionRequired_IsTakenWhenTheBackerActed()
    {
        var gateway = Scripted("a", Mishap.ActionRequired);
        await gateway.SendAsync(Charge("a"));
        Assert.Equal(PaymentStatus.ActionRequired, (await AskedAsync(gateway, "a")).Status);

        _clock.Advance(Duration.FromHours(1));

        Assert.Equal(PaymentStatus.Captured, (await AskedAsync(gateway, "a")).Status);
    }

    [Theory]
    [InlineData(Mishap.Disputed, PaymentStatus.Disputed, 0)]
    [InlineData(Mishap.DisputeLost, PaymentStatus.ChargedBack, 0)]
    [InlineData(Mishap.DisputeWon, PaymentStatus.Captured, 100)]
    [InlineData(Mishap.DisputeReversed, PaymentStatus.Captured, 100)]
    public async Task Send_Dispute_EndsAsScripted(Mishap mishap, PaymentStatus expected, int net)
    {
        var gateway = Scripted("a", mishap);
        await gateway.SendAsync(Charge("a"));

        var known = Fold("a", gateway.TakeEvents(_clock.GetCurrentInstant() + Duration.FromDays(1)));

        Assert.Equal((expected, Money.Of(net, "EUR")), (known.Status, known.Position.Net));
        Assert.Equal(Money.Of(net, "EUR"), gateway.TakenFrom("ann", Eur).Net);
    }
}
