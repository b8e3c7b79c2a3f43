using CivicTech.Amounts;
using CivicTech.Crowdfunding.Collection;
using NodaTime;

namespace CivicTech.Crowdfunding.Tests.Collection;

/// <summary>Short ways to write attempts and events of tests: minutes since noon, amounts in euro.</summary>
internal static class Events
{
    internal const string Key = "pledge-1/1";

    internal static readonly Instant Noon = Instant.FromUtc(2026, 3, 2, 12, 0);

    internal static Money Euro(decimal amount) => Money.Of(amount, "EUR");

    internal static Instant At(int minute) => Noon + Duration.FromMinutes(minute);

    internal static PaymentAttempt Attempt(decimal amount = 100, PaymentOperation operation = PaymentOperation.Charge) =>
        new() { Key = Key, Operation = operation, Amount = Euro(amount) };

    internal static ProviderEvent Event(ProviderEventKind kind, int minute = 0) =>
        new() { EventId = $"{kind}-{minute}", AttemptKey = Key, Kind = kind, OccurredAt = At(minute) };

    internal static ProviderEvent Captured(decimal amount = 100, int minute = 0, string payment = "pay-1", decimal? fee = null) =>
        Event(ProviderEventKind.Captured, minute) with { PaymentId = payment, Amount = Euro(amount), Fee = fee is { } kept ? Euro(kept) : null };

    internal static ProviderEvent Failed(int minute = 0, string? code = "declined") => Event(ProviderEventKind.Failed, minute) with { FailureCode = code };

    internal static ProviderEvent Authorised(decimal amount = 100, int minute = 0, int? until = null) =>
        Event(ProviderEventKind.Authorised, minute) with { Amount = Euro(amount), CaptureBefore = until is { } end ? At(end) : null };

    internal static ProviderEvent Refunded(decimal amount, string key = "refund-1", int minute = 0) =>
        Event(ProviderEventKind.RefundCompleted, minute) with { RefundKey = key, Amount = Euro(amount) };

    internal static ProviderEvent RefundFailed(string key = "refund-1", int minute = 0) =>
        Event(ProviderEventKind.RefundFailed, minute) with { RefundKey = key, FailureCode = "closed-account" };

    internal static ProviderEvent Disputed(decimal amount = 100, string id = "dispute-1", int minute = 0, decimal? fee = null) =>
        Event(ProviderEventKind.DisputeOpened, minute) with { DisputeId = id, Amount = Euro(amount), Fee = fee is { } taken ? Euro(taken) : null };

    internal static ProviderEvent Dispute(ProviderEventKind kind, string id = "dispute-1", int minute = 0) => Event(kind, minute) with { DisputeId = id };

    internal static PaymentAttempt After(this PaymentAttempt attempt, params IEnumerable<ProviderEvent> events) =>
        events.Aggregate(attempt, (known, e) => known.Apply(e));

    /// <summary>All orders of a list (Heap's algorithm).</summary>
    internal static IEnumerable<T[]> Permutations<T>(T[] items)
    {
        var order = items.ToArray();
        var counts = new int[order.Length];
        yield return [.. order];
        for (var i = 1; i < order.Length;)
        {
            if (counts[i] < i)
            {
                var j = i % 2 == 0 ? 0 : counts[i];
                (order[i], order[j]) = (order[j], order[i]);
                yield return [.. order];
                counts[i]++;
                i = 1;
            }
            else
            {
                counts[i++] = 0;
            }
        }
    }
}
