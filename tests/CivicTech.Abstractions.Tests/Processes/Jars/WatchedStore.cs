using System.Collections.Concurrent;
using CivicTech.Processes.Storage;
using NodaTime;

namespace CivicTech.Abstractions.Tests.Processes.Jars;

/// <summary>A store in memory that counts its calls, and can be held up or made to fail.</summary>
internal sealed class WatchedStore : IProcessStore
{
    private int _loads;

    internal InMemoryProcessStore Kept { get; } = new();

    internal int Loads => _loads;

    /// <summary>The changes that were tried, in order.</summary>
    internal ConcurrentQueue<ProcessChange> Saves { get; } = new();

    internal Func<Task> BeforeLoad { get; set; } = () => Task.CompletedTask;

    internal Func<ProcessChange, Task> BeforeSave { get; set; } = _ => Task.CompletedTask;

    internal Func<ProcessChange, Task> AfterSave { get; set; } = _ => Task.CompletedTask;

    public async ValueTask<StoredProcess?> LoadAsync(ProcessId process, DocumentRequest request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _loads);
        await BeforeLoad();
        return await Kept.LoadAsync(process, request, cancellationToken);
    }

    public async ValueTask<bool> SaveAsync(ProcessChange change, CancellationToken cancellationToken)
    {
        Saves.Enqueue(change);
        await BeforeSave(change);
        var isSaved = await Kept.SaveAsync(change, cancellationToken);
        await AfterSave(change);
        return isSaved;
    }

    public IAsyncEnumerable<JournalEntry> ReadJournalAsync(ProcessId process, long afterVersion, CancellationToken cancellationToken) =>
        Kept.ReadJournalAsync(process, afterVersion, cancellationToken);

    public ValueTask<IReadOnlyList<DueDocument>> ListDueAsync(string kind, Instant now, int limit, CancellationToken cancellationToken) =>
        Kept.ListDueAsync(kind, now, limit, cancellationToken);
}
