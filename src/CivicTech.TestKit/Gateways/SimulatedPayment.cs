using CivicTech.Amounts;
using CivicTech.Crowdfunding.Collection;
using NodaTime;

namespace CivicTech.TestKit.Gateways;

/// <summary>One payment as the provider knows it.</summary>
internal sealed class SimulatedPayment(string id, string attempt, string backer, Money amount)
{
    private readonly List<ProviderEvent> _truth = [];

    internal string Id => id;

    internal string Attempt => attempt;

    internal string Backer => backer;

    internal Money Amount => amount;

    internal Uri? Link { get; init; }

    /// <summary>What goes wrong when the link is paid.</summary>
    internal Mishap LinkMishap { get; init; }

    internal Money Captured { get; private set; } = Money.Zero(amount.Currency);

    internal bool IsHeld { get; set; }

    /// <summary>Whether a hold or link can no longer be used: expired, let go, captured or paid.</summary>
    internal bool IsClosed { get; set; }

    internal bool IsExpired { get; set; }

    internal SortedDictionary<string, Money> Refunds { get; } = new(StringComparer.Ordinal);

    internal List<SimulatedDispute> Disputes { get; } = [];

    internal Money Refunded => Refunds.Values.Aggregate(Money.Zero(amount.Currency), (sum, refund) => sum + refund);

    internal Money Disputed => Disputes.Where(dispute => dispute.HasMoney)
        .Aggregate(Money.Zero(amount.Currency), (sum, dispute) => sum + dispute.Amount);

    /// <summary>All that truly happened.</summary>
    internal IReadOnlyList<ProviderEvent> Truth => _truth;

    internal void Take(Money taken)
    {
        Captured += taken;
        IsClosed = true;
    }

    /// <summary>Notes that something happened.</summary>
    internal ProviderEvent Note(ProviderEventKind kind, Instant at, Func<ProviderEvent, ProviderEvent>? more = null)
    {
        var plain = new ProviderEvent { EventId = $"{id}.{_truth.Count + 1}", AttemptKey = attempt, Kind = kind, OccurredAt = at, PaymentId = id };
        var noted = more is null ? plain : more(plain);
        _truth.Add(noted);
        return noted;
    }
}
