using CivicTech.Amounts;
using CivicTech.Crowdfunding.Collection;
using CivicTech.TestKit.Clocks;
using CivicTech.TestKit.Gateways;
using NodaTime;

namespace CivicTech.Crowdfunding.Tests.Gateways;

public sealed partial class SimulatedGatewayTests
{
    private static readonly Currency Eur = Currency.Of("EUR");
    private static readonly Money Hundred = Money.Of(100, "EUR");

    private readonly TestClock _clock = new(Instant.FromUtc(2026, 3, 2, 12, 0));

    [Fact]
    public async Task Send_Charge_TakesTheMoneyAndSaysSoInAnswerAndMessage()
    {
        var gateway = new SimulatedGateway(_clock);

        var answer = Assert.IsType<GatewayAnswer.Known>(await gateway.SendAsync(Charge("a")));

        var captured = Assert.Single(answer.Events);
        Assert.Equal((ProviderEventKind.Captured, (Money?)Hundred), (captured.Kind, captured.Amount));
        Assert.Equal([captured], gateway.TakeEvents());
        Assert.Empty(gateway.TakeEvents());
        Assert.Equal((1, Hundred), (gateway.TakenFrom("ann", Eur).Payments, gateway.TakenFrom("ann", Eur).Net));
        Assert.True(gateway.TakenFrom("bob", Eur).Net.IsZero);
    }

    [Fact]
    public async Task P06_Send_SameKeyWithinItsMemory_IsReplayed_AfterItTakesTheMoneyAgain()
    {
        var gateway = new SimulatedGateway(_clock);
        var first = await gateway.SendAsync(Charge("a"));
        _clock.Advance(Duration.FromHours(24) - Duration.Epsilon);
        Assert.Equal(first, await gateway.SendAsync(Charge("a")));
        Assert.Equal(1, gateway.TakenFrom("ann", Eur).Payments);

        _clock.Advance(Duration.Epsilon);
        await gateway.SendAsync(Charge("a"));

        Assert.Equal((2, Money.Of(200, "EUR")), (gateway.TakenFrom("ann", Eur).Payments, gateway.TakenFrom("ann", Eur).Captured));
        // The attempt sees that there were two.
        var known = Fold("a", gateway.TakeEvents());
        Assert.Equal(Hundred, known.Position.Excess);
    }

    [Fact]
    public async Task Send_SameKeyOtherContents_IsRefused()
    {
        var gateway = new SimulatedGateway(_clock);
        await gateway.SendAsync(Charge("a"));

        Assert.Equal(new GatewayAnswer.Refused("key-reused"), await gateway.SendAsync(Charge("a") with { Amount = Money.Of(1, "EUR") }));
        Assert.Equal(1, gateway.TakenFrom("ann", Eur).Payments);
    }

    [Fact]
    public async Task P19_OpenDispute_AfterARefund_TakesTheMoneyTwiceAtTheProviderButOnceInThePosition()
    {
        var gateway = new SimulatedGateway(_clock, 0, new GatewayBehaviour { FeePerPayment = 30, FeePerDispute = 1500 });
        await gateway.SendAsync(Charge("a"));
        await gateway.SendAsync(new GatewayCall.Refund { Key = "r", Attempt = "a", Amount = Hundred });
        var dispute = gateway.OpenDispute("a");

        var known = Fold("a", gateway.TakeEvents());
        Assert.Equal(-Hundred, gateway.TakenFrom("ann", Eur).Net);
        Assert.Equal((Money.Zero(Eur), Hundred), (known.Position.Net, known.Position.Contestable));
        Assert.Equal((Money.Of(0.30m, "EUR"), Money.Of(15, "EUR")), (known.Position.ProviderFee, known.Position.DisputeFee));

        gateway.EndDispute(dispute, DisputeOutcome.Won);
        Assert.Equal(PaymentStatus.Refunded, (await AskedAsync(gateway, "a")).Status);
        Assert.True(gateway.TakenFrom("ann", Eur).Net.IsZero);
    }

