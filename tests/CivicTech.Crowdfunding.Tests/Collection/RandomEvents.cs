using CivicTech.Amounts;
using CivicTech.Crowdfunding.Collection;

namespace CivicTech.Crowdfunding.Tests.Collection;

/// <summary>Well-formed events of one attempt, with few identifiers, moments and amounts, so that they often contradict each other.</summary>
internal static class RandomEvents
{
    private static readonly ProviderEventKind[] Kinds =
        [.. Enum.GetValues<ProviderEventKind>().Where(kind => kind is not (ProviderEventKind.PayoutSent or ProviderEventKind.PayoutFailed or ProviderEventKind.PayoutReturned))];

    internal static ProviderEvent Next(SplitMix64 random)
    {
        var kind = random.Pick(Kinds);
        var isDispute = kind is ProviderEventKind.DisputeOpened or ProviderEventKind.DisputeWon or ProviderEventKind.DisputeLost or ProviderEventKind.DisputeReversed;
        var isRefund = kind is ProviderEventKind.RefundCompleted or ProviderEventKind.RefundFailed;
        var hasFee = (isDispute || kind is ProviderEventKind.Captured or ProviderEventKind.RefundCompleted) && random.OneIn(2);
        var needsAmount = kind is ProviderEventKind.Authorised or ProviderEventKind.Captured or ProviderEventKind.RefundCompleted or ProviderEventKind.DisputeOpened;
        return Events.Event(kind, random.Below(6)) with
        {
            EventId = $"e{random.Below(1000)}",
            Amount = needsAmount || random.OneIn(3) ? Euro(random.Between(1, 120)) : null,
            PaymentId = kind is ProviderEventKind.Captured ? random.Pick(["p1", "p2", "p3"]) : null,
            RefundKey = isRefund ? random.Pick(["r1", "r2", "r3"]) : null,
            DisputeId = isDispute ? random.Pick(["d1", "d2"]) : null,
            Fee = hasFee ? Euro(random.Below(10)) : null,
            FailureCode = random.OneIn(2) ? random.Pick(["a", "b", "é"]) : null,
            CaptureBefore = random.OneIn(2) ? Events.At(random.Below(5)) : null,
        };
    }

    private static Money Euro(int amount) => Events.Euro(amount);
}
