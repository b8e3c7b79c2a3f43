using System.Collections.Immutable;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Processes;

namespace CivicTech.Crowdfunding.Reading;

/// <summary>An event of a provider that no campaign takes.</summary>
public sealed class RefusedEvent
{
    internal RefusedEvent(ProviderEvent providerEvent, ImmutableArray<Refusal> refusals)
    {
        (Event, Refusals) = (providerEvent, refusals);
    }

    /// <summary>The event.</summary>
    public ProviderEvent Event { get; }

    /// <summary>Why; at least one reason.</summary>
    public ImmutableArray<Refusal> Refusals { get; }
}
