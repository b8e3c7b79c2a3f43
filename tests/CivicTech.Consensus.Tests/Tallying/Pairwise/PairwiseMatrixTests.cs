using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;

namespace CivicTech.Tests.Consensus.Tallying.Pairwise;

public sealed class PairwiseMatrixTests
{
    [Fact]
    public void Of_TiesSkipsRepeatsAndTruncation_CountsAsDefined()
    {
        var pairwise = PairwiseMatrix.Of(Ballots.Profile("A B C D", "5: A B=C", "3: - D A", "2: C A C", "4:"));

        Assert.Equal((5 + 3 + 2, 0), ((int)pairwise[0, 1], (int)pairwise[1, 0]));
        Assert.Equal((8, 2), ((int)pairwise[0, 2], (int)pairwise[2, 0]));
        Assert.Equal((0, 2), ((int)pairwise[1, 2], (int)pairwise[2, 1]));
        Assert.Equal(5 - 3, pairwise.Margin(1, 3));
        Assert.Equal(0, pairwise[2, 2]);
    }

    [Fact]
    public void Of_RandomProfiles_IsWhatTheDefinitionCounts()
    {
        for (var seed = 1UL; seed <= 200; seed++)
        {
            var profile = (OrdinalProfile)Ballots.Random(seed, 1 + (int)(seed % 7), 12, 1, messy: seed % 3 > 0).Profile;
            var expected = Compare.Preferring(profile);
            var actual = PairwiseMatrix.Of(profile);
            for (var i = 0; i < profile.Candidates.Count; i++)
            {
                for (var j = 0; j < profile.Candidates.Count; j++)
                {
                    Assert.Equal(expected[i, j], actual[i, j]);
                }
            }
        }
    }
}
