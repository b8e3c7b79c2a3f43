namespace CivicTech.Processes.Running;

/// <summary>Where a process keeps its <see cref="PendingEffect{TEffect}"/>s.</summary>
/// <typeparam name="TState">The state of the process.</typeparam>
/// <typeparam name="TCommand">What can be asked.</typeparam>
/// <typeparam name="TEffect">What is to be done outside.</typeparam>
public interface IEffectFormat<TState, TCommand, TEffect>
    where TState : class
    where TCommand : IProcessCommand
    where TEffect : class
{
    /// <summary>What the names of their documents begin with, such as <c>effect/</c>; the key follows.</summary>
    string EffectPrefix { get; }

    /// <summary>The command that starts an effect that is due.</summary>
    /// <param name="key">The key of the effect.</param>
    TCommand Start(string key);

    /// <summary>The effect of a key; null when its outcome is known by now.</summary>
    /// <param name="state">The state.</param>
    /// <param name="key">The key of the effect.</param>
    PendingEffect<TEffect>? FindEffect(TState state, string key);
}
