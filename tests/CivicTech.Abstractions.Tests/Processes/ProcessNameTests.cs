using System.Text;
using CivicTech.Processes;
using CivicTech.Processes.Storage;

namespace CivicTech.Abstractions.Tests.Processes;

public sealed class ProcessNameTests
{
    // Not as data of a theory: half a surrogate pair does not survive the way there.
    internal static readonly string[] Bad = ["", "a\0", "\t", "a\nb", "\u007F", "\u0085", "\u009F", "😀", "a\uD800", "\uDFFFb", "\uFFFE", "\uFFFF"];

    [Fact]
    public void Names_BadCharacters_AreRefusedEverywhere()
    {
        foreach (var name in Bad)
        {
            Assert.Throws<ArgumentException>(() => new ProcessId("jar", name));
            Assert.Throws<ArgumentException>(() => new ProcessId(name, "one"));
            Assert.Throws<ArgumentException>(() => new StoredDocument(name, default, null));
            Assert.Throws<ArgumentException>(() => DocumentChange.Remove(name));
            Assert.Throws<ArgumentException>(() => new PartPage(name, null, 1));
            Assert.Throws<ArgumentException>(() => Parts.Whole<string>("part/").Set(name, "A"));
        }
    }

    [Fact]
    public void Names_Lengths_AreLimited()
    {
        Assert.Equal(200, new ProcessId("jar", new string('ی', 200)).Value.Length);
        Assert.Throws<ArgumentException>(() => new ProcessId("jar", new string('a', 201)));
        Assert.Equal(400, new StoredDocument(new string('a', 400), default, null).Name.Length);
        Assert.Throws<ArgumentException>(() => new StoredDocument(new string('a', 401), default, null));
        Assert.Contains("slash", Assert.Throws<ArgumentException>(() => new ProcessId("a/b", "one")).Message, StringComparison.Ordinal);
        Assert.Equal("jar/a/b", new ProcessId("jar", "a/b").ToString());
    }

    [Fact]
    public void Names_AllowedCharacters_SortAlikeInEveryEncoding()
    {
        var random = new SplitMix64(7);
        var names = Enumerable.Range(0, 2000).Select(_ => Name(random)).Where(name => ProcessName.IsValid(name, 400)).ToList();
        Assert.True(names.Count > 1000);
        foreach (var (one, two) in names.Zip(names.Skip(1)))
        {
            var (left, right) = (Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(two));
            Assert.Equal(Math.Sign(string.CompareOrdinal(one, two)), Math.Sign(left.AsSpan().SequenceCompareTo(right)));
            Assert.Equal(one, Encoding.UTF8.GetString(left));
        }

        // Mostly near the edges: ASCII, surrogates, the end of the plane.
        static string Name(SplitMix64 random) => new([.. Enumerable.Range(0, random.Between(1, 4)).Select(_ =>
            (char)random.Pick([random.Between(0x20, 0x7E), random.Between(0xA0, 0x7FF), random.Between(0xD7F0, 0xD810), random.Between(0xDFF0, 0xE010), random.Between(0xFFF0, 0xFFFF)]))]);
    }

    [Fact]
    public void ProcessId_Default_IsNobodys()
    {
        Assert.Equal(default, default(ProcessId));
        Assert.NotEqual(new ProcessId("jar", "one"), new ProcessId("jar", "One"));
        Assert.Equal(new ProcessId("jar", "one"), new ProcessId("jar", "one"));
    }
}
