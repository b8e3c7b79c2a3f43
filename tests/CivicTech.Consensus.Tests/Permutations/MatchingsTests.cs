using CivicTech.Consensus.Permutations;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Permutations;

public sealed class MatchingsTests
{
    [Fact]
    public void TryCount_InversionsOfUntiedRows_AreTheMahonianNumbers()
    {
        var counts = Inversions([1, 1, 1, 1, 1], 5);

        Assert.Equal([1, 4, 9, 15, 20, 22, 20, 15, 9, 4, 1], counts!);
        for (var score = 0; score <= 10; score += 2)
        {
            Assert.Equal(InversionCounts.TwoSided(5, score), Matchings.AtLeastAsFar(counts, 2, 10, (10 + score) / 2));
            Assert.Equal(InversionCounts.TwoSided(5, score), InversionCounts.TwoSided(5, -score));
        }
    }

    [Fact]
    public void TryCount_GroupsAndClasses_CountsEveryArrangementOnce()
    {
        // Two groups of three places, values 2 a and 4 b: 15 arrangements, by how many a are in the second group.
        var counts = Matchings.TryCount([3, 3], [2, 4], 2, static (group, _, gains) =>
        {
            gains[0] = group;
            gains[1] = 0;
        });

        Assert.Equal([3, 9, 3], counts!);
    }

    [Fact]
    public void TryCount_TooManyStatesOrArrangements_GivesUp()
    {
        Assert.Null(Inversions([.. Enumerable.Repeat(1, 25)], 25));
        Assert.Null(Matchings.TryCount([40, 40], [40, 40], 1600, static (_, _, gains) => gains.Clear()));
        Assert.NotNull(Matchings.TryCount([30, 30], [30, 30], 900, static (_, _, gains) => gains.Clear()));
    }

    [Fact]
    public void TryWays_TooManyBits_GivesUp()
    {
        Assert.Equal(10, Matchings.TryWays([2, 3], 64));
        Assert.Null(Matchings.TryWays([2, 3], 3));
        Assert.Null(Matchings.TryWays([.. Enumerable.Repeat(1, 1_000_000)], 1100));
    }

    [Fact]
    public void AtLeastAsFar_ACountedSum_IsTheShareOfBothTails() =>
        Assert.Equal(new Rational(2, 11), Matchings.AtLeastAsFar([1, 4, 5, 1], 1, 1, 3) * 2);

    private static ulong[]? Inversions(int[] classes, int places) =>
        Matchings.TryCount([.. Enumerable.Repeat(1, places)], classes, places * (places - 1) / 2, static (_, used, gains) =>
        {
            for (var i = 0; i < gains.Length; i++)
            {
                gains[i] = used[(i + 1)..].ToArray().Sum();
            }
        });
}
