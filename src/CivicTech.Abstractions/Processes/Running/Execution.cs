using System.Collections.Immutable;
using NodaTime;

namespace CivicTech.Processes.Running;

/// <summary>What became of a command.</summary>
/// <typeparam name="TState">The state of the process.</typeparam>
/// <typeparam name="TEvent">Its events.</typeparam>
public sealed class Execution<TState, TEvent>
{
    internal Execution(TState state, ImmutableArray<TEvent> events, ImmutableArray<Refusal> refusals, long version, Instant at, bool isRepeat)
    {
        State = state;
        Events = events;
        Refusals = refusals;
        Version = version;
        At = at;
        IsRepeat = isRepeat;
    }

    /// <summary>Nothing was refused.</summary>
    public bool IsAccepted => Refusals.IsEmpty;

    /// <summary>The command had been done before, under the same key: <see cref="Events"/> are those of that time, and nothing happened now.</summary>
    public bool IsRepeat { get; }

    /// <summary>What happened, in order; empty when refused, or when there was nothing left to do.</summary>
    public ImmutableArray<TEvent> Events { get; }

    /// <summary>Every reason against it; empty when accepted.</summary>
    public ImmutableArray<Refusal> Refusals { get; }

    /// <summary>The state afterwards, with the parts that the decision needed.</summary>
    public TState State { get; }

    /// <summary>The version of the process afterwards; 0 when it does not exist.</summary>
    public long Version { get; }

    /// <summary>The instant of the decision, of that time for a repeat: the one that counts, on whatever machine it was made.</summary>
    public Instant At { get; }
}
