using CivicTech.Crowdfunding.Collection;
using static CivicTech.Crowdfunding.Tests.Collection.Events;

namespace CivicTech.Crowdfunding.Tests.Collection;

public sealed class PayoutAttemptTests
{
    private static readonly PayoutAttempt Payout = new() { Key = Key, Amount = Euro(500) };

    private static readonly ProviderEvent Sent = Event(ProviderEventKind.PayoutSent, 2) with { PaymentId = "tr-1", Amount = Euro(500), Fee = Euro(0.35m) };
    private static readonly ProviderEvent Returned = Event(ProviderEventKind.PayoutReturned, 3) with { PaymentId = "tr-1" };
    private static readonly ProviderEvent NotSent = Event(ProviderEventKind.PayoutFailed, 1) with { FailureCode = "no-account" };
    private static readonly ProviderEvent Doubt = Event(ProviderEventKind.Unknown);
    private static readonly ProviderEvent SentTwice = Sent with { PaymentId = "tr-2" };

    [Fact]
    public void Apply_EveryOrderAndRepetition_KnowsTheSame()
    {
        ProviderEvent[] events = [Sent, Returned, NotSent, Doubt, SentTwice];
        var expected = events.Aggregate(Payout, (known, e) => known.Apply(e));
        foreach (var order in Permutations(events))
        {
            var known = order.Aggregate(Payout, (known, e) => known.Apply(e));
            Assert.Equal(expected, known);
            Assert.All(order, e => Assert.Same(known, known.Apply(e)));
        }

        Assert.Equal((PayoutStatus.Sent, Euro(1000), Euro(500)), (expected.Status, expected.Sent, expected.Returned));
    }

    [Fact]
    public void Status_EachStory_IsWhatIsKnown()
    {
        Assert.Equal(PayoutStatus.Requested, Payout.Status);
        Assert.Equal(PayoutStatus.Unknown, Payout.Apply(Doubt).Status);
        Assert.Equal(PayoutStatus.Failed, Payout.Apply(Doubt).Apply(NotSent).Status);
        Assert.Equal(PayoutStatus.Sent, Payout.Apply(NotSent).Apply(Sent).Status);
        Assert.Equal(PayoutStatus.Returned, Payout.Apply(Returned).Apply(Sent).Status);
        Assert.Equal(Euro(0.35m), Payout.Apply(Sent).Fee);
    }

    [Fact]
    public void Status_ReturnKnownBeforeItsTransfer_IsNotReturnedYet() => Assert.Equal(PayoutStatus.Requested, Payout.Apply(Returned).Status);

    [Fact]
    public void Apply_EventOfAPayment_IsRefused() => Assert.Throws<ArgumentException>(() => Payout.Apply(Captured()));

    [Fact]
    public void Amount_NotPositive_IsRefused() => Assert.Throws<ArgumentException>(() => new PayoutAttempt { Key = Key, Amount = Euro(0) });
}
