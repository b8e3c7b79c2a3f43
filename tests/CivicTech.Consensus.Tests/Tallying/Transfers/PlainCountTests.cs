using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Transfers;

/// <summary>Piles of folded ballots give what a count of single ballots gives, round by round.</summary>
public sealed class PlainCountTests
{
    private static readonly BallotHandling[] Handlings =
    [
        new(),
        new() { Overvotes = OvervoteRule.Skip, MaxSkippedRanks = 0 },
        new() { Overvotes = OvervoteRule.ExhaustIfSeveralContinue, MaxSkippedRanks = 1, RepeatedCandidates = RepeatedCandidateRule.Exhaust },
        new() { Overvotes = OvervoteRule.ExhaustIfAnyContinues, MaxRanks = 3 },
    ];

    [Fact]
    public void InstantRunoff_RandomBallots_EqualsTheCountOfSingleBallots()
    {
        for (var seed = 0UL; seed < 400; seed++)
        {
            var contest = Ballots.Random(seed, candidates: 2 + (int)(seed % 6), voters: 3 + (int)(seed % 23), seats: 1, messy: seed % 2 == 1);
            var handling = Handlings[seed / 2 % 4];
            var plain = new PlainCount(contest, handling);
            plain.InstantRunoff();
            Same(plain, new InstantRunoff { Ballots = handling, Ties = TieChain.ListedOrder }.Count(contest), seed);
        }
    }

    [Theory]
    [InlineData(SurplusOrder.LargestFirst)]
    [InlineData(SurplusOrder.Together)]
    [InlineData(SurplusOrder.OneElectedARound)]
    public void SingleTransferableVote_RandomBallots_EqualsTheCountOfSingleBallots(SurplusOrder order)
    {
        for (var seed = 0UL; seed < 300; seed++)
        {
            var contest = Ballots.Random(seed + 7777, candidates: 3 + (int)(seed % 6), voters: 5 + (int)(seed % 31), seats: 1 + (int)(seed % 4), messy: seed % 2 == 1);
            var handling = Handlings[seed / 2 % 4];
            var plain = new PlainCount(contest, handling);
            plain.Transferable(order);
            Same(plain, new SingleTransferableVote { Ballots = handling, Decimals = null, SurplusOrder = order, Ties = TieChain.ListedOrder }.Count(contest), seed);
        }
    }

    private static void Same(PlainCount plain, TallyResult result, ulong seed)
    {
        Assert.Equal(plain.Elected, result.Elected);
        Assert.Equal(plain.Rounds.Count, result.Rounds.Length);
        for (var i = 0; i < plain.Rounds.Count; i++)
        {
            var round = result.Rounds[i];
            foreach (var tally in round.Tallies)
            {
                Assert.True(plain.Rounds[i][tally.Candidate] == tally.Votes, $"{seed}: round {i + 1}, {tally.Candidate}: {tally.Votes}, not {plain.Rounds[i][tally.Candidate]}");
            }

            Assert.Equal(
                plain.Inactive[i].Where(reason => !reason.Value.IsZero).OrderBy(reason => reason.Key).Select(reason => (reason.Key, reason.Value)),
                round.Inactive.Select(inactive => (inactive.Reason, inactive.Votes)));
            Assert.Equal((Rational)result.Contest.Profile.Voters, round.Total);
        }
    }
}
