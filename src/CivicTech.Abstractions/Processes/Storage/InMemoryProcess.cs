using System.Collections.Immutable;

namespace CivicTech.Processes.Storage;

/// <summary>One process of <see cref="InMemoryProcessStore"/>.</summary>
internal sealed class InMemoryProcess
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, StoredDocument> _documents = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<JournalEntry> _journal = [];
    private readonly Dictionary<string, JournalEntry> _commands = new(StringComparer.Ordinal);

    internal StoredProcess? Find(DocumentRequest request)
    {
        lock (_lock)
        {
            if (_journal.Count == 0)
            {
                return null;
            }

            var names = request.Pages.SelectMany(NamesOf).Concat(request.Names).Distinct(StringComparer.Ordinal);
            return new StoredProcess(
                _journal[^1],
                names.Select(_documents.GetValueOrDefault).OfType<StoredDocument>(),
                request.CommandKeys.Select(_commands.GetValueOrDefault).OfType<JournalEntry>());
        }
    }

    internal bool Save(ProcessChange change, InMemoryDueList due)
    {
        lock (_lock)
        {
            if (_journal.Count != change.ExpectedVersion || change.Entries.Any(entry => entry.CommandKey is { } key && _commands.ContainsKey(key)))
            {
                return false;
            }

            due.Move(
                [.. change.Documents.Select(document => DueOf(change.Process, document.Name, _documents.GetValueOrDefault(document.Name))).OfType<DueDocument>()],
                [.. change.Documents.Select(document => DueOf(change.Process, document.Name, document.Document)).OfType<DueDocument>()]);
            foreach (var document in change.Documents)
            {
                Write(document);
            }

            foreach (var entry in change.Entries)
            {
                _journal.Add(entry);
                if (entry.CommandKey is { } key)
                {
                    _commands.Add(key, entry);
                }
            }

            return true;
        }
    }

    internal ImmutableArray<JournalEntry> EntriesAfter(long version)
    {
        lock (_lock)
        {
            return [.. _journal.Skip((int)Math.Min(version, _journal.Count))];
        }
    }

    private static DueDocument? DueOf(ProcessId process, string name, StoredDocument? document) =>
        document?.Due is { } due ? new DueDocument(process, name, due) : null;

    private void Write(DocumentChange change)
    {
        if (change.Document is { } document)
        {
            _documents[change.Name] = document;
            _names.Add(change.Name);
        }
        else
        {
            _documents.Remove(change.Name);
            _names.Remove(change.Name);
        }
    }

    private IEnumerable<string> NamesOf(PartPage page)
    {
        // The first name that can follow, and the first that no longer begins with the prefix.
        var first = page.After is null ? page.Prefix : page.Prefix + page.After + '\0';
        var end = page.Prefix[..^1] + (char)(page.Prefix[^1] + 1);
        return _names.GetViewBetween(first, end).TakeWhile(name => name.StartsWith(page.Prefix, StringComparison.Ordinal)).Take(page.Count);
    }
}
