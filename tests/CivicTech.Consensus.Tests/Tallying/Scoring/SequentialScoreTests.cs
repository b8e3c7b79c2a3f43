using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Scoring;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Scoring;

public class SequentialScoreTests
{
    [Fact]
    public void ReweightedRange_PublishedExample_HasItsPoints()
    {
        // The example of rangevoting.org/RRVr.html: 60 and 40 voters of two parties, scores to 10.
        var result = new ReweightedRange { MaximumScore = 10 }.Count(Sheets.Scores("A1 A2 A3 B1 B2", "60: 10 9 8 1 0", "40: 0 0 0 10 10"), 3);
        Lists.Equal(["A1", "B1", "A2"], result.Elected);
        Lists.Equal(["600 540 480 460 400", "270 240 430 400", "1800/7 1600/7 200"], result.Rounds.Select(round => string.Join(' ', round.Tallies.Select(tally => tally.Votes))));
        Lists.Groups([["A1"], ["B1"], ["A2"], ["A3"], ["B2"]], result.Order.Select(group => group.AsEnumerable()));
    }

    [Fact]
    public void AllocatedScore_PartlyUsedBallot_FillsThatPartOfTheQuota()
    {
        // After D every ballot has 2/3 left. C is given the quota of 1 by its 2/3 of a ballot of score 5 and half of that of score 3: then A and B
        // are tied. Counted as a whole ballot the first one fills the quota, and A is ahead.
        var profile = Sheets.Scores("A B C D", "1 3 5 5", "3 5 1 5", "5 1 3 5");
        var ties = TieChain.By(TieKey.PublishedOrder("D", "C", "B", "A"));
        var byWeight = new AllocatedScore { Ties = ties }.Count(profile, 3);
        Lists.Equal(["D", "C", "B"], byWeight.Elected);
        Assert.Equal("11/3 11/3", string.Join(' ', byWeight.Rounds[2].Tallies.Select(tally => tally.Votes)));
        Lists.Equal(["D", "C", "A"], new AllocatedScore { Ties = ties, QuotaFilling = QuotaFilling.WholeBallots }.Count(profile, 3).Elected);
    }

    [Fact]
    public void SequentiallySpentScore_Surplus_IsGivenBack()
    {
        // A costs 10 stars and has 20: each of the four pays half of 5.
        var result = new SequentiallySpentScore().Count(Sheets.Scores("A B C", "3: 5 5 0", "1: 5 0 2"), 2);
        Lists.Equal(["A", "B"], result.Elected);
        Assert.Equal("7.5 2", string.Join(' ', result.Rounds[1].Tallies.Select(tally => tally.Votes)));
    }

    [Fact]
    public void Count_TieForASeat_IsOpenOrListed()
    {
        var profile = Sheets.Scores("A B C", "3: 3 3 0");
        Lists.Equal(["A", "B"], new AllocatedScore().Count(profile, 1).OpenTie!.Tied);
        Lists.Groups([["A"], ["B"]], new ReweightedRange { Ties = TieChain.AllOutcomes }.Count(profile, 1).Outcomes.Select(group => group.AsEnumerable()));
        Assert.Throws<ArgumentException>(() => new ReweightedRange().Count(Sheets.Scores("A B", "6 0"), 1));
    }

    public static TheoryData<string> Rules => ["weight", "whole-ballots", "cap", "scale", "d-hondt", "sainte-lague"];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Count_RandomScores_AreAsDefined(string variant)
    {
        for (var seed = 0UL; seed < 60; seed++)
        {
            var random = new SplitMix64(seed);
            var lines = Sheets.RandomLines(random, 5, random.Between(2, 6), 5);
            var seats = random.Between(1, 4);
            SequentialScoreRule rule = variant switch
            {
                "weight" => new AllocatedScore { Ties = TieChain.ListedOrder },
                "whole-ballots" => new AllocatedScore { Ties = TieChain.ListedOrder, QuotaFilling = QuotaFilling.WholeBallots },
                "cap" => new SequentiallySpentScore { Ties = TieChain.ListedOrder },
                "scale" => new SequentiallySpentScore { Ties = TieChain.ListedOrder, Spending = StarSpending.Scale },
                "d-hondt" => new ReweightedRange { Ties = TieChain.ListedOrder },
                _ => new ReweightedRange { Ties = TieChain.ListedOrder, Divisors = RangeDivisors.SainteLague },
            };
            var result = rule.Count(Sheets.Scores("A B C D E", lines), seats);
            var expected = Elect(Sheets.Voters(lines), seats, variant);
            Assert.Equal(expected.Select(round => round.Winner), result.Elected.Select(name => name[0] - 'A'));
            Assert.Equal(expected.Select(round => round.Points), result.Rounds.Select(round => round.Tallies.Max(tally => tally.Votes)));
        }
    }

    /// <summary>The definitions, voter by voter.</summary>
    private static List<(int Winner, Rational Points)> Elect(List<long[]> voters, int seats, string variant)
    {
        const int M = 5;
        var left = Enumerable.Repeat(Rational.One, voters.Count).ToArray();
        var given = new Rational[voters.Count];
        var elected = new List<(int Winner, Rational Points)>();
        for (var seat = 0; seat < seats; seat++)
        {
            var points = Enumerable.Range(0, M).Select(candidate => voters.Select((_, voter) => Gives(voter, candidate)).Aggregate(Rational.Zero, (a, b) => a + b)).ToArray();
            var winner = Enumerable.Range(0, M).Where(candidate => elected.All(done => done.Winner != candidate)).MaxBy(candidate => points[candidate]);
            elected.Add((winner, points[winner]));
            var gifts = voters.Select((_, voter) => Gives(voter, winner)).ToArray();
            if (variant is "weight" or "whole-ballots")
            {
                var quota = new Rational(voters.Count, seats);
                foreach (var gift in gifts.Where(gift => gift.Sign > 0).Distinct().OrderDescending().ToList())
                {
                    var group = Enumerable.Range(0, voters.Count).Where(voter => gifts[voter] == gift).ToList();
                    var size = variant == "weight" ? group.Aggregate(Rational.Zero, (sum, voter) => sum + left[voter]) : group.Count;
                    group.ForEach(voter => left[voter] *= size > quota ? 1 - (quota / size) : 0);
                    quota = Rational.Max(0, quota - size);
                    if (quota.IsZero)
                    {
                        break;
                    }
                }
            }
            else if (variant is "cap" or "scale")
            {
                var factor = points[winner].IsZero ? 0 : Rational.Min(1, new Rational(voters.Count * M, seats) / points[winner]);
                for (var voter = 0; voter < left.Length; voter++)
                {
                    left[voter] -= gifts[voter] * factor / M;
                }
            }
            else
            {
                for (var voter = 0; voter < left.Length; voter++)
                {
                    given[voter] += voters[voter][winner];
                    left[voter] = 1 / (1 + (given[voter] * (variant == "d-hondt" ? 1 : 2) / M));
                }
            }
        }

        return elected;

        Rational Gives(int voter, int candidate) => variant == "cap" ? Rational.Min(voters[voter][candidate], left[voter] * M) : voters[voter][candidate] * left[voter];
    }
}
