using System.Text.Json;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.Samples.Sqlite;
using Microsoft.Data.Sqlite;
using NodaTime.Text;

namespace CityBudget.Storage;

/// <summary>Electoral rolls in one file of SQLite, by the keys of voters: no name and no address in it.</summary>
/// <remarks>SQLite works on the thread that calls, so nothing here is awaited.</remarks>
public sealed class SqliteElectoralRoll : IElectoralRoll
{
    private readonly string _connectionString;

    /// <summary>A roll in a file that is opened whenever it is needed. What is missing of the schema is made.</summary>
    /// <param name="connectionString">Such as <c>Data Source=city.db</c>.</param>
    public SqliteElectoralRoll(string connectionString)
    {
        SQLitePCL.Batteries_V2.Init();
        _connectionString = connectionString;
        using var connection = VotingSchema.Open(connectionString);
        SqliteSchema.WriteAhead(connection);
        VotingSchema.Create(connection);
    }

    /// <summary>Enters voters, or changes their entries, all at once.</summary>
    /// <param name="cycle">The id of the cycle.</param>
    /// <param name="entries">What is known, by the key of the voter in that cycle.</param>
    public void Enter(string cycle, IEnumerable<KeyValuePair<VoterKey, RollEntry>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        using var connection = VotingSchema.Open(_connectionString);
        using var transaction = connection.BeginTransaction(deferred: false);
        using var enter = new SqliteStatement(transaction, "INSERT OR REPLACE INTO roll (cycle, voter, status, reference, born, residences) VALUES ($0, $1, $2, $3, $4, $5)", 6);
        foreach (var (voter, entry) in entries)
        {
            enter.Run(
                cycle,
                voter.ToByteArray(),
                entry.Status.ToString(),
                entry.Reference,
                ResidenceRow.Text(entry.Born),
                JsonSerializer.Serialize([.. entry.Residences.Select(ResidenceRow.Of)], CityJson.Default.ResidenceRowArray));
        }

        transaction.Commit();
    }

    /// <inheritdoc />
    public ValueTask<RollEntry?> FindAsync(string cycle, VoterKey voter, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read("SELECT status, reference, born, residences FROM roll WHERE cycle = $0 AND voter = $1", EntryOf, cycle, voter.ToByteArray()).SingleOrDefault());
    }

    /// <inheritdoc />
    public ValueTask<long?> CountAsync(string cycle, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<long?>(Read("SELECT count(*) FROM roll WHERE cycle = $0 AND status = $1", row => row.GetInt64(0), cycle, nameof(RollStatus.Registered)).Single());
    }

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> row, params object?[] values)
    {
        using var connection = VotingSchema.Open(_connectionString);
        using var transaction = connection.BeginTransaction(deferred: true);
        using var statement = new SqliteStatement(transaction, sql, values.Length);
        return statement.Read(row, values);
    }

    private static RollEntry EntryOf(SqliteDataReader row) => new()
    {
        Status = Enum.Parse<RollStatus>(row.GetString(0)),
        Reference = row.IsDBNull(1) ? null : row.GetString(1),
        Born = row.IsDBNull(2) ? null : LocalDatePattern.Iso.Parse(row.GetString(2)).Value,
        Residences = [.. JsonSerializer.Deserialize(row.GetString(3), CityJson.Default.ResidenceRowArray)!.Select(residence => residence.ToResidence())],
    };
}
