using CivicTech.Processes.Storage;

namespace CivicTech.TestKit.Stores;

/// <summary>Pages are runs of documents in the ordinal order of their names.</summary>
internal static class PageCases
{
    internal static IEnumerable<StoreCase> All =>
    [
        new("Pages go through the names in ordinal order", OrderAsync),
        new("A page begins after a key, whether it exists or not", AfterAsync),
        new("A page has no documents with another prefix", PrefixAsync),
        new("A prefix is no pattern", PatternAsync),
        new("A page of nothing is empty", EmptyAsync),
    ];

    private static async Task OrderAsync(StoreUnderTest store)
    {
        // Two characters each, so that the order is that of more than first characters; written in an order that is none.
        var keys = NameCases.Names.SelectMany((name, i) => (string[])[name, name + NameCases.Names[(i * 7) % NameCases.Names.Length]]).Distinct(StringComparer.Ordinal).ToList();
        await store.WriteAsync(StoreUnderTest.Jar, [.. keys.Select((key, i) => StoreUnderTest.Write("part/" + keys[(i * 31) % keys.Count], i)).DistinctBy(change => change.Name)]).ConfigureAwait(false);
        var expected = (await store.PageAsync(StoreUnderTest.Jar, "part/", null, int.MaxValue).ConfigureAwait(false)).Select(name => name["part/".Length..]).Order(StringComparer.Ordinal).ToList();
        Expect.That(expected.Count > keys.Count / 2, "a page without a limit to have all documents");
        foreach (var count in (int[])[1, 7, 1000])
        {
            var (seen, after) = (new List<string>(), default(string));
            while (true)
            {
                var page = (await store.PageAsync(StoreUnderTest.Jar, "part/", after, count).ConfigureAwait(false)).Select(name => name["part/".Length..]).ToList();
                Expect.Same(expected.Skip(seen.Count).Take(count), page, $"the page of {count} after '{after ?? "nothing"}'");
                if (page.Count == 0)
                {
                    break;
                }

                seen.AddRange(page);
                after = page[^1];
            }
        }
    }

    private static async Task AfterAsync(StoreUnderTest store)
    {
        await store.WriteAsync(StoreUnderTest.Jar, [.. ((string[])["1", "10", "2", "a", "aa"]).Select(key => StoreUnderTest.Write("part/" + key, 1))]).ConfigureAwait(false);
        foreach (var (after, expected) in ((string?, string)[])
            [(null, "1 10"), ("", "1 10"), ("0", "1 10"), ("1", "10 2"), ("1!", "10 2"), ("10", "2 a"), ("9", "a aa"), ("a", "aa"), ("aa", ""), ("b", "")])
        {
            var page = await store.PageAsync(StoreUnderTest.Jar, "part/", after, 2).ConfigureAwait(false);
            Expect.Equal(expected, string.Join(' ', page.Select(name => name["part/".Length..])), $"the page of 2 after '{after}'");
        }
    }

    private static async Task PrefixAsync(StoreUnderTest store)
    {
        string[] names = ["part/1", "part/10", "part/1/2", "part", "parts", "parts/1", "Part/1", "PART/2", "part0", "part-1", "par", "apart/1", "part//1"];
        await store.WriteAsync(StoreUnderTest.Jar, [.. names.Select(name => StoreUnderTest.Write(name, 1))]).ConfigureAwait(false);
        foreach (var prefix in (string[])["part/", "part", "p", "part/1", "PART/", "part//"])
        {
            Expect.Same(
                names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal),
                await store.PageAsync(StoreUnderTest.Jar, prefix, null, 100).ConfigureAwait(false),
                $"the documents that begin with '{prefix}'");
        }
    }

    private static async Task PatternAsync(StoreUnderTest store)
    {
        string[] names = ["a_b/1", "axb/1", "a%b/1", "axxb/1", "a*b/1", "a[x]b/1", "a?b/1", "a\\b/1", "a\\_b/1", "a\uFFFD/1", "a\uFFFD\uFFFD"];
        await store.WriteAsync(StoreUnderTest.Jar, [.. names.Select(name => StoreUnderTest.Write(name, 1))]).ConfigureAwait(false);
        foreach (var prefix in names.Select(name => name[..^1]))
        {
            Expect.Same(
                names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal),
                await store.PageAsync(StoreUnderTest.Jar, prefix, null, 100).ConfigureAwait(false),
                $"the documents that begin with '{prefix}'");
        }
    }

    private static async Task EmptyAsync(StoreUnderTest store)
    {
        await store.WriteAsync(StoreUnderTest.Jar, StoreUnderTest.Write("head", 1)).ConfigureAwait(false);
        Expect.Equal(0, (await store.PageAsync(StoreUnderTest.Jar, "part/", null, 10).ConfigureAwait(false)).Count, "the number of documents on the page");
        Expect.Equal(0, (await store.PageAsync(StoreUnderTest.Jar, "part/", "x", 10).ConfigureAwait(false)).Count, "the number of documents on the page after 'x'");
    }
}
