using System.Text.Json.Nodes;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Reading;
using CivicTech.Consensus.Delphi.Studies;

namespace CivicTech.Tests.Consensus.Delphi.Reading;

public sealed class StudyReportTests
{
    [Fact]
    public void Funnel_OfRandomStudies_LosesNothing()
    {
        var removed = 0;
        for (var seed = 1UL; seed <= 150; seed++)
        {
            var state = RandomStudies.Of(seed).State;
            var funnel = StudyReport.Of(state).Funnel;
            var byStatus = state.Items.All.CountBy(item => item.Value.Status).ToDictionary();

            Assert.Empty(funnel.Problems());
            Assert.Equal(2, funnel.Unaccounted);
            Assert.Equal(byStatus.GetValueOrDefault(ItemStatus.Open) + byStatus.GetValueOrDefault(ItemStatus.Settled), funnel.Kept);
            Assert.Equal(funnel.Stages.Length, funnel.Stages.Select(stage => stage.Name).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(
                byStatus.GetValueOrDefault(ItemStatus.Dropped) + byStatus.GetValueOrDefault(ItemStatus.Merged),
                funnel.Stages.Where(stage => stage.Name != "inventory").Sum(stage => stage.Removed.Sum(removal => removal.Count)));
            removed += funnel.Stages[^1].Removed.Length;
        }

        Assert.True(removed > 0);
    }

    [Fact]
    public void Funnel_StageThatIsNamedLikeARound_LeavesTheRoundAnotherName()
    {
        var play = new Play(DelphiPresets.Isfahan("study", "texts/study", new PanelPlan { Id = "a", Roles = [new() { Role = "owner", Seats = 4 }] }));
        play.Do(new RecordFunnelStage { Stage = new FunnelStage { Name = "round 1", In = 4, Kept = 3, Removed = [new() { Reason = "law", Count = 1 }] } });
        play.Do(new RecordFunnelStage { Stage = new FunnelStage { Name = "lists", In = 3, Kept = 3 } });
        play.Join("e1", ("a", "owner"));
        play.Join("e2", ("a", "owner"));
        play.Register(("i1", ["a"]), ("i2", ["a"]), ("i3", ["a"]));
        play.Open();
        play.Answer("e1", ("i1", 4), ("i2", 5), ("i3", 1));
        play.Close();
        play.Do(new DropItem { Item = "i2", Reason = "texts/z" });
        play.Do(new DropItem { Item = "i1", Reason = "texts/a" });
        var stages = StudyReport.Of(play.State).Funnel.Stages;

        Assert.Equal(["round 1", "lists", "round 1 of the study"], stages.Select(stage => stage.Name));
        Assert.Equal(stages[2].Removed.Select(removal => removal.Reason).Order(StringComparer.Ordinal), stages[2].Removed.Select(removal => removal.Reason));
        Assert.Contains("by hand: texts/z", stages[2].Removed.Select(removal => removal.Reason));
    }

    [Fact]
    public void Funnel_ItemAddedAndDroppedBetweenTwoRounds_ComesInAndGoesOutInTheSecond()
    {
        var protocol = DelphiPresets.Isfahan("study", "texts/study", new PanelPlan { Id = "a", Roles = [new() { Role = "owner", Seats = 4 }] });
        var play = new Play(protocol with { Items = protocol.Items with { WhenOut = ItemAction.AskAgain }, Stop = protocol.Stop with { When = StopWhen.Never } });
        play.Join("e1", ("a", "owner"));
        play.Join("e2", ("a", "owner"));
        play.Register(("i1", ["a"]), ("i2", ["a"]));
        for (var round = 1; round <= 2; round++)
        {
            play.Open();
            play.Answer("e1", ("i1", 4), ("i2", 2));
            play.Close();
            if (round == 1)
            {
                play.Do(new AddItem { Item = new NewItem { Id = "new", Text = "texts/new", Panels = ["a"] }, Reason = "texts/why" });
                play.Do(new DropItem { Item = "new", Reason = "texts/why-not" });
            }
        }

        Assert.Equal([(0, 2, 2, 0), (1, 3, 2, 1)], StudyReport.Of(play.State).Funnel.Stages.Skip(1).Select(stage => (stage.Added, stage.In, stage.Kept, stage.Removed.Sum(removal => removal.Count))));
    }

    [Fact]
    public void Report_OfJournal_IsThatOfTheState()
    {
        var play = RandomStudies.Of(3);
        var process = new DelphiProcess();

        Assert.Equal(StudyReport.Of(play.State).ToJson(), StudyReport.Of(play.Events.Aggregate(process.Initial, process.Evolve)).ToJson());
    }

    [Fact]
    public void ToJson_OfRandomStudies_IsCanonicalAndSaysWhatTheObjectsSay()
    {
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var report = StudyReport.Of(RandomStudies.Of(seed).State);
            var json = JsonNode.Parse(report.ToJson())!;

            Assert.Equal(CivicTech.Receipts.CanonicalJson.ToText(json), report.ToJson());
            Assert.Equal(ProtocolDigest.Of(report.Protocol).ToString(), (string?)json["protocolDigest"]);
            Assert.Equal(report.Rounds.Select(round => round.Responded), json["rounds"]!.AsArray().Select(round => (int)round!["responded"]!));
            Assert.Equal(report.Items.Select(item => item.Rounds.Length), json["items"]!.AsArray().Select(item => item!["rounds"]!.AsArray().Count));
        }
    }

