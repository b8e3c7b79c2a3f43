using System.Collections.Immutable;
using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Scoring;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Tallying.Scoring;

public class PositionalTests
{
    [Fact]
    public void Borda_HisOwnExample_ElectsTheThird()
    {
        // Borda's memoir (1781): 21 voters; A has the most first places, and the fewest points (37, 42, 47 with a first point for everybody).
        var result = new BordaCount().Count(Ballots.Profile("A B C", "A B C", "7: A C B", "7: B C A", "6: C B A"), 1);
        Lists.Equal([37 - 21, 42 - 21, 47 - 21], result.Figures[0].Values);
        Lists.Groups([["C"], ["B"], ["A"]], result.Order.Select(group => group.AsEnumerable()));
    }

    [Fact]
    public void Borda_ShortBallots_GiveWhatTheOptionSays()
    {
        var profile = Ballots.Profile("A B C D", "- A", "B=C A");
        Lists.Equal([3 + 1, 1 + new Rational(5, 2), 1 + new Rational(5, 2), 1], Points(new BordaCount(), profile));
        Lists.Equal([3 + 1, new Rational(5, 2), new Rational(5, 2), 0], Points(new BordaCount { Unranked = BordaUnranked.Zero }, profile));
        Lists.Equal([1 + 1, new Rational(5, 2), new Rational(5, 2), 0], Points(new BordaCount { Unranked = BordaUnranked.Modified }, profile));
    }

    [Fact]
    public void Borda_CandidateRankedTwice_CountsAtTheBestRank() =>
        Lists.Equal([2, 1, 0], Points(new BordaCount { Unranked = BordaUnranked.Zero }, Ballots.Profile("A B C", "A A B A")));

    [Fact]
    public void Dowdall_Points_AreExact()
    {
        // Tennessee with 1, 1/2, 1/3, 1/4.
        var points = Points(new Dowdall(), Ballots.Profile("M N C K", "42: M N C K", "26: N C K M", "15: C K N M", "17: K C N M"));
        Lists.Equal([new Rational(113, 2), new Rational(173, 3), new Rational(101, 2), 17 + new Rational(15, 2) + new Rational(26, 3) + new Rational(42, 4)], points);
    }

    [Fact]
    public void Positional_GivenPoints_AreUsed()
    {
        var profile = Ballots.Profile("A B C", "A B C", "B A", "C");
        Lists.Equal([8, 8, 5], Points(new Positional { Points = [5, 3] }, profile));
        Lists.Equal([8 + new Rational(3, 2), 8 + new Rational(3, 2), 5], Points(new Positional { Points = [5, 3], Unranked = UnrankedPoints.Average }, profile));
    }

    [Fact]
    public void Positional_WrongPoints_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new Positional { Points = [1, 2] });
        Assert.Throws<ArgumentException>(() => new Positional { Points = [1, -1] });
        Assert.Throws<ArgumentException>(() => new Positional { Points = [] });
        Assert.Throws<ArgumentException>(() => new BordaCount().Count(Sheets.Scores("A B", "1 0"), 1));
    }

    [Theory]
    [InlineData(BordaUnranked.Average)]
    [InlineData(BordaUnranked.Zero)]
    [InlineData(BordaUnranked.Modified)]
    public void Borda_RandomBallots_IsTheMeanOverStrictOrders(BordaUnranked unranked)
    {
        for (var seed = 0UL; seed < 60; seed++)
        {
            var profile = (OrdinalProfile)Ballots.Random(seed, 4, 5, 1, messy: true).Profile;
            Assert.Equal(
                Mean(profile, (position, ranked) => unranked switch
                {
                    BordaUnranked.Average => 4 - position,
                    BordaUnranked.Zero => position <= ranked ? 4 - position : 0,
                    _ => Math.Max(0, ranked - position + 1),
                }),
                Points(new BordaCount { Unranked = unranked }, profile));
            Assert.Equal(Mean(profile, (position, ranked) => position <= ranked ? new Rational(1, position) : 0), Points(new Dowdall(), profile));
            Assert.Equal(Mean(profile, (position, _) => new Rational(1, position)), Points(new Dowdall { Unranked = UnrankedPoints.Average }, profile));
        }
    }

    private static ImmutableArray<Rational> Points(OrderingRule rule, OrdinalProfile profile) => rule.Count(profile, 1).Figures[0].Values;

    /// <summary>Each ballot as all strict orders that agree with it, the unranked last, each with the same part of the ballot.</summary>
    private static Rational[] Mean(OrdinalProfile profile, Func<int, int, Rational> points)
    {
        var sums = new Rational[profile.Candidates.Count];
        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            var best = Enumerable.Repeat(long.MaxValue, sums.Length).ToArray();
            for (var i = 0; i < profile.CandidatesOf(ballot).Length; i++)
            {
                ref var rank = ref best[profile.CandidatesOf(ballot)[i]];
                rank = Math.Min(rank, profile.RanksOf(ballot)[i]);
            }

            var ranked = best.Count(rank => rank < long.MaxValue);
            var orders = Orders([.. Enumerable.Range(0, sums.Length)]).Where(order => order.Zip(order.Skip(1)).All(pair => best[pair.First] <= best[pair.Second])).ToList();
            foreach (var order in orders)
            {
                for (var position = 1; position <= order.Length; position++)
                {
                    sums[order[position - 1]] += points(position, ranked) * profile.WeightOf(ballot) / orders.Count;
                }
            }
        }

        return sums;
    }

    private static IEnumerable<int[]> Orders(int[] rest) => rest.Length == 0
        ? [[]]
        : rest.SelectMany(first => Orders([.. rest.Where(other => other != first)]).Select(order => (int[])[first, .. order]));
}
