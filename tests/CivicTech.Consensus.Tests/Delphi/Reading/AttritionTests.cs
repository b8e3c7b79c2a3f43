using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Reading;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Delphi.Reading;

/// <summary>Who is gone in the next round, and how their answers differed.</summary>
public sealed class AttritionTests
{
    [Fact]
    public void Attrition_ThreeOfEightLeave_IsTheDifferenceOfTheMeans()
    {
        var play = Asked(8);
        (int First, int Second)[] said = [(5, 1), (5, 1), (4, 1), (4, 1), (2, 2), (1, 5), (2, 5), (3, 4)];
        foreach (var (expert, values) in said.Index())
        {
            play.Answer($"e{expert + 1}", ("i1", values.First), ("i2", values.Second));
        }

        play.Close();
        play.Do(new LeaveStudy { Expert = "e6" });
        Again(play, 5);
        var report = StudyReport.Of(play.State);

        // Of the first item 4 - 2, of the second 6/5 - 14/3.
        Assert.Equal([(5, 3, new Rational(2)), (5, 3, new Rational(-52, 15))], report.Items.Select(item => item.Rounds[0].Attrition!).Select(attrition => (attrition.Stayed, attrition.Left, attrition.Difference)));
        var round = report.Rounds[0].Attrition!;
        Assert.Equal((8, 5, 3, 0, 2, new Rational(-11, 15)), (round.Answered, round.Stayed, round.Left, round.NotAsked, round.Items, round.Difference));
        Assert.Null(report.Rounds[1].Attrition);
        Assert.All(report.Items, item => Assert.Null(item.Rounds[1].Attrition));

        var rows = CsvText.Rows(report.ToItemsCsv());
        string Cell(int row, string column) => rows[row][Array.IndexOf(rows[0], column)];
        Assert.Equal(["5", "3", "2"], new[] { "stayed", "left", "difference of those who stayed" }.Select(column => Cell(1, column)));
        Assert.Equal(["5", "3", "-3.466667"], new[] { "stayed", "left", "difference of those who stayed" }.Select(column => Cell(3, column)));
        Assert.Equal(["", "", ""], new[] { "stayed", "left", "difference of those who stayed" }.Select(column => Cell(2, column)));
    }

    [Fact]
    public void Attrition_WithoutADifference_IsZeroWithoutASign() => Assert.Equal(("0", "0", "-0.000001"), (FigureText.Decimals(-0.0000001, "0.######"), FigureText.Decimals(0, "0.######"), FigureText.Decimals(-0.000001, "0.######")));

    [Fact]
    public void Attrition_FewerThanTheSmallestCellLeft_IsCountedWithoutTheirAnswers()
    {
        var play = Asked(8);
        foreach (var expert in Enumerable.Range(1, 8))
        {
            play.Answer($"e{expert}", ("i1", expert < 5 ? 4 : 2), ("i2", 3));
        }

        play.Close();
        Again(play, 6);
        var report = StudyReport.Of(play.State);
        var round = report.Rounds[0].Attrition!;

        Assert.All(report.Items, item => Assert.Null(item.Rounds[0].Attrition));
        Assert.Equal((8, 6, 2, 0, null), (round.Answered, round.Stayed, round.Left, round.Items, round.Difference));
    }

    [Fact]
    public void Attrition_OfEachRound_IsOfTheItemsOfThatRound()
    {
        var play = Asked(9);
        foreach (var expert in Enumerable.Range(1, 9))
        {
            play.Answer($"e{expert}", ("i1", expert < 7 ? 5 : 1), ("i2", 3));
        }

        play.Close();
        play.Open();
        foreach (var expert in Enumerable.Range(1, 6))
        {
            play.Answer($"e{expert}", ("i1", expert < 4 ? 2 : 4), ("i2", 3));
        }

        play.Close();
        Again(play, 3);
        var report = StudyReport.Of(play.State);

        Assert.Equal([new Rational(4), new Rational(-2)], report.Items[0].Rounds.Take(2).Select(round => round.Attrition!.Difference));
        Assert.Equal([new Rational(2), new Rational(-1)], report.Rounds.Take(2).Select(round => round.Attrition!.Difference!.Value));
    }

    private static Play Asked(int experts)
    {
        var protocol = DelphiPresets.Isfahan("study", "texts/study", new PanelPlan { Id = "a", Roles = [new() { Role = "owner", Seats = 9 }] });
        var play = new Play(protocol with { Items = protocol.Items with { WhenOut = ItemAction.AskAgain, WhenIn = ItemAction.AskAgain }, Feedback = protocol.Feedback with { SmallestCell = 3 }, Stop = protocol.Stop with { When = StopWhen.Never } });
        foreach (var expert in Enumerable.Range(1, experts))
        {
            play.Join($"e{expert}", ("a", "owner"));
        }

        play.Register(("i1", ["a"]), ("i2", ["a"]));
        play.Open();
        return play;
    }

    // The first of them answer once more.
    private static void Again(Play play, int experts)
    {
        play.Open();
        foreach (var expert in Enumerable.Range(1, experts))
        {
            play.Answer($"e{expert}", ("i1", 3), ("i2", 3));
        }

        play.Close();
    }
}
