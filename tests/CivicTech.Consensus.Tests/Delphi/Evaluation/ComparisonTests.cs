using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Stability;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Tests.Consensus.Delphi.Studies;
using static CivicTech.Tests.Consensus.Delphi.Studies.Solo;

namespace CivicTech.Tests.Consensus.Delphi.Evaluation;

/// <summary>Whatever is added, dropped or merged, and whoever comes or goes: rounds are compared over the people and items of both only.</summary>
public sealed class ComparisonTests
{
    private static readonly string[] Panels = ["a", "b"];

    [Fact]
    public void Changes_OfStudiesAtRandom_AreThoseOfTheCommonTable()
    {
        var (compared, none, narrower) = (0, 0, 0);
        for (var seed = 1UL; seed <= 80; seed++)
        {
            var random = new SplitMix64(seed);
            var missing = random.Pick(Enum.GetValues<MissingAnswers>());
            var endless = Endless(Panel("a", ("r", 9)), Panel("b", ("r", 9)));
            var solo = new Solo(endless with { Missing = missing, Stability = new ConcordanceStability { ChangeBelow = 1 } }).Planned();
            for (var expert = 0; expert < 6; expert++)
            {
                Join(solo, random, $"e{expert}");
            }

            solo.Joined("z1", ("a", "r"), ("b", "r")).Joined("z2", ("a", "r"), ("b", "r"));
            solo.Do(new RegisterItems { Items = [.. Enumerable.Range(0, 5).Select(item => NewItem(random, $"i{item}"))] });
            for (var round = 1; round <= 5; round++)
            {
                if (solo.State.Items.All.All(item => item.Value.Status is not ItemStatus.Open))
                {
                    break;
                }

                AnswerAll(solo.Opened(), random);
                var summary = solo.Close();
                foreach (var panel in summary.Panels)
                {
                    var expected = round == 1 ? null : Expected(solo, panel.Panel, round, missing);
                    Assert.True(expected == panel.Change, $"Seed {seed}, round {round}, {panel.Panel}: expected {expected}, not {panel.Change}");
                    Assert.Equal(expected is null ? null : expected.After - expected.Before is var change && change > -1 && change < 1, panel.IsStable);
                    Assert.Equal(Alone(solo, panel.Panel, round, missing), panel.W);
                    _ = expected is null ? none++ : compared++;
                    narrower += expected is not null && expected.Items < panel.Items ? 1 : 0;
                }

                Change(solo, random, round);
            }
        }

        Assert.True(compared > 100 && none > 50 && narrower > 50, $"{compared} {none} {narrower}");
    }

    private static void Join(Solo solo, SplitMix64 random, string expert) =>
        solo.Joined(expert, [.. Panels.Where(panel => panel == "a" || random.OneIn(2)).Select(panel => (panel, "r"))]);

    private static NewItem NewItem(SplitMix64 random, string id) => random.Below(3) switch
    {
        0 => Item(id, "a"),
        1 => Item(id, "b"),
        _ => Item(id, "a", "b"),
    };

    private static void AnswerAll(Solo solo, SplitMix64 random)
    {
        var form = solo.State.Forms[$"{solo.Head.Rounds.Length}"];
        foreach (var expert in solo.State.Experts.All.Select(expert => expert.Value).Where(expert => expert.Status is ExpertStatus.Joined && !random.OneIn(15)).ToList())
        {
            var gaps = random.Pick([4, 200, 200, 200]);
            var answers = form.For(expert).Where(_ => !random.OneIn(gaps)).Select(item => (item.Id, random.OneIn(2 * gaps) ? (int?)null : random.Between(1, random.Pick([1, 3, 5])))).ToArray();
            if (answers.Length > 0)
            {
                solo.Said(expert.Id, answers);
            }
        }
    }

    private static void Change(Solo solo, SplitMix64 random, int round)
    {
        var open = solo.State.Items.All.Where(item => item.Value.Status is ItemStatus.Open).Select(item => item.Key).ToList();
        switch (random.Below(4))
        {
            case 0:
                solo.Do(new AddItem { Item = NewItem(random, $"n{round}"), Reason = "r" });
                break;
            case 1 when open.Count > 3:
                solo.Do(new DropItem { Item = random.Pick(open), Reason = "r" });
                break;
            case 2 when open.Count > 3:
                solo.Do(new MergeItems { From = [open[0], open[2]], Into = NewItem(random, $"m{round}"), Reason = "r" });
                break;
        }

        if (random.OneIn(2))
        {
            var leaver = random.Pick(solo.State.Experts.All.Where(expert => expert.Value.Status is ExpertStatus.Joined).Select(expert => expert.Key).ToList());
            solo.Do(new LeaveStudy { Expert = leaver });
            Join(solo, random, $"f{round}");
        }
    }

    private static PanelChange? Expected(Solo solo, string panel, int round, MissingAnswers missing)
    {
        var (before, after) = (new Table(solo, panel, round - 1), new Table(solo, panel, round));
        var raters = before.Raters.Intersect(after.Raters).ToList();
        var items = before.Items.Intersect(after.Items).ToList();
        (raters, items) = missing is MissingAnswers.LeaveOutExperts
            ? (raters.Where(rater => items.All(item => before.Of(rater, item) is not null && after.Of(rater, item) is not null)).ToList(), items)
            : (raters, items.Where(item => raters.All(rater => before.Of(rater, item) is not null && after.Of(rater, item) is not null)).ToList());
        if (raters.Count < 2 || items.Count < 2)
        {
            return null;
        }

        // Who gave everything the same value in one of the rounds ranks nothing.
        raters = raters.Where(rater => before.Row(rater, items).Distinct().Count() > 1 && after.Row(rater, items).Distinct().Count() > 1).ToList();
        return raters.Count < 2 ? null : new PanelChange
        {
            Raters = raters.Count,
            Items = items.Count,
            Before = Oracle.W(raters.Select(rater => before.Row(rater, items)))!.Value,
            After = Oracle.W(raters.Select(rater => after.Row(rater, items)))!.Value,
        };
    }

    private static CivicTech.Numerics.Rational? Alone(Solo solo, string panel, int round, MissingAnswers missing)
    {
        var table = new Table(solo, panel, round);
        var raters = table.Raters.Where(rater => missing is MissingAnswers.LeaveOutItems || table.Items.All(item => table.Of(rater, item) is not null)).ToList();
        var items = table.Items.Where(item => missing is MissingAnswers.LeaveOutExperts || raters.All(rater => table.Of(rater, item) is not null)).ToList();
        return items.Count < 2 ? null : Oracle.W(raters.Select(rater => table.Row(rater, items)));
    }

    /// <summary>The values of a panel, straight from the sheets.</summary>
    private sealed class Table(Solo solo, string panel, int round)
    {
        internal List<string> Items { get; } = [.. solo.State.Forms[$"{round}"].Items.Where(item => item.Panels.Contains(panel)).Select(item => item.Id)];

        internal List<string> Raters =>
            [.. solo.State.Experts.All.Where(expert => expert.Value.Seats.Any(seat => seat.Panel == panel) && Items.Any(item => Of(expert.Key, item) is not null)).Select(expert => expert.Key)];

        internal int? Of(string rater, string item) => solo.State.Sheets.Find($"{round}/{rater}")?.Answers.FirstOrDefault(answer => answer.Item == item)?.Value;

        internal int[] Row(string rater, IEnumerable<string> items) => [.. items.Select(item => Of(rater, item)!.Value)];
    }
}
