using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Reading;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Studies;

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
        Assert.Equal(Hidden, rounds[1].Panels[0].NoChange?.ToString());
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
        Assert.Equal(Hidden, panels[1].NoConcordance?.ToString());
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
        Assert.Equal(isConstant ? Hidden : null, rounds[1].Panels[0].NoChange?.ToString());
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

    [Fact]
    public void Concordance_OfPanelsThatDifferByOnePersonWhenFewTellItemsApart_SaysHowManyOfTheFirst()
    {
        // Two of the first panel tell the items apart, and three of the second: e6 does.
        var experts = Experts(5, "a", "b");
        experts.Add(("e6", ["b"]));
        var play = Begun(["a", "b"], experts, ("i1", ["a", "b"]), ("i2", ["a", "b"]), ("i3", ["a", "b"]));
        Round(play, (expert, item) => expert is "e1" or "e2" or "e6" && item == "i1" ? 5 : 4);
        var panels = StudyReport.Of(play.State).Rounds[0].Panels;

        Assert.Equal("2 experts, fewer than 3, tell items apart", panels[0].NoConcordance?.ToString());
        Assert.Equal(Hidden, panels[1].NoConcordance?.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Change_OfFewerThanTheSmallestCell_DoesNotSayHowManyOfThemTellItemsApart(int telling)
    {
        var play = Begun(["a"], Experts(6, "a"), ("i1", ["a"]), ("i2", ["a"]), ("i3", ["a"]));
        Round(play, (_, item) => item == "i1" ? 5 : 4);
        play.Open();
        for (var expert = 1; expert <= 2; expert++)
        {
            play.Answer($"e{expert}", ("i1", expert <= telling ? 5 : 4), ("i2", 4), ("i3", 4));
        }

        play.Close();

        Assert.Equal("2 experts, fewer than 3, are left without gaps", StudyReport.Of(play.State).Rounds[1].Panels[0].NoChange?.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Change_WhenFewTellItemsApart_SaysHowMany(int telling)
    {
        var play = Begun(["a"], Experts(6, "a"), ("i1", ["a"]), ("i2", ["a"]), ("i3", ["a"]));
        Round(play, (_, item) => item == "i1" ? 5 : 4);
        Round(play, (expert, item) => item == "i1" && string.CompareOrdinal(expert, $"e{telling}") <= 0 ? 5 : 4);
        if (telling == 3)
        {
            Assert.Equal(3, StudyReport.Of(play.State).Rounds[1].Panels[0].Change!.Raters);
            return;
        }

        Assert.Equal($"{telling} experts, fewer than 3, tell items apart", StudyReport.Of(play.State).Rounds[1].Panels[0].NoChange?.ToString());
    }

    [Theory]
    [InlineData(FeedbackGroup.AllRaters, true)]
    [InlineData(FeedbackGroup.OwnRole, true)]
    [InlineData(FeedbackGroup.OwnRole, false)]
    public void Concordance_OfTwoItemsInRealTimeWhenOneLeftAndNobodyChanged_IsHidden(FeedbackGroup group, bool isOneRole)
    {
        // All stand by what they said: the difference of the two W would be whom the one who left preferred.
        var play = Live(group, isOneRole, "i1", "i2");
        play.Do(new LeaveStudy { Expert = "e6" });
        play.Open();
        play.Close();
        var report = StudyReport.Of(play.State);

        Assert.All(report.Items, item => Assert.True(item.Rounds[1].IsAsLastShown || item.Rounds[1].Answers is null));
        Assert.Equal(isOneRole ? 6 : null, report.Rounds[0].Panels[0].Concordance?.Raters);
        Assert.Equal(Hidden, report.Rounds[1].Panels[0].NoConcordance?.ToString());
        Assert.Equal(Hidden, report.Rounds[1].Panels[0].NoChange?.ToString());
    }

    [Fact]
    public void Concordance_OfTwoItemsInRealTimeWhenOneOfThemStaysAsLastShown_IsHidden()
    {
        var play = Live(FeedbackGroup.AllRaters, true, "i1", "i2");
        play.Open();
        foreach (var expert in Enumerable.Range(1, 3))
        {
            play.Answer($"e{expert}", ("i2", 5));
        }

        play.Answer("e4", ("i1", 4));
        play.Close();
        var report = StudyReport.Of(play.State);

        Assert.Equal([true, false], report.Items.Select(item => item.Rounds[1].IsAsLastShown));
        Assert.Equal(Hidden, report.Rounds[1].Panels[0].NoConcordance?.ToString());
    }

    [Fact]
    public void Concordance_OfThreeItemsInRealTimeWhenOneLeft_IsTold()
    {
        var play = Live(FeedbackGroup.AllRaters, true, "i1", "i2", "i3");
        play.Do(new LeaveStudy { Expert = "e6" });
        play.Open();
        play.Close();

        Assert.Equal([6L, 5L], StudyReport.Of(play.State).Rounds.Select(round => round.Panels[0].Concordance!.Raters));
    }

    [Fact]
    public void Concordance_OfTwoItemsInRealTimeWhenEnoughChanged_IsTold()
    {
        var play = Live(FeedbackGroup.AllRaters, true, "i1", "i2");
        play.Open();
        foreach (var expert in Enumerable.Range(1, 3))
        {
            play.Answer($"e{expert}", ("i1", 4), ("i2", 5));
        }

        play.Close();
        var panel = StudyReport.Of(play.State).Rounds[1].Panels[0];

        Assert.Equal((6, 6), (panel.Concordance!.Raters, panel.Change!.Raters));
    }

    /// <summary>
    /// Whoever subtracts counts of who put two items in which order, or told them apart at all, that are told of groups. A quantity is what a person said of both in a round; in real time, who is silent
    /// says what he or she had said before.
    /// </summary>
    [Theory]
    [InlineData(RoundMode.RoundByRound)]
    [InlineData(RoundMode.RealTime)]
    public void Counts_OfStudiesAtRandom_TellNothingOfFewerPeopleThanTheSmallestCell(RoundMode mode)
    {
        var (told, hidden) = (0, 0);
        for (var seed = 1UL; seed <= 150; seed++)
        {
            var state = AtRandom(new SplitMix64(seed), mode).State;
            var groups = new List<IReadOnlyCollection<string>>();
            var now = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var round in StudyReport.Of(state).Rounds)
            {
                var before = now;
                now = Quantities(state, round.Number, before);
                foreach (var panel in round.Panels)
                {
                    List<string> Group(Dictionary<string, string> of, Func<string, bool> chosen) =>
                        [.. of.Where(one => chosen(one.Key) && state.Experts[one.Key].Seats.Any(seat => seat.Panel == panel.Panel)).Select(one => one.Value)];
                    bool IsTold(Withheld? why) => why is null or { Reason: WithheldReason.FewTellApart };
                    if (IsTold(panel.NoConcordance))
                    {
                        groups.Add(Group(now, _ => true));
                    }

                    if (IsTold(panel.NoChange))
                    {
                        groups.AddRange([Group(before, now.ContainsKey), Group(now, before.ContainsKey)]);
                    }

                    told += IsTold(panel.NoConcordance) ? 1 : 0;
                    hidden += panel.NoConcordance?.Reason is WithheldReason.BySubtraction ? 1 : 0;
                }
            }

            var known = new SpanOracle(groups).Known(3);
            Assert.True(known is null, $"Seed {seed}: {string.Join(" + ", known ?? [])} can be worked out of\n{string.Join('\n', groups.Select(group => string.Join(" + ", group)))}");
        }

        Assert.True(told > 100 && hidden > 20, $"{told} {hidden}");
    }

    // By person, of those who judged both items: what was said, and since which round.
    private static Dictionary<string, string> Quantities(DelphiState state, int round, Dictionary<string, string> before)
    {
        var said = state.Sheets.All.Select(sheet => sheet.Value).Where(sheet => sheet.Round == round && sheet.Answers.Count(answer => answer.Value is not null) == 2);
        bool IsSilent(AnswerSheet sheet) => state.Protocol.Mode is RoundMode.RealTime && round > 1 && sheet.Answers.All(answer => answer.Since < state.Head.Rounds[round - 2].Shown);
        return said.ToDictionary(sheet => sheet.Expert, sheet => IsSilent(sheet) && before.TryGetValue(sheet.Expert, out var earlier) ? earlier : $"{sheet.Expert}@{round}", StringComparer.Ordinal);
    }

    // Three rounds, in which people are silent, judge one item only, or leave.
    private static Play AtRandom(SplitMix64 random, RoundMode mode)
    {
        var panel = new PanelPlan { Id = "a", Roles = [new() { Role = "owner", Seats = 12 }, new() { Role = "other", Seats = 12 }] };
        var protocol = DelphiPresets.Isfahan("study", "texts/study", panel, panel with { Id = "b" });
        var play = new Play(protocol with
        {
            Mode = mode,
            Items = protocol.Items with { WhenOut = ItemAction.AskAgain },
            Feedback = protocol.Feedback with { Group = random.OneIn(3) ? FeedbackGroup.OwnRole : FeedbackGroup.AllRaters, SmallestCell = 3, RefreshEvery = mode is RoundMode.RealTime ? NodaTime.Duration.FromHours(1) : null },
            Stop = protocol.Stop with { When = StopWhen.Never },
        });
        var people = random.Between(5, 10);
        for (var expert = 0; expert < people; expert++)
        {
            var role = random.OneIn(3) ? "other" : "owner";
            play.Join($"e{expert}", [.. (expert < 2 || random.OneIn(2) ? new[] { "a", "b" } : [random.Pick(["a", "b"])]).Select(one => (one, role))]);
        }

        play.Register(("i1", ["a", "b"]), ("i2", ["a", "b"]));
        for (var round = 1; round <= 3; round++)
        {
            play.Open();
            var silence = random.Pick([2, 4, 20]);
            foreach (var expert in play.State.Experts.All.Where(expert => expert.Value.LeftAt is null).Select(expert => expert.Key).ToList())
            {
                if (round == 1 || !random.OneIn(silence))
                {
                    play.Answer(expert, [.. new[] { "i1", "i2" }.Where(item => item == "i1" || !random.OneIn(12)).Select(item => (item, (int?)random.Between(2, 4)))]);
                }
            }

            play.Close();
            foreach (var expert in play.State.Experts.All.Where(expert => expert.Value.LeftAt is null && random.OneIn(9)).Select(expert => expert.Key).ToList())
            {
                play.Do(new LeaveStudy { Expert = expert });
            }
        }

        return play;
    }

    // In real time; all of six experts order the items in round 1.
    private static Play Live(FeedbackGroup group, bool isOneRole, params string[] items)
    {
        var protocol = DelphiPresets.Isfahan("study", "texts/study", new PanelPlan { Id = "a", Roles = [new() { Role = "owner", Seats = 9 }, new() { Role = "other", Seats = 9 }, new() { Role = "third", Seats = 9 }] });
        var play = new Play(protocol with
        {
            Mode = RoundMode.RealTime,
            Items = protocol.Items with { WhenOut = ItemAction.AskAgain },
            Feedback = protocol.Feedback with { Group = group, SmallestCell = 3, RefreshEvery = NodaTime.Duration.FromHours(1) },
            Stop = protocol.Stop with { When = StopWhen.Never },
        });
        foreach (var expert in Enumerable.Range(1, 6))
        {
            play.Join($"e{expert}", ("a", isOneRole ? "owner" : new[] { "owner", "other", "third" }[expert % 3]));
        }

        play.Register([.. items.Select(item => (item, new[] { "a" }))]);
        Round(play, (expert, item) => item == "i1" ? 5 : expert == "e6" ? 1 : 4);
        return play;
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
