using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Transfers;

public sealed class BottomsUpTests
{
    // 15 of 100 must be exceeded: E, D and C go one after the other, and C's 15 with D's 4 would have been enough.
    private static readonly string[] Delegates = ["50: A", "27: B", "14: C", "5: D C", "4: E"];

    [Fact]
    public void Count_Share_TakesOutOneByOne()
    {
        var result = new BottomsUp { Share = new Rational(15, 100) }.Count(Ballots.Contest("A B C D E", 1, Delegates));

        // Round 1 of 100: 15. Round 2 of 96: 14.4, D goes to C. Round 3: 50, 27 and 19 are all above.
        Assert.Equal(["15", "14.4", "14.4"], result.Rounds.Select(round => round.Threshold.ToString()));
        Assert.Equal(["E", "D", "A", "B", "C"], result.Rounds.SelectMany(round => round.Actions).Select(action => action.Candidate));
        Assert.Equal(["A", "B", "C"], result.Elected.ToArray());
    }

    [Fact]
    public void Count_ShareOfTheFirstRound_Stays()
    {
        var result = new BottomsUp { Share = new Rational(19, 100), KeepsFirstThreshold = true }.Count(Ballots.Contest("A B C D E", 1, Delegates));

        // 19 of the first 100 stay the threshold: C has 19 and not more.
        Assert.All(result.Rounds, round => Assert.Equal(19, round.Threshold));
        Assert.Equal(["A", "B"], result.Elected.ToArray());
    }

    [Fact]
    public void Count_AllBelowTheShare_GoTogether()
    {
        var result = new BottomsUp { Share = new Rational(15, 100), AllBelowShareGo = true }.Count(Ballots.Contest("A B C D E", 1, Delegates));

        // C, D and E are all below 15, and D's votes find nobody.
        Assert.Equal(["E", "D", "C"], result.Rounds[0].Actions.Select(action => action.Candidate));
        Assert.Equal(["A", "B"], result.Elected.ToArray());
        Assert.Equal(77, result.Rounds[1].Tallies.Aggregate(Rational.Zero, (sum, tally) => sum + tally.Votes));
    }

    // Without a share the option means nothing: three seats are three elected.
    [Fact]
    public void Count_AllBelowNoShare_FillsTheSeats()
    {
        var contest = Ballots.Contest("A B C D", 3, "50: A", "5: B", "4: C", "3: D");

        var result = new BottomsUp { AllBelowShareGo = true }.Count(contest);

        Assert.Equal(["A", "B", "C"], result.Elected.ToArray());
        Assert.Equal(["D"], result.Rounds[0].Actions.Select(action => action.Candidate));
    }

    // One after the other goes out, ties included, until as many are left as there are seats: written out by hand.
    [Fact]
    public void Count_RandomContests_IsTakingTheLastOutUntilTheSeatsAreFilled()
    {
        for (var seed = 0UL; seed < 150; seed++)
        {
            var seats = 1 + (int)(seed % 3);
            var contest = Ballots.Random(seed, 3 + (int)(seed % 4), 3 + (int)(seed % 20), seats, messy: false);
            var left = contest.Candidates.ToList();
            var votes = Votes(contest, left);
            while (left.Count > seats)
            {
                // Listed first wins a tie.
                _ = left.Remove(left.Last(candidate => votes[candidate] == votes.Values.Min()));
                votes = Votes(contest, left);
            }

            var result = new BottomsUp { Ties = TieChain.ListedOrder }.Count(contest);

            Assert.Equal(left, result.Elected.Order(StringComparer.Ordinal));
            Assert.Equal(left.Select(candidate => (candidate, (Rational)votes[candidate])), result.Rounds[^1].Tallies.Select(tally => (tally.Candidate, tally.Votes)));
        }
    }

    private static Dictionary<string, long> Votes(Contest contest, List<string> left)
    {
        var votes = left.ToDictionary(candidate => candidate, _ => 0L);
        for (var ballot = 0; ballot < contest.Profile.DistinctBallots; ballot++)
        {
            foreach (var candidate in contest.Profile.CandidatesOf(ballot))
            {
                if (votes.ContainsKey(contest.Candidates[candidate]))
                {
                    votes[contest.Candidates[candidate]] += contest.Profile.WeightOf(ballot);
                    break;
                }
            }
        }

        return votes;
    }
}
