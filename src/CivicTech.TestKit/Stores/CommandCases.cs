using CivicTech.Processes.Storage;
using CivicTech.Receipts;
using NodaTime;

namespace CivicTech.TestKit.Stores;

/// <summary>What was done under a key is known for ever, and is not done again.</summary>
internal static class CommandCases
{
    internal static IEnumerable<StoreCase> All =>
    [
        new("A command is found by its key, with its whole entry", FoundAsync),
        new("Keys of another process are not found", OtherProcessAsync),
        new("A key that the process has already is a conflict and writes nothing", RepeatedAsync),
        new("Commands without a key are no conflict", WithoutKeyAsync),
    ];

    private static async Task FoundAsync(StoreUnderTest store)
    {
        await store.WriteAsync(StoreUnderTest.Jar).ConfigureAwait(false);
        var head = await store.LoadAsync(StoreUnderTest.Jar, DocumentRequest.Empty).ConfigureAwait(false);
        var entry = JournalEntry.Next(1, head.Digest, StoreUnderTest.Noon + Duration.FromNanoseconds(7), "first", Digest.Of("a command"u8), "who", """{"events":[1,2]}"""u8.ToArray());
        await store.SaveAsync(new ProcessChange(StoreUnderTest.Jar, 1, [], [entry])).ConfigureAwait(false);
        await store.WriteAsync(StoreUnderTest.Jar).ConfigureAwait(false);

        var stored = await store.LoadAsync(StoreUnderTest.Jar, DocumentRequest.Empty.WithCommands("first", "second")).ConfigureAwait(false);
        var found = stored.FindCommand("first");
        Expect.That(found is not null, "the command of the key 'first' to be found");
        Expect.Equal(StoreUnderTest.Text(entry), StoreUnderTest.Text(found), "the entry of the command");
        Expect.That(found.Follows(head.Digest), "the entry to follow the one before, unchanged");
        Expect.That(stored.FindCommand("second") is null, "no command of the key 'second'");
    }

    private static async Task OtherProcessAsync(StoreUnderTest store)
    {
        ProcessId[] processes = [new("jar", "one"), new("jar", "two"), new("box", "one")];
        foreach (var (i, process) in processes.Index())
        {
            await store.SaveAsync(await store.NextChangeAsync(process, $"of-{i}").ConfigureAwait(false)).ConfigureAwait(false);
        }

        foreach (var (i, process) in processes.Index())
        {
            var stored = await store.LoadAsync(process, DocumentRequest.Empty.WithCommands("of-0", "of-1", "of-2")).ConfigureAwait(false);
            for (var j = 0; j < processes.Length; j++)
            {
                Expect.Equal(i == j, stored.FindCommand($"of-{j}") is not null, $"whether '{process}' has the key 'of-{j}'");
            }
        }

        await store.SaveAsync(await store.NextChangeAsync(processes[0], "of-1").ConfigureAwait(false)).ConfigureAwait(false);
    }

    private static async Task RepeatedAsync(StoreUnderTest store)
    {
        await store.SaveAsync(await store.NextChangeAsync(StoreUnderTest.Jar, "first", StoreUnderTest.Write("head", 1, StoreUnderTest.Noon)).ConfigureAwait(false)).ConfigureAwait(false);
        await store.WriteAsync(StoreUnderTest.Jar, StoreUnderTest.Write("part/1", 1)).ConfigureAwait(false);
        var before = await store.PictureAsync(StoreUnderTest.Jar).ConfigureAwait(false);
        var again = await store.NextChangeAsync(StoreUnderTest.Jar, "first", StoreUnderTest.Write("head", 2), StoreUnderTest.Write("part/2", 2)).ConfigureAwait(false);
        Expect.That(!await store.TrySaveAsync(again).ConfigureAwait(false), "a change with the key 'first' to be refused, for the process has it already");
        Expect.Equal(before, await store.PictureAsync(StoreUnderTest.Jar).ConfigureAwait(false), "what is kept after the refused change");
    }

    private static async Task WithoutKeyAsync(StoreUnderTest store)
    {
        for (var i = 0; i < 3; i++)
        {
            await store.WriteAsync(StoreUnderTest.Jar, StoreUnderTest.Write("head", i)).ConfigureAwait(false);
        }

        Expect.Equal(3, (await store.JournalAsync(StoreUnderTest.Jar).ConfigureAwait(false)).Count(entry => entry.CommandKey is null), "the number of entries without a key");
    }
}
