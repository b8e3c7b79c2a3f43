using CivicTech.Samples.Sqlite;
using Microsoft.Data.Sqlite;

namespace CityBudget.Storage;

/// <summary>The tables of <see cref="SqliteBallotBox"/> and <see cref="SqliteElectoralRoll"/>.</summary>
/// <remarks>What a voter's file says of ballots is a column of its own: separating voters and ballots empties it. Deleted bytes are overwritten, not only unlinked.</remarks>
public static class VotingSchema
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS boxes (
            cycle TEXT NOT NULL PRIMARY KEY,
            stage INTEGER NOT NULL,
            edition INTEGER NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS voter_files (
            cycle TEXT NOT NULL,
            voter BLOB NOT NULL,
            version INTEGER NOT NULL,
            register BLOB NOT NULL,
            ballots BLOB NOT NULL,
            PRIMARY KEY (cycle, voter)
        ) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS ballot_groups (
            cycle TEXT NOT NULL,
            area TEXT NOT NULL,
            content BLOB NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (cycle, area, content)
        ) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS roll (
            cycle TEXT NOT NULL,
            voter BLOB NOT NULL,
            status TEXT NOT NULL,
            reference TEXT,
            born TEXT,
            residences TEXT NOT NULL,
            PRIMARY KEY (cycle, voter)
        ) WITHOUT ROWID;
        """;

    /// <summary>Makes what is missing of the tables.</summary>
    /// <param name="connection">An open connection.</param>
    public static void Create(SqliteConnection connection) => SqliteSchema.Execute(connection, Tables);

    internal static SqliteConnection Open(string connectionString)
    {
        var connection = SqliteSchema.Open(connectionString);
        SqliteSchema.Execute(connection, "PRAGMA secure_delete = ON;");
        return connection;
    }
}
