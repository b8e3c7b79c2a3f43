using CivicTech.Amounts;
using CivicTech.Crowdfunding.Collection;
using NodaTime;

namespace CivicTech.TestKit.Gateways;

/// <summary>One transfer to a payee as the provider knows it.</summary>
internal sealed class SimulatedPayout(string id, string key, string payee, Money amount)
{
    private readonly List<ProviderEvent> _truth = [];

    internal string Key => key;

    internal string Payee => payee;

    internal Money Amount => amount;

    /// <summary>Whether the payee has the money.</summary>
    internal bool IsPaid { get; set; }

    /// <summary>All that truly happened.</summary>
    internal IReadOnlyList<ProviderEvent> Truth => _truth;

    /// <summary>Notes that something happened.</summary>
    internal ProviderEvent Note(ProviderEventKind kind, Instant at, string? failure = null)
    {
        var noted = new ProviderEvent
        {
            EventId = $"{id}.{_truth.Count + 1}",
            AttemptKey = key,
            Kind = kind,
            OccurredAt = at,
            PaymentId = id,
            Amount = amount,
            FailureCode = failure,
        };
        _truth.Add(noted);
        return noted;
    }
}
