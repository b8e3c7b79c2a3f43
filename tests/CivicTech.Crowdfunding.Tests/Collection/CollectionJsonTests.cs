using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CivicTech.Crowdfunding.Collection;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Collection.Events;

namespace CivicTech.Crowdfunding.Tests.Collection;

/// <summary>What is stored is read back as the same.</summary>
public sealed class CollectionJsonTests
{
    private static readonly CollectionTestContext Json = CollectionTestContext.Default;

    [Fact]
    public void Attempt_RandomFacts_AreReadBack()
    {
        for (var seed = 0UL; seed < 500; seed++)
        {
            var random = new SplitMix64(seed);
            var attempt = Attempt().After(Enumerable.Range(0, random.Below(12)).Select(_ => RandomEvents.Next(random)));
            RoundTrip(attempt, Json.PaymentAttempt);
        }
    }

    [Fact]
    public void Event_RandomEvents_AreReadBack()
    {
        var random = new SplitMix64(3);
        for (var i = 0; i < 500; i++)
        {
            RoundTrip(RandomEvents.Next(random), Json.ProviderEvent);
        }
    }

    [Fact]
    public void Attempt_AsJson_NamesEverything() =>
        Assert.Equal(
            """
            {"key":"pledge-1/1","operation":"pay-link","amount":"EUR 100.00","facts":{"wasInDoubt":false,"failure":{"code":"declined","at":"2026-03-02T12:01:00Z"},"isExpired":false,"isVoided":false,"captures":[{"paymentId":"pay-1","amount":"EUR 100.00"}],"refunds":[],"disputes":[{"id":"dispute-1","ruling":{"outcome":"lost","at":"2026-03-02T12:02:00Z"}}]}}
            """,
            JsonSerializer.Serialize(
                Attempt(operation: PaymentOperation.PayLink).After(Failed(1), Captured(), Dispute(ProviderEventKind.DisputeLost, minute: 2)), Json.PaymentAttempt));

    [Fact]
    public void Attempt_FactsInAnyOrder_AreReadInOne()
    {
        var text = """
            {"amount":"EUR 1.00","key":"k","operation":"charge","facts":{"captures":[{"paymentId":"b","amount":"EUR 1.00"},{"paymentId":"a","amount":"EUR 2.00"},{"paymentId":"b","amount":"EUR 3.00"}]}}
            """;

        var attempt = JsonSerializer.Deserialize(text, Json.PaymentAttempt)!;

        Assert.Equal([("a", Euro(2)), ("b", Euro(3))], attempt.Facts.Captures.Select(capture => (capture.PaymentId, capture.Amount)));
        Assert.Empty(attempt.Facts.Refunds);
    }

    [Fact]
    public void Attempt_WithoutFacts_IsReadWithNone()
    {
        var attempt = JsonSerializer.Deserialize("""{"amount":"EUR 1.00","key":"k","operation":"charge"}""", Json.PaymentAttempt)!;

        Assert.Equal(PaymentFacts.None, attempt.Facts);
        Assert.Equal(PaymentStatus.Requested, attempt.Status);
    }

    [Fact]
    public void Payout_WithEverything_IsReadBack() => RoundTrip(
        new PayoutAttempt { Key = "po-1", Amount = Euro(5), WasInDoubt = true }
            .Apply(Event(ProviderEventKind.PayoutSent) with { AttemptKey = "po-1", PaymentId = "tr-1", Amount = Euro(5), Fee = Euro(1) })
            .Apply(Event(ProviderEventKind.PayoutReturned) with { AttemptKey = "po-1", PaymentId = "tr-1" }),
        Json.PayoutAttempt);

    [Fact]
    public void Policies_Presets_AreReadBack()
    {
        RoundTrip(RetryPolicy.Kickstarter, Json.RetryPolicy);
        RoundTrip(RetryPolicy.OpenCollective, Json.RetryPolicy);
        RoundTrip(RetryPolicy.None, Json.RetryPolicy);
    }

    [Fact]
    public void Capabilities_Some_AreReadBack() => RoundTrip(
        new GatewayCapabilities { Modes = [CollectionMode.ChargeNow, CollectionMode.DirectDebit], AuthorisationWindow = Duration.FromHours(114), LookupByKey = true },
        Json.GatewayCapabilities);

    [Fact]
    public void Calls_EachKind_AreReadBackByTheirKind()
    {
        GatewayCall[] calls =
        [
            new GatewayCall.CreatePayLink { Key = "k", Backer = "b", Amount = Euro(1), PayBefore = Noon },
            new GatewayCall.Charge { Key = "k", Backer = "b", Method = "m", Amount = Euro(1) },
            new GatewayCall.Debit { Key = "k", Backer = "b", Mandate = "m", Amount = Euro(1) },
            new GatewayCall.Authorise { Key = "k", Backer = "b", Method = "m", Amount = Euro(1) },
            new GatewayCall.Capture { Key = "k", Attempt = "a", Amount = Euro(1) },
            new GatewayCall.VoidAuthorisation { Key = "k", Attempt = "a" },
            new GatewayCall.Refund { Key = "k", Attempt = "a", Amount = Euro(1) },
            new GatewayCall.SendPayout { Key = "k", Payee = "p", Amount = Euro(1) },
        ];

        Assert.Equal(calls.Length, typeof(GatewayCall).GetNestedTypes().Length);
        Assert.All(calls, call => RoundTrip(call, Json.GatewayCall));
        Assert.Equal(
            """{"kind":"refund","attempt":"a","amount":"EUR 1.00","key":"k"}""", JsonSerializer.Serialize(calls[6], Json.GatewayCall));
    }

    [Fact]
    public void Calls_KindNotFirst_IsReadBack() =>
        Assert.IsType<GatewayCall.VoidAuthorisation>(JsonSerializer.Deserialize("""{"attempt":"a","key":"k","kind":"void-authorisation"}""", Json.GatewayCall));

    private static void RoundTrip<T>(T value, JsonTypeInfo<T> type)
    {
        var text = JsonSerializer.Serialize(value, type);
        var read = JsonSerializer.Deserialize(text, type)!;
        Assert.Equal(value, read);
        Assert.Equal(value!.GetHashCode(), read.GetHashCode());
        Assert.Equal(text, JsonSerializer.Serialize(read, type));
    }
}
