using CivicTech.Processes;
using CivicTech.Processes.Running;

namespace CivicTech.Abstractions.Tests.Processes;

public sealed class RefusalTests
{
    private static readonly RefusalKind TooMuch = new(
        "too-much", "{asked} is more than the {limit} that are left.", "{asked} dépasse les {limit} qui restent.", "{asked} از {limit} باقی‌مانده بیشتر است.");

    [Theory]
    [InlineData("en", "7 is more than the 5 that are left.")]
    [InlineData("en-GB", "7 is more than the 5 that are left.")]
    [InlineData("fr", "7 dépasse les 5 qui restent.")]
    [InlineData("fr-CA", "7 dépasse les 5 qui restent.")]
    [InlineData("FR", "7 dépasse les 5 qui restent.")]
    [InlineData("fa", "7 از 5 باقی‌مانده بیشتر است.")]
    [InlineData("fa-IR", "7 از 5 باقی‌مانده بیشتر است.")]
    [InlineData("fao", "7 is more than the 5 that are left.")]
    [InlineData("de", "7 is more than the 5 that are left.")]
    [InlineData("", "7 is more than the 5 that are left.")]
    public void Message_Language_IsTheSentenceWithItsData(string language, string expected) =>
        Assert.Equal(expected, TooMuch.With(("limit", "5"), ("asked", "7")).Message(language));

    [Fact]
    public void Message_DataLikeAPlaceholder_IsNotReplacedAgain() =>
        Assert.Equal("{limit} is more than the $1 that are left.", TooMuch.With(("limit", "$1"), ("asked", "{limit}")).Message());

    [Fact]
    public void With_DataMissing_IsRefusedByName()
    {
        var thrown = Assert.Throws<ArgumentException>(() => TooMuch.With(("limit", "5")));
        Assert.Contains("'asked'", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => TooMuch.With(("limit", "5"), ("asked", "7"), ("asked", "8")));
    }

    [Fact]
    public void With_MoreData_IsKeptForTheHost()
    {
        var refusal = TooMuch.With(("limit", "5"), ("asked", "7"), ("campaign", "playground"));
        Assert.Equal("playground", refusal.Data["campaign"]);
        Assert.Equal("too-much", refusal.Code);
        Assert.Equal(["asked", "limit"], TooMuch.DataNames);
    }

    [Theory]
    [InlineData("{a}", "{b}", "{a}")]
    [InlineData("{a}", "{a}", "")]
    [InlineData("{a}", "{a}", "{A}")]
    [InlineData("none", "none", "{a}")]
    [InlineData("{a_b}", "{a_b}", "{a_b}")]
    [InlineData("{a", "{a", "{a")]
    [InlineData("{0}", "{0}", "{0}")]
    [InlineData("{{a}}", "{{a}}", "{{a}}")]
    public void RefusalKind_SentencesThatDoNotAgree_IsRefused(string english, string french, string persian) =>
        Assert.Throws<ArgumentException>(() => new RefusalKind("code", english, french, persian));

    [Fact]
    public void Equals_CodeAndData_Decide()
    {
        var one = TooMuch.With(("limit", "5"), ("asked", "7"));
        var same = TooMuch.With(("asked", "7"), ("limit", "5"));
        Assert.Equal(one, same);
        Assert.True(one == same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.True(one != TooMuch.With(("limit", "5"), ("asked", "8")));
        Assert.False(one.Equals(RunnerRefusals.KeyReused.With(("key", "k"))));
        Assert.False(one == null);
        Assert.Equal("too-much: 7 is more than the 5 that are left.", one.ToString());
    }

    [Fact]
    public void KeyReused_EveryLanguage_NamesTheKey()
    {
        foreach (var language in new[] { "en", "fr", "fa" })
        {
            Assert.Contains("k-17", RunnerRefusals.KeyReused.With(("key", "k-17")).Message(language), StringComparison.Ordinal);
        }
    }
}
