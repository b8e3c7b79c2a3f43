using System.Runtime.CompilerServices;
using CivicTech.Processes.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace CivicTech.Samples.Sqlite;

/// <summary>Processes in one file of SQLite, for as many programs as open it: of any number of writers one at a time writes, and readers do not wait.</summary>
/// <remarks>SQLite works on the thread that calls, so nothing here is awaited.</remarks>
public sealed class SqliteProcessStore : IProcessStore
{
    private const int JournalPage = 256;

    private readonly Lock _lock = new();
    private readonly string? _connectionString;
    private readonly SqliteTransaction? _transaction;

    static SqliteProcessStore()
    {
        SQLitePCL.Batteries_V2.Init();
    }

    /// <summary>A store that opens the file whenever it needs it. What is missing of the schema is made.</summary>
    /// <param name="connectionString">Such as <c>Data Source=campaigns.db</c>.</param>
    public SqliteProcessStore(string connectionString)
    {
        _connectionString = connectionString;
        using var connection = SqliteSchema.Open(connectionString);
        SqliteSchema.WriteAhead(connection);
        SqliteSchema.Create(connection);
    }

    /// <summary>
    /// A store within a transaction of the host, on tables that <see cref="SqliteSchema.Create"/> made: what it saves counts when the host commits, together with the host's own rows. A host
    /// that means to write begins with <c>BeginTransaction(deferred: false)</c>, so that nobody else writes meanwhile.
    /// </summary>
    /// <param name="transaction">The host's; the store neither ends it nor closes its connection.</param>
    public SqliteProcessStore(SqliteTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        _transaction = transaction;
    }

    /// <summary>Called before every write of a save, the commit included: a test that throws here ends the program there.</summary>
    internal Action BeforeWrite { get; init; } = () => { };

    /// <inheritdoc />
    public ValueTask<StoredProcess?> LoadAsync(ProcessId process, DocumentRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(transaction => new SqliteReading(transaction, process).Load(request)));
    }

    /// <inheritdoc />
    public ValueTask<bool> SaveAsync(ProcessChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return ValueTask.FromResult(_transaction is null ? SaveAndCommit(change) : Save(_transaction, change));
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<JournalEntry> ReadJournalAsync(ProcessId process, long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Page by page: nothing is held open while the caller is busy with an entry.
        await Task.CompletedTask;
        IReadOnlyList<JournalEntry> page;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            page = Read(transaction => new SqliteReading(transaction, process).EntriesAfter(afterVersion, JournalPage));
            foreach (var entry in page)
            {
                yield return entry;
                afterVersion = entry.Version;
            }
        }
        while (page.Count == JournalPage);
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<DueDocument>> ListDueAsync(string kind, Instant now, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(transaction => SqliteDueList.Until(transaction, kind, now, limit)));
    }

    // A transaction for reading too: all that is read is of one version.
    private T Read<T>(Func<SqliteTransaction, T> read)
    {
        if (_transaction is not null)
        {
            lock (_lock)
            {
                return read(_transaction);
            }
        }

        using var connection = SqliteSchema.Open(_connectionString!);
        using var transaction = connection.BeginTransaction(deferred: true);
        return read(transaction);
    }

    private bool SaveAndCommit(ProcessChange change)
    {
        using var connection = SqliteSchema.Open(_connectionString!);
        using var transaction = connection.BeginTransaction(deferred: false);
        if (!Save(transaction, change))
        {
            return false;
        }

        BeforeWrite();
        transaction.Commit();
        return true;
    }

    private bool Save(SqliteTransaction transaction, ProcessChange change) => new SqliteWriting(transaction, change, BeforeWrite).TryWrite();
}
