using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Transfers;

namespace CivicTech.Tests.Consensus.Tallying.Transfers;

/// <summary>The expected values were printed by a Java 17 program.</summary>
public sealed class RctabTiesTests
{
    [Fact]
    public void Below_Seeds_GivesWhatNextIntGives()
    {
        Assert.Equal([30, 63, 48, 84, 70, 25, 5, 18], Draw(42, random => random.Below(100)));
        Assert.Equal([4, 14, 10, 15, 8, 2, 13, 5], Draw(-7, random => random.Below(16)));
    }

    [Fact]
    public void ByDouble_Seed_GivesWhatNextDoubleGives() =>
        Assert.Equal([727, 683, 308, 277, 665, 903, 368, 275], Draw(42, random => random.ByDouble(1000)));

    [Theory]
    [InlineData(0, "Bea Ada Dov Cyd Gus Eva Fay")]
    [InlineData(1, "Dov Ada Fay Bea Cyd Gus Eva")]
    [InlineData(12345, "Cyd Ada Gus Dov Bea Eva Fay")]
    [InlineData(-1, "Ada Bea Gus Cyd Eva Fay Dov")]
    public void Permutation_Seeds_GivesWhatShuffleGives(long seed, string expected) =>
        Assert.Equal(expected.Split(' '), RctabTies.Permutation(seed, ["Gus", "Ada", "Cyd", "Bea", "Fay", "Eva", "Dov"]));

    [Theory]
    [InlineData("Nasrin Claire José Ali Mina Zoë Ann Omar Eve Parisa Li Bob Noor Sam", "Ann Noor Parisa Omar Mina Claire Nasrin Bob Eve Zoë José Li Sam Ali")]
    [InlineData("AaAa BBBB AaBB BBAa x", "x AaAa BBBB AaBB BBAa")]
    public void JavaHashSet_Names_AreHandedOutInItsOrder(string names, string expected) =>
        Assert.Equal(expected.Split(' '), JavaHashSet.Order(names.Split(' '), name => name));

    [Fact]
    public void Count_DrawnTie_IsRecordedAndTheSameEveryTime()
    {
        var contest = Ballots.Contest("A B C D", 1, "3: A", "3: B", "3: C", "3: D");
        var rule = new InstantRunoff { RctabTies = new() { Mode = RctabTieMode.Random, Seed = 9 } };

        var result = rule.Count(contest);

        Assert.Equal(TallyStatus.Decided, result.Status);
        Assert.Equal(3, result.Ties.Length);
        Assert.All(result.Ties, tie => Assert.NotEmpty(tie.BrokenBy));
        Assert.Equal(result.Receipt.Digest, rule.Count(contest).Receipt.Digest);
    }

    private static int[] Draw(long seed, Func<JavaRandom, int> draw)
    {
        var random = new JavaRandom(seed);
        return [.. Enumerable.Range(0, 8).Select(_ => draw(random))];
    }
}
