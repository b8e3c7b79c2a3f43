using System.Collections.Immutable;

namespace CivicTech.Processes;

/// <summary>A decision in the making: events are folded as they are found, refusals collected.</summary>
/// <typeparam name="TState">The state of the process.</typeparam>
/// <typeparam name="TEvent">Its events.</typeparam>
/// <remarks>Lives for one call of <see cref="IProcess{TState,TCommand,TEvent}.Decide"/>; not for several threads.</remarks>
public sealed class Turn<TState, TEvent>
    where TState : class
    where TEvent : class
{
    private readonly TState _before;
    private readonly Func<TState, TEvent, TState> _evolve;
    private readonly ImmutableArray<TEvent>.Builder _events = ImmutableArray.CreateBuilder<TEvent>();
    private readonly ImmutableArray<Refusal>.Builder _refusals = ImmutableArray.CreateBuilder<Refusal>();

    /// <summary>A turn that begins at a state.</summary>
    /// <param name="state">The state as it is.</param>
    /// <param name="evolve">The fold of the process.</param>
    public Turn(TState state, Func<TState, TEvent, TState> evolve)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(evolve);
        _before = State = state;
        _evolve = evolve;
    }

    /// <summary>The state after the events so far.</summary>
    public TState State { get; private set; }

    /// <summary>Whether a reason against it was found.</summary>
    public bool IsRefused => _refusals.Count > 0;

    /// <summary>Something happens.</summary>
    /// <param name="happened">The event; it is folded into <see cref="State"/>.</param>
    public void Apply(TEvent happened)
    {
        State = _evolve(State, happened);
        _events.Add(happened);
    }

    /// <summary>Something speaks against it.</summary>
    /// <param name="refusal">The reason.</param>
    public void Refuse(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        _refusals.Add(refusal);
    }

    /// <summary>Refuses when a condition does not hold.</summary>
    /// <param name="holds">What must be true.</param>
    /// <param name="refusal">Made only when it is not.</param>
    /// <returns><paramref name="holds"/>.</returns>
    public bool Require(bool holds, Func<Refusal> refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        if (!holds)
        {
            Refuse(refusal());
        }

        return holds;
    }

    /// <summary>The decision: one refusal undoes every event of the turn.</summary>
    public Decision<TState, TEvent> Decide() => IsRefused
        ? new Decision<TState, TEvent>(_before, [], _refusals.ToImmutable())
        : new Decision<TState, TEvent>(State, _events.ToImmutable(), []);
}
