using System.Collections.Immutable;

namespace CivicTech.Processes;

/// <summary>The answer of a process to a command: what happened, or why nothing did.</summary>
/// <typeparam name="TState">The state of the process.</typeparam>
/// <typeparam name="TEvent">Its events.</typeparam>
public sealed class Decision<TState, TEvent>
{
    internal Decision(TState state, ImmutableArray<TEvent> events, ImmutableArray<Refusal> refusals)
    {
        State = state;
        Events = events;
        Refusals = refusals;
    }

    /// <summary>Nothing was refused. It may be accepted without an event: what was asked had happened already.</summary>
    public bool IsAccepted => Refusals.IsEmpty;

    /// <summary>The state after the events; the state as it was when refused.</summary>
    public TState State { get; }

    /// <summary>What happened, in order; empty when refused.</summary>
    public ImmutableArray<TEvent> Events { get; }

    /// <summary>Every reason against it, not only the first; empty when accepted.</summary>
    public ImmutableArray<Refusal> Refusals { get; }
}
