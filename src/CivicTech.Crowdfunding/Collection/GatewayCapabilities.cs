using System.Collections.Immutable;
using NodaTime;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>What a gateway can do. It does not change while the host runs.</summary>
public sealed record GatewayCapabilities
{
    /// <summary>The ways of collecting that it supports; each once, in the order of the enumeration however they are given.</summary>
    public required ImmutableArray<CollectionMode> Modes
    {
        get => field.IsDefault ? [] : field;
        init => field = value.IsDefault ? [] : [.. value.Distinct().Order()];
    }

    /// <summary>How long a hold lives at least; <see langword="null"/> when it is not known, or there are no holds.</summary>
    public Duration? AuthorisationWindow { get; init; }

    /// <summary>Whether less than what is held can be captured (once; the rest is released).</summary>
    public bool PartialCapture { get; init; }

    /// <summary>
    /// Whether <see cref="IPaymentGateway.AskAsync"/> finds what was done by its key. Without it, a call without an answer
    /// stays in doubt until an event comes or a person looks.
    /// </summary>
    public bool LookupByKey { get; init; }

    /// <summary>Whether it can pay out; else the host pays by other means and hands in what happened.</summary>
    public bool Payouts { get; init; }

    /// <summary>Whether it supports a way of collecting.</summary>
    /// <param name="mode">The way; <see cref="CollectionMode.Offline"/> needs no gateway and is always supported.</param>
    public bool Supports(CollectionMode mode) => mode is CollectionMode.Offline || Modes.Contains(mode);

    /// <summary>Whether a hold surely lives as long as needed.</summary>
    /// <param name="needed">From the hold to its capture.</param>
    public bool CanHoldFor(Duration needed) => AuthorisationWindow is { } window && needed < window;

    /// <summary>Whether both say the same.</summary>
    /// <param name="other">Other capabilities.</param>
    public bool Equals(GatewayCapabilities? other) => other is not null
        && AuthorisationWindow == other.AuthorisationWindow
        && PartialCapture == other.PartialCapture
        && LookupByKey == other.LookupByKey
        && Payouts == other.Payouts
        && Modes.AsSpan().SequenceEqual(other.Modes.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Modes.Length, AuthorisationWindow, PartialCapture, LookupByKey, Payouts);
}
