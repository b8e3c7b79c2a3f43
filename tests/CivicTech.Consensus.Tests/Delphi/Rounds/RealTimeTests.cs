using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Reading;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Tests.Consensus.Delphi.Studies;
using NodaTime;
using static CivicTech.Tests.Consensus.Delphi.Studies.Solo;

namespace CivicTech.Tests.Consensus.Delphi.Rounds;

public sealed class RealTimeTests
{
    private static readonly Duration Hour = Duration.FromHours(1);

    [Fact]
    public void Answers_OfThoseWhoAreSilent_AreCarriedToWhatIsStillAsked()
    {
        var solo = Live(FeedbackGroup.AllRaters, 4).Opened();
        foreach (var expert in new[] { "e0", "e1", "e2" })
        {
            solo.Said(expert, ("i", 4), ("j", 5), ("k", 2));
        }

        solo.Close();
        solo.Do(new DropItem { Item = "j", Reason = "r" });
        solo.Do(new AddItem { Item = Item("new", "p"), Reason = "r" });
        solo.Do(new LeaveStudy { Expert = "e2" });
        solo.Opened().Said("e0", ("i", 1));
        var second = solo.Close();

        Assert.Equal(["e1"], solo.Happened.OfType<AnswersCarried>().Single().Experts.AsEnumerable());
        Assert.Equal([("i", 4), ("k", 2)], Answers(solo, "2/e1"));
        Assert.Equal([("i", 1), ("k", 2)], Answers(solo, "2/e0"));
        Assert.Null(solo.State.Sheets.Find("2/e2"));
        Assert.Equal([1, 0, 0, 1, 0], second.Find("i")!.Counts.ToArray());
        Assert.Equal((2, 2, 0), (second.Find("i")!.Compared, second.Responded, second.Complete));

        // Carried again: it is the answer of the round before.
        solo.Opened();
        Assert.Equal([1, 0, 0, 1, 0], solo.Close().Find("i")!.Counts.ToArray());
    }

    [Fact]
    public void Answers_OfThoseWhosePanelStopped_AreNotCarried()
    {
        var plan = TwoPanels();
        var solo = Ready(plan with
        {
            Mode = RoundMode.RealTime,
            Feedback = plan.Feedback with { RefreshEvery = Hour },
            Criterion = new MeanAgainstNeutral { Neutral = 3, AtNeutral = AtNeutral.Undecided },
            Stop = new StopRule { MinRounds = 1, MaxRounds = 5, Scope = StopScope.EachPanel, When = StopWhen.Consensus, ConsensusShare = 1 },
        }).Opened();
        solo.Said("e1", ("i1", 5), ("i2", 5), ("joint", 5), ("k", 2)).Said("e2", ("i1", 5), ("i2", 4), ("joint", 5)).Said("e3", ("joint", 4), ("k", 4)).Close();
        Assert.Equal(["a"], solo.Head.Stopped.Select(stopped => stopped.Panel));

        // e2 sits on panel a only: the joint item is now asked of b.
        solo.Opened();
        Assert.Equal([0, 0, 0, 1, 1], solo.Close().Find("joint")!.Counts.ToArray());
        Assert.Equal(["e1", "e3"], solo.Happened.OfType<AnswersCarried>().Single().Experts.AsEnumerable());
    }

    [Fact]
    public void Answers_RoundByRound_AreNotCarried()
    {
        var solo = new Solo(Endless(Panel("p", ("r", 2)))).Planned().Joined("e0", ("p", "r")).Joined("e1", ("p", "r"));
        solo.Do(new RegisterItems { Items = [Item("i", "p"), Item("j", "p")] });
        solo.Opened().Said("e0", ("i", 4), ("j", 5)).Close();
        solo.Opened().Said("e0", ("i", 5));

        Assert.Equal([("i", 5)], Answers(solo, "2/e0"));
        Assert.Equal((2, 1, 0), solo.Close() is var summary ? (summary.Asked, summary.Responded, summary.Complete) : default);
        Assert.Empty(solo.Happened.OfType<AnswersCarried>());
    }

