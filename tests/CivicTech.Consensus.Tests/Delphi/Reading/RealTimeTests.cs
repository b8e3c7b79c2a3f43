using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Reading;
using NodaTime;

namespace CivicTech.Tests.Consensus.Delphi.Reading;

public sealed class RealTimeTests
{
    [Fact]
    public void ReportAndView_AnswerChangedByOneAfterTheLastShowing_StayAsLastShown()
    {
        var protocol = DelphiPresets.Isfahan("study", "texts/study", new PanelPlan { Id = "a", Roles = [new() { Role = "owner", Seats = 4 }] });
        var play = new Play(protocol with { Mode = RoundMode.RealTime, Feedback = protocol.Feedback with { SmallestCell = 3, RefreshEvery = Duration.FromHours(1) } });
        string[] experts = ["e1", "e2", "e3", "e4"];
        foreach (var expert in experts)
        {
            play.Join(expert, ("a", "owner"));
        }

        play.Register(("i1", ["a"]), ("i2", ["a"]));
        play.Open();
        foreach (var expert in experts)
        {
            play.Answer(expert, ("i1", 4), ("i2", 5));
        }

        play.Now += Duration.FromHours(1);
        play.Do(new AdvanceStudy());
        play.Answer("e1", ("i1", 5));
        play.Close();
        play.Open();
        var findings = StudyReport.Of(play.State).Items.Select(item => item.Rounds[0]).ToList();
        var view = ExpertView.Of(play.State, "e2")!;

        Assert.Equal([0, 0, 0, 3, 1], play.State.Summaries["1"].Items[0].Counts.ToArray());
        Assert.Equal([0, 0, 0, 4, 0], findings[0].Answers!.Counts.ToArray());
        Assert.Equal([0, 0, 0, 4, 0], view.Items[0].Group!.Counts.ToArray());
        Assert.True(findings[0].IsAsLastShown && findings[0].Figures.IsEmpty);
        Assert.Equal([0, 0, 0, 0, 4], findings[1].Answers!.Counts.ToArray());
        Assert.True(!findings[1].IsAsLastShown && !findings[1].Figures.IsEmpty);
    }

    [Fact]
    public void Report_RoleThatWasNeverShownBesideOneThatWas_StaysAsLastShown()
    {
        var protocol = DelphiPresets.Isfahan("study", "texts/study", new PanelPlan { Id = "a", Roles = [new() { Role = "owner", Seats = 4 }, new() { Role = "other", Seats = 2 }] });
        var play = new Play(protocol with { Mode = RoundMode.RealTime, Feedback = protocol.Feedback with { Group = FeedbackGroup.OwnRole, SmallestCell = 3, RefreshEvery = Duration.FromHours(1) } });
        foreach (var number in Enumerable.Range(1, 5))
        {
            play.Join($"e{number}", ("a", number < 4 ? "owner" : "other"));
        }

        play.Register(("i1", ["a"]), ("i2", ["a"]));
        play.Open();
        foreach (var number in Enumerable.Range(1, 5))
        {
            play.Answer($"e{number}", ("i1", number < 4 ? 4 : 2), ("i2", 5));
        }

        play.Now += Duration.FromHours(1);
        play.Do(new AdvanceStudy());
        Assert.Equal([0, 0, 0, 3, 0], ExpertView.Of(play.State, "e1")!.Items[0].Group!.Counts.ToArray());
        Assert.Null(ExpertView.Of(play.State, "e4")!.Items[0].Group);
        play.Close();
        var findings = StudyReport.Of(play.State).Items[0].Rounds[0];

        // All five, less the three that every owner has seen, would be the two others.
        Assert.True(findings.IsAsLastShown && findings.People == 5 && findings.Figures.IsEmpty);
        Assert.Equal([0, 0, 0, 3, 0], findings.Answers!.Counts.ToArray());
    }
}
