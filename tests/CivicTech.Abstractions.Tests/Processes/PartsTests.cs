using CivicTech.Processes;

namespace CivicTech.Abstractions.Tests.Processes;

public sealed class PartsTests
{
    private static Parts<string> Loaded(string items, string known, params PartRange[] ranges) => Parts.Loaded(
        "part/",
        Split(items).Select(key => KeyValuePair.Create(key, key.ToUpperInvariant())),
        Split(known),
        [.. ranges]);

    private static string[] Split(string keys) => keys.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Keys(IEnumerable<KeyValuePair<string, string>> parts) => string.Join(' ', parts.Select(part => part.Key));

    [Fact]
    public void Whole_Everything_IsKnown()
    {
        var parts = Parts.Whole<string>("part/").Set("b", "B").Set("a", "A").Set("é", "É").Set("B", "b");
        Assert.Equal("B a b é", Keys(parts.All));
        Assert.Null(parts.Find("c"));
        Assert.Equal("A", parts["a"]);
        Assert.Contains("'part/c'", Assert.Throws<KeyNotFoundException>(() => parts["c"]).Message, StringComparison.Ordinal);
        Assert.Equal("a b", Keys(parts.After("B", 2)));
        Assert.Equal("", Keys(parts.After("é", 2)));
        Assert.Equal("B a é", Keys(parts.Remove("b").All));
        Assert.Same(parts, parts.Remove("c"));
        Assert.Empty(parts.Changed);
    }

    [Fact]
    public void Set_Part_LeavesTheOneBeforeAsItWas()
    {
        var before = Parts.Whole<string>("part/").Set("a", "A");
        var after = before.Set("a", "Z").Set("b", "B");
        Assert.Equal("A", before["a"]);
        Assert.Null(before.Find("b"));
        Assert.Equal("Z", after["a"]);
    }

    [Fact]
    public void Find_KeyThatNoDocumentHas_IsNothingAndNotAskedFor()
    {
        var parts = Loaded("a", "a");
        string[] keys = ["", "a\0", "\uD800", "\uFFFF", new string('x', 396)];
        Assert.All(keys, key => Assert.Null(parts.Find(key)));
        parts.Foresee([.. keys, "a"]);
        Assert.Equal(["part/b"], Assert.Throws<PartsMissingException>(() => parts.Foresee([.. keys, "b"])).Names.AsEnumerable());
        Assert.Equal(["part/" + new string('x', 395)], Assert.Throws<PartsMissingException>(() => parts.Find(new string('x', 395))).Names.AsEnumerable());
    }

    [Fact]
    public void Find_NotLoaded_NamesTheDocument()
    {
        var parts = Loaded("a", "a b");
        Assert.Equal("A", parts.Find("a"));
        Assert.Null(parts.Find("b"));
        var missing = Assert.Throws<PartsMissingException>(() => parts.Find("c"));
        Assert.Equal(["part/c"], missing.Names.ToArray());
        Assert.Null(missing.Page);
    }

    [Fact]
    public void Foresee_SeveralNotLoaded_NamesThemAllAtOnce()
    {
        var parts = Loaded("a", "a b", new PartRange("x", null));
        parts.Foresee(["b", "a", "y"]);
        Assert.Equal(["part/d", "part/c"], Assert.Throws<PartsMissingException>(() => parts.Foresee(["d", "a", "c", "d"])).Names.ToArray());
        Parts.Whole<string>("part/").Foresee(["c"]);
    }

    [Fact]
    public void Find_InARange_IsKnown()
    {
        var parts = Loaded("b d", "", new PartRange("a", "d"));
        Assert.Null(parts.Find("c"));
        Assert.Equal("D", parts.Find("d"));
        Assert.Throws<PartsMissingException>(() => parts.Find("a"));
        Assert.Throws<PartsMissingException>(() => parts.Find("da"));
    }

    [Fact]
    public void Remove_NotLoaded_IsNotForgotten()
    {
        var parts = Loaded("a", "a b");
        Assert.Equal("part/c", Assert.Throws<PartsMissingException>(() => parts.Remove("c")).Names.Single());
        Assert.Same(parts, parts.Remove("b"));
        Assert.Equal(["a"], parts.Remove("a").Changed);
        Assert.Null(parts.Remove("a").Find("a"));
    }

