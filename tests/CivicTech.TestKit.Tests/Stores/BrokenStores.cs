using System.Collections.Immutable;
using System.Text;
using CivicTech.Processes;
using CivicTech.Processes.Storage;
using CivicTech.Receipts;
using NodaTime;

namespace CivicTech.TestKit.Tests.Stores;

/// <summary>Mistakes that real stores make, one each.</summary>
internal static class BrokenStores
{
    internal static BrokenStore IgnoresTheVersion() => new()
    {
        Save = async (change, sound) => await sound(change) || await ForcedAsync(change, sound),
    };

    internal static BrokenStore WritesDocumentsBeforeItChecks()
    {
        BrokenStore store = null!;
        return store = new()
        {
            Save = async (change, sound) =>
            {
                if (await sound(change))
                {
                    return true;
                }

                // The documents are there all the same, under an entry that nobody asked for.
                var head = await store.Sound.LoadAsync(change.Process, DocumentRequest.Empty, default);
                if (head is not null)
                {
                    await sound(new ProcessChange(change.Process, head.Version, change.Documents, [JournalEntry.Next(head.Version, head.Digest, head.At, null, default, null, "[]"u8.ToArray())]));
                }

                return false;
            },
        };
    }

    internal static BrokenStore LosesRemovals() => new()
    {
        Save = (change, sound) => sound(With(change, [.. change.Documents.Where(document => document.Document is not null)])),
    };

    internal static BrokenStore KeepsTheFirstContent()
    {
        var seen = new HashSet<(ProcessId, string)>();
        return new() { Save = (change, sound) => sound(With(change, [.. change.Documents.Where(document => document.Document is null || seen.Add((change.Process, document.Name)))])) };
    }

    internal static BrokenStore FoldsCase() => new()
    {
        Load = (process, request, sound) => sound(process, new DocumentRequest([.. request.Names.Select(Fold)], request.Pages, request.CommandKeys)),
        Save = (change, sound) => sound(With(change, [.. change.Documents.DistinctBy(document => Fold(document.Name)).Select(document => Named(document, Fold(document.Name)))])),
    };

    internal static BrokenStore FoldsTheCaseOfIds() => new()
    {
        Load = (process, request, sound) => sound(new ProcessId(process.Kind, Fold(process.Value)), request),
        Save = (change, sound) => sound(new ProcessChange(new ProcessId(change.Process.Kind, Fold(change.Process.Value)), change.ExpectedVersion, change.Documents, change.Entries)),
    };

    internal static BrokenStore CutsLongNames() => new()
    {
        Save = (change, sound) => sound(With(change, [.. change.Documents.Select(document => Named(document, document.Name[..Math.Min(document.Name.Length, 255)])).DistinctBy(document => document.Name)])),
    };

