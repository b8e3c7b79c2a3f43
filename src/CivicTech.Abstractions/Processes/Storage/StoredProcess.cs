using System.Collections.Immutable;
using CivicTech.Receipts;
using NodaTime;

namespace CivicTech.Processes.Storage;

/// <summary>What a store has of a process, as far as it was asked for: all of one version.</summary>
public sealed class StoredProcess
{
    private readonly Dictionary<string, StoredDocument> _documents;
    private readonly Dictionary<string, JournalEntry> _commands;

    /// <summary>What was found.</summary>
    /// <param name="last">The last entry of the journal.</param>
    /// <param name="documents">The documents that were asked for by name or page; each once.</param>
    /// <param name="commands">The entries of the commands whose keys were asked for; each once.</param>
    /// <exception cref="ArgumentException">A document or a command twice.</exception>
    public StoredProcess(JournalEntry last, IEnumerable<StoredDocument> documents, IEnumerable<JournalEntry> commands)
    {
        ArgumentNullException.ThrowIfNull(last);
        (Version, At, Digest) = (last.Version, last.At, last.Digest);
        Documents = [.. documents];
        _documents = Documents.ToDictionary(document => document.Name, StringComparer.Ordinal);
        _commands = commands.ToDictionary(entry => entry.CommandKey ?? throw new ArgumentException("An entry without a command key.", nameof(commands)), StringComparer.Ordinal);
    }

    /// <summary>The number of the last entry of its journal.</summary>
    public long Version { get; }

    /// <summary>When that entry was decided.</summary>
    public Instant At { get; }

    /// <summary>The digest of that entry.</summary>
    public Digest Digest { get; }

    /// <summary>The documents that were asked for and exist, in no order.</summary>
    public ImmutableArray<StoredDocument> Documents { get; }

    /// <summary>A document of those that were asked for; null when it does not exist.</summary>
    /// <param name="name">Its name.</param>
    public StoredDocument? Find(string name) => _documents.GetValueOrDefault(name);

    /// <summary>The entry of a command of those whose keys were asked for; null when it was not done.</summary>
    /// <param name="key">Its key.</param>
    public JournalEntry? FindCommand(string key) => _commands.GetValueOrDefault(key);
}
