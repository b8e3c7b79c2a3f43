using System.Collections.Immutable;
using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Stability;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Evaluation;

/// <summary>What a round found of its panels, and whether they go on.</summary>
internal static class PanelEvaluation
{
    internal static ImmutableArray<PanelOutcome> Run(RoundAnswers now, RoundAnswers? before, ImmutableArray<ItemOutcome> items, IReadOnlyList<StudyItem> all)
    {
        ImmutableArray<PanelOutcome> panels = [.. now.Form.Panels.Select(panel => Judge(panel, now, before, [.. items.Where(item => item.Panels.Contains(panel))], EarlierItems.Of(all, panel, now.Form.Round)))];
        var rule = now.Protocol.Stop;

        // Together they stop when nobody is left who has to go on.
        var waits = rule.Scope is StopScope.AllPanels && panels.Any(panel => panel.Step is PanelStep.GoesOn);
        return waits ? [.. panels.Select(panel => panel.Step is PanelStep.Reached ? panel with { Step = PanelStep.WaitsForOthers } : panel)] : panels;
    }

    private static PanelOutcome Judge(string panel, RoundAnswers now, RoundAnswers? before, ImmutableArray<ItemOutcome> items, EarlierItems earlier)
    {
        var protocol = now.Protocol;
        var table = now.TableOf(panel);
        var change = table is not null && before?.TableOf(panel) is { } tableBefore ? PanelTables.Compare(tableBefore, table, protocol.Missing) : null;
        var consensusItems = items.Count(item => item.Consensus.Verdict is ConsensusVerdict.In or ConsensusVerdict.Out);
        var compared = items.Count(item => item.Stability?.IsStable is not null);
        var stable = items.Count(item => item.Stability?.IsStable is true);
        var finding = protocol.Stability is ConcordanceStability concordance && change is not null ? concordance.Judge(change) : null;
        var outcome = new PanelOutcome
        {
            Panel = panel,
            Raters = table?.Raters.Count ?? 0,
            Items = items.Length,
            W = table is null ? null : PanelTables.W(table, protocol.Missing),
            Change = change is { WBefore.Exact: { } first, WAfter.Exact: { } second }
                ? new PanelChange { Raters = change.Raters.Count, Items = change.Items.Count, Before = first, After = second }
                : null,
            ConsensusItems = consensusItems,
            IsConsensus = new Rational(consensusItems + earlier.Consensus, items.Length + earlier.Items) >= protocol.Stop.ConsensusShare,
            ComparedItems = compared,
            StableItems = stable,
            IsStable = protocol.Stability is ItemsStable { AtLeast: var share } ? (compared == 0 ? null : new Rational(stable, compared) >= share) : finding?.IsStable,
            Step = PanelStep.GoesOn,
        };
        return outcome with { Step = StepOf(outcome, protocol.Stop, now.Form.Round, items) };
    }

    private static PanelStep StepOf(PanelOutcome outcome, StopRule rule, int round, ImmutableArray<ItemOutcome> items)
    {
        var isReached = round >= rule.MinRounds && rule.When switch
        {
            StopWhen.Stable => outcome.IsStable is true,
            StopWhen.Consensus => outcome.IsConsensus,
            StopWhen.StableAndConsensus => outcome is { IsStable: true, IsConsensus: true },
            _ => false,
        };
        return items.All(item => item.Action is not ItemAction.AskAgain) ? PanelStep.NoItemsLeft
            : isReached ? PanelStep.Reached
            : round >= rule.MaxRounds ? PanelStep.LastRound
            : PanelStep.GoesOn;
    }
}