    [Fact]
    public async Task P07_Send_CaptureOfAHoldThatRanOut_IsRefusedAndTakesNothing()
    {
        var gateway = new SimulatedGateway(_clock);
        await gateway.SendAsync(new GatewayCall.Authorise { Key = "a", Backer = "ann", Method = "m", Amount = Hundred });
        var held = await AskedAsync(gateway, "a");
        Assert.Equal(Hundred, held.Capturable(_clock.GetCurrentInstant()));

        _clock.Advance(Duration.FromDays(7));

        Assert.True(held.Capturable(_clock.GetCurrentInstant()).IsZero);
        Assert.Equal(new GatewayAnswer.Refused("authorisation-expired"), await gateway.SendAsync(Capture("a", 100)));
        Assert.Equal(PaymentStatus.Expired, (await AskedAsync(gateway, "a")).Status);
        Assert.True(gateway.TakenFrom("ann", Eur).Captured.IsZero);
    }

    [Fact]
    public async Task P08_Send_PartialCapture_TakesThePartOnceAndReleasesTheRest()
    {
        var gateway = new SimulatedGateway(_clock);
        await gateway.SendAsync(new GatewayCall.Authorise { Key = "a", Backer = "ann", Method = "m", Amount = Hundred });
        await gateway.SendAsync(Capture("a", 70));

        Assert.Equal(new GatewayAnswer.Refused("already-captured"), await gateway.SendAsync(Capture("a", 30)));
        _clock.Advance(Duration.FromDays(8));
        var known = await AskedAsync(gateway, "a");
        Assert.Equal((PaymentStatus.Captured, Money.Of(70, "EUR")), (known.Status, known.Position.Captured));
        Assert.Equal(Money.Of(70, "EUR"), gateway.TakenFrom("ann", Eur).Captured);
    }

    [Theory]
    [InlineData(100.01, "wrong-amount")]
    [InlineData(0, "wrong-amount")]
    public async Task Send_CaptureOfAWrongAmount_IsRefused(decimal amount, string code)
    {
        var gateway = new SimulatedGateway(_clock);
        await gateway.SendAsync(new GatewayCall.Authorise { Key = "a", Backer = "ann", Method = "m", Amount = Hundred });

        Assert.Equal(new GatewayAnswer.Refused(code), await gateway.SendAsync(Capture("a", amount)));
        Assert.Equal(new GatewayAnswer.Refused("nothing-held"), await gateway.SendAsync(Capture("b", 1)));
    }

    [Fact]
    public async Task Send_Link_IsPaidOnceAndNotAfterItRanOut()
    {
        var gateway = new SimulatedGateway(_clock);
        var end = _clock.GetCurrentInstant() + Duration.FromDays(1);
        var link = Assert.IsType<GatewayAnswer.Link>(await gateway.SendAsync(Link("a") with { PayBefore = end }));
        await gateway.SendAsync(Link("b") with { PayBefore = end });
        Assert.Equal(link, await gateway.AskAsync("a"));

        gateway.PayLink(link.Url);
        Assert.Throws<InvalidOperationException>(() => gateway.PayLink("a"));
        _clock.Advance(Duration.FromDays(1));

        Assert.Throws<InvalidOperationException>(() => gateway.PayLink("b"));
        Assert.Equal((PaymentStatus.Captured, PaymentStatus.Expired), ((await AskedAsync(gateway, "a")).Status, (await AskedAsync(gateway, "b")).Status));
        Assert.Equal(1, gateway.TakenFrom("ann", Eur).Payments);
    }

    [Fact]
    public async Task Send_LinkThatPaysItself_IsPaidWhenItsTimeComes()
    {
        var gateway = new SimulatedGateway(_clock, 0, new GatewayBehaviour { LinkPaidAfter = Duration.FromHours(3) });
        await gateway.SendAsync(Link("a"));

        Assert.Equal(_clock.GetCurrentInstant() + Duration.FromHours(3), gateway.NextDue);
        Assert.Equal(PaymentStatus.Captured, Fold("a", gateway.TakeEvents(gateway.NextDue!.Value)).Status);
        Assert.Null(gateway.NextDue);
    }

