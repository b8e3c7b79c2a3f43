using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Scoring;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Tallying.Scoring;

public class ScoreTests
{
    [Fact]
    public void ApprovalVoting_Marks_AreCounted()
    {
        var result = new ApprovalVoting().Count(Sheets.Marks("A B C", "3: A B", "2: B", "4: C A", "1:"), 2);
        Lists.Equal([7, 5, 4], result.Figures[0].Values);
        Lists.Equal(["A", "B"], result.Elected);
        Assert.Throws<ArgumentException>(() => new ApprovalVoting().Count(Ballots.Profile("A B", "A"), 1));
    }

    [Fact]
    public void ScoreVoting_MissingAsZero_OrdersBySum()
    {
        var result = new ScoreVoting().Count(Sheets.Scores("A B C", "2: 5 - 1", "1 4 2"), 1);
        Lists.Groups([["A"], ["B", "C"]], result.Order.Select(group => group.AsEnumerable()));
        Lists.Equal([new Rational(11, 3), new Rational(4, 3), new Rational(4, 3)], result.Figures.Single(figure => figure.Name == "average").Values);
    }

    [Fact]
    public void ScoreVoting_MissingIgnored_OrdersByMeanAndUnscoredLast()
    {
        var result = new ScoreVoting { MissingScores = MissingScores.Ignored }.Count(Sheets.Scores("A B C D", "2: 5 - -1 -", "1 4 -2 -"), 1);
        Lists.Groups([["B"], ["A"], ["C"], ["D"]], result.Order.Select(group => group.AsEnumerable()));
        Lists.Equal([new Rational(11, 3), 4, new Rational(-4, 3), 0], result.Figures.Single(figure => figure.Name == "average").Values);
    }

    [Fact]
    public void ScoreVoting_NoBallots_TiesEverybody()
    {
        foreach (var missing in Enum.GetValues<MissingScores>())
        {
            Lists.Groups([["A", "B"]], new ScoreVoting { MissingScores = missing }.Count(Sheets.Scores("A B"), 1).Order.Select(group => group.AsEnumerable()));
        }
    }
}
