using System.Collections.Immutable;
using CivicTech.Receipts;

namespace CivicTech.Processes.Running;

/// <summary>A command and whoever waits for its answer.</summary>
internal sealed class AskedCommand<TState, TCommand, TEvent>(TCommand command, Digest digest, ImmutableArray<string> documents, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource<Execution<TState, TEvent>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal TCommand Command => command;

    internal Digest Digest => digest;

    /// <summary>What deciding it will need besides the head, as far as it was foretold.</summary>
    internal ImmutableArray<string> Documents => documents;

    internal Task<Execution<TState, TEvent>> Answered => _answer.Task;

    internal void Answer(Execution<TState, TEvent> execution) => _answer.TrySetResult(execution);

    internal void Fail(Exception exception) => _answer.TrySetException(exception);

    /// <summary>Whether whoever asked gave up; then it is over.</summary>
    internal bool IsGivenUp() => cancellationToken.IsCancellationRequested && _answer.TrySetCanceled(cancellationToken);
}