    [Fact]
    public async Task Send_Void_ClosesAnUnpaidLink()
    {
        var gateway = new SimulatedGateway(_clock);
        await gateway.SendAsync(Link("a"));
        await gateway.SendAsync(new GatewayCall.VoidAuthorisation { Key = "v", Attempt = "a" });

        Assert.Throws<InvalidOperationException>(() => gateway.PayLink("a"));
        Assert.Equal(PaymentStatus.Voided, (await AskedAsync(gateway, "a")).Status);
    }

    [Fact]
    public async Task Send_Debit_TakesItsDays()
    {
        var gateway = new SimulatedGateway(_clock);
        await gateway.SendAsync(new GatewayCall.Debit { Key = "a", Backer = "ann", Mandate = "m", Amount = Hundred });
        Assert.Equal(PaymentStatus.Processing, (await AskedAsync(gateway, "a")).Status);

        _clock.Advance(Duration.FromDays(3));

        Assert.Equal(PaymentStatus.Captured, (await AskedAsync(gateway, "a")).Status);
    }

    [Fact]
    public async Task Send_Refund_ThatComesBack_IsNotRefundedLater()
    {
        var gateway = new SimulatedGateway(_clock);
        await gateway.SendAsync(Charge("a"));
        gateway.Script("r", Mishap.ComesBack);
        await gateway.SendAsync(new GatewayCall.Refund { Key = "r", Attempt = "a", Amount = Hundred });
        Assert.Equal(Hundred, gateway.TakenFrom("ann", Eur).Refunded);
        Assert.Equal(PaymentStatus.Refunded, (await AskedAsync(gateway, "a")).Status);

        _clock.Advance(Duration.FromHours(1));

        Assert.True(gateway.TakenFrom("ann", Eur).Refunded.IsZero);
        Assert.Equal(PaymentStatus.Captured, (await AskedAsync(gateway, "a")).Status);
        Assert.Equal(PaymentStatus.Captured, (await AskedAsync(gateway, "r", "a")).Status);
    }

    [Theory]
    [InlineData(Mishap.None, PayoutStatus.Sent, 100)]
    [InlineData(Mishap.Declined, PayoutStatus.Failed, 0)]
    [InlineData(Mishap.ComesBack, PayoutStatus.Returned, 0)]
    public async Task Send_Payout_EndsAsScripted(Mishap mishap, PayoutStatus expected, int paid)
    {
        var gateway = Scripted("owner", mishap);
        await gateway.SendAsync(new GatewayCall.SendPayout { Key = "p", Payee = "owner", Amount = Hundred });
        var events = gateway.TakeEvents(_clock.GetCurrentInstant() + Duration.FromDays(1));

        var known = events.Aggregate(new PayoutAttempt { Key = "p", Amount = Hundred }, (payout, e) => payout.Apply(e));

        Assert.Equal((expected, Money.Of(paid, "EUR")), (known.Status, gateway.PaidTo("owner", Eur)));
        Assert.Equal(events, Assert.IsType<GatewayAnswer.Known>(await gateway.AskAsync("p")).Events.ToArray());
    }

    private SimulatedGateway Scripted(string subject, params Mishap[] mishaps)
    {
        var gateway = new SimulatedGateway(_clock);
        gateway.Script(subject, mishaps);
        return gateway;
    }

    private static GatewayCall.Charge Charge(string key) => new() { Key = key, Backer = "ann", Method = "m", Amount = Hundred };

    private static GatewayCall.CreatePayLink Link(string key) => new() { Key = key, Backer = "ann", Amount = Hundred };

    private static GatewayCall.Capture Capture(string attempt, decimal amount) => new() { Key = $"{attempt}/capture-{amount}", Attempt = attempt, Amount = Money.Of(amount, "EUR") };

    private static PaymentAttempt Fold(string key, IEnumerable<ProviderEvent> events) => events
        .Where(e => e.AttemptKey == key)
        .Aggregate(new PaymentAttempt { Key = key, Operation = PaymentOperation.Charge, Amount = Hundred }, (known, e) => known.Apply(e));

    private static async Task<PaymentAttempt> AskedAsync(SimulatedGateway gateway, string key, string? attempt = null) =>
        Fold(attempt ?? key, Assert.IsType<GatewayAnswer.Known>(await gateway.AskAsync(key)).Events);
}
