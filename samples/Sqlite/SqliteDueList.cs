using CivicTech.Processes.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace CivicTech.Samples.Sqlite;

/// <summary>What is due, in the order of the index.</summary>
internal static class SqliteDueList
{
    internal static IReadOnlyList<DueDocument> Until(SqliteTransaction transaction, string kind, Instant now, int limit)
    {
        using var due = new SqliteStatement(transaction, "SELECT id, name, due FROM documents WHERE kind = $0 AND due <= $1 ORDER BY due, id, name LIMIT $2", 3);
        return due.Read(row => new DueDocument(new ProcessId(kind, row.GetString(0)), row.GetString(1), SqliteInstant.Read(row.GetString(2))), kind, SqliteInstant.Write(now), limit);
    }
}
