using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Scoring;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Scoring;

public class TwoRoundTests
{
    [Fact]
    public void Count_SecondOfFirstRound_MayWinRunoff()
    {
        // Nashville would beat everybody, but is not in the runoff.
        var result = new TwoRound().Count(Ballots.Profile("M N C K", "42: M N C K", "26: N C K M", "15: C K N M", "17: K C N M"), 1);
        Lists.Equal(["N"], result.Elected);
        Assert.Equal("M:42 N:58", string.Join(' ', result.Rounds[1].Tallies.Select(tally => $"{tally.Candidate}:{tally.Votes}")));
        Lists.Groups([["N"], ["M"], ["K"], ["C"]], result.Order.Select(group => group.AsEnumerable()));
    }

    [Fact]
    public void Count_Majority_NeedsNoRunoff()
    {
        var result = new TwoRound().Count(Ballots.Profile("A B C", "6: A", "3: B", "2: C B", "5:"), 1);
        Lists.Equal(["A"], result.Elected);
        Assert.Single(result.Rounds);
        Assert.Equal((Rational)6, result.Rounds[0].Threshold);
    }

    [Fact]
    public void Count_ExactHalf_NeedsRunoff() =>
        Assert.Equal(2, new TwoRound().Count(Ballots.Profile("A B C", "3: A", "2: B", "1: C B"), 1).Rounds.Length);

    [Fact]
    public void Count_Runoff_AccountsForEveryBallot()
    {
        var result = new TwoRound().Count(Ballots.Profile("A B C", "5: A", "4: B", "2: C", "1: C A=B", "1: A=B", "1:"), 1);
        Lists.Equal(
            [new InactiveVotes(InactiveReason.NoRanking, 1), new InactiveVotes(InactiveReason.ExhaustedChoices, 2), new InactiveVotes(InactiveReason.NoPreference, 2)],
            result.Rounds[1].Inactive);
        Assert.Equal((Rational)14, result.Rounds[1].Total);
        Lists.Equal(["A"], result.Elected);
    }

    [Fact]
    public void Count_TieForRunoff_IsOpenOrBroken()
    {
        var profile = Ballots.Profile("A B C", "4: A", "3: B C A", "3: C B A");
        var open = new TwoRound().Count(profile, 1);
        Assert.Equal(TallyStatus.OpenTie, open.Status);
        Assert.Equal((1, "B, C"), (open.OpenTie!.Round, string.Join(", ", open.OpenTie.Tied)));
        Lists.Equal(["C"], new TwoRound { Ties = TieChain.By(TieKey.PublishedOrder("C")) }.Count(profile, 1).Elected);
        Lists.Groups([["B"], ["C"]], new TwoRound { Ties = TieChain.AllOutcomes }.Count(profile, 1).Outcomes.Select(group => group.AsEnumerable()));
    }

    [Fact]
    public void Count_RandomBallots_AreAsDefined()
    {
        for (var seed = 0UL; seed < 200; seed++)
        {
            var contest = Ballots.Random(seed, 4, 9, 1, messy: false);
            var profile = (OrdinalProfile)contest.Profile;
            var voters = Enumerable.Range(0, profile.DistinctBallots).SelectMany(ballot => Enumerable.Repeat(profile.CandidatesOf(ballot).ToArray(), (int)profile.WeightOf(ballot))).ToList();
            var first = Enumerable.Range(0, 4).Select(candidate => voters.Count(voter => voter.Length > 0 && voter[0] == candidate)).ToArray();

            // Every way of choosing the two with the most votes, and of winning their runoff.
            var winners = new SortedSet<int>();
            for (var a = 0; a < 4; a++)
            {
                for (var b = 0; b < 4; b++)
                {
                    if (a != b && first[a] >= first[b] && Enumerable.Range(0, 4).All(other => other == a || other == b || first[other] <= first[b]))
                    {
                        var forA = voters.Count(voter => Place(voter, a) < Place(voter, b));
                        var forB = voters.Count(voter => Place(voter, b) < Place(voter, a));
                        winners.UnionWith(forA > forB ? [a] : forA < forB ? [b] : [a, b]);
                    }
                }
            }

            var result = new TwoRound { Ties = TieChain.AllOutcomes }.Count(contest);
            Assert.Equal(winners.Select(winner => profile.Candidates[winner]), result.Outcomes.Select(outcome => outcome[0]).Order());
        }

        static int Place(int[] voter, int candidate) => Array.IndexOf(voter, candidate) is >= 0 and var at ? at : int.MaxValue;
    }
}
