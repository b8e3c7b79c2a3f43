using System.Collections.Immutable;
using CivicTech.Crowdfunding.Collection;
using NodaTime;

namespace CivicTech.TestKit.Gateways;

/// <summary>How a <see cref="SimulatedGateway"/> behaves. What is not said is honest and prompt.</summary>
public sealed class GatewayBehaviour
{
    /// <summary>All modes, holds of seven days, keys kept for 24 hours; nothing goes wrong, and messages come at once, in order, once.</summary>
    public static GatewayBehaviour Honest { get; } = new();

    /// <summary>
    /// Everything goes wrong now and then: four calls of ten have a mishap, and messages are late, repeated and out of order. Amounts are right,
    /// since no caller can know better than a provider that misstates them.
    /// </summary>
    public static GatewayBehaviour Hostile { get; } = new()
    {
        Odds = Enum.GetValues<Mishap>()
            .Where(mishap => mishap is not Mishap.None and not Mishap.WrongAmount)
            .ToImmutableSortedDictionary(mishap => mishap, _ => 3),
        MessageDelay = Duration.FromHours(6),
        RepeatedMessages = 30,
        KeepsOrder = false,
        LinkPaidAfter = Duration.FromHours(2),
    };

    /// <summary>What the gateway says that it can do.</summary>
    public GatewayCapabilities Capabilities { get; init; } = new()
    {
        Modes = [.. Enum.GetValues<CollectionMode>()],
        AuthorisationWindow = Duration.FromDays(7),
        PartialCapture = true,
        LookupByKey = true,
        Payouts = true,
    };

    /// <summary>How many of 100 calls have each mishap; together at most 100.</summary>
    /// <exception cref="ArgumentException">A number is negative, or they sum to more than 100.</exception>
    public ImmutableSortedDictionary<Mishap, int> Odds
    {
        get;
        init => field = value.Values.All(percent => percent >= 0) && value.Values.Sum() <= 100
            ? value
            : throw new ArgumentException("Odds are not negative and sum to at most 100.", nameof(Odds));
    } = ImmutableSortedDictionary<Mishap, int>.Empty;

    /// <summary>How long a key protects from performing the same call again. After that it is performed again.</summary>
    public Duration KeyMemory { get; init; } = Duration.FromHours(24);

    /// <summary>What the provider keeps of each payment, in minor units.</summary>
    public long FeePerPayment { get; init; }

    /// <summary>What the provider charges for each dispute, in minor units.</summary>
    public long FeePerDispute { get; init; }

    /// <summary>When what comes later comes: at this interval, one thing after the other.</summary>
    public Duration LaterBy { get; init; } = Duration.FromHours(1);

    /// <summary>How long a debit is on its way.</summary>
    public Duration DebitTakes { get; init; } = Duration.FromDays(3);

    /// <summary>
    /// How long after it was made a backer pays a link; <see langword="null"/> when only the test does, by
    /// <see cref="SimulatedGateway.PayLink(string)"/>.
    /// </summary>
    public Duration? LinkPaidAfter { get; init; }

    /// <summary>By how much messages are late at most; each by its own time.</summary>
    public Duration MessageDelay { get; init; } = Duration.Zero;

    /// <summary>How many of 100 messages never come; answers, and who asks, tell all the same.</summary>
    public int LostMessages { get; init; }

    /// <summary>How many of 100 messages come twice.</summary>
    public int RepeatedMessages { get; init; }

    /// <summary>Whether messages that are taken together come in the order in which they were sent.</summary>
    public bool KeepsOrder { get; init; } = true;
}