    [Fact]
    public void Changed_SetAndRemoved_AreNamedOnce()
    {
        var parts = Loaded("a", "a").Set("z", "Z").Set("a", "AA").Remove("z").Set("b", "B");
        Assert.Equal(["a", "b", "z"], parts.Changed);
        Assert.Null(parts.Find("z"));
    }

    [Fact]
    public void After_InARange_GoesAsFarAsItReaches()
    {
        var parts = Loaded("a b c d", "", new PartRange(null, "d"));
        Assert.Equal("a b", Keys(parts.After(null, 2)));
        Assert.Equal("c d", Keys(parts.After("b", 2)));

        // What lacks begins after the last that is loaded.
        Assert.Equal(new PartPage("part/", "d", 1), Assert.Throws<PartsMissingException>(() => parts.After("b", 3)).Page);
        Assert.Equal(new PartPage("part/", "d", 2), Assert.Throws<PartsMissingException>(() => parts.After("d", 2)).Page);
        Assert.Equal(new PartPage("part/", "x", 2), Assert.Throws<PartsMissingException>(() => parts.After("x", 2)).Page);
        Assert.Equal(new PartPage("part/", null, 2), Assert.Throws<PartsMissingException>(() => Loaded("a", "a").After(null, 2)).Page);
    }

    [Fact]
    public void After_ToTheEnd_MayBeShort()
    {
        var parts = Loaded("c d", "", new PartRange("b", null));
        Assert.Equal("c d", Keys(parts.After("b", 10)));
        Assert.Equal("d", Keys(parts.After("c", 10)));
        Assert.Equal("", Keys(parts.After("d", 10)));
        Assert.Throws<PartsMissingException>(() => parts.After("a", 1));
        Assert.Throws<PartsMissingException>(() => parts.After(null, 1));
    }

    [Fact]
    public void After_SeveralRanges_GoOnWithoutAGap()
    {
        // The short run from the first does not hide the long one, and the next begins where they end.
        var parts = Loaded("a b c d e g", "g", new PartRange(null, "a"), new PartRange(null, "c"), new PartRange("c", "e"));
        Assert.Equal("a b c d e", Keys(parts.After(null, 5)));
        Assert.Equal("d e", Keys(parts.After("c", 2)));
        Assert.Equal("e", parts.After("d", 1).Single().Key);
        Assert.Equal(new PartPage("part/", "e", 1), Assert.Throws<PartsMissingException>(() => parts.After(null, 6)).Page);
    }

    [Fact]
    public void After_PartsTakenOut_AsksForWhatFollowsThem()
    {
        var parts = Loaded("a b c", "", new PartRange(null, "c")).Remove("a").Remove("b");
        Assert.Equal("c", Keys(parts.After(null, 1)));
        Assert.Equal(new PartPage("part/", "c", 2), Assert.Throws<PartsMissingException>(() => parts.After(null, 3)).Page);
    }

    [Fact]
    public void After_PartsPutIn_HasThem()
    {
        var parts = Loaded("a c", "x", new PartRange(null, "c")).Set("b", "B").Set("x", "X");
        Assert.Equal("a b c", Keys(parts.After(null, 3)));
        Assert.Throws<PartsMissingException>(() => parts.After(null, 4));
    }

    [Fact]
    public void All_PartlyLoaded_AsksForAll()
    {
        Assert.Equal(new PartPage("part/", null, int.MaxValue), Assert.Throws<PartsMissingException>(() => Loaded("a", "a", new PartRange(null, "a")).All).Page);
        Assert.Equal("a b", Keys(Loaded("a b", "", new PartRange(null, null)).All));
        Assert.Equal("", Keys(Loaded("", "", new PartRange(null, null)).All));
    }

    [Fact]
    public void Set_LongestKey_IsTaken()
    {
        Assert.Single(Parts.Whole<string>("part/").Set(new string('a', 395), "A").All);
        Assert.Throws<ArgumentException>(() => Parts.Whole<string>("part/").Set(new string('a', 396), "A"));
    }
}
