using CivicTech.Amounts;
using CivicTech.Crowdfunding.Collection;
using CivicTech.TestKit.Clocks;
using CivicTech.TestKit.Gateways;
using NodaTime;

namespace CivicTech.Crowdfunding.Tests.Gateways;

/// <summary>A caller who asks before it calls again, against a gateway at its worst.</summary>
public sealed class HostileGatewayTests
{
    private static readonly Currency Eur = Currency.Of("EUR");

    [Fact]
    public async Task P06_CarefulCaller_ManySeeds_NobodyPaysTwiceAndEveryAttemptEndsAtTheTruth()
    {
        var seen = new HashSet<PaymentStatus>();
        for (var seed = 0UL; seed < 150; seed++)
        {
            var clock = new TestClock(Instant.FromUtc(2026, 3, 2, 12, 0));
            var gateway = new SimulatedGateway(clock, seed, GatewayBehaviour.Hostile);
            var random = new SplitMix64(seed);
            var attempts = new List<PaymentAttempt>();
            for (var i = 0; i < 20; i++)
            {
                var amount = Money.FromMinorUnits(random.Between(1, 50_000), Eur);
                var call = CallOf(random, $"k{i}", $"b{i}", amount);
                var attempt = new PaymentAttempt { Key = call.Key, Operation = OperationOf(call), Amount = amount };
                attempts.Add(await SendCarefullyAsync(gateway, clock, call, attempt));
                clock.Advance(Duration.FromMinutes(random.Below(200)));
            }

            for (var i = 0; i < attempts.Count; i++)
            {
                if (attempts[i].Capturable(clock.GetCurrentInstant()) is { IsPositive: true } held)
                {
                    attempts[i] = await SendCarefullyAsync(gateway, clock, new GatewayCall.Capture { Key = $"k{i}/capture", Attempt = $"k{i}", Amount = held }, attempts[i]);
                }

                if (random.OneIn(3) && attempts[i].Position.Refundable is { IsPositive: true } refundable)
                {
                    attempts[i] = attempts[i].RequestRefund($"k{i}/refund", refundable);
                    attempts[i] = await SendCarefullyAsync(gateway, clock, new GatewayCall.Refund { Key = $"k{i}/refund", Attempt = $"k{i}", Amount = refundable }, attempts[i]);
                }
            }

            clock.Advance(Duration.FromDays(30));
            var messages = gateway.TakeEvents().ToLookup(e => e.AttemptKey);
            for (var i = 0; i < attempts.Count; i++)
            {
                var known = await AskAsync(gateway, messages[$"k{i}"].Aggregate(attempts[i], (attempt, e) => attempt.Apply(e)), $"k{i}");
                var truth = gateway.TakenFrom($"b{i}", Eur);
                Assert.InRange(truth.Payments, 0, 1);
                Assert.True(truth.Captured <= known.Amount);
                Assert.Equal((truth.Captured, truth.Refunded), (known.Position.Captured, known.Position.Refunded));
                Assert.Equal(Money.Max(truth.Net, Money.Zero(Eur)), known.Position.Net);
                seen.Add(known.Status);
            }
        }

        Assert.Superset(
            new HashSet<PaymentStatus>
            {
                PaymentStatus.Captured, PaymentStatus.Failed, PaymentStatus.Refunded, PaymentStatus.Disputed, PaymentStatus.ChargedBack, PaymentStatus.Expired,
            },
            seen);
    }

    /// <summary>Sends until something is known; before each repetition it asks, also a day later, when the provider has forgotten the key.</summary>
    private static async Task<PaymentAttempt> SendCarefullyAsync(SimulatedGateway gateway, TestClock clock, GatewayCall call, PaymentAttempt attempt)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            try
            {
                return await gateway.SendAsync(call) is GatewayAnswer.Known known ? known.Events.Aggregate(attempt, (all, e) => all.Apply(e)) : attempt;
            }
            catch (TimeoutException)
            {
                clock.Advance(Duration.FromHours(tries % 2 == 0 ? 25 : 1));
            }

            if (await gateway.AskAsync(call.Key) is not GatewayAnswer.NotKnown)
            {
                return await AskAsync(gateway, attempt, call.Key);
            }
        }

        throw new InvalidOperationException("No luck in twenty tries.");
    }

    private static async Task<PaymentAttempt> AskAsync(SimulatedGateway gateway, PaymentAttempt attempt, string key) =>
        await gateway.AskAsync(key) is GatewayAnswer.Known known ? known.Events.Aggregate(attempt, (all, e) => all.Apply(e)) : attempt;

    private static GatewayCall CallOf(SplitMix64 random, string key, string backer, Money amount) => random.Below(4) switch
    {
        0 => new GatewayCall.CreatePayLink { Key = key, Backer = backer, Amount = amount },
        1 => new GatewayCall.Charge { Key = key, Backer = backer, Method = "m", Amount = amount },
        2 => new GatewayCall.Debit { Key = key, Backer = backer, Mandate = "m", Amount = amount },
        _ => new GatewayCall.Authorise { Key = key, Backer = backer, Method = "m", Amount = amount },
    };

    private static PaymentOperation OperationOf(GatewayCall call) => call switch
    {
        GatewayCall.CreatePayLink => PaymentOperation.PayLink,
        GatewayCall.Charge => PaymentOperation.Charge,
        GatewayCall.Debit => PaymentOperation.Debit,
        _ => PaymentOperation.Authorise,
    };
}
