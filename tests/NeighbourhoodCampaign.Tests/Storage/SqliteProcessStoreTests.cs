using CivicTech.Processes.Storage;
using CivicTech.Receipts;
using CivicTech.Samples.Sqlite;
using CivicTech.TestKit;
using CivicTech.TestKit.Stores;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace NeighbourhoodCampaign.Tests.Storage;

public sealed class SqliteProcessStoreTests
{
    private static readonly ProcessId Campaign = new("campaign", "playground");
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 21, 12, 0);

    private static readonly IReadOnlyList<KitCase> Cases =
    [
        .. ProcessStoreKit.Cases(_ => Task.FromResult<IProcessStore>(new SqliteFileStore())),
        .. ProcessStoreKit.StorageCases(_ => Task.FromResult<IStorageUnderTest>(new SqliteFile())),
    ];

    public static TheoryData<string> Names => [.. Cases.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Kit_SqliteProcessStore_Passes(string name) => Cases.Single(one => one.Name == name).RunAsync();

    [Fact]
    public async Task SaveAsync_PowerFailsBeforeAnyWrite_LeavesTheVersionBefore()
    {
        await using var file = new SqliteFile();
        Assert.True(await file.Open().SaveAsync(Change(0, default, "one"), default));
        var (expected, copies) = (await PictureAsync(file), new List<SqliteFile>());
        var digest = (await file.Open().LoadAsync(Campaign, DocumentRequest.Empty, default))!.Digest;

        Assert.True(await file.Open(() => copies.Add(file.Copy())).SaveAsync(Change(1, digest, "two"), default));

        // The version, an entry, two documents written, one removed, the commit.
        Assert.Equal(6, copies.Count);
        Assert.NotEqual(expected, await PictureAsync(file));
        foreach (var copy in copies)
        {
            Assert.Equal(expected, await PictureAsync(copy));
            Assert.True(await copy.Open().SaveAsync(Change(1, digest, "two"), default));
            Assert.Equal(await PictureAsync(file), await PictureAsync(copy));
            await copy.DisposeAsync();
        }
    }

    [Fact]
    public async Task SaveAsync_InTheHostsTransaction_CountsWhenTheHostCommits()
    {
        await using var file = new SqliteFile();
        var outside = file.Open();
        using var connection = file.Connect();
        Execute(connection, "CREATE TABLE orders (number INTEGER)");
        foreach (var isCommitted in new[] { false, true })
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            var store = new SqliteProcessStore(transaction);
            Execute(connection, "INSERT INTO orders VALUES (7)", transaction);
            Assert.True(await store.SaveAsync(Change(0, default, "one"), default));

            // Within it the change is seen, outside not yet.
            Assert.Equal(1, (await store.LoadAsync(Campaign, DocumentRequest.Empty, default))!.Version);
            Assert.Single(await store.ListDueAsync("campaign", Noon, 10, default));
            Assert.Single(await store.ReadJournalAsync(Campaign, 0, default).ToListAsync());
            Assert.Null(await outside.LoadAsync(Campaign, DocumentRequest.Empty, default));
            if (isCommitted)
            {
                transaction.Commit();
            }
            else
            {
                transaction.Rollback();
            }

            Assert.Equal(isCommitted, await outside.LoadAsync(Campaign, DocumentRequest.Empty, default) is not null);
            Assert.Equal(isCommitted ? 1L : 0L, Scalar(connection, "SELECT count(*) FROM orders"));
        }
    }

    [Fact]
    public async Task SaveAsync_RefusedInTheHostsTransaction_LeavesTheHostsOwnRows()
    {
        await using var file = new SqliteFile();
        Assert.True(await file.Open().SaveAsync(Change(0, default, "one"), default));
        using var connection = file.Connect();
        Execute(connection, "CREATE TABLE orders (number INTEGER)");
        using (var transaction = connection.BeginTransaction(deferred: false))
        {
            var store = new SqliteProcessStore(transaction);
            Execute(connection, "INSERT INTO orders VALUES (7)", transaction);
            Assert.False(await store.SaveAsync(Change(0, default, "two"), default));
            Assert.False(await store.SaveAsync(Change(1, default, "one"), default));
            transaction.Commit();
        }

        Assert.Equal(1L, Scalar(connection, "SELECT count(*) FROM orders"));
        Assert.Equal(1L, Scalar(connection, "SELECT version FROM processes"));
        Assert.Equal(1L, Scalar(connection, "SELECT count(*) FROM entries"));
    }

    [Fact]
    public async Task ListDueAsync_ManyDocuments_GoesByTheIndex()
    {
        await using var file = new SqliteFile();
        file.Open();
        using var connection = file.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN SELECT id, name, due FROM documents WHERE kind = 'a' AND due <= 'b' ORDER BY due, id, name LIMIT 1";
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        Assert.Contains("documents_due", reader.GetString(3), StringComparison.Ordinal);
        Assert.False(reader.Read());
    }

    [Fact]
    public async Task ReadJournalAsync_MoreThanAPage_ReadsOn()
    {
        await using var file = new SqliteFile();
        var (entries, digest) = (new List<JournalEntry>(), default(Digest));
        for (var i = 0; i < 600; i++)
        {
            entries.Add(JournalEntry.Next(i, digest, Noon, null, default, null, "[]"u8.ToArray()));
            digest = entries[^1].Digest;
        }

        Assert.True(await file.Open().SaveAsync(new ProcessChange(Campaign, 0, [], [.. entries]), default));
        Assert.Equal(entries.Select(entry => entry.Digest), (await file.Open().ReadJournalAsync(Campaign, 0, default).ToListAsync()).Select(entry => entry.Digest));
        Assert.Equal(87, await file.Open().ReadJournalAsync(Campaign, 513, default).CountAsync());
    }

    private static ProcessChange Change(long version, Digest digest, string key) => new(
        Campaign,
        version,
        [
            DocumentChange.Write(new StoredDocument("head", "{}"u8.ToArray(), Noon + Duration.FromSeconds(version))),
            DocumentChange.Write(new StoredDocument($"pledge/{version + 1}", """{"amount":"EUR 5.00"}"""u8.ToArray(), null)),
            DocumentChange.Remove($"pledge/{version}"),
        ],
        [JournalEntry.Next(version, digest, Noon, key, Digest.Of("command"u8), null, "[]"u8.ToArray())]);

    private static async Task<string> PictureAsync(SqliteFile file)
    {
        var store = file.Open();
        var stored = await store.LoadAsync(Campaign, DocumentRequest.Empty.With("head", "pledge/1", "pledge/2").WithCommands("one", "two"), default);
        var due = await store.ListDueAsync("campaign", Instant.MaxValue, 10, default);
        var journal = await store.ReadJournalAsync(Campaign, 0, default).ToListAsync();
        return $"{stored!.Version} {stored.Digest} {string.Join(' ', stored.Documents.Select(document => document.Name).Order())} {stored.FindCommand("two") is not null}"
            + $" {string.Join(' ', due.Select(document => document.Due))} {string.Join(' ', journal.Select(entry => entry.Digest))}";
    }

    private static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
