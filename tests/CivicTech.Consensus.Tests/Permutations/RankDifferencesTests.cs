using CivicTech.Consensus.Permutations;
using CivicTech.Consensus.Ranks;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Permutations;

public sealed class RankDifferencesTests
{
    [Fact]
    public void TwoSided_TwoUntiedRaters_IsCountedByHand()
    {
        // Places -2, 0, 2: differences ±2 twice each and ±4 once each, of 6; two of them add up to ±8 once each, of 36.
        var exact = RankDifferences.TryCreate(new([-2, 0, 2, 0, 2, -2], [1, 1], 3))!;

        Assert.Equal(Rational.One, exact.TwoSided(0));
        Assert.Equal(new Rational(2, 36), exact.TwoSided(8));
        Assert.Equal(new Rational(10, 36), exact.TwoSided(-6));
    }

    [Fact]
    public void TwoSided_TiedRaters_IsCountedByHand()
    {
        // Places -1, -1, 2: differences ±3 twice each and 0 twice, of 6.
        var exact = RankDifferences.TryCreate(new([-1, -1, 2], [1], 3))!;

        Assert.Equal(new Rational(4, 6), exact.TwoSided(3));
    }

    [Fact]
    public void TwoSided_UntiedRaters_HasTheMomentsOfTheDifference()
    {
        // Σ over d of P(|D| >= d) (2 d - 1) = E D²; the variance of a difference of rank sums is m n (n + 1) / 6.
        const int raters = 12;
        const int items = 9;
        short[] row = [.. Enumerable.Range(0, items).Select(place => (short)((2 * place) - (items - 1)))];
        var exact = RankDifferences.TryCreate(new([.. Enumerable.Repeat(row, raters).SelectMany(ranks => ranks)], [.. Enumerable.Repeat(1L, raters)], items))!;

        var moment = Enumerable.Range(1, raters * (items - 1)).Aggregate(Rational.Zero, (sum, d) => sum + (exact.TwoSided(2 * d) * ((2 * d) - 1)));

        Assert.Equal((Rational)raters * items * (items + 1) / 6, moment);
    }

    [Fact]
    public void TryCreate_TooLong_GivesUp() =>
        Assert.Null(RankDifferences.TryCreate(new([.. Enumerable.Repeat<short[]>([-2, 0, 2], 3000).SelectMany(row => row)], [.. Enumerable.Repeat(1L, 3000)], 3)));
}
