using System.Text;
using CivicTech.Ballots;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Counting;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Receipts;
using CivicTech.Testing;
using static CivicTech.Budgeting.Tests.Voting.Polls;

namespace CivicTech.Budgeting.Tests.Voting;

public sealed class CountTests
{
    [Fact]
    public void Count_PagesInAnyOrderAndGrouping_AddUpToTheSameProfile()
    {
        var random = new SplitMix64(9);
        var sheet = Sheet(new PointsDesign { Points = 9 });
        var groups = Enumerable.Range(0, 600).Select(_ => new BallotGroup(
            "north",
            BallotContent.Of([.. Enumerable.Range(4, 4).Where(_ => random.OneIn(2))], []) is { IsBlank: false } chosen ? WithPoints(chosen, random) : default,
            random.Between(1, 5))).ToList();
        var whole = Profile(sheet, groups);
        for (var run = 0; run < 10; run++)
        {
            random.Shuffle(groups);
            var pages = groups.Chunk(random.Between(20, 200)).Select(page => (CardinalProfile)Profile(sheet, page)).ToList();
            random.Shuffle(pages);

            Assert.Equal(whole.Digest, CardinalProfile.Merge(pages).Digest);
        }

        Assert.Equal(groups.Sum(group => group.Count), whole.Voters);
    }

    [Fact]
    public void Count_BallotOfAnotherEdition_Throws()
    {
        var count = new BallotCount(Sheet().Next(new BallotChange { Removed = ["n1"] }));

        Assert.Throws<InvalidOperationException>(() => count.Add("north", BallotContent.Of([4], []), 1));
        Assert.Throws<InvalidOperationException>(() => count.Add("north", BallotContent.Of([0], []), 1));
        Assert.Throws<InvalidOperationException>(() => count.Add("north", BallotContent.Of([100], []), 1));
        Assert.Throws<InvalidOperationException>(() => count.Add("west", default, 1));
    }

    [Fact]
    public void Trackers_List_IsSortedAndHasTheDigestThatIsDescribed()
    {
        Tracker[] trackers = [.. Enumerable.Range(0, 150).Select(_ => RandomTrackers.Instance.Draw())];
        var list = new TrackerList([.. trackers]);
        var text = string.Concat(trackers.Select(tracker => tracker.ToString()).Order(StringComparer.Ordinal));

        Assert.Equal(Digest.Of(Convert.FromHexString(text)), list.Digest);
        Assert.All(trackers, tracker => Assert.True(list.Contains(tracker)));
        Assert.False(list.Contains(RandomTrackers.Instance.Draw()));
        Assert.Equal(Digest.Of(Encoding.ASCII.GetBytes("")), new TrackerList([]).Digest);
    }

    private static Profile Profile(VotingSheet sheet, IEnumerable<BallotGroup> groups)
    {
        var count = new BallotCount(sheet);
        foreach (var group in groups)
        {
            count.Add(group.Area, group.Content, group.Count);
        }

        return count.Build(1);
    }

    private static BallotContent WithPoints(BallotContent chosen, SplitMix64 random)
    {
        var projects = new int[chosen.Count];
        chosen.Read(projects, new long[projects.Length]);
        return BallotContent.Of(projects, [.. projects.Select(_ => (long)random.Between(1, 3))]);
    }
}
