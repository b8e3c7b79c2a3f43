using Microsoft.Data.Sqlite;

namespace CivicTech.Samples.Sqlite;

/// <summary>The tables of <see cref="SqliteProcessStore"/>.</summary>
/// <remarks>Text is compared by its bytes in UTF-8 (the collation BINARY, SQLite's own), instants are text that sorts as they do.</remarks>
public static class SqliteSchema
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS processes (
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            version INTEGER NOT NULL,
            PRIMARY KEY (kind, id)
        ) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS documents (
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            name TEXT NOT NULL,
            due TEXT,
            content BLOB NOT NULL,
            PRIMARY KEY (kind, id, name)
        );

        CREATE INDEX IF NOT EXISTS documents_due ON documents (kind, due, id, name) WHERE due IS NOT NULL;

        CREATE TABLE IF NOT EXISTS entries (
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            version INTEGER NOT NULL,
            at TEXT NOT NULL,
            command_key TEXT,
            command_digest TEXT NOT NULL,
            asked_by TEXT,
            events BLOB NOT NULL,
            digest TEXT NOT NULL,
            PRIMARY KEY (kind, id, version)
        );

        CREATE UNIQUE INDEX IF NOT EXISTS entries_command ON entries (kind, id, command_key) WHERE command_key IS NOT NULL;
        """;

    /// <summary>Makes what is missing of the tables and indexes.</summary>
    /// <param name="connection">An open connection.</param>
    public static void Create(SqliteConnection connection) => Execute(connection, Tables);

    /// <summary>Readers beside a writer; the file remembers it.</summary>
    internal static void WriteAhead(SqliteConnection connection) => Execute(connection, "PRAGMA journal_mode = WAL;");

    /// <summary>A connection as the store wants it: it waits for its turn, and a commit is on the disk when it returns.</summary>
    internal static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        Execute(connection, "PRAGMA busy_timeout = 30000; PRAGMA synchronous = FULL;");
        return connection;
    }

    internal static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