    [Fact]
    public void Csv_OfRandomStudies_HasARowForEachItemOrPanelAndRoundAndAsManyCellsInEach()
    {
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var report = StudyReport.Of(RandomStudies.Of(seed).State);
            var items = CsvText.Rows(report.ToItemsCsv());
            var panels = CsvText.Rows(report.ToPanelsCsv());

            Assert.Equal(1 + report.Items.Sum(item => Math.Max(1, item.Rounds.Length)), items.Count);
            Assert.Equal(1 + report.Rounds.Sum(round => round.Panels.Length), panels.Count);
            Assert.All(items, row => Assert.Equal(items[0].Length, row.Length));
            Assert.All(panels, row => Assert.Equal(panels[0].Length, row.Length));
        }
    }

    [Fact]
    public void Rounds_ByRoleAndAsked_CountPeopleAsOfTheClose()
    {
        var play = new Play(DelphiPresets.Isfahan("study", "texts/study", new PanelPlan { Id = "a", Roles = [new() { Role = "owner", Seats = 4 }, new() { Role = "other", Seats = 4 }] }));
        foreach (var (expert, role) in new[] { ("e1", "owner"), ("e2", "owner"), ("e3", "other"), ("e4", "other"), ("e5", "other") })
        {
            play.Join(expert, ("a", role));
        }

        play.Register(("i1", ["a"]), ("i2", ["a"]));
        play.Open();
        play.Answer("e1", ("i1", 4), ("i2", 5));
        play.Answer("e3", ("i1", 4));
        play.Answer("e4", ("i1", 5), ("i2", 4));
        play.Do(new LeaveStudy { Expert = "e2" });
        play.Do(new LeaveStudy { Expert = "e4" });
        play.Now = play.State.Head.Rounds[^1].Window.End;
        play.Join("e6", ("a", "owner"));
        play.Do(new LeaveStudy { Expert = "e5" });
        play.Close();
        var round = StudyReport.Of(play.State).Rounds[0];

        // e2 left in time, e6 came too late, e5 left too late.
        Assert.Equal((4, 3, 2), (round.Asked, round.Responded, round.Complete));
        Assert.Equal([("other", 3, 2, 1), ("owner", 1, 1, 1)], round.Roles.Select(role => (role.Role, role.Asked, role.Responded, role.Complete)));
        Assert.Equal(4, play.State.Summaries["1"].Asked);
    }

    [Fact]
    public void End_ByWhomever_IsToldApart()
    {
        Play Begun()
        {
            var play = new Play(DelphiPresets.Isfahan("study", "texts/study", new PanelPlan { Id = "a", Roles = [new() { Role = "owner", Seats = 4 }] }));
            play.Join("e1", ("a", "owner"));
            play.Join("e2", ("a", "owner"));
            play.Register(("i1", ["a"]), ("i2", ["a"]));
            play.Open();
            play.Answer("e1", ("i1", 4), ("i2", 5));
            return play;
        }

        var (open, byHand, cancelled) = (Begun(), Begun(), Begun());
        byHand.Close();
        byHand.Do(new ConcludeStudy { Reason = "reasons/money" });
        cancelled.Do(new CancelStudy { Reason = "reasons/scandal" });

        Assert.Equal([StudyEnd.NotYet, StudyEnd.ByFacilitator, StudyEnd.Cancelled], new[] { open, byHand, cancelled }.Select(play => StudyReport.Of(play.State).End));
        Assert.Contains("not by its stop rule: reasons/money", StudyReport.Of(byHand.State).ToText(), StringComparison.Ordinal);
        Assert.False(StudyReport.Of(cancelled.State).Rounds[0].IsEvaluated);
    }

    [Fact]
    public void Report_BeforeAnything_IsEmptyAndHasNoReceipt()
    {
        var report = StudyReport.Of(new Play(DelphiPresets.Isfahan("study", "texts/study", new PanelPlan { Id = "a", Roles = [new() { Role = "owner", Seats = 4 }] })).State);

        Assert.Null(report.Receipt);
        Assert.Empty(report.Rounds);
        Assert.Empty(report.Funnel.Stages);
        Assert.Throws<InvalidOperationException>(() => report.CommittedReceipt(new string('k', 32)));
        Assert.Contains("Protocol not frozen yet", report.ToText(), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => StudyReport.Of(new DelphiProcess().Initial));
    }

    [Fact]
    public void Csv_TextsThatSpreadsheetsTakeForFormulas_AreMadeHarmless()
    {
        var play = new Play(DelphiPresets.Isfahan("study", "texts/study", new PanelPlan { Id = "@panel", Roles = [new() { Role = "-role", Seats = 9 }] }));
        foreach (var number in Enumerable.Range(1, 5))
        {
            play.Join($"e{number}", ("@panel", "-role"));
        }

        play.Do(new RegisterItems { Items = [new NewItem { Id = "=1+2", Text = "＝cmd", Panels = ["@panel"] }, new NewItem { Id = "b", Text = "+\"a\",b", Panels = ["@panel"] }] });
        play.Open();
        foreach (var number in Enumerable.Range(1, 5))
        {
            play.Answer($"e{number}", ("=1+2", 4), ("b", 5));
        }

        play.Close();
        play.Do(new DropItem { Item = "b", Reason = "-1" });
        var report = StudyReport.Of(play.State);
        var items = CsvText.Rows(report.ToItemsCsv());

        Assert.Equal(["'=1+2", "'＝cmd", "'@panel"], items[1][..3]);
        Assert.Equal(["b", "'+\"a\",b", "'@panel", "0", "", "dropped", "1", "'-1"], items[2][..8]);
        Assert.Contains("'-role: 0 0 0 5 0", items[1]);
        Assert.Equal("'@panel", CsvText.Rows(report.ToPanelsCsv())[1][0]);
    }

    [Fact]
    public void ToText_Rules_AreAllOfTheProtocol()
    {
        var protocol = DelphiPresets.CoreOutcomes("study", "texts/study", new PanelPlan { Id = "a", Roles = [new() { Role = "owner", Seats = 4 }] }) with
        {
            Criterion = new AllOf
            {
                Criteria =
                [
                    new PercentAgreement { Lowest = 7, Highest = 9, AtLeast = new(3, 4), Out = new() { Lowest = 1, Highest = 3 } },
                    new AnswersAtLeast { Fewest = 5, Criterion = CometCriterion.Comet7015 },
                ],
            },
        };
        var text = StudyReport.Of(new Play(protocol).State).ToText();

        Assert.Contains(
            """

            Rules, as they are in the protocol
              Answers: whole numbers from 1 to 9, or none: cannot judge it; round-by-round
              Consensus on an item: all-of: criteria (percent-agreement:
            """, text, StringComparison.Ordinal);
        Assert.Contains("at least 0.75", text, StringComparison.Ordinal);
        Assert.Contains("(unchanged-share: at least 0.75)", text, StringComparison.Ordinal);
        Assert.Contains("Stop: min rounds 2, max rounds 2, scope all-panels, when never, consensus share 1\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ToText_LongReasons_AreToldToTheirEnd()
    {
        var play = new Play(DelphiPresets.Isfahan("study", "texts/study", new PanelPlan { Id = "a", Roles = [new() { Role = "owner", Seats = 4 }] }));
        var reasons = Enumerable.Range(1, 3).Select(number => new string((char)('a' + number), 150)).ToList();
        play.Do(new RecordFunnelStage { Stage = new FunnelStage { Name = "inventory", In = 8, Kept = 2, Removed = [.. reasons.Select(reason => new FunnelRemoval { Reason = reason, Count = 2 })] } });
        var text = StudyReport.Of(play.State).ToText();

        Assert.All(reasons, reason => Assert.Contains($"2 {reason}\n", text, StringComparison.Ordinal));
    }
}
