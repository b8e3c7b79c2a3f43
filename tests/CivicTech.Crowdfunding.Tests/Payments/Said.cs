using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Tests.Campaigns;
using NodaTime;

namespace CivicTech.Crowdfunding.Tests.Payments;

/// <summary>What a provider says, in euros, of the attempts of the campaign of <see cref="Play"/>.</summary>
internal static class Said
{
    internal const string First = $"{Play.Campaign}/p1/1";

    internal static ProviderEvent Of(ProviderEventKind kind, Instant at, string attempt = First) =>
        new() { EventId = $"{kind} {attempt} {at}", AttemptKey = attempt, Kind = kind, OccurredAt = at };

    internal static ProviderEvent Captured(decimal euros, Instant at, string payment = "payment-1", decimal? fee = null, string attempt = First) =>
        Of(ProviderEventKind.Captured, at, attempt) with { PaymentId = payment, Amount = Play.Eur(euros), Fee = fee is { } kept ? Play.Eur(kept) : null };

    internal static ProviderEvent Refunded(decimal euros, string refund, Instant at, string attempt = First) =>
        Of(ProviderEventKind.RefundCompleted, at, attempt) with { RefundKey = refund, Amount = Play.Eur(euros) };

    internal static ProviderEvent RefundFailed(string refund, Instant at, string attempt = First) =>
        Of(ProviderEventKind.RefundFailed, at, attempt) with { RefundKey = refund, FailureCode = "closed-account" };

    internal static ProviderEvent Dispute(ProviderEventKind kind, Instant at, decimal? euros = null, string attempt = First) =>
        Of(kind, at, attempt) with { DisputeId = "dispute-1", Amount = euros is { } amount ? Play.Eur(amount) : null };
}
