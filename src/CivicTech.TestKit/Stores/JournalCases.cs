using System.Text;
using CivicTech.Processes.Storage;
using CivicTech.Receipts;
using NodaTime;

namespace CivicTech.TestKit.Stores;

/// <summary>The journal comes back in order and unchanged.</summary>
internal static class JournalCases
{
    internal static readonly Instant[] Instants =
    [
        Instant.FromUtc(1, 1, 1, 0, 0), Instant.FromUnixTimeTicks(-1), NodaConstants.UnixEpoch, StoreUnderTest.Noon, StoreUnderTest.Noon + Duration.Epsilon,
        StoreUnderTest.Noon + Duration.FromNanoseconds(99), StoreUnderTest.Noon + Duration.FromNanoseconds(100), StoreUnderTest.Noon + Duration.FromNanoseconds(123_456_789),
        Instant.FromUtc(2262, 4, 12, 0, 0), Instant.FromUtc(9999, 12, 31, 23, 59) + Duration.FromNanoseconds(59_999_999_999),
    ];

    internal static IEnumerable<StoreCase> All =>
    [
        new("The journal is kept in order, field by field", FieldsAsync),
        new("The journal goes on after a version", AfterAsync),
        new("Instants keep their nanoseconds", InstantsAsync),
    ];

    private static async Task FieldsAsync(StoreUnderTest store)
    {
        (string? Key, string? By, string Events)[] asked =
            [("first", "somebody", "[]"), (null, null, """[{"text":"Ångström 😀 \u0041", "blank" : 1.0 }]"""), ("second", null, "{}"), (null, "فرد", "[1]"), ("third", "it's", "[2]")];
        await SameAsync(store, asked.Select((one, i) => (Instants[i], one.Key, one.By, one.Events))).ConfigureAwait(false);
    }

    private static Task InstantsAsync(StoreUnderTest store) => SameAsync(store, Instants.Select(at => (at, default(string), default(string), "[]")));

    private static async Task AfterAsync(StoreUnderTest store)
    {
        // Twelve, since 10 sorts before 9 as text.
        for (var i = 0; i < 12; i++)
        {
            await store.WriteAsync(StoreUnderTest.Jar).ConfigureAwait(false);
        }

        foreach (var after in (long[])[0, 1, 9, 10, 11, 12, 13, long.MaxValue])
        {
            Expect.Same(
                Enumerable.Range(1, 12).Select(version => (long)version).Where(version => version > after),
                (await store.JournalAsync(StoreUnderTest.Jar, after).ConfigureAwait(false)).Select(entry => entry.Version),
                $"the entries after {after}");
        }
    }

    // One change with the first two entries, then one a change.
    private static async Task SameAsync(StoreUnderTest store, IEnumerable<(Instant At, string? Key, string? By, string Events)> asked)
    {
        var (entries, digest) = (new List<JournalEntry>(), default(Digest));
        foreach (var (at, key, by, events) in asked)
        {
            entries.Add(JournalEntry.Next(entries.Count, digest, at, key, Digest.Of(Encoding.UTF8.GetBytes($"command {entries.Count}")), by, Encoding.UTF8.GetBytes(events)));
            digest = entries[^1].Digest;
        }

        await store.SaveAsync(new ProcessChange(StoreUnderTest.Jar, 0, [], [.. entries.Take(2)])).ConfigureAwait(false);
        foreach (var entry in entries.Skip(2))
        {
            await store.SaveAsync(new ProcessChange(StoreUnderTest.Jar, entry.Version - 1, [], [entry])).ConfigureAwait(false);
            var stored = await store.LoadAsync(StoreUnderTest.Jar, DocumentRequest.Empty).ConfigureAwait(false);
            Expect.Equal((entry.Version, entry.At, entry.Digest), (stored.Version, stored.At, stored.Digest), "version, instant and digest of the last entry");
        }

        var journal = await store.JournalAsync(StoreUnderTest.Jar).ConfigureAwait(false);
        Expect.Same(entries.Select(StoreUnderTest.Text), journal.Select(StoreUnderTest.Text), "the journal");
        Follows(journal);
    }

    internal static void Follows(IReadOnlyList<JournalEntry> journal)
    {
        var digest = default(Digest);
        foreach (var entry in journal)
        {
            Expect.That(entry.Follows(digest), $"entry {entry.Version} to follow the one before, unchanged: every field and every byte of its events");
            digest = entry.Digest;
        }
    }
}
