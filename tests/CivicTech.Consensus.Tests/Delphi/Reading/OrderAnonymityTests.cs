using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Reading;

namespace CivicTech.Tests.Consensus.Delphi.Reading;

/// <summary>What W and its change would tell of one person, in studies in which three is the smallest cell.</summary>
public sealed class OrderAnonymityTests
{
    private const string Hidden = "beside what is told of other groups it would tell how fewer than 3 experts ordered the items";

    [Fact]
    public void Change_OfTwoItemsWhenOneOfThoseWithoutGapsLeft_IsHidden()
    {
        // Three more answered one item each: they are in neither W, and cannot hide the one who left.
        var play = Begun(["a"], Experts(7, "a"), ("i1", ["a"]), ("i2", ["a"]));
        play.Open();
        foreach (var expert in Enumerable.Range(1, 4))
        {
            play.Answer($"e{expert}", ("i1", 4), ("i2", 5));
        }

        foreach (var expert in Enumerable.Range(5, 3))
        {
            play.Answer($"e{expert}", ("i1", 4));
        }

        play.Close();
        play.Open();
        foreach (var expert in Enumerable.Range(1, 3))
        {
            play.Answer($"e{expert}", ("i1", 5), ("i2", 4));
        }

        play.Close();
        var rounds = StudyReport.Of(play.State).Rounds;

        Assert.Equal(4, rounds[0].Panels[0].Concordance!.Raters);
        Assert.Equal(3, rounds[1].Panels[0].Concordance!.Raters);
        Assert.Equal(Hidden, rounds[1].Panels[0].NoChange);
    }

    [Fact]
    public void Concordance_OfTwoItemsOfPanelsThatDifferByOnePerson_IsToldOfTheFirst()
    {
        var experts = Experts(5, "a", "b");
        experts.Add(("e6", ["b"]));
        var play = Begun(["a", "b"], experts, ("i1", ["a", "b"]), ("i2", ["a", "b"]));
        Round(play, (_, item) => item == "i1" ? 4 : 5);
        var panels = StudyReport.Of(play.State).Rounds[0].Panels;

        Assert.Equal(5, panels[0].Concordance!.Raters);
        Assert.Null(panels[1].Concordance);
        Assert.Equal(Hidden, panels[1].NoConcordance);
    }

    [Fact]
    public void Concordance_OfTwoItemsOfPanelsThatDifferByEnoughPeople_IsTold()
    {
        var experts = Experts(4, "a", "b");
        experts.AddRange([("e5", ["b"]), ("e6", ["b"]), ("e7", ["b"])]);
        var play = Begun(["a", "b"], experts, ("i1", ["a", "b"]), ("i2", ["a", "b"]));
        Round(play, (_, item) => item == "i1" ? 4 : 5);

        Assert.Equal([4L, 7L], StudyReport.Of(play.State).Rounds[0].Panels.Select(panel => panel.Concordance!.Raters));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Change_WhenTheOneWhoLeftHadSaidTheSameOfAllItems_IsHidden(bool isConstant)
    {
        // W of round 1 is of all but one; were W of those who stayed of all of them, the one who left would be that one.
        var play = Begun(["a"], Experts(6, "a"), ("i1", ["a"]), ("i2", ["a"]), ("i3", ["a"]));
        Round(play, (expert, item) => expert == "e6" && isConstant ? 5 : item == "i1" ? 4 : 5);
        play.Do(new LeaveStudy { Expert = "e6" });
        Round(play, (_, item) => item == "i2" ? 4 : 5);
        var rounds = StudyReport.Of(play.State).Rounds;

        Assert.Equal(isConstant ? 5 : 6, rounds[0].Panels[0].Concordance!.Raters);
        Assert.Equal(isConstant ? Hidden : null, rounds[1].Panels[0].NoChange);
        Assert.Equal(isConstant ? null : 5, rounds[1].Panels[0].Change?.Raters);
    }

    [Fact]
    public void Change_WhenNobodyLeftThoughOneSaidTheSameOfAllItems_IsTold()
    {
        var play = Begun(["a"], Experts(6, "a"), ("i1", ["a"]), ("i2", ["a"]), ("i3", ["a"]));
        Round(play, (expert, item) => expert == "e6" ? 5 : item == "i1" ? 4 : 5);
        Round(play, (_, item) => item == "i2" ? 4 : 5);

        Assert.Equal(5, StudyReport.Of(play.State).Rounds[1].Panels[0].Change!.Raters);
    }

    private static List<(string Expert, string[] Panels)> Experts(int count, params string[] panels) => [.. Enumerable.Range(1, count).Select(number => ($"e{number}", panels))];

    private static Play Begun(string[] panels, List<(string Expert, string[] Panels)> experts, params (string Id, string[] Panels)[] items)
    {
        var protocol = DelphiPresets.Isfahan("study", "texts/study", [.. panels.Select(panel => new PanelPlan { Id = panel, Roles = [new() { Role = "owner", Seats = 9 }] })]);
        var play = new Play(protocol with { Feedback = protocol.Feedback with { SmallestCell = 3 }, Stop = protocol.Stop with { When = StopWhen.Never } });
        foreach (var (expert, seats) in experts)
        {
            play.Join(expert, [.. seats.Select(panel => (panel, "owner"))]);
        }

        play.Register(items);
        return play;
    }

    private static void Round(Play play, Func<string, string, int> value)
    {
        play.Open();
        foreach (var expert in play.State.Experts.All.Where(expert => expert.Value.LeftAt is null).Select(expert => expert.Key))
        {
            play.Answer(expert, [.. play.AskedOf(expert).Select(item => (item.Id, (int?)value(expert, item.Id)))]);
        }

        play.Close();
    }
}
