using CivicTech.Ballots;
using CivicTech.Consensus.Tallying.Pairwise;

namespace CivicTech.Tests.Consensus.Tallying.Pairwise;

/// <summary>Schulze and Split Cycle against every simple path and every cycle, one by one.</summary>
public sealed class PathRuleOracleTests
{
    [Theory]
    [InlineData(PairStrength.WinningVotes)]
    [InlineData(PairStrength.Margins)]
    [InlineData(PairStrength.Ratio)]
    public void Rank_Schulze_IsWhatAllPathsSay(PairStrength strength)
    {
        for (var seed = 1UL; seed <= 150; seed++)
        {
            var profile = (OrdinalProfile)Ballots.Random(seed, 2 + (int)(seed % 4), 7, 1, messy: seed % 2 == 0).Profile;
            var votes = Compare.Preferring(profile);
            var count = profile.Candidates.Count;
            var best = new (long For, long Against)[count, count];
            for (var from = 0; from < count; from++)
            {
                for (var to = 0; to < count; to++)
                {
                    // As published, paths go along all comparisons, lost ones too.
                    foreach (var path in Paths(from, to, count).Where(_ => from != to))
                    {
                        var weakest = path.Zip(path.Skip(1), (a, b) => (votes[a, b], votes[b, a])).Aggregate((x, y) => Stronger(strength, x, y) ? y : x);
                        best[from, to] = path.Length == 2 || Stronger(strength, weakest, best[from, to]) ? weakest : best[from, to];
                    }
                }
            }

            var expected = Compare.Peel(profile, left => left.Where(one => !left.Exists(other => other != one && Stronger(strength, best[other, one], best[one, other]))));
            Assert.Equal(expected, Compare.Order(new Schulze { Strength = strength }, profile));
        }
    }

    [Fact]
    public void Rank_SplitCycle_IsWhatAllCyclesSay()
    {
        for (var seed = 1UL; seed <= 300; seed++)
        {
            var profile = (OrdinalProfile)Ballots.Random(seed, 2 + (int)(seed % 5), 7, 1, messy: seed % 2 == 0).Profile;
            var votes = Compare.Preferring(profile);
            var count = profile.Candidates.Count;
            bool Defeats(int winner, int loser) => Margin(winner, loser) > 0 && !Paths(loser, winner, count)
                .Select(path => path.Zip(path.Skip(1), Margin).Min())
                .Any(smallest => smallest >= Margin(winner, loser));
            long Margin(int a, int b) => votes[a, b] - votes[b, a];

            Assert.Equal(
                Compare.Peel(profile, left => left.Where(one => !left.Exists(other => other != one && Defeats(other, one)))),
                Compare.Order(new SplitCycle(), profile));
        }
    }

    // Schulze (2011), definitions of the strength of a link (e, f), written out case by case.
    private static bool Stronger(PairStrength strength, (long E, long F) x, (long E, long F) y) => strength switch
    {
        PairStrength.Margins => x.E - x.F > y.E - y.F,
        PairStrength.Ratio => (x.E > x.F && y.E <= y.F) || (x.E >= x.F && y.E < y.F) || x.E * y.F > x.F * y.E || (x.E > y.E && x.F <= y.F) || (x.E >= y.E && x.F < y.F),
        _ => (x.E > x.F && y.E <= y.F) || (x.E >= x.F && y.E < y.F)
            || (x.E > x.F && y.E > y.F && (x.E > y.E || (x.E == y.E && x.F < y.F)))
            || (x.E < x.F && y.E < y.F && (x.F < y.F || (x.F == y.F && x.E > y.E))),
    };

    // The shortest first.
    private static IEnumerable<int[]> Paths(int from, int to, int count)
    {
        List<int> between = [.. Enumerable.Range(0, count).Where(i => i != from && i != to)];
        return Enumerable.Range(0, between.Count + 1)
            .SelectMany(length => Compare.Permutations(between).Select(order => order[..length]).DistinctBy(order => string.Join(',', order)))
            .Select(middle => (int[])[from, .. middle, to]);
    }
}
