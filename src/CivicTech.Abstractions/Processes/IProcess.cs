using NodaTime;

namespace CivicTech.Processes;

/// <summary>
/// A process as two pure functions: no clock, no randomness, no storage. Whoever holds a state can use it; <see cref="Running.ProcessRunner{TState,TCommand,TEvent}"/> adds storage, time and
/// concurrency.
/// </summary>
/// <typeparam name="TState">Immutable.</typeparam>
/// <typeparam name="TCommand">What can be asked.</typeparam>
/// <typeparam name="TEvent">What can happen; immutable.</typeparam>
public interface IProcess<TState, TCommand, TEvent>
    where TState : class
    where TCommand : IProcessCommand
    where TEvent : class
{
    /// <summary>The state before anything happened.</summary>
    TState Initial { get; }

    /// <summary>What follows from a command: events and the state after them, or refusals.</summary>
    /// <param name="state">The state as it is.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">The instant of the decision; never before the instant of an earlier decision.</param>
    Decision<TState, TEvent> Decide(TState state, TCommand command, Instant now);

    /// <summary>The state after an event. <see cref="Decide"/> uses the same fold, so the events folded give the state.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="happened">The event.</param>
    TState Evolve(TState state, TEvent happened);
}
