using CivicTech.Consensus.Delphi.Hosting;
using CivicTech.Processes;
using CivicTech.Processes.Storage;
using NodaTime;

namespace CivicTech.Tests.Consensus.Delphi.Hosting;

/// <summary>Lets the program die once, before or after something that it does outside: a store saves, or people are told.</summary>
internal sealed class Trap(string what, int number, bool after)
{
    internal const string Save = "save";
    internal const string Tell = "tell";

    private int _count;

    /// <summary>How often it was passed.</summary>
    internal int Count => _count;

    internal async ValueTask<T> PassAsync<T>(string kind, Func<ValueTask<T>> act)
    {
        var springs = kind == what && Interlocked.Increment(ref _count) == number;
        if (springs && !after)
        {
            throw new DeathException();
        }

        var result = await act();
        return springs ? throw new DeathException() : result;
    }

    internal sealed class DeathException() : Exception("The program dies here.");

    internal sealed class Store(IProcessStore inner, Trap trap) : IProcessStore
    {
        public ValueTask<StoredProcess?> LoadAsync(ProcessId process, DocumentRequest request, CancellationToken cancellationToken) => inner.LoadAsync(process, request, cancellationToken);

        public ValueTask<bool> SaveAsync(ProcessChange change, CancellationToken cancellationToken) => trap.PassAsync(Save, () => inner.SaveAsync(change, cancellationToken));

        public IAsyncEnumerable<JournalEntry> ReadJournalAsync(ProcessId process, long afterVersion, CancellationToken cancellationToken) =>
            inner.ReadJournalAsync(process, afterVersion, cancellationToken);

        public ValueTask<IReadOnlyList<DueDocument>> ListDueAsync(string kind, Instant now, int limit, CancellationToken cancellationToken) =>
            inner.ListDueAsync(kind, now, limit, cancellationToken);
    }

    internal sealed class Notices(IStudyNotices inner, Trap trap) : IStudyNotices
    {
        public async ValueTask TellAsync(StudyMessage message, CancellationToken cancellationToken) => await trap.PassAsync(Tell, async () =>
        {
            await inner.TellAsync(message, cancellationToken);
            return true;
        });
    }
}
