using CivicTech.Processes.Storage;
using Microsoft.Data.Sqlite;

namespace CivicTech.Samples.Sqlite;

/// <summary>Writes one change within a transaction. Whoever owns the transaction commits it.</summary>
internal sealed class SqliteWriting(SqliteTransaction transaction, ProcessChange change, Action beforeWrite)
{
    private string Kind => change.Process.Kind;

    private string Id => change.Process.Value;

    /// <returns>False when the process has another version or one of the keys: then nothing was written.</returns>
    internal bool TryWrite()
    {
        if (HasKey() || !TryMoveVersion())
        {
            return false;
        }

        WriteEntries();
        WriteDocuments();
        return true;
    }

    private bool HasKey()
    {
        using var known = new SqliteStatement(transaction, "SELECT version FROM entries WHERE kind = $0 AND id = $1 AND command_key = $2", 3);
        return change.Entries.Any(entry => entry.CommandKey is { } key && known.Read(row => row.GetInt64(0), Kind, Id, key).Count > 0);
    }

    private bool TryMoveVersion()
    {
        using var move = new SqliteStatement(
            transaction,
            change.ExpectedVersion == 0
                ? "INSERT INTO processes (kind, id, version) SELECT $0, $1, $2 WHERE $3 = 0 ON CONFLICT DO NOTHING"
                : "UPDATE processes SET version = $2 WHERE kind = $0 AND id = $1 AND version = $3",
            4);
        beforeWrite();
        return move.Run(Kind, Id, change.Entries[^1].Version, change.ExpectedVersion) == 1;
    }

    private void WriteEntries()
    {
        using var add = new SqliteStatement(
            transaction,
            "INSERT INTO entries (kind, id, version, at, command_key, command_digest, asked_by, events, digest) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8)",
            9);
        foreach (var entry in change.Entries)
        {
            beforeWrite();
            add.Run(
                Kind, Id, entry.Version, SqliteInstant.Write(entry.At), entry.CommandKey, entry.CommandDigest.ToString(), entry.By, entry.Events.ToArray(), entry.Digest.ToString());
        }
    }

    private void WriteDocuments()
    {
        using var write = new SqliteStatement(
            transaction,
            "INSERT INTO documents (kind, id, name, due, content) VALUES ($0, $1, $2, $3, $4) ON CONFLICT (kind, id, name) DO UPDATE SET due = excluded.due, content = excluded.content",
            5);
        using var remove = new SqliteStatement(transaction, "DELETE FROM documents WHERE kind = $0 AND id = $1 AND name = $2", 3);
        foreach (var one in change.Documents)
        {
            beforeWrite();
            _ = one.Document is { } document
                ? write.Run(Kind, Id, document.Name, document.Due is { } due ? SqliteInstant.Write(due) : null, document.Content.ToArray())
                : remove.Run(Kind, Id, one.Name);
        }
    }
}