    internal static BrokenStore SortsPagesByLength() => Paging((page, names) =>
        names.OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).Where(name => page.After is null || name.Length > page.Prefix.Length + page.After.Length
            || (name.Length == page.Prefix.Length + page.After.Length && string.CompareOrdinal(name, page.Prefix + page.After) > 0)));

    internal static BrokenStore SortsPagesWithoutCase() => Paging((page, names) =>
        names.Order(StringComparer.OrdinalIgnoreCase).Where(name => page.After is null || StringComparer.OrdinalIgnoreCase.Compare(name, page.Prefix + page.After) > 0));

    internal static BrokenStore BeginsPagesAtTheKey() => Paging((page, names) =>
        names.Order(StringComparer.Ordinal).Where(name => page.After is null || string.CompareOrdinal(name, page.Prefix + page.After) >= 0));

    internal static BrokenStore TakesPrefixesWithoutTheSlash()
    {
        BrokenStore store = null!;
        return store = new()
        {
            Load = (process, request, sound) => sound(process, new DocumentRequest(request.Names, [.. request.Pages.Select(page => new PartPage(page.Prefix.TrimEnd('/') is { Length: > 0 } cut ? cut : page.Prefix, null, int.MaxValue))], request.CommandKeys)),
        };
    }

    internal static BrokenStore TakesPrefixesAsPatterns() => new()
    {
        Load = async (process, request, sound) =>
        {
            var all = await sound(process, AllNames(request));
            return await sound(process, new DocumentRequest(
                [.. request.Names, .. request.Pages.SelectMany(page => (all?.Documents ?? []).Where(document => IsLike(document.Name, page.Prefix)).Select(document => document.Name))],
                request.Pages,
                request.CommandKeys));
        },
    };

    internal static BrokenStore ForgetsCommandKeys() => new()
    {
        Load = (process, request, sound) => sound(process, new DocumentRequest(request.Names, request.Pages, [])),
    };

    internal static BrokenStore TakesAKeyTwice()
    {
        var count = 0;
        return new()
        {
            Save = async (change, sound) => await sound(change)
                || (change.Entries.Any(entry => entry.CommandKey is not null)
                    && await sound(new ProcessChange(change.Process, change.ExpectedVersion, change.Documents, [.. change.Entries.Select(entry => Rekeyed(entry, $"again-{count++}"))]))),
        };
    }

    internal static BrokenStore SharesKeysAmongProcesses()
    {
        var keys = new HashSet<string>();
        return new()
        {
            Save = async (change, sound) =>
            {
                lock (keys)
                {
                    if (change.Entries.Any(entry => entry.CommandKey is { } key && keys.Contains(key)))
                    {
                        return false;
                    }
                }

                var isSaved = await sound(change);
                lock (keys)
                {
                    keys.UnionWith(isSaved ? change.Entries.Select(entry => entry.CommandKey).OfType<string>() : []);
                }

                return isSaved;
            },
        };
    }

    internal static BrokenStore CutsInstantsToMicroseconds() => new()
    {
        Save = (change, sound) => sound(new ProcessChange(
            change.Process,
            change.ExpectedVersion,
            [.. change.Documents.Select(document => document.Document is { Due: { } due } kept ? DocumentChange.Write(new StoredDocument(kept.Name, kept.Content, Cut(due))) : document)],
            [.. change.Entries.Select(entry => new JournalEntry(entry.Version, Cut(entry.At), entry.CommandKey, entry.CommandDigest, entry.By, entry.Events, entry.Digest))])),
    };

    internal static BrokenStore ReformatsEvents() => new()
    {
        Save = (change, sound) => sound(new ProcessChange(
            change.Process,
            change.ExpectedVersion,
            change.Documents,
            [.. change.Entries.Select(entry => new JournalEntry(
                entry.Version, entry.At, entry.CommandKey, entry.CommandDigest, entry.By, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(entry.Events.Span).Replace(" ", "", StringComparison.Ordinal)), entry.Digest))])),
    };

    internal static BrokenStore ReadsTheJournalBackwards() => new() { Journal = Reversed };

    internal static BrokenStore ReadsTheJournalFromTheVersion() => new() { Journal = entries => entries.Skip(1) };

    internal static BrokenStore LosesTheEmptyBy() => new()
    {
        Save = (change, sound) => sound(new ProcessChange(change.Process, change.ExpectedVersion, change.Documents, [.. change.Entries.Select(entry => new JournalEntry(
            entry.Version, entry.At, entry.CommandKey, entry.CommandDigest, entry.By ?? "", entry.Events, entry.Digest))])),
    };

    internal static BrokenStore KeepsOldDueInstants()
    {
        var first = new Dictionary<(ProcessId, string), Instant>();
        return new()
        {
            Save = (change, sound) => sound(With(change, [.. change.Documents.Select(document => document.Document is { Due: { } due } kept
                ? DocumentChange.Write(new StoredDocument(kept.Name, kept.Content, first.TryAdd((change.Process, kept.Name), due) ? due : first[(change.Process, kept.Name)]))
                : document)])),
        };
    }

    internal static BrokenStore ListsWhatIsRemoved()
    {
        var gone = new HashSet<DueDocument>();
        return new()
        {
            Save = async (change, sound) =>
            {
                var isSaved = await sound(change);
                gone.UnionWith(isSaved ? change.Documents.Where(document => document.Document is null).Select(document => new DueDocument(change.Process, document.Name, Instant.MinValue)) : []);
                return isSaved;
            },
            Due = async (kind, now, limit, sound) => [.. gone.Where(document => document.Process.Kind == kind).Concat(await sound(kind, now, limit)).Take(limit)],
        };
    }

    internal static BrokenStore ListsDueBeforeOnly() => new() { Due = (kind, now, limit, sound) => sound(kind, now - Duration.Epsilon, limit) };

    internal static BrokenStore ListsDueByName() => new()
    {
        Due = async (kind, now, limit, sound) => [.. (await sound(kind, now, int.MaxValue)).OrderBy(document => document.Name, StringComparer.Ordinal).Take(limit)],
    };

    internal static BrokenStore IgnoresTheLimit() => new() { Due = (kind, now, _, sound) => sound(kind, now, int.MaxValue) };

    internal static BrokenStore FoldsTheCaseOfKinds() => new() { Due = async (kind, now, limit, sound) => [.. await sound(kind, now, limit), .. await sound(kind == "JAR" ? "jar" : "Jar", now, limit)] };

    internal static BrokenStore ReadsDocumentsFromACache()
    {
        StoredProcess? cached = null;
        return new()
        {
            Load = async (process, request, sound) =>
            {
                var fresh = await sound(process, request);
                if (fresh is null || request.Pages.IsEmpty)
                {
                    return fresh;
                }

                var documents = (cached ?? fresh).Documents;
                cached = fresh;
                return new StoredProcess(
                    new JournalEntry(fresh.Version, fresh.At, null, default, null, "[]"u8.ToArray(), fresh.Digest),
                    documents,
                    request.CommandKeys.Select(fresh.FindCommand).OfType<JournalEntry>());
            },
        };
    }

    internal static BrokenStore LosesEverySeventhSave()
    {
        var count = 0;
        return new() { Save = (change, sound) => Interlocked.Increment(ref count) % 7 == 0 ? Task.FromResult(true) : sound(change) };
    }

    internal static BrokenStore TakesFewNames() => new()
    {
        Load = (process, request, sound) => request.Names.Count > 999 ? throw new InvalidOperationException("too many SQL variables") : sound(process, request),
    };

    private static async Task<bool> ForcedAsync(ProcessChange change, Func<ProcessChange, Task<bool>> sound)
    {
        for (var version = 0; version < 1000; version++)
        {
            var entries = change.Entries.Select((entry, i) => new JournalEntry(version + 1 + i, entry.At, entry.CommandKey, entry.CommandDigest, entry.By, entry.Events, entry.Digest));
            if (await sound(new ProcessChange(change.Process, version, change.Documents, [.. entries])))
            {
                return true;
            }
        }

        return false;
    }

    private static BrokenStore Paging(Func<PartPage, IEnumerable<string>, IEnumerable<string>> choose) => new()
    {
        Load = async (process, request, sound) =>
        {
            var names = request.Names;
            foreach (var page in request.Pages)
            {
                var all = await sound(process, DocumentRequest.Empty.With(new PartPage(page.Prefix, null, int.MaxValue)));
                names = names.Union(choose(page, (all?.Documents ?? []).Select(document => document.Name)).Take(page.Count));
            }

            return await sound(process, new DocumentRequest(names, [], request.CommandKeys));
        },
    };

    private static DocumentRequest AllNames(DocumentRequest request) => request.Pages.Aggregate(DocumentRequest.Empty, (all, page) => all.With(new PartPage(page.Prefix[..1], null, int.MaxValue)));

    private static bool IsLike(string name, string prefix) => name.Length >= prefix.Length && !prefix.Where((character, i) => character != '_' && character != name[i]).Any();

    private static ProcessChange With(ProcessChange change, ImmutableArray<DocumentChange> documents) => new(change.Process, change.ExpectedVersion, documents, change.Entries);

    private static DocumentChange Named(DocumentChange change, string name) =>
        change.Document is { } document ? DocumentChange.Write(new StoredDocument(name, document.Content, document.Due)) : DocumentChange.Remove(name);

    private static JournalEntry Rekeyed(JournalEntry entry, string key) => new(entry.Version, entry.At, key, entry.CommandDigest, entry.By, entry.Events, entry.Digest);

    private static Instant Cut(Instant instant) => Instant.FromUnixTimeTicks(instant.ToUnixTimeTicks() / 10 * 10);

    private static string Fold(string text) => text.ToUpperInvariant();

    private static async IAsyncEnumerable<JournalEntry> Reversed(IAsyncEnumerable<JournalEntry> entries)
    {
        foreach (var entry in (await entries.ToListAsync()).AsEnumerable().Reverse())
        {
            yield return entry;
        }
    }
}