    [Fact]
    public void Answers_CarriedWhenSomebodyLeavesAfterTheClose_AreTheSame()
    {
        var solo = Live(FeedbackGroup.AllRaters, 4).Opened().Said("e0", ("i", 4)).Said("e1", ("i", 2));
        solo.Close();
        solo.Opened().At(solo.Closes).Do(new LeaveStudy { Expert = "e1" });

        Assert.Equal([0, 1, 0, 1, 0], solo.Close().Find("i")!.Counts.ToArray());
    }

    [Fact]
    public void Board_FromShowingToShowing_MovesAnItemOnlyWithEnoughNewValues()
    {
        var solo = Live(FeedbackGroup.AllRaters, 8).Opened();
        var opens = solo.Now;
        Assert.Equal(opens + Hour, RoundClock.Due(solo.State));
        solo.Said("e0", ("i", 5)).Said("e1", ("i", 5)).Said("e2", ("j", 1)).At(opens + Hour - Duration.FromNanoseconds(1));
        Assert.Empty(solo.Do(new AdvanceStudy()));
        Assert.Equal([0, 0, 0, 0, 0], Shown(solo.At(opens + Hour), "i"));
        Assert.Equal(opens + (2 * Hour), RoundClock.Due(solo.State));

        // The third makes enough.
        solo.Said("e2", ("i", 4));
        Assert.Equal([0, 0, 0, 1, 2], Shown(solo.At(opens + (2 * Hour)), "i"));
        Assert.Equal([0, 0, 0, 0, 0], solo.State.Boards["1"].Items.Single(item => item.Item == "j").Counts.ToArray());

        // Two more, and one who changes: three new values. Those who cannot judge are none.
        solo.Said("e3", ("i", 1)).Said("e4", ("i", null)).Said("e5", ("i", null)).Said("e6", ("i", 1));
        Assert.Equal([0, 0, 0, 1, 2], Shown(solo.At(opens + (3 * Hour)), "i"));
        solo.Said("e0", ("i", 4));
        Assert.Equal([2, 0, 0, 2, 1], Shown(solo.At(opens + (4 * Hour)), "i"));

        // The same value again is no new one.
        solo.Said("e0", ("i", 4)).Said("e1", ("i", 5)).Said("e3", ("i", 2));
        Assert.Equal([2, 0, 0, 2, 1], Shown(solo.At(opens + (5 * Hour)), "i"));
        Assert.Equal(5, solo.Head.Rounds[0].Shown);
    }

    [Fact]
    public void Board_ByRole_MovesEachRoleByItself()
    {
        var solo = Live(FeedbackGroup.OwnRole, 8).Opened();
        var opens = solo.Now;

        // e0, e2, e4, e6 are of role r, the others of role s: one of s does not hold up r, and is not shown.
        solo.Said("e0", ("i", 5)).Said("e2", ("i", 5)).Said("e4", ("i", 4)).Said("e1", ("i", 1));
        Assert.Equal([0, 0, 0, 1, 2], Shown(solo.At(opens + Hour), "i"));
        Assert.Equal(["r"], solo.State.Boards["1"].Items.Single(item => item.Item == "i").ByRole.Select(role => role.Role));
        solo.Said("e3", ("i", 1)).Said("e5", ("i", 1)).Said("e6", ("i", 3));
        Assert.Equal([3, 0, 0, 1, 2], Shown(solo.At(opens + (2 * Hour)), "i"));
        Assert.Equal([("r", 0), ("s", 1)], solo.State.Boards["1"].Items.Single(item => item.Item == "i").ByRole.Select(role => (role.Role, role.Shown!.Value)));
    }

    [Fact]
    public void Board_OfALaterRound_GoesOnFromWhatWasLastShown()
    {
        var solo = Live(FeedbackGroup.OwnRole, 8).Opened();
        foreach (var expert in Enumerable.Range(0, 8))
        {
            solo.Said($"e{expert}", ("i", 3), ("j", (expert % 5) + 1));
        }

        solo.Close();
        Assert.Equal([0, 0, 8, 0, 0], Board(solo, 1, "i"));

        var opens = solo.Opened().Now;
        solo.Said("e0", ("i", 5)).Said("e2", ("i", 5));
        Assert.Equal([0, 0, 8, 0, 0], Shown(solo.At(opens + Hour), "i"));

        // e6 says something of another item, and so stands by what was said of i: that is nothing new.
        solo.Said("e6", ("j", 1));
        Assert.Equal([0, 0, 8, 0, 0], Shown(solo.At(opens + (2 * Hour)), "i"));

        solo.Said("e4", ("i", 4));
        Assert.Equal([0, 0, 5, 1, 2], Shown(solo.At(opens + (3 * Hour)), "i"));
    }

