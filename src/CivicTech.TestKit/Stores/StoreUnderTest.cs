using System.Text;
using CivicTech.Processes;
using CivicTech.Processes.Storage;
using CivicTech.Receipts;
using NodaTime;
using NodaTime.Text;

namespace CivicTech.TestKit.Stores;

/// <summary>A store and what the cases do with it again and again.</summary>
internal sealed class StoreUnderTest(IProcessStore store, CancellationToken cancellationToken) : IAsyncDisposable
{
    internal static readonly ProcessId Jar = new("jar", "one");
    internal static readonly Instant Noon = Instant.FromUtc(2026, 3, 21, 12, 0);

    internal IProcessStore Store => store;

    internal CancellationToken CancellationToken => cancellationToken;

    internal static DocumentChange Write(string name, int number, Instant? due = null) => Write(name, $$"""{"number":{{number}}}""", due);

    internal static DocumentChange Write(string name, string json, Instant? due = null) => DocumentChange.Write(new StoredDocument(name, Encoding.UTF8.GetBytes(json), due));

    internal static string Text(StoredDocument document) => $"{document.Name} {Encoding.UTF8.GetString(document.Content.Span)} due {(document.Due is { } due ? InstantPattern.ExtendedIso.Format(due) : "never")}";

    internal static string Text(JournalEntry entry) =>
        $"{entry.Version} at {InstantPattern.ExtendedIso.Format(entry.At)} key {entry.CommandKey ?? "none"} of {entry.CommandDigest} by {entry.By ?? "nobody"}: {Digest.Of(entry.Events.Span)} {entry.Digest}";

    /// <summary>A change of one entry on some version.</summary>
    internal static ProcessChange Change(ProcessId process, long version, Digest digest, string? key, params DocumentChange[] documents) =>
        new(process, version, [.. documents], [JournalEntry.Next(version, digest, Noon + Duration.FromSeconds(version), key, Digest.Of("command"u8), "somebody", """["happened"]"""u8.ToArray())]);

    internal async Task<ProcessChange> NextChangeAsync(ProcessId process, string? key, params DocumentChange[] documents)
    {
        var stored = await FindAsync(process, DocumentRequest.Empty).ConfigureAwait(false);
        return Change(process, stored?.Version ?? 0, stored?.Digest ?? default, key, documents);
    }

    internal Task<bool> TrySaveAsync(ProcessChange change) => store.SaveAsync(change, cancellationToken).AsTask();

    internal async Task SaveAsync(ProcessChange change) =>
        Expect.That(await TrySaveAsync(change).ConfigureAwait(false), $"version {change.ExpectedVersion} of '{change.Process}' to be changed, for it is the present one");

    /// <summary>Writes documents on the present version.</summary>
    internal async Task WriteAsync(ProcessId process, params DocumentChange[] documents) =>
        await SaveAsync(await NextChangeAsync(process, null, documents).ConfigureAwait(false)).ConfigureAwait(false);

    internal Task<StoredProcess?> FindAsync(ProcessId process, DocumentRequest request) => store.LoadAsync(process, request, cancellationToken).AsTask();

    internal async Task<StoredProcess> LoadAsync(ProcessId process, DocumentRequest request)
    {
        var stored = await FindAsync(process, request).ConfigureAwait(false);
        Expect.That(stored is not null, $"'{process}' to be found");
        return stored;
    }

    /// <summary>The keys of a page, in order.</summary>
    internal async Task<IReadOnlyList<string>> PageAsync(ProcessId process, string prefix, string? after, int count)
    {
        var stored = await LoadAsync(process, DocumentRequest.Empty.With(new PartPage(prefix, after, count))).ConfigureAwait(false);
        return [.. stored.Documents.Select(document => document.Name).Order(StringComparer.Ordinal)];
    }

    internal async Task<IReadOnlyList<JournalEntry>> JournalAsync(ProcessId process, long after = 0)
    {
        var entries = new List<JournalEntry>();
        await foreach (var entry in store.ReadJournalAsync(process, after, cancellationToken).ConfigureAwait(false))
        {
            entries.Add(entry);
        }

        return entries;
    }

    internal async Task<IReadOnlyList<string>> DueAsync(string kind, Instant now, int limit = 1000)
    {
        var due = await store.ListDueAsync(kind, now, limit, cancellationToken).ConfigureAwait(false);
        return [.. due.Select(document => $"{document.Process} {document.Name} {(document.Due - Noon).TotalNanoseconds:0}")];
    }

    /// <summary>All that a store has of a process whose documents have names such as <c>head</c> and <c>part/7</c>, as text.</summary>
    internal async Task<string> PictureAsync(ProcessId process)
    {
        var request = DocumentRequest.Empty.With("head", "tail").With(new PartPage("part/", null, int.MaxValue)).WithCommands("first", "second", "third");
        var stored = await FindAsync(process, request).ConfigureAwait(false);
        var text = new StringBuilder($"version {stored?.Version ?? 0}\n");
        text.AppendJoin('\n', (stored?.Documents ?? []).OrderBy(document => document.Name, StringComparer.Ordinal).Select(Text)).Append('\n');
        text.AppendJoin('\n', request.CommandKeys.Where(key => stored?.FindCommand(key) is not null)).Append('\n');
        text.AppendJoin('\n', (await JournalAsync(process).ConfigureAwait(false)).Select(Text)).Append('\n');
        text.AppendJoin('\n', await DueAsync(process.Kind, Instant.MaxValue).ConfigureAwait(false));
        return text.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        if (store is IAsyncDisposable inTime)
        {
            await inTime.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            (store as IDisposable)?.Dispose();
        }
    }
}
