using CivicTech.Processes.Storage;
using NodaTime;

namespace NeighbourhoodCampaign;

/// <summary>A store on a machine whose power fails: from a certain save on nothing is written, as if the program had ended there.</summary>
internal sealed class FailingStore(IProcessStore store, int savesUntilFailure) : IProcessStore
{
    private int _left = savesUntilFailure;

    public ValueTask<StoredProcess?> LoadAsync(ProcessId process, DocumentRequest request, CancellationToken cancellationToken) => store.LoadAsync(process, request, cancellationToken);

    public ValueTask<bool> SaveAsync(ProcessChange change, CancellationToken cancellationToken) =>
        Interlocked.Decrement(ref _left) < 0 ? throw new PowerFailureException() : store.SaveAsync(change, cancellationToken);

    public IAsyncEnumerable<JournalEntry> ReadJournalAsync(ProcessId process, long afterVersion, CancellationToken cancellationToken) =>
        store.ReadJournalAsync(process, afterVersion, cancellationToken);

    public ValueTask<IReadOnlyList<DueDocument>> ListDueAsync(string kind, Instant now, int limit, CancellationToken cancellationToken) =>
        store.ListDueAsync(kind, now, limit, cancellationToken);
}
