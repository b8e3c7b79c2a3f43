using CivicTech.Processes.Storage;
using CivicTech.Receipts;
using NodaTime;

namespace CivicTech.TestKit.Stores;

/// <summary>What was saved is there when the storage is opened again, and a crash leaves all of a change or nothing.</summary>
internal static class StorageCases
{
    internal static IEnumerable<StorageCase> All =>
    [
        new("What was saved is there when the storage is opened again", ReopenedAsync),
        new("A crash at any write of the first save leaves no process", (create, cancellationToken) => CrashedAsync(create, 0, cancellationToken)),
        new("A crash at any write of a later save leaves the version before", (create, cancellationToken) => CrashedAsync(create, 2, cancellationToken)),
        new("A refused change writes nothing", RefusedAsync),
        new("Of 100 increments by stores of their own on one storage none is lost", SharedAsync),
    ];

    private static async Task ReopenedAsync(Func<CancellationToken, Task<IStorageUnderTest>> create, CancellationToken cancellationToken)
    {
        var storage = await create(cancellationToken).ConfigureAwait(false);
        await using (storage.ConfigureAwait(false))
        {
            var before = await OnAsync(storage, NoCrash, PrepareAsync, cancellationToken).ConfigureAwait(false);
            var after = await OnAsync(storage, NoCrash, store => store.PictureAsync(StoreUnderTest.Jar), cancellationToken).ConfigureAwait(false);
            Expect.Equal(before, after, "what is kept when the storage is opened again");
            await OnAsync(storage, NoCrash, store => SaveAsync(store, "third"), cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task CrashedAsync(Func<CancellationToken, Task<IStorageUnderTest>> create, int version, CancellationToken cancellationToken)
    {
        for (var step = 1; ; step++)
        {
            var storage = await create(cancellationToken).ConfigureAwait(false);
            await using (storage.ConfigureAwait(false))
            {
                var before = await OnAsync(storage, NoCrash, store => version == 0 ? store.PictureAsync(StoreUnderTest.Jar) : PrepareAsync(store), cancellationToken).ConfigureAwait(false);
                if (!await CrashAsync(storage, step, cancellationToken).ConfigureAwait(false))
                {
                    // The save has fewer writes than this: it went through. It has the commit at least.
                    Expect.That(step > 1, "the storage to announce each write of a save");
                    return;
                }

                var after = await OnAsync(storage, NoCrash, store => store.PictureAsync(StoreUnderTest.Jar), cancellationToken).ConfigureAwait(false);
                Expect.Equal(before, after, $"what is kept after a crash at write {step}");
                await OnAsync(storage, NoCrash, store => SaveAsync(store, "third"), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // True when the program ended there, false when the save was done before it came so far.
    private static async Task<bool> CrashAsync(IStorageUnderTest storage, int step, CancellationToken cancellationToken)
    {
        var (writes, isArmed) = (0, false);
        void Crash()
        {
            if (isArmed && ++writes >= step)
            {
                throw new SimulatedCrashException();
            }
        }

        return await OnAsync(
            storage,
            Crash,
            async store =>
            {
                isArmed = true;
                try
                {
                    await SaveAsync(store, "third").ConfigureAwait(false);
                    return false;
                }
                catch (Exception exception) when (Unwrapped(exception).Any(one => one is SimulatedCrashException))
                {
                    return true;
                }
                finally
                {
                    isArmed = false;
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static async Task RefusedAsync(Func<CancellationToken, Task<IStorageUnderTest>> create, CancellationToken cancellationToken)
    {
        var storage = await create(cancellationToken).ConfigureAwait(false);
        await using (storage.ConfigureAwait(false))
        {
            var before = await OnAsync(storage, NoCrash, PrepareAsync, cancellationToken).ConfigureAwait(false);
            await OnAsync(
                storage,
                NoCrash,
                async store =>
                {
                    var late = StoreUnderTest.Change(StoreUnderTest.Jar, 1, default, "third", StoreUnderTest.Write("head", 9), StoreUnderTest.Write("part/9", 9, StoreUnderTest.Noon));
                    Expect.That(!await store.TrySaveAsync(late).ConfigureAwait(false), "a change on version 1 to be refused, for the present one is 4");
                    return true;
                },
                cancellationToken).ConfigureAwait(false);
            var after = await OnAsync(storage, NoCrash, store => store.PictureAsync(StoreUnderTest.Jar), cancellationToken).ConfigureAwait(false);
            Expect.Equal(before, after, "what is kept after a refused change");
        }
    }

    private static async Task SharedAsync(Func<CancellationToken, Task<IStorageUnderTest>> create, CancellationToken cancellationToken)
    {
        var storage = await create(cancellationToken).ConfigureAwait(false);
        await using (storage.ConfigureAwait(false))
        {
            var stores = new List<StoreUnderTest>();
            try
            {
                for (var i = 0; i < 4; i++)
                {
                    stores.Add(new StoreUnderTest(await storage.OpenAsync(NoCrash, cancellationToken).ConfigureAwait(false), cancellationToken));
                }

                await ConcurrencyCases.CountAsync(stores).ConfigureAwait(false);
            }
            finally
            {
                foreach (var store in stores)
                {
                    await store.DisposeAsync().ConfigureAwait(false);
                }
            }
        }
    }

    private static async Task<T> OnAsync<T>(IStorageUnderTest storage, Action beforeWrite, Func<StoreUnderTest, Task<T>> run, CancellationToken cancellationToken)
    {
        var store = new StoreUnderTest(await storage.OpenAsync(beforeWrite, cancellationToken).ConfigureAwait(false), cancellationToken);
        await using (store.ConfigureAwait(false))
        {
            return await run(store).ConfigureAwait(false);
        }
    }

    private static async Task<string> PrepareAsync(StoreUnderTest store)
    {
        await SaveAsync(store, "first").ConfigureAwait(false);
        await SaveAsync(store, "second").ConfigureAwait(false);
        return await store.PictureAsync(StoreUnderTest.Jar).ConfigureAwait(false);
    }

    // Each writes, replaces and removes, with due work and two entries.
    private static async Task<bool> SaveAsync(StoreUnderTest store, string key)
    {
        var one = await store.NextChangeAsync(StoreUnderTest.Jar, key).ConfigureAwait(false);
        var version = one.ExpectedVersion;
        var two = JournalEntry.Next(version + 1, one.Entries[0].Digest, StoreUnderTest.Noon, null, Digest.Of("command"u8), null, "[2]"u8.ToArray());
        await store.SaveAsync(new ProcessChange(
            StoreUnderTest.Jar,
            version,
            [
                StoreUnderTest.Write("head", (int)version, StoreUnderTest.Noon + Duration.FromSeconds(version)),
                StoreUnderTest.Write($"part/{version}", (int)version, StoreUnderTest.Noon),
                DocumentChange.Remove($"part/{version - 2}"),
                StoreUnderTest.Write("tail", (int)version),
            ],
            [one.Entries[0], two])).ConfigureAwait(false);
        return true;
    }

    private static void NoCrash()
    {
    }

    private static IEnumerable<Exception> Unwrapped(Exception exception)
    {
        for (var one = exception; one is not null; one = one.InnerException!)
        {
            yield return one;
        }
    }
}
