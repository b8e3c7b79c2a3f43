using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Pairwise;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Pairwise;

public sealed class ScoreRuleTests
{
    // A beats B and C; B ties with C and with D; C beats D; A ties with D.
    private static readonly OrdinalProfile Four = Ballots.Profile("A B C D", "2: A C D", "A B", "D A", "B=D");

    [Fact]
    public void Count_Copeland_CountsTiesAsTold()
    {
        var result = new Copeland().Count(Four, 1);
        var figure = Assert.Single(result.Figures);

        Assert.Equal("copeland", figure.Name);
        Assert.Equal(Scores(Four, new Rational(1, 2)), figure.Values);
        Assert.Equal(Scores(Four, Rational.Zero), Assert.Single(new Copeland { TieValue = 0 }.Count(Four, 1).Figures).Values);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Copeland { TieValue = 2 });
    }

    [Theory]
    [InlineData(MinimaxScore.Margins)]
    [InlineData(MinimaxScore.WinningVotes)]
    [InlineData(MinimaxScore.PairwiseOpposition)]
    public void Rank_Minimax_IsTheWorstComparison(MinimaxScore score)
    {
        for (var seed = 1UL; seed <= 100; seed++)
        {
            var profile = (OrdinalProfile)Ballots.Random(seed, 2 + (int)(seed % 5), 9, 1, messy: true).Profile;
            var votes = Compare.Preferring(profile);
            long Worst(int one) => Enumerable.Range(0, profile.Candidates.Count).Where(other => other != one).Max(other =>
                score == MinimaxScore.Margins ? votes[other, one] - votes[one, other]
                : score == MinimaxScore.PairwiseOpposition || votes[other, one] > votes[one, other] ? votes[other, one] : 0);

            Assert.Equal(
                Compare.Peel(profile, left => left.Where(one => Worst(one) == left.Min(Worst))),
                Compare.Order(new Minimax { Score = score }, profile));
        }
    }

    [Fact]
    public void Count_TieForTheSeat_FallsByTheChain()
    {
        var cycle = Ballots.Profile("A B C", "A B C", "B C A", "C A B");

        Assert.Equal(TallyStatus.OpenTie, new Copeland().Count(cycle, 1).Status);
        Assert.Equal(["B"], new Copeland { Ties = TieChain.By(TieKey.PublishedOrder("B", "A", "C")) }.Count(cycle, 1).Elected.ToArray());
        Assert.Equal(3, new Copeland { Ties = TieChain.AllOutcomes }.Count(cycle, 1).Outcomes.Length);
    }

    [Fact]
    public void Count_OtherBallots_AreRefused()
    {
        var approvals = new ApprovalProfileBuilder(new CandidateList("A", "B"));
        approvals.Add(0);
        var profile = approvals.Build();

        foreach (var rule in PublishedExampleTests.Every)
        {
            Assert.Throws<ArgumentException>(() => rule.Rank(profile));
        }
    }

    private static IEnumerable<Rational> Scores(OrdinalProfile profile, Rational tie)
    {
        var votes = Compare.Preferring(profile);
        var all = Enumerable.Range(0, profile.Candidates.Count);
        return all.Select(one => all.Where(other => other != one).Aggregate(Rational.Zero, (sum, other) =>
            sum + (votes[one, other] > votes[other, one] ? Rational.One : votes[one, other] == votes[other, one] ? tie : Rational.Zero)));
    }
}
