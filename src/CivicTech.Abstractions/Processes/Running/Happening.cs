using System.Collections.Immutable;
using CivicTech.Receipts;
using NodaTime;

namespace CivicTech.Processes.Running;

/// <summary>What one command did: an entry of the journal, with its events.</summary>
/// <typeparam name="TEvent">The events of the process.</typeparam>
public sealed class Happening<TEvent>
{
    internal Happening(long version, Instant at, string? by, string? key, ImmutableArray<TEvent> events, Digest digest)
    {
        (Version, At, By, Key, Events, Digest) = (version, at, by, key, events, digest);
    }

    /// <summary>The number of the entry, from 1.</summary>
    public long Version { get; }

    /// <summary>When it was decided.</summary>
    public Instant At { get; }

    /// <summary>Who asked; null when it was nobody in particular.</summary>
    public string? By { get; }

    /// <summary>The key of the command; null when it had none.</summary>
    public string? Key { get; }

    /// <summary>What happened, in order.</summary>
    public ImmutableArray<TEvent> Events { get; }

    /// <summary>Of this entry and all before.</summary>
    public Digest Digest { get; }
}
