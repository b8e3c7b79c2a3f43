using CivicTech.Processes.Storage;
using NodaTime;

namespace CivicTech.TestKit.Stores;

/// <summary>Changes are made on the version that they were decided on, wholly or not at all.</summary>
internal static class VersionCases
{
    internal static IEnumerable<StoreCase> All =>
    [
        new("A process that was never saved is not found", UnknownAsync),
        new("A process begins at version 0", BeginsAsync),
        new("Several entries move the version on by as many", SeveralEntriesAsync),
        new("A change on another version is refused and writes nothing", OtherVersionAsync),
        new("A process cannot begin on a later version", BeginsLateAsync),
        new("A save that is given up before it begins writes all or nothing", GivenUpAsync),
    ];

    private static async Task UnknownAsync(StoreUnderTest store)
    {
        Expect.That(await store.FindAsync(StoreUnderTest.Jar, DocumentRequest.Empty.With("head").WithCommands("first")).ConfigureAwait(false) is null, "no process to be found");
        Expect.Equal(0, (await store.JournalAsync(StoreUnderTest.Jar).ConfigureAwait(false)).Count, "the number of entries of no process");
        Expect.Equal(0, (await store.DueAsync("jar", Instant.MaxValue).ConfigureAwait(false)).Count, "the number of documents due");
    }

    private static async Task BeginsAsync(StoreUnderTest store)
    {
        var change = StoreUnderTest.Change(StoreUnderTest.Jar, 0, default, "first", StoreUnderTest.Write("head", 1));
        await store.SaveAsync(change).ConfigureAwait(false);

        var stored = await store.LoadAsync(StoreUnderTest.Jar, DocumentRequest.Empty.With("head")).ConfigureAwait(false);
        Expect.Equal(1, stored.Version, "the version");
        Expect.Equal(change.Entries[0].At, stored.At, "the instant of the last entry");
        Expect.Equal(change.Entries[0].Digest, stored.Digest, "the digest of the last entry");
        Expect.That(stored.Find("head") is not null, "the document 'head' to be found");
    }

    private static async Task SeveralEntriesAsync(StoreUnderTest store)
    {
        await store.WriteAsync(StoreUnderTest.Jar, StoreUnderTest.Write("head", 1)).ConfigureAwait(false);
        var one = await store.NextChangeAsync(StoreUnderTest.Jar, "first", StoreUnderTest.Write("head", 2)).ConfigureAwait(false);
        var two = StoreUnderTest.Change(StoreUnderTest.Jar, 2, one.Entries[0].Digest, "second").Entries[0];
        await store.SaveAsync(new ProcessChange(StoreUnderTest.Jar, 1, one.Documents, [one.Entries[0], two])).ConfigureAwait(false);

        var stored = await store.LoadAsync(StoreUnderTest.Jar, DocumentRequest.Empty).ConfigureAwait(false);
        Expect.Equal(3, stored.Version, "the version");
        Expect.Equal(two.Digest, stored.Digest, "the digest of the last entry");
        await store.WriteAsync(StoreUnderTest.Jar, StoreUnderTest.Write("head", 3)).ConfigureAwait(false);
    }

    private static async Task OtherVersionAsync(StoreUnderTest store)
    {
        await store.WriteAsync(StoreUnderTest.Jar, StoreUnderTest.Write("head", 1, StoreUnderTest.Noon), StoreUnderTest.Write("part/1", 1)).ConfigureAwait(false);
        await store.WriteAsync(StoreUnderTest.Jar, StoreUnderTest.Write("head", 2, StoreUnderTest.Noon + Duration.Epsilon)).ConfigureAwait(false);
        var before = await store.PictureAsync(StoreUnderTest.Jar).ConfigureAwait(false);
        var digest = (await store.LoadAsync(StoreUnderTest.Jar, DocumentRequest.Empty).ConfigureAwait(false)).Digest;
        foreach (var version in (long[])[0, 1, 3, 1000])
        {
            var change = StoreUnderTest.Change(
                StoreUnderTest.Jar, version, digest, "first", StoreUnderTest.Write("head", 9, Instant.MinValue), DocumentChange.Remove("part/1"), StoreUnderTest.Write("part/2", 9, StoreUnderTest.Noon));
            Expect.That(!await store.TrySaveAsync(change).ConfigureAwait(false), $"a change on version {version} to be refused, for the present one is 2");
            Expect.Equal(before, await store.PictureAsync(StoreUnderTest.Jar).ConfigureAwait(false), $"what is kept after a refused change on version {version}");
        }
    }

    private static async Task BeginsLateAsync(StoreUnderTest store)
    {
        var change = StoreUnderTest.Change(StoreUnderTest.Jar, 3, default, "first", StoreUnderTest.Write("head", 1, StoreUnderTest.Noon));
        Expect.That(!await store.TrySaveAsync(change).ConfigureAwait(false), "a change on version 3 of a process that does not exist to be refused");
        await UnknownAsync(store).ConfigureAwait(false);
        await BeginsAsync(store).ConfigureAwait(false);
    }

    private static async Task GivenUpAsync(StoreUnderTest store)
    {
        await store.WriteAsync(StoreUnderTest.Jar, StoreUnderTest.Write("head", 1, StoreUnderTest.Noon)).ConfigureAwait(false);
        var change = await store.NextChangeAsync(StoreUnderTest.Jar, "first", StoreUnderTest.Write("head", 2), StoreUnderTest.Write("part/1", 2)).ConfigureAwait(false);
        bool isSaved;
        try
        {
            isSaved = await store.Store.SaveAsync(change, new CancellationToken(canceled: true)).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            isSaved = false;
        }

        var stored = await store.LoadAsync(StoreUnderTest.Jar, DocumentRequest.Empty.With("part/1").WithCommands("first")).ConfigureAwait(false);
        Expect.Equal(
            isSaved ? "2 True True" : "1 False False",
            $"{stored.Version} {stored.Find("part/1") is not null} {stored.FindCommand("first") is not null}",
            isSaved ? "version, document and key of a save that was done" : "version, document and key of a save that was given up");
    }
}
