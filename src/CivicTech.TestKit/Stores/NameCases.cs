using CivicTech.Processes.Storage;

namespace CivicTech.TestKit.Stores;

/// <summary>Names, ids and keys are the same only when every character is.</summary>
internal static class NameCases
{
    // Case, accents composed and combined, full width, ligatures, the letters that cultures fold or ignore, blanks, the wildcards and quotes of query languages.
    internal static readonly string[] Names =
    [
        "a", "A", "á", "a\u0301", "ａ", "i", "I", "ı", "İ", "k", "K", "ß", "ss", "SS", "ﬁ", "fi", "co-op", "coop", "co\u00ADop", "a ", " a", "a b", "a\u00A0b", "ab", "a\u200Bb",
        "1", "01", "1.0", "10", "%", "_", "*", "?", "[a]", "'", "''", "\"", "\\", "\\\\", "a\\b", "a/b", "a/", "/a", "ي", "ی", "ك", "ک", "۱", "\uE000", "\uFFFD",
    ];

    internal static IEnumerable<StoreCase> All =>
    [
        new("Names of documents are compared character by character", DocumentsAsync),
        new("Ids of processes are compared character by character", ProcessesAsync),
        new("Keys of commands are compared character by character", KeysAsync),
        new("The longest names, ids and keys are kept whole", LongestAsync),
    ];

    private static async Task DocumentsAsync(StoreUnderTest store)
    {
        await store.WriteAsync(StoreUnderTest.Jar, [.. Names.Select((name, i) => StoreUnderTest.Write(name, i))]).ConfigureAwait(false);
        foreach (var (i, name) in Names.Index())
        {
            var stored = await store.LoadAsync(StoreUnderTest.Jar, DocumentRequest.Empty.With(name)).ConfigureAwait(false);
            Expect.Same([(name, i)], stored.Documents.Select(document => (document.Name, DocumentCases.NumberOf(document))), $"the documents of the name '{name}'");
        }

        await store.WriteAsync(StoreUnderTest.Jar, DocumentChange.Remove("A"), DocumentChange.Remove("a ")).ConfigureAwait(false);
        var left = await store.LoadAsync(StoreUnderTest.Jar, DocumentRequest.Empty.With(Names)).ConfigureAwait(false);
        Expect.Same(
            Names.Where(name => name is not ("A" or "a ")).Order(StringComparer.Ordinal),
            left.Documents.Select(document => document.Name).Order(StringComparer.Ordinal),
            "what is left when 'A' and 'a ' are removed");
    }

    private static async Task ProcessesAsync(StoreUnderTest store)
    {
        foreach (var (i, name) in Names.Index())
        {
            await store.WriteAsync(new ProcessId("jar", name), StoreUnderTest.Write("head", i)).ConfigureAwait(false);
            await store.WriteAsync(new ProcessId("JAR", name), StoreUnderTest.Write("head", -i)).ConfigureAwait(false);
        }

        foreach (var (i, name) in Names.Index())
        {
            foreach (var (kind, number) in ((string, int)[])[("jar", i), ("JAR", -i)])
            {
                var stored = await store.LoadAsync(new ProcessId(kind, name), DocumentRequest.Empty.With("head")).ConfigureAwait(false);
                Expect.Equal((1L, number), (stored.Version, stored.Find("head") is { } head ? DocumentCases.NumberOf(head) : int.MinValue), $"version and number of '{kind}/{name}'");
            }
        }
    }

    private static async Task KeysAsync(StoreUnderTest store)
    {
        foreach (var name in Names)
        {
            var stored = await store.FindAsync(StoreUnderTest.Jar, DocumentRequest.Empty.WithCommands(name)).ConfigureAwait(false);
            Expect.That(stored?.FindCommand(name) is null, $"no command of the key '{name}' yet");
            await store.SaveAsync(await store.NextChangeAsync(StoreUnderTest.Jar, name).ConfigureAwait(false)).ConfigureAwait(false);
        }

        var all = await store.LoadAsync(StoreUnderTest.Jar, DocumentRequest.Empty.WithCommands(Names)).ConfigureAwait(false);
        foreach (var (i, name) in Names.Index())
        {
            Expect.Equal(i + 1, all.FindCommand(name)?.Version, $"the version of the command of the key '{name}'");
        }
    }

    private static async Task LongestAsync(StoreUnderTest store)
    {
        var (id, name) = (new string('ی', 199), new string('ی', 399));
        foreach (var end in (char[])['1', '2'])
        {
            var process = new ProcessId("jar", id + end);
            var change = await store.NextChangeAsync(process, id + end, StoreUnderTest.Write(name + '1', 1, StoreUnderTest.Noon), StoreUnderTest.Write(name + '2', 2, StoreUnderTest.Noon)).ConfigureAwait(false);
            await store.SaveAsync(change).ConfigureAwait(false);
            var stored = await store.LoadAsync(process, DocumentRequest.Empty.With(name + '1', name + '2').WithCommands(id + '1', id + '2')).ConfigureAwait(false);
            Expect.Equal(
                (1L, 2, end == '1', end == '2'),
                (stored.Version, stored.Documents.Length, stored.FindCommand(id + '1') is not null, stored.FindCommand(id + '2') is not null),
                "version, number of documents and which keys are found");
        }

        Expect.Equal(4, (await store.DueAsync("jar", StoreUnderTest.Noon).ConfigureAwait(false)).Count, "the number of documents due");
    }
}