    [Fact]
    public void Board_WhenTheRoundCloses_MovesOnceMore()
    {
        var solo = Live(FeedbackGroup.AllRaters, 4).Opened();
        foreach (var expert in new[] { "e0", "e1", "e2" })
        {
            solo.Said(expert, ("i", 4));
        }

        solo.Said("e3", ("j", 1)).Close();

        Assert.Equal([0, 0, 0, 3, 0], Board(solo, 1, "i"));
        Assert.Equal([0, 0, 0, 0, 0], Board(solo, 1, "j"));
        Assert.Equal(solo.Closes, solo.Happened.OfType<AnswersShown>().Single().At);
    }

    [Theory]
    [InlineData(FeedbackGroup.AllRaters)]
    [InlineData(FeedbackGroup.OwnRole)]
    public void Report_OfALaterRoundInWhichOneAnswered_IsWhatWasLastShown(FeedbackGroup group)
    {
        var solo = Live(group, 8).Opened();
        for (var expert = 0; expert < 8; expert++)
        {
            solo.Said($"e{expert}", ("i", 3), ("j", (expert % 5) + 1));
        }

        solo.Close();
        solo.Opened().Said("e0", ("i", 5));
        Assert.Equal([0, 0, 7, 0, 1], solo.Close().Find("i")!.Counts.ToArray());

        var (i, j) = (StudyReport.Of(solo.State).Items[0].Rounds, StudyReport.Of(solo.State).Items[1].Rounds);

        // Who took part is no secret: the difference would be what e0 said, before and now.
        Assert.Equal([0, 0, 8, 0, 0], i[1].Answers!.Counts.ToArray());
        Assert.True(i[1].IsAsLastShown && i[1].Figures.IsEmpty && !i[0].IsAsLastShown);
        Assert.True(!j[1].IsAsLastShown && j[1].Answers!.Counts.SequenceEqual(j[0].Answers!.Counts));
    }

    [Fact]
    public void Report_OfALaterRoundInWhichOneOfARoleAnswered_ShowsAllAndNoRole()
    {
        var solo = Live(FeedbackGroup.AllRaters, 8).Opened();
        for (var expert = 0; expert < 8; expert++)
        {
            solo.Said($"e{expert}", ("i", 3));
        }

        solo.Close();
        solo.Opened().Said("e0", ("i", 5)).Said("e2", ("i", 5)).Said("e1", ("i", 1)).Close();
        var second = StudyReport.Of(solo.State).Items[0].Rounds[1];

        // Three have moved; of the role s only e1 did.
        Assert.Equal([1, 0, 5, 0, 2], second.Answers!.Counts.ToArray());
        Assert.True(!second.IsAsLastShown && !second.Figures.IsEmpty && second.Roles.IsEmpty);
    }

    [Fact]
    public void Report_OfALaterRoundWhichOneLeft_IsWhatWasLastShown()
    {
        var solo = Live(FeedbackGroup.AllRaters, 5).Opened();
        for (var expert = 0; expert < 5; expert++)
        {
            solo.Said($"e{expert}", ("i", expert + 1));
        }

        solo.Close();
        solo.Do(new LeaveStudy { Expert = "e4" });
        solo.Opened();
        Assert.Equal([1, 1, 1, 1, 0], solo.Close().Find("i")!.Counts.ToArray());
        Assert.Equal([1, 1, 1, 1, 1], StudyReport.Of(solo.State).Items[0].Rounds[1].Answers!.Counts.ToArray());
    }

