using System.Collections.Immutable;
using CivicTech.Processes.Storage;

namespace CivicTech.Processes.Running;

/// <summary>Does outside what a process asks for.</summary>
/// <typeparam name="TEffect">What is to be done outside.</typeparam>
/// <typeparam name="TCommand">What can be asked of the process.</typeparam>
public interface IEffectHandler<TEffect, TCommand>
    where TEffect : class
    where TCommand : IProcessCommand
{
    /// <summary>Does it, or finds out what became of it when it was started before.</summary>
    /// <param name="process">Which process asks.</param>
    /// <param name="effect">What is to be done, and the key to do it under.</param>
    /// <param name="cancellationToken">Gives up; the effect is due again later.</param>
    /// <returns>What to tell the process, in order. An effect whose outcome is not among it stays pending and is due again. So it is after an exception.</returns>
    ValueTask<ImmutableArray<TCommand>> HandleAsync(ProcessId process, PendingEffect<TEffect> effect, CancellationToken cancellationToken);
}
