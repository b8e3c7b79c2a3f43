using CivicTech.Processes;
using CivicTech.Processes.Storage;
using CivicTech.Receipts;
using Microsoft.Data.Sqlite;

namespace CivicTech.Samples.Sqlite;

/// <summary>Reads of one process within one transaction.</summary>
internal sealed class SqliteReading(SqliteTransaction transaction, ProcessId process)
{
    private const string Entry = "SELECT version, at, command_key, command_digest, asked_by, events, digest FROM entries WHERE kind = $0 AND id = $1";
    private const string Document = "SELECT name, content, due FROM documents WHERE kind = $0 AND id = $1";

    // No name has a character beyond U+FFFD: with it, the prefix is after all that begin with it.
    private const string Last = "\uFFFF";

    internal StoredProcess? Load(DocumentRequest request)
    {
        using var last = new SqliteStatement(transaction, $"{Entry} ORDER BY version DESC LIMIT 1", 2);
        return last.Read(ReadEntry, process.Kind, process.Value) is [var entry] ? new StoredProcess(entry, Documents(request), Commands(request)) : null;
    }

    internal IReadOnlyList<JournalEntry> EntriesAfter(long version, int count)
    {
        using var entries = new SqliteStatement(transaction, $"{Entry} AND version > $2 ORDER BY version LIMIT $3", 4);
        return entries.Read(ReadEntry, process.Kind, process.Value, version, count);
    }

    private List<StoredDocument> Documents(DocumentRequest request)
    {
        using var named = new SqliteStatement(transaction, $"{Document} AND name = $2", 3);
        using var paged = new SqliteStatement(transaction, $"{Document} AND name >= $2 AND name > $3 AND name < $4 ORDER BY name LIMIT $5", 6);
        return request.Names.SelectMany(name => named.Read(ReadDocument, process.Kind, process.Value, name))
            .Concat(request.Pages.SelectMany(page => paged.Read(
                ReadDocument, process.Kind, process.Value, page.Prefix, page.After is null ? "" : page.Prefix + page.After, page.Prefix + Last, page.Count)))
            .DistinctBy(document => document.Name, StringComparer.Ordinal)
            .ToList();
    }

    private List<JournalEntry> Commands(DocumentRequest request)
    {
        using var command = new SqliteStatement(transaction, $"{Entry} AND command_key = $2", 3);
        return request.CommandKeys.SelectMany(key => command.Read(ReadEntry, process.Kind, process.Value, key)).ToList();
    }

    private static StoredDocument ReadDocument(SqliteDataReader row) =>
        new(row.GetString(0), (byte[])row.GetValue(1), row.IsDBNull(2) ? null : SqliteInstant.Read(row.GetString(2)));

    private static JournalEntry ReadEntry(SqliteDataReader row) => new(
        row.GetInt64(0),
        SqliteInstant.Read(row.GetString(1)),
        row.IsDBNull(2) ? null : row.GetString(2),
        Digest.Parse(row.GetString(3)),
        row.IsDBNull(4) ? null : row.GetString(4),
        (byte[])row.GetValue(5),
        Digest.Parse(row.GetString(6)));
}
