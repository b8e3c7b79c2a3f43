using System.Globalization;
using CivicTech.Abstractions.Tests.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Abstractions.Tests.Rules;

public sealed class RankingTests
{
    [Fact]
    public void Ranking_Groups_KeepTheirOrderAndSortWithin()
    {
        var ranking = new Ranking([3], [2, 0], [1]);

        Assert.Equal("3 02 1", Text(ranking));
        Assert.Equal(4, ranking.CandidateCount);
    }

    [Fact]
    public void Ranking_Nobody_IsEmpty()
    {
        Assert.Empty(new Ranking().Groups);
        Assert.Equal(0, new Ranking([]).CandidateCount);
        Assert.Empty(Ranking.ByHighest<int>([]).Groups);
    }

    [Fact]
    public void Ranking_SourceReadOnce_IsEnough()
    {
        var reads = 0;
        IEnumerable<IEnumerable<int>> Groups()
        {
            reads++;
            yield return [1];
            yield return [0];
        }

        Assert.Equal("1 0", Text(new Ranking(Groups())));
        Assert.Equal(1, reads);
    }

    public static TheoryData<int[][]> Wrong => new(
        [[]],
        [[0], []],
        [[1]],
        [[0], [2]],
        [[0, 0]],
        [[0], [0]],
        [[0, 1], [1, 2]],
        [[-1, 0]],
        [[int.MaxValue], [0]],
        [[int.MinValue]]);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Ranking_NotEachCandidateOnce_IsRefused(int[][] groups) => Assert.Throws<ArgumentException>(() => new Ranking(groups));

    [Fact]
    public void Ranking_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new Ranking((IEnumerable<IEnumerable<int>>)null!));
        Assert.ThrowsAny<ArgumentException>(() => new Ranking([0], null!));
        Assert.Throws<ArgumentNullException>(() => Ranking.ByHighest<int>(null!));
    }

    [Fact]
    public void ByHighest_Figures_TiesEqualOnes()
    {
        Assert.Equal("2 04 1 3", Text(Ranking.ByHighest([5, 2, 9, -1, 5])));
        Assert.Equal("012", Text(Ranking.ByHighest([7L, 7L, 7L])));
        Assert.Equal("0 12", Text(Ranking.ByHighest([Rational.Parse("0.34"), Rational.Parse("1/3"), Rational.Parse("2/6")])));
        Assert.Equal("1 0", Text(Ranking.ByHighest([long.MinValue, long.MaxValue])));
        Assert.Equal("1 0 2", Text(Ranking.ByHighest([0.0, double.PositiveInfinity, double.NaN])));
        Assert.Equal("1 0 2", Text(Ranking.ByHighest(["a", "b", null!])));
    }

    [Fact]
    public void ByHighest_AnyFigures_IsTheOrderOfTheFigures()
    {
        var random = new SeededRandom(9);
        for (var i = 0; i < 300; i++)
        {
            var figures = Enumerable.Range(0, random.Below(12)).Select(_ => random.Below(5)).ToArray();

            var ranking = Ranking.ByHighest(figures);

            var figuresOfGroups = ranking.Groups.Select(group => Assert.Single(group.Select(candidate => figures[candidate]).Distinct()));
            Assert.Equal(figures.Distinct().OrderDescending(), figuresOfGroups);
            Assert.Equal(figures.Length, ranking.CandidateCount);
        }
    }

    private static string Text(Ranking ranking) =>
        string.Join(' ', ranking.Groups.Select(group => string.Concat(group.Select(candidate => candidate.ToString(CultureInfo.InvariantCulture)))));
}
