using CivicTech.Crowdfunding.Collection;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Collection.Events;

namespace CivicTech.Crowdfunding.Tests.Collection;

/// <summary>The records with lists compare by everything in them: each property by itself makes a difference.</summary>
public sealed class CollectionEqualityTests
{
    [Fact]
    public void Facts_OneOtherProperty_AreOthers() => EachMatters(
        PaymentFacts.None,
        PaymentFacts.None with { WasInDoubt = true },
        PaymentFacts.None with { Progress = new() { Stage = PaymentStage.Processing, At = Noon } },
        PaymentFacts.None with { Failure = new() { At = Noon } },
        PaymentFacts.None with { Authorisation = new() { Amount = Euro(1) } },
        PaymentFacts.None with { IsExpired = true },
        PaymentFacts.None with { IsVoided = true },
        PaymentFacts.None with { Captures = [new() { PaymentId = "p", Amount = Euro(1) }] },
        PaymentFacts.None with { Refunds = [new() { Key = "r" }] },
        PaymentFacts.None with { Disputes = [new() { Id = "d" }] });

    [Fact]
    public void Payout_OneOtherProperty_IsAnother()
    {
        var payout = new PayoutAttempt { Key = "k", Amount = Euro(1) };
        EachMatters(
            payout,
            payout with { Key = "l" },
            payout with { Amount = Euro(2) },
            payout with { WasInDoubt = true },
            payout with { Failure = new() { At = Noon } },
            payout with { Transfers = [new() { Id = "t" }] });
    }

    [Fact]
    public void Capabilities_OneOtherProperty_AreOthers()
    {
        var capabilities = new GatewayCapabilities { Modes = [] };
        EachMatters(
            capabilities,
            capabilities with { Modes = [CollectionMode.ChargeNow] },
            capabilities with { AuthorisationWindow = Duration.FromDays(1) },
            capabilities with { PartialCapture = true },
            capabilities with { LookupByKey = true },
            capabilities with { Payouts = true });
    }

    [Fact]
    public void Capabilities_ModesInAnotherOrder_AreTheSame() => Assert.Equal(
        new GatewayCapabilities { Modes = [CollectionMode.ChargeNow, CollectionMode.InviteToPay, CollectionMode.ChargeNow] },
        new GatewayCapabilities { Modes = [CollectionMode.InviteToPay, CollectionMode.ChargeNow] });

    [Fact]
    public void Capabilities_HoldForLongerThanTheWindow_CannotBePromised()
    {
        var capabilities = new GatewayCapabilities { Modes = [CollectionMode.AuthoriseThenCapture], AuthorisationWindow = Duration.FromDays(7) };

        Assert.True(capabilities.CanHoldFor(Duration.FromDays(7) - Duration.Epsilon));
        Assert.False(capabilities.CanHoldFor(Duration.FromDays(7)));
        Assert.False((capabilities with { AuthorisationWindow = null }).CanHoldFor(Duration.Zero));
        Assert.True(capabilities.Supports(CollectionMode.Offline));
        Assert.False(capabilities.Supports(CollectionMode.ChargeNow));
    }

    [Fact]
    public void Answer_KnownEvents_CompareInOrder()
    {
        Assert.Equal(new GatewayAnswer.Known(Captured(), Failed()), new GatewayAnswer.Known(Captured(), Failed()));
        Assert.NotEqual(new GatewayAnswer.Known(Captured(), Failed()), new GatewayAnswer.Known(Failed(), Captured()));
        Assert.Empty(new GatewayAnswer.Known().Events);
    }

    [Fact]
    public void Call_WithoutAKey_IsRefused() => Assert.Throws<ArgumentException>(() => new GatewayCall.VoidAuthorisation { Key = "", Attempt = "a" });

    private static void EachMatters<T>(T plain, params T[] others)
        where T : notnull
    {
        Assert.All(others, other => Assert.NotEqual(plain, other));
        Assert.Equal(others.Length, others.Distinct().Count());
        Assert.Equal(typeof(T).GetProperties().Count(property => property.CanWrite), others.Length);
    }
}
