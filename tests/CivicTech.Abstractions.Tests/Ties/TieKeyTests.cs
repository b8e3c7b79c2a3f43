using CivicTech.Ties;

namespace CivicTech.Abstractions.Tests.Ties;

public sealed class TieKeyTests
{
    [Theory]
    [InlineData("listed-order", TieKeyKind.ListedOrder, "", true)]
    [InlineData("identifier", TieKeyKind.Identifier, "", true)]
    [InlineData("highest-votes", TieKeyKind.Highest, "votes", false)]
    [InlineData("lowest-cost", TieKeyKind.Lowest, "cost", false)]
    [InlineData("highest-first-votes", TieKeyKind.Highest, "first-votes", false)]
    [InlineData("lowest-lowest-", TieKeyKind.Lowest, "lowest-", false)]
    [InlineData("lot:1956-03-21", TieKeyKind.Lot, "1956-03-21", true)]
    [InlineData("lot: ", TieKeyKind.Lot, " ", true)]
    [InlineData("lot:lot:", TieKeyKind.Lot, "lot:", true)]
    [InlineData("lot:Żółw 🗳\n\"", TieKeyKind.Lot, "Żółw 🗳\n\"", true)]
    [InlineData("order:[\"b\",\"Żółw, 🗳\"]", TieKeyKind.PublishedOrder, "[\"b\",\"Żółw, 🗳\"]", false)]
    public void Parse_TextForm_RoundTrips(string text, TieKeyKind kind, string argument, bool isTotal)
    {
        var key = TieKey.Parse(text);

        Assert.Equal((kind, argument, isTotal), (key.Kind, key.Argument, key.IsTotal));
        Assert.Equal(text, key.ToString());
        Assert.Equal(key, TieKey.Parse(key.ToString()));
    }

    [Fact]
    public void Parse_KeyMadeByName_IsTheSame()
    {
        TieKey[] keys =
        [
            TieKey.ListedOrder, TieKey.Identifier, TieKey.Highest("votes"), TieKey.Lowest("votes"), TieKey.Highest("cost"), TieKey.Lot("a"), TieKey.Lot("b"),
        ];

        for (var i = 0; i < keys.Length; i++)
        {
            for (var j = 0; j < keys.Length; j++)
            {
                var other = TieKey.Parse(keys[j].ToString());
                Assert.Equal(i == j, keys[i] == other);
                Assert.Equal(i != j, keys[i] != other);
                Assert.Equal(i == j, keys[i].Equals((object)other));
                Assert.True(i != j || keys[i].GetHashCode() == other.GetHashCode());
            }

            Assert.False(keys[i].Equals(null));
            Assert.False(keys[i] == null);
            Assert.False(null == keys[i]);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("lot")]
    [InlineData("lot:")]
    [InlineData("Lot:a")]
    [InlineData("listed-order ")]
    [InlineData(" listed-order")]
    [InlineData("Listed-Order")]
    [InlineData("identifiers")]
    [InlineData("highest-")]
    [InlineData("lowest-")]
    [InlineData("highest")]
    [InlineData("highest-Votes")]
    [InlineData("highest-votes2")]
    [InlineData("highest-vötes")]
    [InlineData("lowest-co st")]
    [InlineData("lowest-cost\n")]
    [InlineData("all-outcomes")]
    [InlineData("refuse")]
    [InlineData("order")]
    public void Parse_AnythingElse_IsRefusedByName(string text)
    {
        var refused = Assert.Throws<FormatException>(() => TieKey.Parse(text));

        Assert.Contains($"'{text}'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'highest-FIGURE'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("order:")]
    [InlineData("order:b")]
    [InlineData("order:[]")]
    [InlineData("order:[1]")]
    [InlineData("order:[\"b\",\"b\"]")]
    [InlineData("order:[\"\"]")]
    [InlineData("order:{}")]
    public void Parse_OrderThatIsNone_IsRefused(string text) =>
        Assert.Contains("is not a published order", Assert.Throws<FormatException>(() => TieKey.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void PublishedOrder_OfNobody_IsRefused() => Assert.Throws<ArgumentException>(() => TieKey.PublishedOrder());

    [Theory]
    [InlineData("")]
    [InlineData("Votes")]
    [InlineData("first votes")]
    [InlineData("votes1")]
    [InlineData("آرا")]
    public void Figure_OtherThanSmallLettersAndHyphens_IsRefused(string figure)
    {
        Assert.Throws<ArgumentException>(() => TieKey.Highest(figure));
        Assert.Throws<ArgumentException>(() => TieKey.Lowest(figure));
    }

    [Fact]
    public void Anything_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => TieKey.Parse(null!));
        Assert.Throws<ArgumentNullException>(() => TieKey.Highest(null!));
        Assert.Throws<ArgumentNullException>(() => TieKey.Lowest(null!));
        Assert.Throws<ArgumentNullException>(() => TieKey.Lot(null!));
        Assert.Throws<ArgumentException>(() => TieKey.Lot(""));
    }

    [Fact]
    public void Lot_HalfASurrogatePair_IsRefused()
    {
        // No receipt could hold it, and other seeds would draw the same lot.
        Assert.Throws<ArgumentException>(() => TieKey.Lot("a\uD800"));
        Assert.Throws<FormatException>(() => TieKey.Parse("lot:\uDC00"));
    }
}
