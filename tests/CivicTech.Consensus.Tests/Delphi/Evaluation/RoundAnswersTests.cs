using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Evaluation;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Tests.Consensus.Delphi.Studies;
using static CivicTech.Tests.Consensus.Delphi.Studies.Solo;

namespace CivicTech.Tests.Consensus.Delphi.Evaluation;

public sealed class RoundAnswersTests
{
    private static readonly DelphiProtocol Groups = DelphiPresets.CoreOutcomes("s", "texts/s", Panel("p", ("clinicians", 2), ("patients", 2)), Panel("q", ("clinicians", 2)));

    [Fact]
    public void EveryRole_OfWhomOneIsSilent_IsTooFew()
    {
        var solo = new Solo(Groups).Planned()
            .Joined("c1", ("p", "clinicians")).Joined("c2", ("p", "clinicians"))
            .Joined("p1", ("p", "patients")).Joined("p2", ("p", "patients"))
            .Joined("q1", ("q", "clinicians")).Joined("q2", ("q", "clinicians"));
        solo.Do(new RegisterItems { Items = [Item("both", "p"), Item("half", "p"), Item("joint", "p", "q"), Item("other", "q")] });
        solo.Opened()
            .Said("c1", ("both", 9), ("half", 9), ("joint", 9)).Said("c2", ("both", 8), ("half", 8), ("joint", 8))
            .Said("p1", ("both", 7)).Said("p2", ("half", null))
            .Said("q1", ("joint", 8), ("other", 9));
        var summary = solo.Close();

        // No patient judged "half" and "joint"; of "other" no patient is asked.
        Assert.Equal(
            [("both", ConsensusVerdict.In), ("half", ConsensusVerdict.TooFew), ("joint", ConsensusVerdict.TooFew), ("other", ConsensusVerdict.In)],
            summary.Items.Select(item => (item.Item, item.Consensus.Verdict)));
        Assert.Equal(["clinicians"], summary.Find("half")!.ByRole.Select(role => role.Role));
        Assert.Equal((1, 3), (summary.Panels[0].ConsensusItems, summary.Panels[0].Items));
        Assert.Contains(summary.Find("half")!.Consensus.Figures, figure => figure.Name.StartsWith("patients: ", StringComparison.Ordinal) && figure.Value.StartsWith("undefined", StringComparison.Ordinal));
    }

    [Fact]
    public void HasAnswered_OnlyWhatIsNoLongerAsked_IsFalse()
    {
        // In real time: panel a has stopped, its member also sits on c, and the joint answer of the round before stands.
        var protocol = Endless(Panel("a", ("r", 2)), Panel("b", ("r", 2)), Panel("c", ("r", 2)));
        var form = new RoundForm
        {
            Round = 2,
            Panels = ["b", "c"],
            Items = [new FormItem { Id = "joint", Panels = ["b"] }, new FormItem { Id = "own", Panels = ["c"] }],
        };
        var both = Member("e1", "a", "c");
        var one = Member("e2", "b");
        var sheets = new[] { both, one }.ToDictionary(
            expert => expert.Id,
            expert => new AnswerSheet { Round = 2, Expert = expert.Id, Answers = [new SheetAnswer { Item = "joint", Value = 4 }] });
        var answers = new RoundAnswers(protocol, form, Start + Day, [both, one], sheets);

        Assert.Equal([both, one], answers.Asked);
        Assert.Equal((false, true), (answers.HasAnswered(both), answers.HasAnswered(one)));
        Assert.Equal((false, true), (answers.IsComplete(both), answers.IsComplete(one)));
        Assert.Equal(["e2"], answers.To(form.Items[0]).Select(answer => answer.Expert.Id));
    }

    private static Expert Member(string id, params string[] panels) => new()
    {
        Id = id,
        Seats = [.. panels.Select(panel => new Seat { Panel = panel, Role = "r" })],
        Status = ExpertStatus.Joined,
        InvitedAt = Start,
        JoinedAt = Start,
    };
}
