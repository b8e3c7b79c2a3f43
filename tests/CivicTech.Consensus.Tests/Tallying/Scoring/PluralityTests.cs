using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Scoring;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Scoring;

public class PluralityTests
{
    [Fact]
    public void Count_MarksAndRankings_GiveTheSame()
    {
        var marks = new Plurality().Count(Sheets.Marks("A B C", "5: A", "4: B", "2: C"), 1);
        var rankings = new Plurality().Count(Ballots.Profile("A B C", "5: A B", "2: - B C", "2: B A", "2: C - A"), 1);
        foreach (var result in new[] { marks, rankings })
        {
            Lists.Equal(["A"], result.Elected);
            Lists.Equal([5, 4, 2], result.Figures[0].Values);
            Assert.Equal((Rational)11, result.Rounds[0].Total);
        }
    }

    [Fact]
    public void Count_VoidMarks_AreInactive()
    {
        var result = new Plurality().Count(Sheets.Marks("A B", "3: A B", "2: A", "4: "), 1);
        Lists.Equal([2, 0], result.Figures[0].Values);
        Lists.Equal([new InactiveVotes(InactiveReason.NoRanking, 4), new InactiveVotes(InactiveReason.Overvote, 3)], result.Rounds[0].Inactive);
    }

    [Fact]
    public void Count_SharedMarks_AreExactParts()
    {
        var result = new Plurality { MultipleMarks = MultipleMarks.Share }.Count(Ballots.Profile("A B C", "2: A=B=C", "A=B C"), 1);
        Lists.Equal([new Rational(7, 6), new Rational(7, 6), new Rational(2, 3)], result.Figures[0].Values);
        Assert.Equal((Rational)3, result.Rounds[0].Total);
        Lists.Equal(["A", "B"], result.OpenTie!.Tied);
    }

    [Fact]
    public void Count_RefusedMarksOrOtherBallots_Throws()
    {
        Assert.Throws<ArgumentException>(() => new Plurality { MultipleMarks = MultipleMarks.Refuse }.Count(Sheets.Marks("A B", "A B"), 1));
        Assert.Throws<ArgumentException>(() => new Plurality().Count(Sheets.Scores("A B", "1 0"), 1));
    }

    [Fact]
    public void Count_Withdrawn_PassesFirstPreferenceOn()
    {
        var contest = new Contest(Ballots.Profile("A B C", "3: A B", "2: B", "C B")) { Withdrawn = ["A"] };
        Lists.Equal([5, 1], new Plurality().Count(contest).Figures[0].Values);
    }

    [Fact]
    public void Count_TieByPublishedOrder_FallsAsPublished()
    {
        var rule = new Plurality { Ties = TieChain.By(TieKey.PublishedOrder("C", "B", "A")) };
        Lists.Equal(["A", "C"], rule.Count(Sheets.Marks("A B C", "2: A", "B", "C"), 2).Elected);
    }
}
