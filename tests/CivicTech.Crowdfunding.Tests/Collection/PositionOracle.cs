using CivicTech.Crowdfunding.Collection;
using static CivicTech.Crowdfunding.Collection.ProviderEventKind;

namespace CivicTech.Crowdfunding.Tests.Collection;

/// <summary>The money of an attempt said of the whole set of its events at once, in plain whole numbers.</summary>
internal static class PositionOracle
{
    internal static (long Captured, long Refunded, long Lost, long Open, long Net, long ProviderFee, long DisputeFee) Of(IReadOnlyCollection<ProviderEvent> events)
    {
        var captures = events.Where(e => e.Kind == Captured).ToLookup(e => e.PaymentId);
        var refunds = events.Where(e => e.Kind is RefundCompleted or RefundFailed).ToLookup(e => e.RefundKey);
        var disputes = events.Where(e => e.DisputeId is not null).ToLookup(e => e.DisputeId);

        var captured = captures.Sum(Most);
        var refunded = Math.Min(captured, refunds.Where(WentOut).Sum(one => Most(one.Where(e => e.Kind == RefundCompleted))));
        var lost = Math.Min(captured - refunded, disputes.Where(one => Word(one) == DisputeLost).Sum(Most));
        var open = Math.Min(captured - refunded - lost, disputes.Where(one => Word(one) is null).Sum(Most));
        return (
            captured, refunded, lost, open, captured - refunded - lost - open,
            captures.Sum(Fee) + refunds.Sum(one => Fee(one.Where(e => e.Kind == RefundCompleted))),
            disputes.Sum(Fee));
    }

    private static bool WentOut(IEnumerable<ProviderEvent> one) =>
        one.OrderBy(e => e.OccurredAt).ThenBy(e => e.Kind == RefundCompleted).Last().Kind == RefundCompleted;

    private static ProviderEventKind? Word(IEnumerable<ProviderEvent> one) => one.Where(e => e.Kind != DisputeOpened)
        .OrderBy(e => e.OccurredAt).ThenBy(e => e.Kind switch { DisputeLost => 0, DisputeWon => 1, _ => 2 })
        .Select(e => (ProviderEventKind?)e.Kind).LastOrDefault();

    private static long Most(IEnumerable<ProviderEvent> one) => one.Max(e => e.Amount?.MinorUnits) ?? 0;

    private static long Fee(IEnumerable<ProviderEvent> one) => one.Max(e => e.Fee?.MinorUnits) ?? 0;
}
