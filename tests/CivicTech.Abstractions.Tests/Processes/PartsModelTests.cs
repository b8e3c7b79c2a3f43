using System.Text;
using CivicTech.Processes;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;

namespace CivicTech.Abstractions.Tests.Processes;

/// <summary>Random decisions on parts that are loaded by need do what they do on a plain dictionary, and the changes lead the store there.</summary>
public sealed class PartsModelTests
{
    private static readonly ProcessId Id = new("model", "one");

    [Fact]
    public async Task Parts_RandomOperationsLoadedByNeed_DoWhatADictionaryDoes()
    {
        var loads = 0;
        for (var seed = 1UL; seed <= 400; seed++)
        {
            var random = new SplitMix64(seed);
            var model = new SortedDictionary<string, string>(StringComparer.Ordinal);
            var store = new InMemoryProcessStore();
            for (var i = 0; i < random.Below(25); i++)
            {
                model[Key(random)] = $"of {i}";
            }

            await SaveAsync(store, 0, [.. model.Select(part => Write("part/" + part.Key, part.Value)), Write("other/1", "x"), Write("parts", "y")]);
            var script = Enumerable.Range(0, random.Between(1, 12)).Select(_ => Operation(random)).ToList();
            var expected = script.Select(operation => operation.OnModel(model)).ToList();

            var (actual, parts, loaded) = await DecideAsync(store, script);
            Assert.Equal(expected, actual);
            loads += loaded;

            // What the changes write is what the model has.
            var stored = await store.LoadAsync(Id, DocumentRequest.Empty, default);
            await SaveAsync(store, stored!.Version, [.. StoredParts.Changes(parts, (name, part) => new StoredDocument(name, Encoding.UTF8.GetBytes(part), null))]);
            var request = DocumentRequest.Empty.With(new PartPage("part/", null, int.MaxValue)).With("other/1");
            var after = StoredParts.Read("part/", await store.LoadAsync(Id, request, default), request, Read);
            Assert.Equal(model, after.All);
        }

        // Fewer would mean that nothing was ever loaded by need.
        Assert.True(loads > 1000, $"{loads} loads");
    }

    // As the runner does it: what is missing is loaded, and the decision begins again.
    private static async Task<(List<string> Answers, Parts<string> Parts, int Loads)> DecideAsync(InMemoryProcessStore store, List<(Func<SortedDictionary<string, string>, string> OnModel, Func<Parts<string>, (Parts<string>, string)> OnParts)> script)
    {
        var request = DocumentRequest.Empty;
        for (var loads = 1; ; loads++)
        {
            Assert.True(loads < 100, "asks without end");
            var parts = StoredParts.Read("part/", await store.LoadAsync(Id, request, default), request, Read);
            var answers = new List<string>();
            try
            {
                foreach (var (_, onParts) in script)
                {
                    (parts, var answer) = onParts(parts);
                    answers.Add(answer);
                }

                return (answers, parts, loads);
            }
            catch (PartsMissingException missing)
            {
                var wider = request.With(missing);
                Assert.NotSame(request, wider);
                request = wider;
            }
        }
    }

    private static (Func<SortedDictionary<string, string>, string> OnModel, Func<Parts<string>, (Parts<string>, string)> OnParts) Operation(SplitMix64 random)
    {
        var (key, count, after) = (Key(random), random.Between(1, 6), random.OneIn(4) ? null : Key(random));
        return random.Below(9) switch
        {
            0 or 1 => (
                model => model.GetValueOrDefault(key) ?? "none",
                parts => (parts, parts.Find(key) ?? "none")),
            2 or 3 => (
                model => model[key] = "new",
                parts => (parts.Set(key, "new"), "new")),
            4 or 5 => (
                model => model.Remove(key) ? "gone" : "was not there",
                parts => (parts.Remove(key), parts.Find(key) is null ? "was not there" : "gone")),
            6 or 7 => (
                model => Text(model.Where(part => after is null || string.CompareOrdinal(part.Key, after) > 0).Take(count)),
                parts => (parts, Text(parts.After(after, count)))),
            _ => (Text, parts => (parts, Text(parts.All))),
        };
    }

    private static string Text(IEnumerable<KeyValuePair<string, string>> parts) => string.Join(' ', parts.Select(part => $"{part.Key}={part.Value}"));

    private static string Key(SplitMix64 random) => random.Pick(["1", "10", "2", "a", "A", "aa", "ab", "b", "é", "z", "\uFFFD", "/", "a/1", "0"]);

    private static string Read(StoredDocument document) => Encoding.UTF8.GetString(document.Content.Span);

    private static DocumentChange Write(string name, string text) => DocumentChange.Write(new StoredDocument(name, Encoding.UTF8.GetBytes(text), null));

    private static async Task SaveAsync(InMemoryProcessStore store, long version, IEnumerable<DocumentChange> changes) =>
        Assert.True(await store.SaveAsync(new ProcessChange(Id, version, [.. changes], [new JournalEntry(version + 1, default, null, default, null, "[]"u8.ToArray(), default)]), default));
}
