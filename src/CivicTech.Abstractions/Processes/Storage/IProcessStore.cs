using NodaTime;

namespace CivicTech.Processes.Storage;

/// <summary>
/// Where processes are kept: a host's own database. The documents are the state and decide; the entries are the journal. <c>CivicTech.TestKit</c> has cases that any implementation must pass.
/// </summary>
/// <remarks>
/// Called by many threads at once. It need not understand what it keeps: contents are UTF-8 JSON, and names, ids and keys are compared and sorted ordinally. They have no control characters
/// and none beyond U+FFFD, so that UTF-16 code units, code points and UTF-8 bytes sort alike: any binary collation of a database will do; what is asked for keeps to that too. Ids, kinds and command keys have up to
/// 200 characters, names of documents up to 400. Instants of the years 1 to 9999 are kept to the nanosecond.
/// </remarks>
public interface IProcessStore
{
    /// <summary>Loads what is asked for, all of one version.</summary>
    /// <param name="process">Which process.</param>
    /// <param name="request">Which documents, runs of documents, and command keys.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when the process does not exist.</returns>
    ValueTask<StoredProcess?> LoadAsync(ProcessId process, DocumentRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Writes all of a change or nothing, and only when the version of the process is the expected one. A store that is bound to a transaction of the host writes within it.
    /// </summary>
    /// <param name="change">Documents and entries. A command key that the process has already is a conflict too.</param>
    /// <param name="cancellationToken">Gives up; what was written is then unknown to the caller, who asks again by the command's key.</param>
    /// <returns>False when the process has another version by now: nothing was written.</returns>
    ValueTask<bool> SaveAsync(ProcessChange change, CancellationToken cancellationToken);

    /// <summary>The journal in order: the entries at the time of the call, or some of those written meanwhile too.</summary>
    /// <param name="process">Which process; one that does not exist has an empty journal.</param>
    /// <param name="afterVersion">Entries with greater numbers; 0 for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<JournalEntry> ReadJournalAsync(ProcessId process, long afterVersion, CancellationToken cancellationToken);

    /// <summary>The documents of all processes of a kind on which work is due, longest due first, then by process and name, both ordinally.</summary>
    /// <param name="kind">The kind of process.</param>
    /// <param name="now">Documents due at this instant or before.</param>
    /// <param name="limit">At most so many; at least 1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<DueDocument>> ListDueAsync(string kind, Instant now, int limit, CancellationToken cancellationToken);
}
