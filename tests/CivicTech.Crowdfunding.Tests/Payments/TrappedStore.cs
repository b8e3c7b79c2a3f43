using CivicTech.Processes.Storage;
using NodaTime;

namespace CivicTech.Crowdfunding.Tests.Payments;

internal sealed class TrappedStore(IProcessStore inner, Trap trap) : IProcessStore
{
    internal const string Save = "save";

    public ValueTask<StoredProcess?> LoadAsync(ProcessId process, DocumentRequest request, CancellationToken cancellationToken) => inner.LoadAsync(process, request, cancellationToken);

    public ValueTask<bool> SaveAsync(ProcessChange change, CancellationToken cancellationToken) => trap.PassAsync(Save, () => inner.SaveAsync(change, cancellationToken));

    public IAsyncEnumerable<JournalEntry> ReadJournalAsync(ProcessId process, long afterVersion, CancellationToken cancellationToken) => inner.ReadJournalAsync(process, afterVersion, cancellationToken);

    public ValueTask<IReadOnlyList<DueDocument>> ListDueAsync(string kind, Instant now, int limit, CancellationToken cancellationToken) => inner.ListDueAsync(kind, now, limit, cancellationToken);
}
