using CivicTech.Abstractions.Tests.Ballots;
using CivicTech.Ballots;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Abstractions.Tests.Ties;

public sealed class TieBreakerTests
{
    private static readonly CandidateList Candidates = new("d", "B", "a", "é", "c");

    private static readonly Dictionary<string, IReadOnlyList<Rational>> Figures = new()
    {
        ["votes"] = [5, 7, new Rational(20, 3), 7, 5],
        ["cost"] = [1, -2, 3, Rational.Parse("-2"), Rational.Parse("0.5")],
    };

    [Theory]
    [InlineData("listed-order", "0 1 2 3 4", "listed-order")]
    [InlineData("identifier", "1 2 4 0 3", "identifier")]
    [InlineData("highest-votes", "13 2 04", "highest-votes")]
    [InlineData("lowest-votes", "04 2 13", "lowest-votes")]
    [InlineData("highest-cost", "2 0 4 13", "highest-cost")]
    [InlineData("lowest-cost", "13 4 0 2", "lowest-cost")]
    [InlineData("highest-votes lowest-cost", "13 2 4 0", "highest-votes lowest-cost")]
    [InlineData("lowest-cost highest-votes", "13 4 0 2", "lowest-cost")]
    [InlineData("lowest-cost highest-votes identifier", "1 3 4 0 2", "lowest-cost identifier")]
    [InlineData("highest-votes identifier", "1 3 2 4 0", "highest-votes identifier")]
    [InlineData("order:[\"c\",\"d\",\"z\"]", "4 0 123", "order:[\"c\",\"d\",\"z\"]")]
    [InlineData("highest-votes order:[\"é\"]", "3 1 2 04", "highest-votes order:[\"é\"]")]
    [InlineData("", "01234", "")]
    public void Order_Chain_PutsCandidatesIntoGroups(string keys, string groups, string used)
    {
        var random = new SeededRandom(1);
        var breaker = Breaker(keys);

        for (var i = 0; i < 20; i++)
        {
            var order = breaker.Order(random.Shuffle([0, 1, 2, 3, 4]));

            Assert.Equal(groups, Text(order));
            Assert.Equal(used, string.Join(' ', order.BrokenBy));
            Assert.Equal(order.Groups.Length == 5, order.IsResolved);
        }
    }

    [Fact]
    public void Order_SomeOfTheCandidates_LooksAtThoseAlone()
    {
        Assert.Equal("1 3", Text(Breaker("listed-order").Order([3, 1])));
        Assert.Equal("13", Text(Breaker("highest-votes").Order([3, 1])));
        Assert.Empty(Breaker("highest-votes").Order([3, 1]).BrokenBy);
        Assert.Equal("2 4", Text(Breaker("highest-votes").Order([4, 2])));
    }

    [Theory]
    [InlineData("listed-order")]
    [InlineData("highest-votes")]
    [InlineData("lot:x")]
    [InlineData("")]
    public void Order_OneOrNone_IsNoTie(string keys)
    {
        var one = Breaker(keys).Order([3]);
        var none = Breaker(keys).Order([]);

        Assert.Equal("3", Text(one));
        Assert.True(one.IsResolved);
        Assert.Empty(one.BrokenBy);
        Assert.Empty(none.Groups);
        Assert.True(none.IsResolved);
        Assert.Empty(none.BrokenBy);
    }

    [Fact]
    public void Order_NoSuchCandidateOrTwice_IsRefused()
    {
        foreach (var keys in new[] { "listed-order", "identifier", "highest-votes", "lot:x", "" })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Breaker(keys).Order([0, 5]));
            Assert.Throws<ArgumentOutOfRangeException>(() => Breaker(keys).Order([-1, 0]));
            Assert.Throws<ArgumentOutOfRangeException>(() => Breaker(keys).Order([int.MaxValue]));
            Assert.Throws<ArgumentException>(() => Breaker(keys).Order([0, 1, 0]));
            Assert.Throws<ArgumentNullException>(() => Breaker(keys).Order(null!));
        }
    }

    [Fact]
    public void Breaker_UnknownFigure_IsRefusedNamingThoseKnown()
    {
        var refused = Assert.Throws<ArgumentException>(() => Breaker("highest-votes lowest-price"));

        Assert.Contains("'lowest-price' asks for a figure that this rule does not have; it has: cost, votes.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Breaker_FigureForTooFewCandidates_IsRefused()
    {
        var figures = new Dictionary<string, IReadOnlyList<Rational>> { ["votes"] = [1, 2], ["cost"] = [1, 2, 3, 4, 5] };

        var refused = Assert.Throws<ArgumentException>(() => new TieBreaker(TieChain.By(TieKey.Highest("votes")), Candidates, figures));
        _ = new TieBreaker(TieChain.By(TieKey.Lowest("cost")), Candidates, figures);

        Assert.Contains("'votes'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Breaker_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new TieBreaker(null!, Candidates, Figures));
        Assert.Throws<ArgumentNullException>(() => new TieBreaker(TieChain.Refuse, null!, Figures));
        Assert.Throws<ArgumentNullException>(() => new TieBreaker(TieChain.Refuse, Candidates, null!));
    }

    private static TieBreaker Breaker(string keys) =>
        new(TieChain.By(keys.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(TieKey.Parse)), Candidates, Figures);

    private static string Text(TieOrder order) => string.Join(' ', order.Groups.Select(group => string.Concat(group)));
}
