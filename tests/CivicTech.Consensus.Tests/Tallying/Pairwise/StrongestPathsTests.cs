using CivicTech.Ballots;
using CivicTech.Consensus.Tallying.Pairwise;

namespace CivicTech.Tests.Consensus.Tallying.Pairwise;

/// <summary>More candidates than a vector of the machine has places: rows are widened in steps of several and one by one.</summary>
public sealed class StrongestPathsTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(17)]
    [InlineData(24)]
    public void Rank_ManyCandidates_IsWhatWideningOneByOneSays(int candidates)
    {
        for (var seed = 1UL; seed <= 25; seed++)
        {
            var profile = (OrdinalProfile)Ballots.Random(seed, candidates, 3 + (int)(seed % 9), 1, messy: seed % 2 == 0).Profile;
            var paths = Paths(Compare.Preferring(profile), candidates);

            Assert.Equal(
                Compare.Peel(profile, left => left.Where(one => !left.Exists(other => other != one && paths[other, one].CompareTo(paths[one, other]) > 0))),
                Compare.Order(new Schulze(), profile));
        }
    }

    // A victory of e against f is stronger by its e, then by the smaller f.
    private static (long For, long NotAgainst)[,] Paths(long[,] votes, int count)
    {
        var paths = new (long For, long NotAgainst)[count, count];
        for (var i = 0; i < count * count; i++)
        {
            var (a, b) = (i / count, i % count);
            paths[a, b] = votes[a, b] > votes[b, a] ? (votes[a, b], -votes[b, a]) : default;
        }

        for (var i = 0; i < count * count * count; i++)
        {
            var (via, from, to) = (i / count / count, i / count % count, i % count);
            var (first, then) = (paths[from, via], paths[via, to]);
            var along = first.CompareTo(then) < 0 ? first : then;
            if (from != to && from != via && via != to && along.CompareTo(paths[from, to]) > 0)
            {
                paths[from, to] = along;
            }
        }

        return paths;
    }
}
