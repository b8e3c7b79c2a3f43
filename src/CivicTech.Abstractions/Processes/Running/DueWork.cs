using System.Collections.Immutable;
using CivicTech.Processes.Storage;

namespace CivicTech.Processes.Running;

/// <summary>Does the work that is due in all processes of a kind: the host's scheduler calls it as often as it likes, on as many machines as it likes.</summary>
/// <typeparam name="TState">The state of the process.</typeparam>
/// <typeparam name="TCommand">What can be asked.</typeparam>
/// <typeparam name="TEvent">What can happen.</typeparam>
/// <typeparam name="TEffect">What is to be done outside.</typeparam>
public sealed class DueWork<TState, TCommand, TEvent, TEffect>
    where TState : class
    where TCommand : IProcessCommand
    where TEvent : class
    where TEffect : class
{
    // Calls to the outside wait most of their time.
    private const int AtOnce = 16;
    private const int ListLimit = 256;

    private readonly ProcessRunner<TState, TCommand, TEvent> _runner;
    private readonly IEffectFormat<TState, TCommand, TEffect> _effects;
    private readonly IEffectHandler<TEffect, TCommand> _handler;

    /// <summary>Work on the processes of a runner.</summary>
    /// <param name="runner">Runs the commands.</param>
    /// <param name="effects">Finds the effects.</param>
    /// <param name="handler">Does them.</param>
    public DueWork(ProcessRunner<TState, TCommand, TEvent> runner, IEffectFormat<TState, TCommand, TEffect> effects, IEffectHandler<TEffect, TCommand> handler)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(effects);
        ArgumentNullException.ThrowIfNull(handler);
        (_runner, _effects, _handler) = (runner, effects, handler);
    }

    /// <summary>Does all that is due now, and what becomes due by it, until nothing is.</summary>
    /// <param name="cancellationToken">Stops after what has begun.</param>
    /// <returns>What was done. What failed stands in it and is due again: an effect later, other work at the next call.</returns>
    /// <exception cref="OperationCanceledException">It was stopped; what is left is done by the next call.</exception>
    public async Task<WorkReport> AdvanceAsync(CancellationToken cancellationToken = default)
    {
        var tally = new WorkTally();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var listed = await _runner.Store.ListDueAsync(_runner.Format.Kind, _runner.Clock.GetCurrentInstant(), ListLimit + tally.Failed, cancellationToken).ConfigureAwait(false);
            var due = tally.Begin(listed);
            if (due.Count == 0)
            {
                return tally.ToReport();
            }

            // An effect is work of its own; the other documents of a process are moved on together.
            var work = due.GroupBy(document => (document.Process, Effect: IsEffect(document) ? document.Name : null)).Select(group => group.ToImmutableArray());
            foreach (var some in work.Chunk(AtOnce))
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var done in await Task.WhenAll(some.Select(documents => DoAsync(documents, cancellationToken))).ConfigureAwait(false))
                {
                    tally.Add(done);
                }
            }
        }
    }

    private bool IsEffect(DueDocument document) => document.Name.StartsWith(_effects.EffectPrefix, StringComparison.Ordinal);

    private async Task<WorkDone> DoAsync(ImmutableArray<DueDocument> documents, CancellationToken cancellationToken)
    {
        var isEffect = IsEffect(documents[0]);
        try
        {
            var isDone = isEffect ? await DoEffectAsync(documents[0], cancellationToken).ConfigureAwait(false) : await MoveOnAsync(documents).ConfigureAwait(false);
            return new WorkDone(documents, isEffect, isDone, null);
        }
        catch (Exception exception)
        {
            return new WorkDone(documents, isEffect, false, exception);
        }
    }

    private async Task<bool> MoveOnAsync(ImmutableArray<DueDocument> documents)
    {
        var moved = await _runner.ExecuteAsync(documents[0].Process.Value, _runner.Format.Advance([.. documents.Select(document => document.Name)])).ConfigureAwait(false);
        RequireAccepted(moved, "Work that is due");
        return !moved.Events.IsEmpty;
    }

    private async Task<bool> DoEffectAsync(DueDocument document, CancellationToken cancellationToken)
    {
        var key = document.Name[_effects.EffectPrefix.Length..];
        var started = await _runner.ExecuteAsync(document.Process.Value, _effects.Start(key), CancellationToken.None).ConfigureAwait(false);
        RequireAccepted(started, "The start of an effect that is due");

        // Nothing happened: another machine was quicker, or the outcome came meanwhile.
        if (started.Events.IsEmpty || _effects.FindEffect(started.State, key) is not { } effect)
        {
            return false;
        }

        foreach (var outcome in await _handler.HandleAsync(document.Process, effect, cancellationToken).ConfigureAwait(false))
        {
            RequireAccepted(await _runner.ExecuteAsync(document.Process.Value, outcome, CancellationToken.None).ConfigureAwait(false), "The outcome of an effect");
        }

        return true;
    }

    private static void RequireAccepted(Execution<TState, TEvent> execution, string what)
    {
        if (!execution.IsAccepted)
        {
            throw new InvalidOperationException($"{what} was refused: {string.Join("; ", execution.Refusals)}");
        }
    }
}
