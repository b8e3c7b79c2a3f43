using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.Samples.Sqlite;
using Microsoft.Data.Sqlite;

namespace CityBudget.Storage;

/// <summary>Ballot boxes in one file of SQLite, for as many programs as open it.</summary>
/// <remarks>SQLite works on the thread that calls, so nothing here is awaited.</remarks>
public sealed class SqliteBallotBox : IBallotBox
{
    private const string FileColumns = "voter, version, register, ballots";

    private readonly Lock _writing = new();
    private readonly ConcurrentQueue<WaitingSave> _waiting = new();
    private readonly string _connectionString;

    /// <summary>Boxes in a file that is opened whenever it is needed. What is missing of the schema is made.</summary>
    /// <param name="connectionString">Such as <c>Data Source=city.db</c>.</param>
    public SqliteBallotBox(string connectionString)
    {
        SQLitePCL.Batteries_V2.Init();
        _connectionString = connectionString;
        using var connection = VotingSchema.Open(connectionString);
        SqliteSchema.WriteAhead(connection);
        VotingSchema.Create(connection);
    }

    /// <inheritdoc />
    public ValueTask<BoxState> OpenAsync(string cycle, int edition, CancellationToken cancellationToken) => Change(
        "INSERT INTO boxes (cycle, stage, edition) VALUES ($0, $1, $2) ON CONFLICT (cycle) DO UPDATE SET edition = excluded.edition WHERE stage = excluded.stage AND edition < excluded.edition",
        cycle,
        [cycle, (int)BoxStage.Open, edition],
        cancellationToken);

    /// <inheritdoc />
    public ValueTask<FoundFiles> FindAsync(string cycle, IReadOnlyList<VoterKey> voters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(voters);
        cancellationToken.ThrowIfCancellationRequested();
        using var connection = VotingSchema.Open(_connectionString);
        using var transaction = connection.BeginTransaction(deferred: true);
        using var find = new SqliteStatement(transaction, $"SELECT {FileColumns} FROM voter_files WHERE cycle = $0 AND voter = $1", 2);
        var files = voters.Select(voter => find.Read(FileOf, cycle, voter.ToByteArray()).SingleOrDefault()).ToImmutableArray();
        return ValueTask.FromResult(new FoundFiles(StateOf(transaction, cycle), files));
    }

    /// <inheritdoc />
    public ValueTask<SavedFiles> SaveAsync(string cycle, int edition, IReadOnlyList<VoterFile> files, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        cancellationToken.ThrowIfCancellationRequested();
        var own = new WaitingSave(cycle, edition, files);
        _waiting.Enqueue(own);

        // Whoever's turn it is writes for all who wait: one commit, and one wait for the disk.
        lock (_writing)
        {
            if (own.Saved is null)
            {
                Save([.. Waiting()]);
            }
        }

        return ValueTask.FromResult(own.Saved ?? throw new InvalidOperationException("Another save that was written with this one failed; nothing of either is saved."));
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<VoterFile>> ReadAsync(string cycle, VoterKey? after, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        cancellationToken.ThrowIfCancellationRequested();
        using var connection = VotingSchema.Open(_connectionString);
        using var transaction = connection.BeginTransaction(deferred: true);
        using var next = new SqliteStatement(transaction, $"SELECT {FileColumns} FROM voter_files WHERE cycle = $0 AND voter > $1 ORDER BY voter LIMIT $2", 3);
        return ValueTask.FromResult<IReadOnlyList<VoterFile>>(next.Read(FileOf, cycle, after?.ToByteArray() ?? [], count));
    }

    /// <inheritdoc />
    public ValueTask<BoxState> SealAsync(string cycle, CancellationToken cancellationToken) => Change(
        "INSERT INTO boxes (cycle, stage, edition) VALUES ($0, $1, 0) ON CONFLICT (cycle) DO UPDATE SET stage = excluded.stage WHERE stage < excluded.stage",
        cycle,
        [cycle, (int)BoxStage.Sealed],
        cancellationToken);

    /// <inheritdoc />
    public ValueTask<BoxState> SeparateAsync(string cycle, IReadOnlyList<BallotGroup> groups, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(groups);
        cancellationToken.ThrowIfCancellationRequested();
        using var connection = VotingSchema.Open(_connectionString);
        using (var transaction = connection.BeginTransaction(deferred: false))
        {
            if (StateOf(transaction, cycle).Stage == BoxStage.Sealed)
            {
                Separate(transaction, cycle, groups);
                transaction.Commit();
            }
        }

        // What the log still holds of ballots goes too; also when a call before this one stopped short of it.
        SqliteSchema.Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE);");
        using var after = connection.BeginTransaction(deferred: true);
        return ValueTask.FromResult(StateOf(after, cycle));
    }

