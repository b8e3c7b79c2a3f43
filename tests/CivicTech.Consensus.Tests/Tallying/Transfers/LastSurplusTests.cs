using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Transfers;

public sealed class LastSurplusTests
{
    // Of 18 votes 7 elect: A has three too many, B one.
    private static readonly Contest Two = Ballots.Contest("A B C", 2, "10: A C", "8: B C");

    [Fact]
    public void Count_TwoSurplusesAreLeft_BothAreTakenAwayAndShown()
    {
        var result = new SingleTransferableVote { TransfersLastSurplus = true }.Count(Two);

        Assert.Equal(["A: 10, B: 8, C: 0", "A: 7, B: 8, C: 0, final surplus 3", "A: 7, B: 7, C: 0, final surplus 4"], result.Rounds.Select(Text));
        Assert.Equal(["A", "B", "A", "B"], result.Rounds.SelectMany(round => round.Actions).Select(action => action.Candidate));
        Assert.Equal(["A", "B"], result.Elected.ToArray());
    }

    [Fact]
    public void Count_Together_TakesThemAwayAtOnce()
    {
        var result = new SingleTransferableVote { TransfersLastSurplus = true, SurplusOrder = SurplusOrder.Together }.Count(Two);

        Assert.Equal(["A: 10, B: 8, C: 0", "A: 7, B: 7, C: 0, final surplus 4"], result.Rounds.Select(Text));
    }

    [Fact]
    public void Count_NotAsked_LeavesThem() =>
        Assert.Equal(["A: 10, B: 8, C: 0"], new SingleTransferableVote().Count(Two).Rounds.Select(Text));

    // Whatever is transferred is shown: no round with a transfer is the last, and at the end nobody elected by a quota has more than it.
    [Theory]
    [InlineData(SurplusOrder.LargestFirst)]
    [InlineData(SurplusOrder.Together)]
    public void Count_RandomContests_EndsWithoutASurplus(SurplusOrder order)
    {
        for (var seed = 0UL; seed < 150; seed++)
        {
            var contest = Ballots.Random(seed, 3 + (int)(seed % 5), 5 + (int)(seed % 30), 1 + (int)(seed % 4), messy: false);
            var result = new SingleTransferableVote { Decimals = null, TransfersLastSurplus = true, SurplusOrder = order, Ties = TieChain.ListedOrder }.Count(contest);
            var last = result.Rounds[^1];

            Assert.All(last.Actions, action => Assert.Empty(action.Transfers));
            if (result.Elected.Length == contest.Seats)
            {
                Assert.All(last.Tallies.Where(tally => result.Elected.Contains(tally.Candidate)), tally => Assert.True(tally.Votes <= last.Threshold));
            }
        }
    }

    private static string Text(TallyRound round) =>
        string.Join(", ", round.Tallies.Select(tally => $"{tally.Candidate}: {tally.Votes}").Concat(round.Inactive.Select(inactive => $"final surplus {inactive.Votes}")));
}
