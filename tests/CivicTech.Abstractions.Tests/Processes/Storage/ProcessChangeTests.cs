using System.Collections.Immutable;
using CivicTech.Processes;
using CivicTech.Processes.Storage;

namespace CivicTech.Abstractions.Tests.Processes.Storage;

public sealed class ProcessChangeTests
{
    private static readonly ProcessId Jar = new("jar", "one");

    private static JournalEntry Entry(long version, string? key = null) => new(version, default, key, default, null, default, default);

    private static DocumentChange Write(string name) => DocumentChange.Write(new StoredDocument(name, default, null));

    [Fact]
    public void ProcessChange_NumberedOn_IsTaken()
    {
        var change = new ProcessChange(Jar, 3, [Write("a"), DocumentChange.Remove("A")], [Entry(4, "k"), Entry(5), Entry(6), Entry(7, "K")]);
        Assert.Equal((Jar, 3, 2, 4), (change.Process, change.ExpectedVersion, change.Documents.Length, change.Entries.Length));
    }

    [Fact]
    public void ProcessChange_AnythingElse_IsRefused()
    {
        Refused("a process", () => new ProcessChange(default, 0, [], [Entry(1)]));
        Refused("numbered on from 1", () => new ProcessChange(Jar, 0, [], []));
        Refused("numbered on from 1", () => new ProcessChange(Jar, 0, [], default));
        Refused("numbered on from 1", () => new ProcessChange(Jar, 0, [], [Entry(2)]));
        Refused("numbered on from 4", () => new ProcessChange(Jar, 3, [], [Entry(4), Entry(6)]));
        Refused("numbered on from 4", () => new ProcessChange(Jar, 3, [], [Entry(4), Entry(4)]));
        Refused("each document once", () => new ProcessChange(Jar, 0, [Write("a"), DocumentChange.Remove("a")], [Entry(1)]));
        Refused("each document once", () => new ProcessChange(Jar, 0, default, [Entry(1)]));
        Refused("each command key once", () => new ProcessChange(Jar, 0, [], [Entry(1, "k"), Entry(2, "k")]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessChange(Jar, -1, [], [Entry(1)]));

        static void Refused(string expected, Func<ProcessChange> make) =>
            Assert.Contains(expected, Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DocumentRequest_NamesThatNoDocumentHas_AreLeftOut()
    {
        string[] names = ["head", "", "part/\0", "part/\uD83D", new string('x', 401), new string('x', 400), "خیریه"];
        var expected = names.Where(name => name is "head" or "خیریه" or { Length: 400 }).ToHashSet();

        Assert.Equal(expected, DocumentRequest.Empty.With(names).Names.ToHashSet());
        Assert.Equal(expected, new DocumentRequest([.. names], [], []).Names.ToHashSet());
    }

    [Fact]
    public void DocumentRequest_SetsOfOtherOrders_AreComparedOrdinally()
    {
        var request = new DocumentRequest(
            ImmutableSortedSet.Create<string>(StringComparer.OrdinalIgnoreCase, "a"),
            default,
            ImmutableSortedSet.Create<string>(StringComparer.OrdinalIgnoreCase, "k"));
        Assert.Equal(["A", "a", "b"], request.With("b", "A", "a").Names);
        Assert.Equal(["K", "k"], request.WithCommands("K").CommandKeys);
        Assert.Equal([new PartPage("p/", "x", 3)], request.With(new PartPage("p/", "x", 3)).Pages.ToArray());
    }

    [Fact]
    public void StoredProcess_TheSameTwice_IsRefused()
    {
        var document = new StoredDocument("a", default, null);
        Assert.Throws<ArgumentException>(() => new StoredProcess(Entry(1), [document, document], []));
        Assert.Throws<ArgumentException>(() => new StoredProcess(Entry(1), [], [Entry(1, "k"), Entry(2, "k")]));
        Assert.Throws<ArgumentException>(() => new StoredProcess(Entry(1), [], [Entry(1)]));
        var stored = new StoredProcess(Entry(9), [document], [Entry(2, "k")]);
        Assert.Equal(9, stored.Version);
        Assert.Same(document, stored.Find("a"));
        Assert.Null(stored.Find("A"));
        Assert.Equal(2, stored.FindCommand("k")!.Version);
        Assert.Null(stored.FindCommand("K"));
    }
}
