using CivicTech.Processes.Storage;
using NodaTime;

namespace CivicTech.TestKit.Stores;

/// <summary>The list of what is due follows the documents.</summary>
internal static class DueCases
{
    private static Instant At(long nanoseconds) => StoreUnderTest.Noon + Duration.FromNanoseconds(nanoseconds);

    internal static IEnumerable<StoreCase> All =>
    [
        new("What is due is listed in the order of due, process and name", OrderAsync),
        new("What is due is listed until an instant, itself included, to the nanosecond", UntilAsync),
        new("What is due is listed up to a limit", LimitAsync),
        new("What is due moves with its document", MovesAsync),
        new("What is due vanishes with its document", VanishesAsync),
        new("What is due is listed by kind", KindAsync),
        new("Due instants of all centuries are listed in order", CenturiesAsync),
    ];

    private static async Task OrderAsync(StoreUnderTest store)
    {
        await store.WriteAsync(new ProcessId("jar", "two"), StoreUnderTest.Write("b", 1, At(5)), StoreUnderTest.Write("a", 1, At(5)), StoreUnderTest.Write("c", 1, At(-7))).ConfigureAwait(false);
        await store.WriteAsync(new ProcessId("jar", "one"), StoreUnderTest.Write("z", 1, At(5)), StoreUnderTest.Write("Z", 1, At(5)), StoreUnderTest.Write("é", 1, At(5))).ConfigureAwait(false);
        await store.WriteAsync(new ProcessId("jar", "One"), StoreUnderTest.Write("z", 1, At(5)), StoreUnderTest.Write("y", 1, At(1)), StoreUnderTest.Write("none", 1)).ConfigureAwait(false);
        Expect.Same(
            ["jar/two c -7", "jar/One y 1", "jar/One z 5", "jar/one Z 5", "jar/one z 5", "jar/one é 5", "jar/two a 5", "jar/two b 5"],
            await store.DueAsync("jar", At(5)).ConfigureAwait(false),
            "what is due");
    }

    private static async Task UntilAsync(StoreUnderTest store)
    {
        await store.WriteAsync(StoreUnderTest.Jar, StoreUnderTest.Write("a", 1, At(0)), StoreUnderTest.Write("b", 1, At(1)), StoreUnderTest.Write("c", 1, At(1_000_000_000))).ConfigureAwait(false);
        foreach (var (now, count) in ((long, int)[])[(-1, 0), (0, 1), (1, 2), (999_999_999, 2), (1_000_000_000, 3), (long.MaxValue, 3)])
        {
            Expect.Equal(count, (await store.DueAsync("jar", At(now)).ConfigureAwait(false)).Count, $"the number of documents due {now} ns after the first");
        }
    }

    private static async Task LimitAsync(StoreUnderTest store)
    {
        for (var i = 0; i < 3; i++)
        {
            var process = new ProcessId("jar", $"{i}");
            await store.WriteAsync(process, [.. Enumerable.Range(0, 5).Select(j => StoreUnderTest.Write($"{j}", 1, At(j)))]).ConfigureAwait(false);
        }

        var all = await store.DueAsync("jar", At(4)).ConfigureAwait(false);
        Expect.Equal(15, all.Count, "the number of documents due");
        foreach (var limit in (int[])[1, 4, 15, 16, int.MaxValue])
        {
            Expect.Same(all.Take(limit), await store.DueAsync("jar", At(4), limit).ConfigureAwait(false), $"the first {limit} that are due");
        }
    }

    private static async Task MovesAsync(StoreUnderTest store)
    {
        await store.WriteAsync(StoreUnderTest.Jar, StoreUnderTest.Write("a", 1, At(3)), StoreUnderTest.Write("b", 1, At(5)), StoreUnderTest.Write("c", 1)).ConfigureAwait(false);
        await store.WriteAsync(StoreUnderTest.Jar, StoreUnderTest.Write("a", 2, At(9)), StoreUnderTest.Write("c", 2, At(4))).ConfigureAwait(false);
        Expect.Same(["jar/one c 4", "jar/one b 5", "jar/one a 9"], await store.DueAsync("jar", At(10)).ConfigureAwait(false), "what is due");
        await store.WriteAsync(StoreUnderTest.Jar, StoreUnderTest.Write("b", 2, At(1)), StoreUnderTest.Write("c", 3, At(4))).ConfigureAwait(false);
        Expect.Same(["jar/one b 1", "jar/one c 4", "jar/one a 9"], await store.DueAsync("jar", At(10)).ConfigureAwait(false), "what is due");
    }

    private static async Task VanishesAsync(StoreUnderTest store)
    {
        await store.WriteAsync(StoreUnderTest.Jar, StoreUnderTest.Write("a", 1, At(1)), StoreUnderTest.Write("b", 1, At(2)), StoreUnderTest.Write("c", 1, At(3))).ConfigureAwait(false);
        await store.WriteAsync(StoreUnderTest.Jar, DocumentChange.Remove("a"), StoreUnderTest.Write("b", 2)).ConfigureAwait(false);
        Expect.Same(["jar/one c 3"], await store.DueAsync("jar", At(10)).ConfigureAwait(false), "what is due");
        await store.WriteAsync(StoreUnderTest.Jar, StoreUnderTest.Write("a", 3)).ConfigureAwait(false);
        Expect.Same(["jar/one c 3"], await store.DueAsync("jar", At(10)).ConfigureAwait(false), "what is due");
    }

    private static async Task KindAsync(StoreUnderTest store)
    {
        foreach (var kind in (string[])["jar", "jars", "Jar", "ja"])
        {
            await store.WriteAsync(new ProcessId(kind, "one"), StoreUnderTest.Write("a", 1, At(1))).ConfigureAwait(false);
        }

        Expect.Same(["jar/one a 1"], await store.DueAsync("jar", At(1)).ConfigureAwait(false), "what is due of the kind 'jar'");
        Expect.Same([], await store.DueAsync("JAR", At(1)).ConfigureAwait(false), "what is due of the kind 'JAR'");
    }

    private static async Task CenturiesAsync(StoreUnderTest store)
    {
        await store.WriteAsync(StoreUnderTest.Jar, [.. JournalCases.Instants.Select((due, i) => StoreUnderTest.Write($"{(i * 7) % 10}", 1, due))]).ConfigureAwait(false);
        var listed = await store.Store.ListDueAsync("jar", JournalCases.Instants[^1], 100, store.CancellationToken).ConfigureAwait(false);
        Expect.Same(JournalCases.Instants.Select((due, i) => ($"{(i * 7) % 10}", due)), listed.Select(document => (document.Name, document.Due)), "what is due");
        var stored = await store.LoadAsync(StoreUnderTest.Jar, DocumentRequest.Empty.With(listed.Select(document => document.Name))).ConfigureAwait(false);
        foreach (var document in listed)
        {
            Expect.Equal(document.Due, stored.Find(document.Name)?.Due, $"when '{document.Name}' is due, as it is loaded");
        }
    }
}
