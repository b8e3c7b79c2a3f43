using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Transfers;

namespace CivicTech.Tests.Consensus.Tallying.Transfers;

/// <summary>Merged ballots are the same ballots.</summary>
public sealed class BallotTreeTests
{
    [Theory]
    [InlineData(5, OvervoteRule.ExhaustIfSeveralContinue)]
    [InlineData(5, OvervoteRule.Exhaust)]
    [InlineData(25, OvervoteRule.ExhaustIfAnyContinues)]
    public void Of_RandomBallots_HoldsEachOfThemOnce(int candidates, OvervoteRule overvotes)
    {
        for (var seed = 0UL; seed < 60; seed++)
        {
            var contest = Ballots.Random(seed, candidates, voters: 200, seats: 1, messy: true);
            var table = PreferenceTable.Of(contest, new() { Overvotes = overvotes, MaxSkippedRanks = 0 });

            Assert.Equal(Sums(Listed(table)), Sums(Walked(table)));
            Assert.Equal(contest.Profile.Voters, table.Tree.Places[0].Weight);
            Assert.Equal(table.Tree.Places.Length, table.Tree.Places[0].End);
        }
    }

    [Fact]
    public void Of_BallotsThatBeginAlike_SharesTheirBeginning()
    {
        var contest = Ballots.Contest("A B C D", 1, "1: A B C", "2: B", "3: A B D", "4: A", "5: B C", "6: A B");

        var places = PreferenceTable.Of(contest, new()).Tree.Places;

        // The root, A, AB, ABC, ABD, B, BC, and an end for each ballot.
        Assert.Equal(7 + 6, places.Length);
        Assert.Equal([(0, 14L), (1, 7L)], Children(places, 0).Select(place => (places[place].Entry, places[place].Weight)));
    }

    // Any order gives places that say the same; here ballots differ only behind the entries by which they are sorted.
    [Fact]
    public void Of_LongBallots_MergesNoneThatDiffer()
    {
        var names = string.Join(' ', Enumerable.Range(0, 300).Select(i => $"C{i}"));
        var contest = Ballots.Contest(names, 1, "1: C0 C1 C2 C3 C4 C5 C6 C7 C8", "2: C0 C1 C2 C3 C4 C5 C6 C7 C9", "3: C0 C1 C2 C3 C4 C5 C6 C7", "4: C0 C1 C2 C3 C4 C5 C6 C7 C8 C10");
        var table = PreferenceTable.Of(contest, new());

        Assert.Equal(Sums(Listed(table)), Sums(Walked(table)));
    }

    private static IEnumerable<(string Way, long Weight)> Listed(PreferenceTable table)
    {
        for (var ballot = 0; ballot < table.Count; ballot++)
        {
            yield return (Way(table.EntriesOf(ballot).ToArray(), table.Candidates + table.Ends[ballot]), table.Weights[ballot]);
        }
    }

    private static IEnumerable<(string Way, long Weight)> Walked(PreferenceTable table)
    {
        var places = table.Tree.Places;
        return Below(0, []);

        IEnumerable<(string Way, long Weight)> Below(int parent, int[] way)
        {
            var children = Children(places, parent).ToList();
            Assert.Equal(places[parent].Weight, children.Sum(child => places[child].Weight));
            return children.SelectMany(child => places[child].Entry >= table.Candidates
                ? [(Way(way, places[child].Entry), places[child].Weight)]
                : Below(child, [.. way, places[child].Entry]));
        }
    }

    private static IEnumerable<int> Children(BallotTree.Place[] places, int parent)
    {
        for (var child = parent + 1; child < places[parent].End; child = places[child].End)
        {
            yield return child;
        }
    }

    private static string Way(int[] entries, int end) => string.Join(' ', entries.Append(end));

    private static IEnumerable<(string Way, long Weight)> Sums(IEnumerable<(string Way, long Weight)> ballots) =>
        ballots.GroupBy(ballot => ballot.Way).Select(group => (group.Key, group.Sum(ballot => ballot.Weight))).OrderBy(ballot => ballot.Key, StringComparer.Ordinal);
}
