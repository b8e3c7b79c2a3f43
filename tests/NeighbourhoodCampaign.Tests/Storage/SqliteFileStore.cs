using CivicTech.Processes.Storage;
using CivicTech.Samples.Sqlite;
using NodaTime;

namespace NeighbourhoodCampaign.Tests.Storage;

/// <summary>A store that takes its file with it when it is disposed.</summary>
internal sealed class SqliteFileStore : IProcessStore, IAsyncDisposable
{
    private readonly SqliteFile _file = new();
    private readonly SqliteProcessStore _store;

    internal SqliteFileStore()
    {
        _store = _file.Open();
    }

    public ValueTask<StoredProcess?> LoadAsync(ProcessId process, DocumentRequest request, CancellationToken cancellationToken) => _store.LoadAsync(process, request, cancellationToken);

    public ValueTask<bool> SaveAsync(ProcessChange change, CancellationToken cancellationToken) => _store.SaveAsync(change, cancellationToken);

    public IAsyncEnumerable<JournalEntry> ReadJournalAsync(ProcessId process, long afterVersion, CancellationToken cancellationToken) =>
        _store.ReadJournalAsync(process, afterVersion, cancellationToken);

    public ValueTask<IReadOnlyList<DueDocument>> ListDueAsync(string kind, Instant now, int limit, CancellationToken cancellationToken) =>
        _store.ListDueAsync(kind, now, limit, cancellationToken);

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
