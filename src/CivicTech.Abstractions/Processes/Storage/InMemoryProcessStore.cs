using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using NodaTime;

namespace CivicTech.Processes.Storage;

/// <summary>Processes in memory: for tests, demonstrations and benchmarks. What it holds is gone when the program ends.</summary>
public sealed class InMemoryProcessStore : IProcessStore
{
    private readonly ConcurrentDictionary<ProcessId, InMemoryProcess> _processes = new();
    private readonly ConcurrentDictionary<string, InMemoryDueList> _due = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public ValueTask<StoredProcess?> LoadAsync(ProcessId process, DocumentRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_processes.TryGetValue(process, out var kept) ? kept.Find(request) : null);
    }

    /// <inheritdoc />
    public ValueTask<bool> SaveAsync(ProcessChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        cancellationToken.ThrowIfCancellationRequested();
        var due = _due.GetOrAdd(change.Process.Kind, _ => new InMemoryDueList());
        return ValueTask.FromResult(_processes.GetOrAdd(change.Process, _ => new InMemoryProcess()).Save(change, due));
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<JournalEntry> ReadJournalAsync(ProcessId process, long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var entry in _processes.TryGetValue(process, out var kept) ? kept.EntriesAfter(afterVersion) : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<DueDocument>> ListDueAsync(string kind, Instant now, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_due.TryGetValue(kind, out var due) ? due.Until(now, limit) : []);
    }
}
