using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Stability;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Numerics;
using CivicTech.Tests.Consensus.Delphi.Studies;
using static CivicTech.Tests.Consensus.Delphi.Studies.Solo;

namespace CivicTech.Tests.Consensus.Delphi.Evaluation;

/// <summary>Whatever the rules and the answers: what a round finds of items and panels follows from the definitions, and every study ends.</summary>
public sealed class StopRuleTests
{
    private static readonly PercentAgreement Agreement = new() { Lowest = 4, Highest = 5, AtLeast = new(2, 3), Out = new() { Lowest = 1, Highest = 2 } };

    [Fact]
    public void Studies_AtRandom_EndAsTheirRuleSays()
    {
        var ends = new SortedDictionary<PanelStep, int>();
        for (var seed = 1UL; seed <= 150; seed++)
        {
            var random = new SplitMix64(seed);
            var protocol = ProtocolOf(random);
            var solo = Begin(protocol, random);
            var (gone, rounds) = (new Dictionary<string, (bool IsConsensus, ItemAction Action)>(), 0);
            while (solo.Head.Status is not StudyStatus.Concluded)
            {
                Assert.True(++rounds <= protocol.Stop.MaxRounds, $"Seed {seed}: round {rounds} of {protocol.Stop.MaxRounds}");
                solo.Opened();
                AnswerAll(solo, random);
                var summary = solo.Close();
                var panels = summary.Panels.Select(panel => Expected(solo, protocol, panel, summary, gone)).ToList();
                foreach (var (expected, actual) in panels.Zip(summary.Panels))
                {
                    Assert.True(expected == actual, $"Seed {seed}, round {rounds}: expected {expected}, not {actual}");
                    ends[actual.Step] = ends.GetValueOrDefault(actual.Step) + 1;
                }

                Assert.Equal(
                    summary.Panels.Where(panel => panel.Step is not (PanelStep.GoesOn or PanelStep.WaitsForOthers)).Select(panel => (panel.Panel, rounds, panel.Step)).Order(),
                    solo.Head.Stopped.Where(stopped => stopped.AfterRound == rounds).Select(stopped => (stopped.Panel, stopped.AfterRound, stopped.Why)).Order());
                foreach (var item in summary.Items.Where(item => item.Action is not ItemAction.AskAgain))
                {
                    gone.Add(item.Item, (item.Consensus.Verdict is ConsensusVerdict.In or ConsensusVerdict.Out, item.Action));
                }
            }
        }

        Assert.True(ends.Count == 5 && ends.Values.Min() > 5, string.Join(", ", ends));
    }

    private static DelphiProtocol ProtocolOf(SplitMix64 random)
    {
        var min = random.Between(1, 3);
        var when = random.Pick(Enum.GetValues<StopWhen>());
        min = when is StopWhen.Stable or StopWhen.StableAndConsensus ? Math.Max(min, 2) : min;
        ItemAction Action() => random.OneIn(2) ? ItemAction.AskAgain : random.Pick(Enum.GetValues<ItemAction>());
        return Endless(Panel("a", ("r", 9)), Panel("b", ("r", 9)), Panel("c", ("r", 9))) with
        {
            Criterion = Agreement,
            Stability = random.OneIn(3) ? new ConcordanceStability { ChangeBelow = new(1, 4) } : new ItemsStable { Measure = new UnchangedShare { AtLeast = new(1, 2) }, AtLeast = new(1, 2) },
            Items = new ItemRule { FromRound = random.Between(1, 2), WhenIn = Action(), WhenOut = Action(), WhenNone = Action(), WhenTooFew = Action() },
            Stop = new StopRule
            {
                MinRounds = min,
                MaxRounds = random.Between(min, 4),
                Scope = random.Pick(Enum.GetValues<StopScope>()),
                When = when,
                ConsensusShare = random.Pick<Rational>([new(1, 3), new(1, 2), new(2, 3), 1]),
            },
        };
    }

    private static Solo Begin(DelphiProtocol protocol, SplitMix64 random)
    {
        var solo = new Solo(protocol).Planned();
        string[] panels = ["a", "b", "c"];
        for (var expert = 0; expert < 5; expert++)
        {
            solo.Joined($"e{expert}", [.. panels.Where((_, i) => expert < 2 || expert - 2 == i).Select(panel => (panel, "r"))]);
        }

        solo.Do(new RegisterItems
        {
            Items = [.. Enumerable.Range(0, 7).Select(item => Item($"i{item}", [.. panels.Where((_, i) => item % 3 == i || random.OneIn(5))]))],
        });
        return solo;
    }

    private static void AnswerAll(Solo solo, SplitMix64 random)
    {
        var round = solo.Head.Rounds.Length;
        foreach (var expert in solo.State.Experts.All.Select(expert => expert.Value).ToList())
        {
            var before = solo.State.Sheets.Find($"{round - 1}/{expert.Id}");
            (string, int?)[] answers =
            [
                .. solo.State.Forms[$"{round}"].For(expert).Where(_ => !random.OneIn(12))
                    .Select(item => (item.Id, random.OneIn(12) ? null : random.OneIn(2) && before?.Find(item.Id) is { } same ? same.Value : random.Between(1, 5))),
            ];
            if (answers.Length > 0)
            {
                solo.Said(expert.Id, answers);
            }
        }
    }

