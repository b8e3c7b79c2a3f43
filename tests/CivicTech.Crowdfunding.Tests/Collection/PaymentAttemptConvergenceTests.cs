using CivicTech.Crowdfunding.Collection;
using static CivicTech.Crowdfunding.Tests.Collection.Events;

namespace CivicTech.Crowdfunding.Tests.Collection;

/// <summary>Order and repetition of events do not matter.</summary>
public sealed class PaymentAttemptConvergenceTests
{
    private static readonly ProviderEvent[][] Stories =
    [
        [Event(ProviderEventKind.Processing, 1), Failed(2), Event(ProviderEventKind.Processing, 3), Captured(100, 4), Refunded(40, minute: 5), Refunded(60, "refund-2", 6)],
        [Authorised(100, 1, 900), Event(ProviderEventKind.ActionRequired), Event(ProviderEventKind.Expired, 900), Captured(70, 901), Failed(902), Event(ProviderEventKind.Unknown, 903)],
        [Captured(fee: 1.5m), Refunded(100, minute: 1), Disputed(minute: 2, fee: 15), Dispute(ProviderEventKind.DisputeLost, minute: 3), Dispute(ProviderEventKind.DisputeReversed, minute: 4), RefundFailed(minute: 5)],
        [Failed(1, "a"), Failed(1, "b"), Failed(1, null), Event(ProviderEventKind.Processing, 1), Event(ProviderEventKind.ActionRequired, 1), Event(ProviderEventKind.Voided, 1)],
        [Captured(), Captured(payment: "pay-2"), Captured(50), Captured(fee: 2), Refunded(30), RefundFailed()],
        [Disputed(40), Disputed(60, "dispute-2", 1), Dispute(ProviderEventKind.DisputeWon, minute: 2), Dispute(ProviderEventKind.DisputeLost, "dispute-2", 2), Captured(100, 3), Refunded(10, minute: 4)],
    ];

    public static TheoryData<int> StoryNumbers() => [.. Enumerable.Range(0, Stories.Length)];

    [Theory]
    [MemberData(nameof(StoryNumbers))]
    public void P04_Apply_EveryOrderOfAStory_KnowsTheSame(int number)
    {
        var expected = Attempt().After(Stories[number]);
        var orders = 0;
        foreach (var order in Permutations(Stories[number]))
        {
            var known = Attempt().After(order);
            Assert.Equal(expected, known);
            Assert.Equal(expected.Status, known.Status);
            Assert.Equal(expected.Position, known.Position);
            orders++;
        }

        Assert.Equal(720, orders);
    }

    [Theory]
    [MemberData(nameof(StoryNumbers))]
    public void P03_Apply_EveryEventAgainAtAnyTime_ReturnsTheSameInstance(int number)
    {
        foreach (var order in Permutations(Stories[number]))
        {
            var known = Attempt();
            for (var i = 0; i < order.Length; i++)
            {
                known = known.Apply(order[i]);
                for (var again = 0; again <= i; again++)
                {
                    Assert.Same(known, known.Apply(order[again]));
                }
            }
        }
    }

    [Fact]
    public void P04_Apply_RandomManyEventsInRandomOrdersWithRepetitions_KnowsTheSame()
    {
        for (var seed = 0UL; seed < 1_000; seed++)
        {
            var random = new SplitMix64(seed);
            var events = Enumerable.Range(0, random.Between(7, 25)).Select(_ => RandomEvents.Next(random)).ToList();
            var expected = Attempt().After(events);
            for (var run = 0; run < 5; run++)
            {
                var shuffled = events.Concat(events.Where(_ => random.OneIn(2))).ToList();
                random.Shuffle(shuffled);
                Assert.Equal(expected, Attempt().After(shuffled));
            }
        }
    }

    [Fact]
    public void Apply_RandomEvents_FactsOnlyGrow()
    {
        for (var seed = 0UL; seed < 1_000; seed++)
        {
            var random = new SplitMix64(seed);
            var known = Attempt();
            for (var i = 0; i < 20; i++)
            {
                var more = known.Apply(RandomEvents.Next(random));
                // Below or equal in the order of the semilattice.
                Assert.Same(more.Facts, more.Facts.Join(known.Facts));
                Assert.Equal(more.Facts, known.Facts.Join(more.Facts));
                known = more;
            }
        }
    }

    [Fact]
    public void Join_RandomFacts_IsAssociativeCommutativeAndIdempotent()
    {
        for (var seed = 0UL; seed < 1_000; seed++)
        {
            var random = new SplitMix64(seed);
            var (a, b, c) = (Facts(random), Facts(random), Facts(random));
            Assert.Equal(a.Join(b).Join(c), a.Join(b.Join(c)));
            Assert.Equal(a.Join(b), b.Join(a));
            Assert.Same(a, a.Join(a));
        }

        static PaymentFacts Facts(SplitMix64 random) => Attempt().After(Enumerable.Range(0, random.Below(8)).Select(_ => RandomEvents.Next(random))).Facts;
    }

    [Fact]
    public void Apply_RandomEvents_PositionIsThatOfTheSetOfEvents()
    {
        for (var seed = 0UL; seed < 2_000; seed++)
        {
            var random = new SplitMix64(seed);
            var events = Enumerable.Range(0, random.Below(16)).Select(_ => RandomEvents.Next(random)).ToList();
            var position = Attempt().After(events).Position;
            var expected = PositionOracle.Of(events);
            Assert.Equal(expected, (
                position.Captured.MinorUnits, position.Refunded.MinorUnits, position.DisputedLost.MinorUnits, position.DisputedOpen.MinorUnits,
                position.Net.MinorUnits, position.ProviderFee.MinorUnits, position.DisputeFee.MinorUnits));
        }
    }

    [Fact]
    public void Position_RandomEvents_IsNeverNegativeAndBalances()
    {
        for (var seed = 0UL; seed < 2_000; seed++)
        {
            var random = new SplitMix64(seed);
            var p = Attempt().After(Enumerable.Range(0, random.Below(16)).Select(_ => RandomEvents.Next(random))).Position;
            Assert.All(
                new[] { p.Captured, p.Refunded, p.DisputedOpen, p.DisputedLost, p.Net, p.RefundPending, p.Refundable, p.Contestable, p.Excess },
                amount => Assert.False(amount.IsNegative));
            Assert.Equal(p.Captured, p.Refunded + p.DisputedOpen + p.DisputedLost + p.Net);
            Assert.Equal(p.Net, p.RefundPending + p.Refundable);
        }
    }
}
