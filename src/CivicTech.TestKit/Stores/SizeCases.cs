using System.Globalization;
using CivicTech.Processes;
using CivicTech.Processes.Storage;
using CivicTech.Receipts;
using NodaTime;

namespace CivicTech.TestKit.Stores;

/// <summary>Much at once, and big things.</summary>
internal static class SizeCases
{
    internal static IEnumerable<StoreCase> All =>
    [
        new("A document and events of a megabyte are kept whole", BigAsync),
        new("10,000 documents are written and paged through", ManyDocumentsAsync),
        new("3,000 documents and 3,000 keys are asked for at once", ManyNamesAsync),
    ];

    private static async Task BigAsync(StoreUnderTest store)
    {
        var json = $$"""{"number":7,"text":"{{string.Concat(Enumerable.Repeat("0123456789abcdeé", 1 << 16))}}"}""";
        var events = System.Text.Encoding.UTF8.GetBytes(json);
        var entry = JournalEntry.Next(0, default, StoreUnderTest.Noon, null, Digest.Of("command"u8), null, events);
        await store.SaveAsync(new ProcessChange(StoreUnderTest.Jar, 0, [StoreUnderTest.Write("head", json)], [entry])).ConfigureAwait(false);
        var stored = await store.LoadAsync(StoreUnderTest.Jar, DocumentRequest.Empty.With("head")).ConfigureAwait(false);
        Expect.Equal(7, DocumentCases.NumberOf(stored.Find("head")!), "the number in the big document");
        Expect.That(stored.Find("head")!.Content.Length >= json.Length - 16, "the big document to be as long as it was");
        JournalCases.Follows(await store.JournalAsync(StoreUnderTest.Jar).ConfigureAwait(false));
    }

    private static async Task ManyDocumentsAsync(StoreUnderTest store)
    {
        var names = Enumerable.Range(0, 10_000).Select(i => $"part/{(i * 7919) % 10_000}").ToList();
        foreach (var chunk in names.Chunk(2_500))
        {
            await store.WriteAsync(StoreUnderTest.Jar, [.. chunk.Select((name, i) => StoreUnderTest.Write(name, i, i % 10 == 0 ? StoreUnderTest.Noon : null))]).ConfigureAwait(false);
        }

        await store.WriteAsync(StoreUnderTest.Jar, StoreUnderTest.Write("head", 1), StoreUnderTest.Write("zone/1", 1)).ConfigureAwait(false);
        var (seen, after) = (new List<string>(), default(string));
        while (true)
        {
            var page = await store.PageAsync(StoreUnderTest.Jar, "part/", after, 999).ConfigureAwait(false);
            if (page.Count == 0)
            {
                break;
            }

            seen.AddRange(page);
            after = page[^1]["part/".Length..];
        }

        Expect.Same(names.Order(StringComparer.Ordinal), seen, "the documents of all pages");
        Expect.Equal(1_000, (await store.DueAsync("jar", StoreUnderTest.Noon, 5_000).ConfigureAwait(false)).Count, "the number of documents due");
    }

    private static async Task ManyNamesAsync(StoreUnderTest store)
    {
        const int Count = 3_000;
        var (entries, digest) = (new List<JournalEntry>(), default(Digest));
        for (var i = 0; i < Count; i++)
        {
            entries.Add(JournalEntry.Next(i, digest, StoreUnderTest.Noon, Key(i), Digest.Of("command"u8), null, "[]"u8.ToArray()));
            digest = entries[^1].Digest;
        }

        await store.SaveAsync(new ProcessChange(StoreUnderTest.Jar, 0, [.. Enumerable.Range(0, Count).Select(i => StoreUnderTest.Write("part/" + Key(i), i))], [.. entries])).ConfigureAwait(false);
        var request = DocumentRequest.Empty.With(Enumerable.Range(0, Count).Select(i => "part/" + Key(i))).WithCommands(Enumerable.Range(0, Count + 1).Select(Key));
        var stored = await store.LoadAsync(StoreUnderTest.Jar, request).ConfigureAwait(false);
        Expect.Equal(Count, stored.Documents.Length, "the number of documents found");
        Expect.Equal(Count, request.CommandKeys.Count(key => stored.FindCommand(key) is not null), "the number of keys found");

        static string Key(int i) => i.ToString(CultureInfo.InvariantCulture);
    }
}
