using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CivicTech.Processes.Storage;
using CivicTech.Receipts;
using NodaTime;

namespace CivicTech.Processes.Running;

/// <summary>
/// Runs processes on a store: loads what a command needs, decides, saves, and decides again when somebody else was quicker. Commands that wait for the same process are decided one
/// after the other and saved together, so that a crowd costs one write and not one each.
/// </summary>
/// <typeparam name="TState">The state of the process.</typeparam>
/// <typeparam name="TCommand">What can be asked.</typeparam>
/// <typeparam name="TEvent">What can happen.</typeparam>
/// <remarks>Safe for many threads. A second runner, on this machine or another, may work on the same store.</remarks>
public sealed class ProcessRunner<TState, TCommand, TEvent>
    where TState : class
    where TCommand : IProcessCommand
    where TEvent : class
{
    // So many commands are saved together at most: a batch that has to be decided again is still done in milliseconds.
    private const int BatchLimit = 256;
    private const int PageSize = 500;

    private readonly ConcurrentDictionary<ProcessId, Waiting> _waiting = new();
    private readonly CommandBatch<TState, TCommand, TEvent> _batch;

    /// <summary>A runner.</summary>
    /// <param name="process">What decides.</param>
    /// <param name="format">How it is kept.</param>
    /// <param name="store">Where it is kept.</param>
    /// <param name="clock">Says when a decision is made.</param>
    public ProcessRunner(IProcess<TState, TCommand, TEvent> process, IProcessFormat<TState, TCommand, TEvent> format, IProcessStore store, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(process);
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(clock);
        (Process, Format, Store, Clock) = (process, format, store, clock);
        _batch = new CommandBatch<TState, TCommand, TEvent>(process, format, store, clock);
    }

    /// <summary>What decides.</summary>
    public IProcess<TState, TCommand, TEvent> Process { get; }

    /// <summary>How it is kept.</summary>
    public IProcessFormat<TState, TCommand, TEvent> Format { get; }

    /// <summary>Where it is kept.</summary>
    public IProcessStore Store { get; }

    /// <summary>Says when a decision is made.</summary>
    public IClock Clock { get; }

    /// <summary>Does what a command asks for, once for each key.</summary>
    /// <param name="id">The host's id of the process.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="cancellationToken">Gives up as long as the decision has not begun; from then on the command is done.</param>
    /// <exception cref="ArgumentException">The id, the key of the command or who asks is not such a text as <see cref="IProcessCommand"/> describes.</exception>
    /// <exception cref="ProcessConflictException">Others changed the process each time; nothing was written.</exception>
    /// <exception cref="OperationCanceledException">It was given up before it began.</exception>
    public async Task<Execution<TState, TEvent>> ExecuteAsync(string id, TCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        var process = new ProcessId(Format.Kind, id);
        CheckText(command.Key, nameof(command));
        CheckText(command.By, nameof(command));
        var digest = Digest.Of(Format.WriteCommand(command));
        var asked = new AskedCommand<TState, TCommand, TEvent>(command, digest, [.. Format.DocumentsOf(command)], cancellationToken);
        while (true)
        {
            var waiting = _waiting.GetOrAdd(process, _ => new Waiting());
            if (waiting.TryAdd(asked, out var isFirst))
            {
                if (isFirst)
                {
                    await RunAsync(process, waiting).ConfigureAwait(false);
                }

                return await asked.Answered.ConfigureAwait(false);
            }

            Remove(process, waiting);
        }
    }

    /// <summary>Loads a process, or those of its documents that are named.</summary>
    /// <param name="id">The host's id of the process.</param>
    /// <param name="request">What is needed besides the head.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when there is no such process.</returns>
    public async Task<LoadedState<TState>?> LoadAsync(string id, DocumentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request = request.With(Format.Head);
        var stored = await Store.LoadAsync(new ProcessId(Format.Kind, id), request, cancellationToken).ConfigureAwait(false);
        return stored is null ? null : new LoadedState<TState>(Format.Read(stored, request), stored.Version, stored.At);
    }

    /// <summary>Everything that happened in a process, in order.</summary>
    /// <param name="id">The host's id of the process.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Nothing when there is no such process.</returns>
    public async IAsyncEnumerable<Happening<TEvent>> ReadJournalAsync(string id, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var entry in Store.ReadJournalAsync(new ProcessId(Format.Kind, id), 0, cancellationToken).ConfigureAwait(false))
        {
            yield return new Happening<TEvent>(entry.Version, entry.At, entry.By, entry.CommandKey, Format.ReadEvents(entry.Events), entry.Digest);
        }
    }

    /// <summary>The like things of a process in the order of their keys, page by page: each page is of one version, later pages may be of a later one.</summary>
    /// <param name="id">The host's id of the process.</param>
    /// <param name="parts">Which: such as <c>state => state.Pledges</c>.</param>
    /// <param name="after">After this key; null from the first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <typeparam name="T">Immutable.</typeparam>
    /// <returns>Nothing when there is no such process.</returns>
    /// <exception cref="ArgumentException"><paramref name="after"/> is no key that a part can have.</exception>
    public async IAsyncEnumerable<KeyValuePair<string, T>> ReadPartsAsync<T>(
        string id, Func<TState, Parts<T>> parts, string? after = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(parts);
        var prefix = parts(Process.Initial).Prefix;
        if (after is not null)
        {
            ProcessName.Check(after, ProcessName.LongestName - prefix.Length, nameof(after));
        }

        while (true)
        {
            var loaded = await LoadAsync(id, DocumentRequest.Empty.With(new PartPage(prefix, after, PageSize)), cancellationToken).ConfigureAwait(false);
            var page = loaded is null ? [] : parts(loaded.State).After(after, PageSize);
            foreach (var part in page)
            {
                yield return part;
            }

            if (page.Length < PageSize)
            {
                yield break;
            }

            after = page[^1].Key;
        }
    }

    // Whoever comes first works for all who come while he does; the rest of a long queue goes on without him.
    private async Task RunAsync(ProcessId process, Waiting waiting)
    {
        var batch = waiting.Take(BatchLimit);
        await _batch.RunAsync(process, batch).ConfigureAwait(false);
        if (waiting.TryClose())
        {
            Remove(process, waiting);
        }
        else
        {
            _ = Task.Run(() => RunAsync(process, waiting));
        }
    }

    private void Remove(ProcessId process, Waiting closed) => _waiting.TryRemove(KeyValuePair.Create(process, closed));

    private static void CheckText(string? text, string parameter)
    {
        if (text is not null)
        {
            ProcessName.Check(text, ProcessName.LongestId, parameter);
        }
    }

    private sealed class Waiting
    {
        private readonly Lock _lock = new();
        private readonly Queue<AskedCommand<TState, TCommand, TEvent>> _queue = new();
        private bool _isRunning;
        private bool _isClosed;

        internal bool TryAdd(AskedCommand<TState, TCommand, TEvent> command, out bool isFirst)
        {
            lock (_lock)
            {
                isFirst = !_isRunning;
                if (_isClosed)
                {
                    return false;
                }

                _queue.Enqueue(command);
                _isRunning = true;
                return true;
            }
        }

        internal ImmutableArray<AskedCommand<TState, TCommand, TEvent>> Take(int limit)
        {
            lock (_lock)
            {
                var taken = ImmutableArray.CreateBuilder<AskedCommand<TState, TCommand, TEvent>>();
                while (taken.Count < limit && _queue.TryDequeue(out var command))
                {
                    taken.Add(command);
                }

                return taken.ToImmutable();
            }
        }

        internal bool TryClose()
        {
            lock (_lock)
            {
                return _isClosed = _queue.Count == 0;
            }
        }
    }
}
