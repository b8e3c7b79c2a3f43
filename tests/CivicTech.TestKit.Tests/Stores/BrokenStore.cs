using CivicTech.Processes;
using CivicTech.Processes.Storage;
using NodaTime;

namespace CivicTech.TestKit.Tests.Stores;

/// <summary>A sound store that any of whose calls can be bent.</summary>
internal sealed class BrokenStore : IProcessStore
{
    internal InMemoryProcessStore Sound { get; } = new();

    internal Func<ProcessId, DocumentRequest, Func<ProcessId, DocumentRequest, Task<StoredProcess?>>, Task<StoredProcess?>> Load { get; init; } = (process, request, sound) => sound(process, request);

    internal Func<ProcessChange, Func<ProcessChange, Task<bool>>, Task<bool>> Save { get; init; } = (change, sound) => sound(change);

    internal Func<IAsyncEnumerable<JournalEntry>, IAsyncEnumerable<JournalEntry>> Journal { get; init; } = entries => entries;

    internal Func<string, Instant, int, Func<string, Instant, int, Task<IReadOnlyList<DueDocument>>>, Task<IReadOnlyList<DueDocument>>> Due { get; init; } =
        (kind, now, limit, sound) => sound(kind, now, limit);

    public async ValueTask<StoredProcess?> LoadAsync(ProcessId process, DocumentRequest request, CancellationToken cancellationToken) =>
        await Load(process, request, (one, what) => Sound.LoadAsync(one, what, cancellationToken).AsTask());

    public async ValueTask<bool> SaveAsync(ProcessChange change, CancellationToken cancellationToken) => await Save(change, one => Sound.SaveAsync(one, cancellationToken).AsTask());

    public IAsyncEnumerable<JournalEntry> ReadJournalAsync(ProcessId process, long afterVersion, CancellationToken cancellationToken) =>
        Journal(Sound.ReadJournalAsync(process, afterVersion, cancellationToken));

    public async ValueTask<IReadOnlyList<DueDocument>> ListDueAsync(string kind, Instant now, int limit, CancellationToken cancellationToken) =>
        await Due(kind, now, limit, (one, until, most) => Sound.ListDueAsync(one, until, most, cancellationToken).AsTask());
}
