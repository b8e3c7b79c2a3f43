using System.Collections;
using CivicTech.Ballots;

namespace CivicTech.Abstractions.Tests.Ballots;

public sealed class CandidateListTests
{
    [Fact]
    public void List_OfIdentifiers_KeepsListedOrder()
    {
        var list = new CandidateList("b", "a", "B", " ", "آ");

        Assert.Equal(5, list.Count);
        Assert.Equal(["b", "a", "B", " ", "آ"], list);
        Assert.Equal(["b", "a", "B", " ", "آ"], ((IEnumerable)list).Cast<string>());
        Assert.Equal("B", list[2]);
        Assert.Equal(2, list.IndexOf("B"));
        Assert.Equal(-1, list.IndexOf("c"));
        Assert.Equal(-1, list.IndexOf(""));
        Assert.Equal([4, 0, 0], list.IndexesOf("آ", "b", "b"));
        Assert.Equal([], list.IndexesOf());
    }

    [Fact]
    public void List_SourceChangedLater_StaysAsItWas()
    {
        List<string> source = ["a", "b"];
        var list = new CandidateList(source);

        source[0] = "c";

        Assert.Equal(["a", "b"], list);
    }

    [Fact]
    public void List_CompositionOfLetters_IsComparedByCodeUnits()
    {
        var list = new CandidateList("\u00E9", "e\u0301", "ﬁ", "fi");

        Assert.Equal(1, list.IndexOf("e\u0301"));
    }

    public static TheoryData<string[]> Wrong => [[""], ["a", ""], ["a", null!], ["a", "b", "a"]];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void List_IdentifierEmptyOrTwice_IsRefused(string[] ids) => Assert.Throws<ArgumentException>(() => new CandidateList(ids));

    [Fact]
    public void List_HalfASurrogatePair_IsRefused()
    {
        // Their UTF-8 would be the same, and so would the digests of different lists.
        foreach (var id in new[] { "x\uD800", "\uDC00", "\uDC00\uD800", "\uD800\uD800\uDC00", "\uD800x\uDC00" })
        {
            Assert.Throws<ArgumentException>(() => new CandidateList("a", id));
        }
    }

    [Fact]
    public void List_SurrogatePairs_AreText() => Assert.Equal(1, new CandidateList("🗳", "x🌳y").IndexOf("x🌳y"));

    [Fact]
    public void List_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new CandidateList(null!));
        Assert.Throws<ArgumentNullException>(() => new CandidateList("a").IndexOf(null!));
        Assert.Throws<ArgumentNullException>(() => new CandidateList("a").IndexesOf(null!));
    }

    [Fact]
    public void IndexesOf_UnknownIdentifier_NamesIt()
    {
        var refused = Assert.Throws<ArgumentException>(() => new CandidateList("a", "b").IndexesOf("b", "B"));

        Assert.Contains("'B'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void Item_NoSuchPlace_IsRefused(int index) => Assert.Throws<IndexOutOfRangeException>(() => new CandidateList("a")[index]);

    [Fact]
    public void Equality_SameIdentifiersInTheSameOrder_IsEqual()
    {
        var (list, same) = (new CandidateList("a", "b"), new CandidateList(["a", "b"]));

        Assert.True(list == same);
        Assert.False(list != same);
        Assert.True(list.Equals((object)same));
        Assert.Equal(list.GetHashCode(), same.GetHashCode());
        CandidateList?[] others = [new("b", "a"), new("a"), new("a", "b", "c"), new("a", "B"), new(), null];
        foreach (var other in others)
        {
            Assert.False(list == other);
            Assert.True(list != other);
            Assert.False(list.Equals(other));
        }

        Assert.True((CandidateList?)null == null);
        Assert.False(null == list);
        Assert.Equal(new CandidateList(), new CandidateList([]));
    }
}
