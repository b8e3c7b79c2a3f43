using CivicTech.Processes;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;

namespace CivicTech.Abstractions.Tests.Processes.Running;

public sealed class StoredPartsTests
{
    [Fact]
    public void Read_ProcessThatDoesNotExist_HasNoPartsAndKnowsIt()
    {
        var parts = StoredParts.Read<string>("part/", null, DocumentRequest.Empty, _ => throw new InvalidOperationException("nothing to read"));
        Assert.Empty(parts.All);
        Assert.Null(parts.Find("a"));
        Assert.Equal(["a"], parts.Set("a", "A").Changed);
    }

    [Fact]
    public void Read_DocumentsOfOtherPrefixes_AreNotItsParts()
    {
        var entry = new JournalEntry(1, default, null, default, null, default, default);
        var stored = new StoredProcess(entry, [Document("part/a"), Document("parts/b"), Document("head"), Document("Part/c")], []);
        var parts = StoredParts.Read("part/", stored, DocumentRequest.Empty.With("part/a", "part/z", "parts/b", "head"), document => document.Name);
        Assert.Equal("part/a", parts.Find("a"));
        Assert.Null(parts.Find("z"));
        Assert.Equal("part/b", Assert.Throws<PartsMissingException>(() => parts.Find("b")).Names.Single());
    }

    [Fact]
    public void Changes_PartsReadAndChanged_AreWrittenAndRemoved()
    {
        var parts = StoredParts.Read<string>("part/", null, DocumentRequest.Empty, _ => "").Set("b", "B").Set("a", "A").Remove("b");
        var changes = StoredParts.Changes(parts, (name, _) => Document(name)).ToList();
        Assert.Equal([("part/a", true), ("part/b", false)], changes.Select(change => (change.Name, change.Document is not null)));
    }

    [Fact]
    public void Changes_PartsMadeAnew_AreRefused()
    {
        var thrown = Assert.Throws<ArgumentException>(() => StoredParts.Changes(Parts.Whole<string>("part/").Set("a", "A"), (name, _) => Document(name)));
        Assert.Contains("'part/'", thrown.Message, StringComparison.Ordinal);
    }

    private static StoredDocument Document(string name) => new(name, "{}"u8.ToArray(), null);
}
