using CivicTech.Processes;
using CivicTech.Processes.Storage;
using NodaTime;

namespace CivicTech.TestKit.Stores;

/// <summary>Many callers at once lose nothing and see nothing half done.</summary>
internal static class ConcurrencyCases
{
    private const int Writers = 8;
    private const int Increments = 25;

    internal static IEnumerable<StoreCase> All =>
    [
        new("Of 16 that begin a process at once one wins", store => OneWinsAsync(store, 0)),
        new("Of 16 that change a version at once one wins", store => OneWinsAsync(store, 3)),
        new("Of 200 increments by 8 writers none is lost", store => CountAsync([.. Enumerable.Repeat(store, Writers)])),
        new("A reader never sees half of a change", NeverHalfAsync),
        new("Processes are changed at once without conflict", ManyProcessesAsync),
    ];

    private static async Task OneWinsAsync(StoreUnderTest store, int version)
    {
        for (var i = 0; i < version; i++)
        {
            await store.WriteAsync(StoreUnderTest.Jar, StoreUnderTest.Write("head", -1)).ConfigureAwait(false);
        }

        var changes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => store.NextChangeAsync(StoreUnderTest.Jar, $"of-{i}", StoreUnderTest.Write("head", i), StoreUnderTest.Write($"part/{i}", i)))).ConfigureAwait(false);
        var saved = await Task.WhenAll(changes.Select(change => Task.Run(() => store.TrySaveAsync(change)))).ConfigureAwait(false);
        Expect.Equal(1, saved.Count(isSaved => isSaved), "the number of saves that went through");

        var winner = saved.IndexOf(true);
        var request = DocumentRequest.Empty.With("head").With(new PartPage("part/", null, 100)).WithCommands(Enumerable.Range(0, 16).Select(i => $"of-{i}"));
        var stored = await store.LoadAsync(StoreUnderTest.Jar, request).ConfigureAwait(false);
        Expect.Equal(version + 1L, stored.Version, "the version");
        Expect.Equal(2, stored.Documents.Length, "the number of documents");
        Expect.Equal(winner, DocumentCases.NumberOf(stored.Find("head")!), "the number that the winner wrote");
        Expect.Same([$"of-{winner}"], request.CommandKeys.Where(key => stored.FindCommand(key) is not null), "the keys of commands");
    }

    /// <summary>All writers add one to the same number, on stores that may be several on one storage.</summary>
    internal static async Task CountAsync(IReadOnlyList<StoreUnderTest> stores)
    {
        await stores[0].WriteAsync(StoreUnderTest.Jar, StoreUnderTest.Write("head", 0, StoreUnderTest.Noon)).ConfigureAwait(false);
        await Task.WhenAll(stores.Select((store, writer) => Task.Run(() => IncrementAsync(store, writer)))).ConfigureAwait(false);

        var count = stores.Count * Increments;
        var stored = await stores[0].LoadAsync(StoreUnderTest.Jar, DocumentRequest.Empty.With("head")).ConfigureAwait(false);
        Expect.Equal((count + 1L, count), (stored.Version, DocumentCases.NumberOf(stored.Find("head")!)), "version and number");
        var journal = await stores[0].JournalAsync(StoreUnderTest.Jar).ConfigureAwait(false);
        Expect.Equal(count, journal.Select(entry => entry.CommandKey).OfType<string>().Distinct(StringComparer.Ordinal).Count(), "the number of keys in the journal");
        JournalCases.Follows(journal);
        Expect.Same([$"jar/one head {count}"], await stores[0].DueAsync("jar", Instant.MaxValue).ConfigureAwait(false), "what is due");
    }

    private static async Task IncrementAsync(StoreUnderTest store, int writer)
    {
        for (var i = 0; i < Increments;)
        {
            var stored = await store.LoadAsync(StoreUnderTest.Jar, DocumentRequest.Empty.With("head")).ConfigureAwait(false);
            var number = DocumentCases.NumberOf(stored.Find("head")!) + 1;
            var change = StoreUnderTest.Change(
                StoreUnderTest.Jar, stored.Version, stored.Digest, $"{writer}-{i}", StoreUnderTest.Write("head", number, StoreUnderTest.Noon + Duration.FromNanoseconds(number)));
            i += await store.TrySaveAsync(change).ConfigureAwait(false) ? 1 : 0;
        }
    }

    private static async Task NeverHalfAsync(StoreUnderTest store)
    {
        await store.WriteAsync(StoreUnderTest.Jar, Both(1)).ConfigureAwait(false);
        var request = DocumentRequest.Empty.With("head").With(new PartPage("part/", null, 10)).WithCommands(Enumerable.Range(2, 99).Select(version => $"{version}"));
        await SeesOneVersionAsync().ConfigureAwait(false);
        var writing = Task.Run(async () =>
        {
            for (var version = 2; version <= 100; version++)
            {
                await store.SaveAsync(await store.NextChangeAsync(StoreUnderTest.Jar, $"{version}", Both(version)).ConfigureAwait(false)).ConfigureAwait(false);
            }
        });
        bool isLast;
        do
        {
            isLast = writing.IsCompleted;
            await SeesOneVersionAsync().ConfigureAwait(false);
        }
        while (!isLast);
        await writing.ConfigureAwait(false);

        async Task SeesOneVersionAsync()
        {
            var stored = await store.LoadAsync(StoreUnderTest.Jar, request).ConfigureAwait(false);
            Expect.Same(
                Both((int)stored.Version).Where(change => change.Document is not null).Select(change => $"{change.Name} {stored.Version}").Order(StringComparer.Ordinal),
                stored.Documents.Select(document => $"{document.Name} {DocumentCases.NumberOf(document)}").Order(StringComparer.Ordinal),
                $"the documents and their numbers at version {stored.Version}");
            Expect.Equal(stored.Version - 1, request.CommandKeys.Count(key => stored.FindCommand(key) is not null), $"the number of keys known at version {stored.Version}");
        }

        // One part goes as another comes: they are never there together, and never both away.
        static DocumentChange[] Both(int version) =>
        [
            StoreUnderTest.Write("head", version),
            version % 2 == 0 ? StoreUnderTest.Write("part/even", version) : DocumentChange.Remove("part/even"),
            version % 2 == 1 ? StoreUnderTest.Write("part/odd", version) : DocumentChange.Remove("part/odd"),
        ];
    }

    private static async Task ManyProcessesAsync(StoreUnderTest store)
    {
        var processes = Enumerable.Range(0, Writers).Select(i => new ProcessId("jar", $"{i}")).ToList();
        await Task.WhenAll(processes.Select(process => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                await store.WriteAsync(process, StoreUnderTest.Write("head", i, StoreUnderTest.Noon)).ConfigureAwait(false);
            }
        }))).ConfigureAwait(false);
        foreach (var process in processes)
        {
            var stored = await store.LoadAsync(process, DocumentRequest.Empty.With("head")).ConfigureAwait(false);
            Expect.Equal((10L, 9), (stored.Version, DocumentCases.NumberOf(stored.Find("head")!)), $"version and number of '{process}'");
        }

        Expect.Equal(Writers, (await store.DueAsync("jar", StoreUnderTest.Noon).ConfigureAwait(false)).Count, "the number of documents due");
    }
}
