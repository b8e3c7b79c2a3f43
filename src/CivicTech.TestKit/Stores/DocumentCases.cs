using System.Text;
using System.Text.Json;
using CivicTech.Processes;
using CivicTech.Processes.Storage;

namespace CivicTech.TestKit.Stores;

/// <summary>Documents are written, replaced, removed, and come back as they were.</summary>
internal static class DocumentCases
{
    private static readonly string[] Contents =
    [
        "{}",
        "[]",
        """{"a":1,"b":[true,false,null],"c":{"d":{"e":[]}}}""",
        """{"text":"Ångström, кириллица, فارسی, 中文, 😀","escaped":"\"\\\/\b\f\n\r\t\u0041"}""",
        """{"apostrophe":"it's","percent":"100 %","question":"?","dollar":"$1","at":"@p0","semicolon":"; drop table documents; --"}""",
        """{"long":9223372036854775807,"small":-9223372036854775808,"exact":0.1000000000000000055511151231257827}""",
        "\"a text alone\"",
        "null",
    ];

    internal static IEnumerable<StoreCase> All =>
    [
        new("A document is replaced", ReplacedAsync),
        new("A document is removed and may come again", RemovedAsync),
        new("Documents that do not exist are left out", MissingAsync),
        new("A document that is asked for twice comes once", OnceAsync),
        new("Contents come back as the same JSON", ContentsAsync),
        new("Processes are independent of each other", IndependentAsync),
    ];

    private static async Task ReplacedAsync(StoreUnderTest store)
    {
        await store.WriteAsync(StoreUnderTest.Jar, StoreUnderTest.Write("head", 1), StoreUnderTest.Write("tail", 1)).ConfigureAwait(false);
        await store.WriteAsync(StoreUnderTest.Jar, StoreUnderTest.Write("head", 2)).ConfigureAwait(false);
        await SameAsync(store, StoreUnderTest.Jar, ["head", "tail"], [("head", 2), ("tail", 1)]).ConfigureAwait(false);
    }

    private static async Task RemovedAsync(StoreUnderTest store)
    {
        await store.WriteAsync(StoreUnderTest.Jar, StoreUnderTest.Write("head", 1), StoreUnderTest.Write("part/1", 1)).ConfigureAwait(false);
        await store.WriteAsync(StoreUnderTest.Jar, DocumentChange.Remove("part/1"), DocumentChange.Remove("part/2")).ConfigureAwait(false);
        await SameAsync(store, StoreUnderTest.Jar, ["head", "part/1", "part/2"], [("head", 1)]).ConfigureAwait(false);
        Expect.Equal(0, (await store.PageAsync(StoreUnderTest.Jar, "part/", null, 10).ConfigureAwait(false)).Count, "the number of documents on the page of a removed one");
        await store.WriteAsync(StoreUnderTest.Jar, StoreUnderTest.Write("part/1", 3)).ConfigureAwait(false);
        await SameAsync(store, StoreUnderTest.Jar, ["head", "part/1"], [("head", 1), ("part/1", 3)]).ConfigureAwait(false);
    }

    private static async Task MissingAsync(StoreUnderTest store)
    {
        await store.WriteAsync(StoreUnderTest.Jar, StoreUnderTest.Write("head", 1)).ConfigureAwait(false);
        await SameAsync(store, StoreUnderTest.Jar, ["hea", "head", "head/", "tail"], [("head", 1)]).ConfigureAwait(false);
        await SameAsync(store, StoreUnderTest.Jar, [], []).ConfigureAwait(false);
    }

    private static async Task OnceAsync(StoreUnderTest store)
    {
        await store.WriteAsync(StoreUnderTest.Jar, [.. Enumerable.Range(1, 5).Select(i => StoreUnderTest.Write($"part/{i}", i))]).ConfigureAwait(false);
        var request = DocumentRequest.Empty.With("part/1", "part/5").With(new PartPage("part/", null, 3)).With(new PartPage("part/", "1", 2)).With(new PartPage("part/", null, 3));
        var stored = await store.LoadAsync(StoreUnderTest.Jar, request).ConfigureAwait(false);
        Expect.Same(["part/1", "part/2", "part/3", "part/5"], stored.Documents.Select(document => document.Name).Order(StringComparer.Ordinal), "the documents");
    }

    private static async Task ContentsAsync(StoreUnderTest store)
    {
        await store.WriteAsync(StoreUnderTest.Jar, [.. Contents.Select((json, i) => StoreUnderTest.Write($"part/{i}", json))]).ConfigureAwait(false);
        var stored = await store.LoadAsync(StoreUnderTest.Jar, DocumentRequest.Empty.With(Enumerable.Range(0, Contents.Length).Select(i => $"part/{i}"))).ConfigureAwait(false);
        foreach (var (i, expected) in Contents.Index())
        {
            var actual = stored.Find($"part/{i}") is { } document ? Encoding.UTF8.GetString(document.Content.Span) : "nothing";
            Expect.That(IsSame(expected, actual), $"the JSON {expected}, not {actual}");
        }
    }

    private static async Task IndependentAsync(StoreUnderTest store)
    {
        ProcessId[] processes = [new("jar", "one"), new("jar", "two"), new("box", "one")];
        foreach (var (i, process) in processes.Index())
        {
            await store.WriteAsync(process, StoreUnderTest.Write("head", i), StoreUnderTest.Write("part/1", i), StoreUnderTest.Write($"part/of-{i}", i)).ConfigureAwait(false);
        }

        await store.WriteAsync(processes[0], StoreUnderTest.Write("head", 10), DocumentChange.Remove("part/1")).ConfigureAwait(false);
        foreach (var (i, process) in processes.Index())
        {
            await SameAsync(store, process, ["head", "part/1"], i == 0 ? [("head", 10)] : [("head", i), ("part/1", i)]).ConfigureAwait(false);
            Expect.Same(i == 0 ? ["part/of-0"] : ["part/1", $"part/of-{i}"], await store.PageAsync(process, "part/", null, 10).ConfigureAwait(false), $"the parts of '{process}'");
            Expect.Equal(i == 0 ? 2 : 1, (await store.JournalAsync(process).ConfigureAwait(false)).Count, $"the number of entries of '{process}'");
        }
    }

    private static async Task SameAsync(StoreUnderTest store, ProcessId process, IEnumerable<string> names, IEnumerable<(string Name, int Number)> expected)
    {
        var stored = await store.LoadAsync(process, DocumentRequest.Empty.With(names)).ConfigureAwait(false);
        Expect.Same(
            expected,
            stored.Documents.OrderBy(document => document.Name, StringComparer.Ordinal).Select(document => (document.Name, NumberOf(document))),
            $"the documents of '{process}'");
    }

    internal static int NumberOf(StoredDocument document)
    {
        using var json = JsonDocument.Parse(document.Content);
        return json.RootElement.GetProperty("number").GetInt32();
    }

    private static bool IsSame(string expected, string actual)
    {
        if (expected == actual)
        {
            return true;
        }

        try
        {
            using var left = JsonDocument.Parse(expected);
            using var right = JsonDocument.Parse(actual);
            return JsonElement.DeepEquals(left.RootElement, right.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