    // From the sheets and the protocol alone; what W finds is compared elsewhere.
    private static PanelOutcome Expected(Solo solo, DelphiProtocol protocol, PanelOutcome actual, RoundSummary summary, Dictionary<string, (bool IsConsensus, ItemAction Action)> gone)
    {
        var outcome = Alone(solo, protocol, actual, summary, gone);
        var isHeldUp = protocol.Stop.Scope is StopScope.AllPanels && summary.Panels.Any(panel => Alone(solo, protocol, panel, summary, gone).Step is PanelStep.GoesOn);
        return outcome.Step is PanelStep.Reached && isHeldUp ? outcome with { Step = PanelStep.WaitsForOthers } : outcome;
    }

    private static PanelOutcome Alone(Solo solo, DelphiProtocol protocol, PanelOutcome actual, RoundSummary summary, Dictionary<string, (bool IsConsensus, ItemAction Action)> gone)
    {
        var (round, panel, stop) = (summary.Round, actual.Panel, protocol.Stop);
        var items = solo.State.Forms[$"{round}"].Items.Where(item => item.Panels.Contains(panel)).ToList();
        var verdicts = items.Select(item => Verdict([.. Values(solo, round, item).Select(one => one.Value)])).ToList();
        var actions = verdicts.Select(verdict => round < protocol.Items.FromRound ? ItemAction.AskAgain : verdict switch
        {
            ConsensusVerdict.In => protocol.Items.WhenIn,
            ConsensusVerdict.Out => protocol.Items.WhenOut,
            ConsensusVerdict.None => protocol.Items.WhenNone,
            _ => protocol.Items.WhenTooFew,
        }).ToList();

        // Of items that left: consensus stays consensus, and what was kept without it stays without.
        var counted = gone.Where(item => solo.State.Items[item.Key].Panels.Contains(panel) && (item.Value.IsConsensus || item.Value.Action is ItemAction.Settle)).ToList();
        var found = verdicts.Count(verdict => verdict is ConsensusVerdict.In or ConsensusVerdict.Out);
        var isConsensus = new Rational(found + counted.Count(item => item.Value.IsConsensus), items.Count + counted.Count) >= stop.ConsensusShare;

        var stable = items.Select(item => IsStable(solo, round, item)).OfType<bool>().ToList();
        var isStable = protocol.Stability is ConcordanceStability ? actual.IsStable : stable.Count == 0 ? null : (bool?)(2 * stable.Count(one => one) >= stable.Count);
        var isReached = round >= stop.MinRounds && (stop.When, isStable is true, isConsensus) is
            (StopWhen.Stable, true, _) or (StopWhen.Consensus, _, true) or (StopWhen.StableAndConsensus, true, true);
        return actual with
        {
            Items = items.Count,
            ConsensusItems = found,
            IsConsensus = isConsensus,
            ComparedItems = protocol.Stability is ItemsStable ? stable.Count : 0,
            StableItems = protocol.Stability is ItemsStable ? stable.Count(one => one) : 0,
            IsStable = isStable,
            Step = actions.All(action => action is not ItemAction.AskAgain) ? PanelStep.NoItemsLeft
                : isReached ? PanelStep.Reached
                : round == stop.MaxRounds ? PanelStep.LastRound
                : PanelStep.GoesOn,
        };
    }

    private static ConsensusVerdict Verdict(int[] values) => values.Length == 0 ? ConsensusVerdict.TooFew
        : 3 * values.Count(value => value >= 4) >= 2 * values.Length ? ConsensusVerdict.In
        : 3 * values.Count(value => value <= 2) >= 2 * values.Length ? ConsensusVerdict.Out
        : ConsensusVerdict.None;

    private static bool? IsStable(Solo solo, int round, FormItem item)
    {
        if (round == 1 || solo.State.Forms[$"{round - 1}"].Items.All(before => before.Id != item.Id))
        {
            return null;
        }

        var pairs = Values(solo, round, item).Select(one => (one.Value, Before: solo.State.Sheets.Find($"{round - 1}/{one.Expert}")?.Find(item.Id)?.Value)).Where(pair => pair.Before is not null).ToList();
        return pairs.Count == 0 ? null : 2 * pairs.Count(pair => pair.Value == pair.Before) >= pairs.Count;
    }

    private static List<(string Expert, int Value)> Values(Solo solo, int round, FormItem item) =>
    [
        .. solo.State.Experts.All.Where(expert => expert.Value.Seats.Any(seat => item.Panels.Contains(seat.Panel)))
            .Select(expert => (expert.Key, solo.State.Sheets.Find($"{round}/{expert.Key}")?.Find(item.Id)?.Value)).Where(one => one.Value is not null).Select(one => (one.Key, one.Value!.Value)),
    ];
}
