using CivicTech.Processes.Storage;
using NodaTime;

namespace CivicTech.Budgeting.Tests.Paper;

/// <summary>A store whose answer is lost once when something is saved: before it is, or after.</summary>
internal sealed class LossyStore(IProcessStore store) : IProcessStore
{
    private int _left;
    private bool _isBefore;

    /// <summary>The save that fails, counted from now: two numbers a save, the odd one fails it before it is done, the even one after.</summary>
    internal int CrashAt
    {
        set
        {
            _isBefore = value % 2 == 1;
            _left = (value + 1) / 2;
        }
    }

    public ValueTask<StoredProcess?> LoadAsync(ProcessId process, DocumentRequest request, CancellationToken cancellationToken) => store.LoadAsync(process, request, cancellationToken);

    public async ValueTask<bool> SaveAsync(ProcessChange change, CancellationToken cancellationToken)
    {
        var left = --_left;
        if (left == 0 && _isBefore)
        {
            throw new TimeoutException("before");
        }

        var isSaved = await store.SaveAsync(change, cancellationToken);
        return left == 0 ? throw new TimeoutException("after") : isSaved;
    }

    public IAsyncEnumerable<JournalEntry> ReadJournalAsync(ProcessId process, long afterVersion, CancellationToken cancellationToken) => store.ReadJournalAsync(process, afterVersion, cancellationToken);

    public ValueTask<IReadOnlyList<DueDocument>> ListDueAsync(string kind, Instant now, int limit, CancellationToken cancellationToken) => store.ListDueAsync(kind, now, limit, cancellationToken);
}
