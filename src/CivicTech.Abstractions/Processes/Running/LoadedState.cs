using NodaTime;

namespace CivicTech.Processes.Running;

/// <summary>A state as a store has it.</summary>
/// <typeparam name="TState">The state of the process.</typeparam>
public sealed class LoadedState<TState>
{
    internal LoadedState(TState state, long version, Instant at)
    {
        (State, Version, At) = (state, version, at);
    }

    /// <summary>The state, with the parts that were asked for.</summary>
    public TState State { get; }

    /// <summary>The number of the last entry of its journal.</summary>
    public long Version { get; }

    /// <summary>When that entry was decided.</summary>
    public Instant At { get; }
}
