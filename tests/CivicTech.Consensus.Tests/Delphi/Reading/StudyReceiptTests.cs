using CivicTech.Consensus.Delphi.Reading;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Receipts;

namespace CivicTech.Tests.Consensus.Delphi.Reading;

public sealed class StudyReceiptTests
{
    private static readonly string Secret = new('k', 32);

    [Fact]
    public void Verify_RandomStudies_Holds()
    {
        for (var seed = 1UL; seed <= 80; seed++)
        {
            var state = RandomStudies.Of(seed).State;
            var report = StudyReport.Of(state);

            Assert.Equal("The receipt holds.", StudyReceipt.Verify(Receipt.Parse(report.Receipt!.ToJson()), state, []).ToString());
            Assert.Equal("The receipt holds.", StudyReceipt.Verify(report.CommittedReceipt(Secret), state, [], Secret).ToString());
        }
    }

    [Fact]
    public void Verify_ChangedAnswer_NamesTheItem()
    {
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var state = RandomStudies.Of(seed).State;
            var report = StudyReport.Of(state);
            var (key, sheet) = state.Sheets.All.First(sheet => sheet.Value.Answers.Any(answer => answer.Value is not null));
            var answer = sheet.Answers.First(answer => answer.Value is not null);
            var other = state with { Sheets = state.Sheets.Set(key, sheet with { Answers = sheet.Answers.Replace(answer, answer with { Value = answer.Value == 5 ? 1 : answer.Value + 1 }) }) };
            var committed = StudyReceipt.Verify(report.CommittedReceipt(Secret), other, [], Secret);

            Assert.Contains(committed.Differences, difference => difference.StartsWith("answers: ", StringComparison.Ordinal));
            var findings = report.Items.First(item => item.Item.Id == answer.Item).Rounds.First(round => round.Round == sheet.Round);
            if (findings.Answers is not null && !findings.IsAsLastShown)
            {
                Assert.Contains(StudyReceipt.Verify(report.Receipt!, other, []).Differences, difference => difference.StartsWith($"outcome.items.{answer.Item}.rounds.{sheet.Round}.counts: ", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Verify_SummariesThatAnswersDoNotBear_IsFoundOut()
    {
        var state = RandomStudies.Of(1).State;
        var summary = state.Summaries["1"];
        var forged = state with { Summaries = state.Summaries.Set("1", summary with { Panels = [summary.Panels[0] with { IsConsensus = !summary.Panels[0].IsConsensus }, .. summary.Panels[1..]] }) };

        Assert.Contains(
            StudyReceipt.Verify(StudyReport.Of(forged).Receipt!, forged, []).Differences,
            difference => difference.StartsWith($"outcome.rounds.1.panels.{summary.Panels[0].Panel}.isConsensus: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Verify_OtherReceiptOrSecret_IsRefused()
    {
        var state = RandomStudies.Of(1).State;
        var report = StudyReport.Of(state);

        Assert.Throws<FormatException>(() => StudyReceipt.Verify(new Receipt(new() { ["kind"] = "tally" }), state, []));
        Assert.Throws<FormatException>(() => StudyReceipt.Verify(report.Receipt!, state, [], Secret));
        Assert.Throws<FormatException>(() => StudyReceipt.Verify(report.CommittedReceipt(Secret), state, []));
        Assert.False(StudyReceipt.Verify(report.CommittedReceipt(Secret), state, [], new string('x', 32)).Holds);
        Assert.Throws<ArgumentException>(() => report.CommittedReceipt("short"));
        Assert.Throws<InvalidOperationException>(() => StudyReceipt.Verify(report.Receipt!, new DelphiProcess().Initial, []));
    }

    [Fact]
    public void Receipt_WithoutSecret_IsTheSameWhoeverGaveAnAnswerThatIsHidden()
    {
        // Two people answer; which of them said what must not show.
        Receipt Of(int first, int second)
        {
            var play = new Play(CivicTech.Consensus.Delphi.Protocols.DelphiPresets.Isfahan("study", "texts/study", new CivicTech.Consensus.Delphi.Protocols.PanelPlan { Id = "a", Roles = [new() { Role = "owner", Seats = 4 }] }));
            play.Join("e1", ("a", "owner"));
            play.Join("e2", ("a", "owner"));
            play.Register(("i1", ["a"]), ("i2", ["a"]));
            play.Open();
            play.Answer("e1", ("i1", first), ("i2", 5));
            play.Answer("e2", ("i1", second), ("i2", 5));
            play.Close();
            return StudyReport.Of(play.State).Receipt!;
        }

        Assert.Equal(Of(4, 5).Digest, Of(5, 4).Digest);
        Assert.Equal(Of(4, 5).Digest, Of(5, 5).Digest);
    }
}