    private static void Separate(SqliteTransaction transaction, string cycle, IReadOnlyList<BallotGroup> groups)
    {
        using var add = new SqliteStatement(transaction, "INSERT INTO ballot_groups (cycle, area, content, count) VALUES ($0, $1, $2, $3)", 4);
        foreach (var group in groups)
        {
            add.Run(cycle, group.Area, group.Content.Bytes.ToArray(), group.Count);
        }

        using var empty = new SqliteStatement(transaction, "UPDATE voter_files SET ballots = x'' WHERE cycle = $0", 1);
        empty.Run(cycle);
        using var move = new SqliteStatement(transaction, "UPDATE boxes SET stage = $1 WHERE cycle = $0", 2);
        move.Run(cycle, (int)BoxStage.Separated);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<BallotGroup> ReadGroupsAsync(string cycle, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        using var connection = VotingSchema.Open(_connectionString);
        using var transaction = connection.BeginTransaction(deferred: true);
        using var all = new SqliteStatement(transaction, "SELECT area, content, count FROM ballot_groups WHERE cycle = $0 ORDER BY area, content", 1);
        foreach (var group in all.Read(row => new BallotGroup(row.GetString(0), BallotContent.FromBytes(row.GetFieldValue<byte[]>(1)), row.GetInt64(2)), cycle))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return group;
        }
    }

    private IEnumerable<WaitingSave> Waiting()
    {
        while (_waiting.TryDequeue(out var save))
        {
            yield return save;
        }
    }

    private void Save(List<WaitingSave> saves)
    {
        using var connection = VotingSchema.Open(_connectionString);
        using var transaction = connection.BeginTransaction(deferred: false);
        using var add = new SqliteStatement(transaction, "INSERT INTO voter_files (cycle, voter, version, register, ballots) VALUES ($0, $1, $2, $3, $4) ON CONFLICT DO NOTHING", 5);
        using var change = new SqliteStatement(transaction, "UPDATE voter_files SET version = $2, register = $3, ballots = $4 WHERE cycle = $0 AND voter = $1 AND version = $2 - 1", 5);
        var saved = new List<SavedFiles>(saves.Count);
        foreach (var save in saves)
        {
            var state = StateOf(transaction, save.Cycle);
            saved.Add(new SavedFiles(state, [.. save.Files.Select(file => state.Takes(save.Edition)
                && (file.Version == 1 ? add : change).Run(save.Cycle, file.Key.ToByteArray(), file.Version, VoterFileFormat.WriteRegister(file), VoterFileFormat.WriteBallots(file)) == 1)]));
        }

        transaction.Commit();
        foreach (var (save, outcome) in saves.Zip(saved))
        {
            save.Saved = outcome;
        }
    }

    private ValueTask<BoxState> Change(string sql, string cycle, object?[] values, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var connection = VotingSchema.Open(_connectionString);
        using var transaction = connection.BeginTransaction(deferred: false);
        using var change = new SqliteStatement(transaction, sql, values.Length);
        change.Run(values);
        var state = StateOf(transaction, cycle);
        transaction.Commit();
        return ValueTask.FromResult(state);
    }

    private static BoxState StateOf(SqliteTransaction transaction, string cycle)
    {
        using var find = new SqliteStatement(transaction, "SELECT stage, edition FROM boxes WHERE cycle = $0", 1);
        return find.Read(row => new BoxState((BoxStage)row.GetInt32(0), row.GetInt32(1)), cycle).SingleOrDefault();
    }

    private static VoterFile FileOf(SqliteDataReader row) =>
        VoterFileFormat.Read(VoterKey.FromBytes(row.GetFieldValue<byte[]>(0)), row.GetInt32(1), row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3));
}
