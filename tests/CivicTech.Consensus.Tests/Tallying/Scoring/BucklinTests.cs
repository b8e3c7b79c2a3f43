using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Scoring;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Tallying.Scoring;

public class BucklinTests
{
    [Fact]
    public void Count_NoMajorityOfFirstChoices_AddsSecondOnes()
    {
        // The example of Tennessee's capital: Nashville 68, Chattanooga 58 with second choices, of 100.
        var result = new Bucklin().Count(Ballots.Profile("M N C K", "42: M N C K", "26: N C K M", "15: C K N M", "17: K C N M"), 1);
        Lists.Groups([["N"], ["C"], ["K"], ["M"]], result.Order.Select(group => group.AsEnumerable()));
        Lists.Equal(["42 26 15 17", "42 68 58 32"], result.Rounds.Take(2).Select(round => string.Join(' ', round.Tallies.Select(tally => tally.Votes))));
        Assert.All(result.Rounds, round => Assert.Equal((Rational)51, round.Threshold));
    }

    [Fact]
    public void Count_SkippedRank_IsAChoiceNotUsed()
    {
        // B has two votes at the second rank and passes only with the third; A passes at the second with three.
        var result = new Bucklin().Count(Ballots.Profile("A B C", "2: A - B", "1: C B", "1: C A", "1: B"), 1);
        Lists.Equal([2, 3, 4], result.Figures.Single(figure => figure.Name == "rank").Values);
        Lists.Groups([["A"], ["B"], ["C"]], result.Order.Select(group => group.AsEnumerable()));
    }

    [Fact]
    public void Count_ExactHalf_DoesNotPass()
    {
        // A has half of the four valid ballots at rank 1 and never more; nobody passes before B at rank 3.
        var result = new Bucklin().Count(Ballots.Profile("A B", "2: A - B", "1: B", "1: - B", "3:"), 1);
        Lists.Groups([["B"], ["A"]], result.Order.Select(group => group.AsEnumerable()));
        Assert.Equal((Rational)3, result.Rounds[0].Threshold);
    }

    [Fact]
    public void Count_RandomBallots_AreAsDefined()
    {
        for (var seed = 0UL; seed < 150; seed++)
        {
            var profile = (OrdinalProfile)Ballots.Random(seed, 4, 7, 1, messy: true).Profile;
            var valid = Enumerable.Range(0, profile.DistinctBallots).Where(ballot => profile.CandidatesOf(ballot).Length > 0).Sum(profile.WeightOf);
            var keys = Enumerable.Range(0, 4).Select(candidate =>
            {
                for (var rank = 1L; rank <= 10; rank++)
                {
                    if (VotesAt(candidate, rank) * 2 > valid)
                    {
                        return (-rank, VotesAt(candidate, rank));
                    }
                }

                return (-100L, VotesAt(candidate, 100));
            }).ToArray();
            Assert.Equal(Sheets.Text(Ranking.ByHighest(keys).Groups.Select(group => group.AsEnumerable())), Sheets.Text(new Bucklin().Rank(profile).Groups.Select(group => group.AsEnumerable())));

            long VotesAt(int candidate, long rank)
            {
                var votes = 0L;
                for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
                {
                    var at = profile.CandidatesOf(ballot).IndexOf(candidate);
                    votes += at >= 0 && profile.RanksOf(ballot)[at] <= rank ? profile.WeightOf(ballot) : 0;
                }

                return votes;
            }
        }
    }
}