    /// <summary>Whoever knows of everybody who gave a new value when, but not which, and subtracts whatever is published of an item from what was published before it, over all rounds.</summary>
    [Fact]
    public void Tables_OfRoundsAtRandom_DifferByAtLeastTheSmallestCell()
    {
        var (moved, held) = (0, 0);
        for (var seed = 1UL; seed <= 25; seed++)
        {
            var random = new SplitMix64(seed);
            var solo = Live(FeedbackGroup.AllRaters, 8).Opened();
            var (published, fresh, said) = (new int[5], new HashSet<string>(), new Dictionary<string, int?>());
            void Look(IEnumerable<int>? counts)
            {
                if (counts is not null && !counts.SequenceEqual(published))
                {
                    Assert.True(fresh.Count(expert => said[expert] is not null) >= 3, $"Seed {seed}: {string.Join(' ', published)} and {string.Join(' ', counts)} by {string.Join(' ', fresh)}");
                    published = [.. counts];
                    fresh.Clear();
                    moved++;
                }
            }

            for (var round = 1; round <= 4; round++)
            {
                var opens = solo.Now;
                for (var hour = 1; hour <= 6; hour++)
                {
                    for (var i = random.Below(3); i > 0; i--)
                    {
                        var expert = $"e{random.Below(8)}";
                        int? value = random.OneIn(6) ? null : random.Between(1, 5);
                        if (solo.State.Experts[expert].Status is ExpertStatus.Joined)
                        {
                            _ = !said.TryGetValue(expert, out var before) || before != value ? fresh.Add(expert) : false;
                            said[expert] = value;
                            solo.Said(expert, ("i", value));
                        }
                    }

                    solo.At(opens + (hour * Hour)).Do(new AdvanceStudy());
                    Look(Board(solo, round, "i"));
                }

                var actual = solo.Close().Find("i")!.Counts;
                Look(Board(solo, round, "i"));
                var found = StudyReport.Of(solo.State).Items[0].Rounds[round - 1];
                Look(found.Answers?.Counts);
                Assert.True(found.IsAsLastShown || found.Answers is null || found.Answers.Counts.SequenceEqual(actual));
                held += found.IsAsLastShown ? 1 : 0;
                if (random.OneIn(2) && solo.State.Experts[$"e{round}"].Status is ExpertStatus.Joined)
                {
                    solo.Do(new LeaveStudy { Expert = $"e{round}" });
                }

                solo.Opened();
            }
        }

        Assert.True(moved > 50 && held > 20, $"{moved} {held}");
    }

    [Theory]
    [InlineData(FeedbackGroup.AllRaters)]
    [InlineData(FeedbackGroup.OwnRole)]
    public void Boards_OfRoundsAtRandom_SayOfNobodyWhatWasAnswered(FeedbackGroup group)
    {
        var (moved, stood) = (0, 0);
        for (var seed = 1UL; seed <= 25; seed++)
        {
            var random = new SplitMix64(seed);
            var solo = Live(group, 8).Opened();
            var watch = new Watch(group is FeedbackGroup.OwnRole);
            for (var round = 1; round <= 3; round++)
            {
                var opens = solo.Now;
                for (var hour = 1; hour <= 20; hour++)
                {
                    for (var i = random.Below(6); i > 0; i--)
                    {
                        solo.Said($"e{random.Below(8)}", (random.Pick(["i", "j"]), random.OneIn(5) ? null : random.Between(1, 3)));
                        watch.Hear(solo.State.Sheets.All.Where(sheet => sheet.Value.Round == round).Select(sheet => sheet.Value));
                    }

                    solo.At(opens + (hour * Hour)).Do(new AdvanceStudy());
                    watch.Look(solo.State.Boards[$"{round}"]);
                }

                // In a later round those who are silent stand by what they said.
                solo.Close();
                watch.Look(solo.State.Boards[$"{round}"]);
                solo.Opened();
            }

            (moved, stood) = (moved + watch.Moved, stood + watch.Stood);
        }

        Assert.True(moved > 50 && stood > 100, $"{moved} {stood}");
    }

    private static int[] Shown(Solo solo, string item)
    {
        solo.Do(new AdvanceStudy());
        return Board(solo, solo.Head.Rounds.Length, item);
    }

    private static int[] Board(Solo solo, int round, string item) => [.. solo.State.Boards[$"{round}"].Items.Single(one => one.Item == item).Counts];

    private static List<(string, int)> Answers(Solo solo, string sheet) => [.. solo.State.Sheets[sheet].Answers.Select(answer => (answer.Item, answer.Value!.Value))];

