using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Reading;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Receipts;
using CivicTech.Time;
using NodaTime;

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
    public void Verify_ItemThatWasQuietlyNotAskedAgain_IsFoundOut()
    {
        var found = 0;
        for (var seed = 1UL; seed <= 40; seed++)
        {
            var state = RandomStudies.Of(seed).State;
            if (state.Summaries.Find("2") is not { } summary)
            {
                continue;
            }

            // Neither asked nor evaluated: the rest of the study agrees with itself.
            var item = summary.Items[0].Item;
            var form = state.Forms["2"];
            var forged = state with
            {
                Forms = state.Forms.Set("2", form with { Items = [.. form.Items.Where(asked => asked.Id != item)] }),
                Summaries = state.Summaries.Set("2", summary with { Items = summary.Items.RemoveAt(0) }),
            };

            Assert.Contains(StudyReceipt.Verify(StudyReport.Of(forged).Receipt!, forged, []).Differences, difference => difference.StartsWith($"outcome.items.{item}.rounds.2: ", StringComparison.Ordinal));
            found++;
        }

        Assert.True(found > 10);
    }

    [Fact]
    public void Verify_EndByHandGivenOutAsThatOfTheRule_IsFoundOut()
    {
        var found = 0;
        for (var seed = 1UL; seed <= 200; seed++)
        {
            var state = RandomStudies.Of(seed).State;
            if (state.Head.EndReason is not null)
            {
                var forged = state with { Head = state.Head with { EndReason = null } };
                Assert.Contains(StudyReceipt.Verify(StudyReport.Of(forged).Receipt!, forged, []).Differences, difference => difference.StartsWith("outcome.end: ", StringComparison.Ordinal));
                found++;
            }
        }

        Assert.True(found > 3);
    }

    [Theory]
    [InlineData("conclude")]
    [InlineData("accept conclude")]
    [InlineData("accept drop conclude")]
    [InlineData("reject")]
    [InlineData("accept drop reject-other")]
    [InlineData("accept round")]
    public void Verify_StudyThatWaitedForDecisions_TellsWhoEndedIt(string course)
    {
        var protocol = DelphiPresets.Isfahan("study", "texts/study", new PanelPlan { Id = "a", Roles = [new() { Role = "owner", Seats = 9 }] });
        var play = new Play(protocol with { Stop = protocol.Stop with { When = StopWhen.Never } });
        string[] experts = ["e1", "e2", "e3", "e4", "e5"];
        foreach (var expert in experts)
        {
            play.Join(expert, ("a", "owner"));
        }

        play.Register(("i1", ["a"]), ("i2", ["a"]));
        play.Open();
        foreach (var expert in experts)
        {
            play.Answer(expert, ("i1", 1), ("i2", 2));
        }

        foreach (var suggestion in course.Contains("other", StringComparison.Ordinal) ? new[] { "s1", "s2" } : ["s1"])
        {
            play.Do(new MakeSuggestion { Suggestion = suggestion, Expert = "e1", Text = "texts/more", Panels = ["a"] });
        }

        // The rule drops both items, and the study waits.
        play.Close();
        Assert.Equal(StudyStatus.Between, play.State.Head.Status);
        foreach (var step in course.Split(' '))
        {
            switch (step)
            {
                case "conclude": play.Do(new ConcludeStudy { Reason = "reasons/money" }); break;
                case "accept": play.Do(new DecideSuggestion { Suggestion = "s1", Accept = true, Item = "new", Reason = "reasons/good" }); break;
                case "drop": play.Do(new DropItem { Item = "new", Reason = "reasons/bad" }); break;
                case "reject": play.Do(new DecideSuggestion { Suggestion = "s1", Accept = false, Reason = "reasons/covered" }); break;
                case "reject-other": play.Do(new DecideSuggestion { Suggestion = "s2", Accept = false, Reason = "reasons/covered" }); break;
                default:
                    play.Open();
                    play.Answer("e1", ("new", 1));
                    play.Close();
                    break;
            }
        }

        var state = play.State;
        var isByHand = course.EndsWith("conclude", StringComparison.Ordinal);
        Assert.Equal((StudyStatus.Concluded, isByHand ? "reasons/money" : null), (state.Head.Status, state.Head.EndReason));
        Assert.Equal("The receipt holds.", StudyReceipt.Verify(StudyReport.Of(state).Receipt!, state, []).ToString());

        // Of what was dropped by hand at the end it is not known when.
        if (!course.Contains("drop", StringComparison.Ordinal))
        {
            var forged = state with { Head = state.Head with { EndReason = isByHand ? null : "reasons/money" } };
            Assert.Contains(StudyReceipt.Verify(StudyReport.Of(forged).Receipt!, forged, []).Differences, difference => difference.StartsWith("outcome.end: ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Verify_JournalOfWhichAnythingTheReportSaysWasChanged_NamesThePlace()
    {
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var state = RandomStudies.Of(seed).State;
            var receipt = StudyReport.Of(state).Receipt!;
            var round = state.Head.Rounds[0];
            var (id, expert) = state.Experts.All.First(expert => expert.Value.LeftAt is null);
            var (itemId, item) = state.Items.All.First();
            (string Place, DelphiState State)[] changed =
            [
                ("protocol: ", state with { ProtocolOrNull = state.Protocol with { MayAbstain = false } }),
                ("outcome.people.droppedOut: ", state with { Experts = state.Experts.Set(id, expert with { Status = ExpertStatus.DroppedOut }) }),
                ($"outcome.seats.{expert.Seats[0].Panel}.{expert.Seats[0].Role}.droppedOut: ", state with { Experts = state.Experts.Set(id, expert with { Status = ExpertStatus.DroppedOut }) }),
                ("outcome.suggestions.made: ", state with { Suggestions = state.Suggestions.Set("s", new Suggestion { Id = "s", Expert = id, Round = 1, Text = "text", Panels = ["a"] }) }),
                ("outcome.endedAt: ", state with { Head = state.Head with { EndedAt = round.Window.Start } }),
                ("outcome.rounds.1.opened: ", state with { Head = state.Head.WithRound(round with { Window = new TimeWindow(round.Window.Start - Duration.FromHours(1), round.Window.End) }) }),
                ("outcome.rounds.1.reminders: ", state with { Head = state.Head.WithRound(round with { Reminders = 1 }) }),
                ($"outcome.items.{itemId}.panels: ", state with { Items = state.Items.Set(itemId, item with { Panels = ["other"] }) }),
                ($"outcome.items.{itemId}.text: ", state with { Items = state.Items.Set(itemId, item with { Text = "texts/other" }) }),
                ("outcome.funnel: ", state with { Head = state.Head with { Funnel = new ItemFunnel { Stages = [state.Head.Funnel.Stages[0] with { Name = "other" }, .. state.Head.Funnel.Stages[1..]] } } }),
            ];

            Assert.Equal("The receipt holds.", StudyReceipt.Verify(receipt, state, []).ToString());
            Assert.All(changed, change => Assert.Contains(
                StudyReceipt.Verify(receipt, change.State, []).Differences,
                difference => difference.StartsWith(change.Place, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void CommittedReceipt_OfJournal_CanBeComputedFromItsDescription()
    {
        for (var seed = 1UL; seed <= 10; seed++)
        {
            var play = RandomStudies.Of(seed);
            var journal = new JournalReader(play.State.Protocol, play.Events);
            var rounds = new JsonArray([.. journal.Forms.Keys.Order().Select(round => (JsonNode)new JsonObject
            {
                ["round"] = round,
                ["sheets"] = new JsonArray([.. journal.Sheets.Where(sheet => sheet.Key.Round == round).OrderBy(sheet => sheet.Key.Expert, StringComparer.Ordinal).Select(sheet => (JsonNode)new JsonObject
                {
                    ["expert"] = sheet.Key.Expert,
                    ["answers"] = new JsonArray([.. sheet.Value.OrderBy(answer => answer.Key, StringComparer.Ordinal).Select(answer =>
                        (JsonNode)new JsonObject { ["item"] = answer.Key, ["value"] = answer.Value.Value, ["reason"] = answer.Value.Reason })]),
                })]),
            })]);
            var code = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), CanonicalJson.ToBytes(rounds));

            Assert.Equal($"hmac-sha256:{Convert.ToHexStringLower(code)}", (string?)StudyReport.Of(play.State).CommittedReceipt(Secret).Body["answers"]);
        }
    }

    [Fact]
    public void Verify_OtherReceiptOrSecret_IsRefused()
    {
        var state = RandomStudies.Of(1).State;
        var report = StudyReport.Of(state);

        Assert.Throws<FormatException>(() => StudyReceipt.Verify(new Receipt(new() { ["kind"] = "tally" }), state, []));
        foreach (var member in new[] { "kind", "rule" })
        {
            var other = report.Receipt!.Body.DeepClone().AsObject();
            other[member] = "other";
            Assert.Throws<FormatException>(() => StudyReceipt.Verify(new Receipt(other), state, []));
        }

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
