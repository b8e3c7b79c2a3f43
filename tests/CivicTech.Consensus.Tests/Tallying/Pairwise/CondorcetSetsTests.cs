using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Pairwise;

namespace CivicTech.Tests.Consensus.Tallying.Pairwise;

public sealed class CondorcetSetsTests
{
    [Fact]
    public void Sets_CycleWithTie_AreTold()
    {
        // A beats B and ties with C, B beats C; all beat D.
        var pairwise = PairwiseMatrix.Of(Ballots.Profile("A B C D", "A B C D", "B C A D", "A B C D", "C A B D"));

        Assert.Null(CondorcetSets.Winner(pairwise));
        Assert.Equal(3, CondorcetSets.Loser(pairwise));
        Assert.Equal([0], CondorcetSets.WeakWinners(pairwise).ToArray());
        Assert.Equal([0, 1, 2], CondorcetSets.SmithSet(pairwise).ToArray());
        Assert.Equal([0], CondorcetSets.SchwartzSet(pairwise).ToArray());
    }

    [Fact]
    public void Sets_NobodyOrOneStands_AreTold()
    {
        var alone = PairwiseMatrix.Of(Ballots.Profile("A", "A"));
        var nobody = PairwiseMatrix.Of(Ballots.Profile("", "1:"));

        Assert.Equal(0, CondorcetSets.Winner(alone));
        Assert.Null(CondorcetSets.Loser(alone));
        Assert.Equal([0], CondorcetSets.SmithSet(alone).ToArray());
        Assert.Null(CondorcetSets.Winner(nobody));
        Assert.Empty(CondorcetSets.SmithSet(nobody));
        Assert.Empty(CondorcetSets.SchwartzSet(nobody));
    }

    [Fact]
    public void Sets_RandomProfiles_AreTheSmallestOnes()
    {
        for (var seed = 1UL; seed <= 150; seed++)
        {
            var profile = (OrdinalProfile)Ballots.Random(seed, 1 + (int)(seed % 6), 5 + (int)(seed % 4), 1, messy: true).Profile;
            var votes = Compare.Preferring(profile);
            var count = profile.Candidates.Count;
            var sets = Enumerable.Range(1, (1 << count) - 1).Select(bits => Enumerable.Range(0, count).Where(i => (bits >> i & 1) == 1).ToList()).ToList();
            List<List<int>> dominating = [.. sets.Where(set => set.TrueForAll(member => Others(set).All(other => votes[member, other] > votes[other, member])))];
            List<List<int>> undominated = [.. sets.Where(set => set.TrueForAll(member => Others(set).All(other => votes[other, member] <= votes[member, other])))];
            var pairwise = PairwiseMatrix.Of(profile);

            Assert.Equal(dominating.MinBy(set => set.Count), CondorcetSets.SmithSet(pairwise));
            Assert.Equal(
                undominated.Where(set => !undominated.Exists(smaller => smaller.Count < set.Count && smaller.TrueForAll(set.Contains))).SelectMany(set => set).Distinct().Order(),
                CondorcetSets.SchwartzSet(pairwise));
            Assert.Equal(CondorcetSets.Winner(pairwise) is { } winner ? [winner] : [], sets.Where(set => set.Count == 1 && dominating.Contains(set)).Select(set => set[0]));

            IEnumerable<int> Others(List<int> set) => Enumerable.Range(0, count).Except(set);
        }
    }
}