    // Three items; everybody with an even number is of role r, the others of s; three answers are the smallest cell.
    private static Solo Live(FeedbackGroup group, int experts)
    {
        var protocol = Endless(Panel("p", ("r", 8), ("s", 8)));
        var solo = new Solo(protocol with { Mode = RoundMode.RealTime, Feedback = protocol.Feedback with { Group = group, SmallestCell = 3, RefreshEvery = Hour } }).Planned();
        for (var expert = 0; expert < experts; expert++)
        {
            solo.Joined($"e{expert}", ("p", expert % 2 == 0 ? "r" : "s"));
        }

        solo.Do(new RegisterItems { Items = [Item("i", "p"), Item("j", "p"), Item("k", "p")] });
        return solo;
    }

    /// <summary>Somebody who sees every board, and knows of everybody who gave a new value when, but not which.</summary>
    private sealed class Watch(bool byRole)
    {
        private readonly Dictionary<(string Item, string Expert), int?> _said = [];
        private readonly Dictionary<(string Item, string Role), HashSet<string>> _fresh = [];
        private readonly Dictionary<(string Item, string Role), int[]> _board = [];

        internal int Moved { get; private set; }

        internal int Stood { get; private set; }

        internal void Hear(IEnumerable<AnswerSheet> sheets)
        {
            foreach (var (sheet, answer) in sheets.SelectMany(sheet => sheet.Answers.Select(answer => (sheet, answer))))
            {
                var place = (answer.Item, sheet.Expert);
                if (!_said.TryGetValue(place, out var before) || before != answer.Value)
                {
                    _said[place] = answer.Value;
                    Fresh((answer.Item, RoleOf(sheet.Expert))).Add(sheet.Expert);
                }
            }
        }

        internal void Look(LiveBoard board)
        {
            foreach (var item in board.Items)
            {
                foreach (var role in byRole ? ["r", "s"] : new[] { "" })
                {
                    Look((item.Item, role), byRole ? [.. item.ByRole.FirstOrDefault(one => one.Role == role)?.Counts ?? [0, 0, 0, 0, 0]] : [.. item.Counts]);
                }
            }
        }

        private string RoleOf(string expert) => !byRole ? "" : expert[1] % 2 == 0 ? "r" : "s";

        private HashSet<string> Fresh((string Item, string Role) cell) => _fresh.TryGetValue(cell, out var fresh) ? fresh : _fresh[cell] = [];

        private void Look((string Item, string Role) cell, int[] counts)
        {
            var values = _said.Where(said => said.Key.Item == cell.Item && RoleOf(said.Key.Expert) == cell.Role).ToDictionary(said => said.Key.Expert, said => said.Value);
            int[] now = [.. Enumerable.Range(1, 5).Select(value => values.Values.Count(one => one == value))];
            var fresh = Fresh(cell).Where(expert => values[expert] is not null).ToList();
            if (fresh.Count < 3)
            {
                Assert.Equal(_board.GetValueOrDefault(cell, [0, 0, 0, 0, 0]), counts);
                Stood += now.SequenceEqual(counts) ? 0 : 1;
                return;
            }

            Assert.Equal(now, counts);
            AssertNobodyIsTold([.. now.Select((count, step) => count - values.Count(value => !fresh.Contains(value.Key) && value.Value == step + 1))], fresh.Count);
            Moved++;
            _board[cell] = counts;
            Fresh(cell).Clear();
        }

        // Of the others all is taken to be known. Each of the fresh ones could have said something else as well, unless three or more said the same.
        private static void AssertNobodyIsTold(int[] rest, int fresh)
        {
            var possible = Enumerable.Range(0, fresh).Select(_ => new HashSet<int>()).ToList();
            Enumerate([], rest);
            Assert.True(rest.Max() == fresh || possible.All(one => one.Count > 1), string.Join(' ', rest));

            void Enumerate(int[] said, int[] left)
            {
                for (var i = 0; i < said.Length && said.Length == fresh; i++)
                {
                    possible[i].Add(said[i]);
                }

                foreach (var step in Enumerable.Range(0, left.Length).Where(step => left[step] > 0))
                {
                    Enumerate([.. said, step], [.. left.Select((count, i) => i == step ? count - 1 : count)]);
                }
            }
        }
    }
}
