using System.Collections.Immutable;
using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Delphi.Evaluation;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Studies;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>What may be shown of the panels of a round.</summary>
internal sealed class PanelReporter(DelphiProtocol protocol, ImmutableArray<ItemReport> items, CancellationToken cancellationToken)
{
    private readonly int _smallest = protocol.Feedback.SmallestCell;
    private readonly KendallW _measure = new(PanelTables.Options(protocol.Missing));
    private readonly KendallW _untested = new(PanelTables.Untested(protocol.Missing));
    private readonly Dictionary<string, ToldGroups> _told = new(StringComparer.Ordinal);

    // Items of which not all that was answered is told.
    private readonly HashSet<(int Round, string Item)> _held =
        [.. items.SelectMany(item => item.Rounds.Where(round => round.IsAsLastShown || round.Answers is null).Select(round => (round.Round, item.Item.Id)))];

    /// <summary>What may be shown of a round; rounds are asked for in their order, since what was shown of earlier ones counts.</summary>
    internal ImmutableArray<PanelFindings> Of(ReportRound round, ReportRound? before)
    {
        // W of every panel goes before changes, which tell something in addition.
        var tables = round.Summary.Panels.Select(outcome => (Outcome: outcome, Table: round.Answers.TableOf(outcome.Panel))).ToList();
        var concordances = tables.Select(panel => Concordance(round.Number, panel.Table)).ToList();
        return [.. tables.Zip(concordances, (panel, concordance) => Of(panel.Outcome, concordance, NoChange(panel.Outcome, panel.Table, before), EarlierItems.Of(items.Select(item => item.Item), panel.Outcome.Panel, round.Number), round.Number))];
    }

    private static PanelFindings Of(PanelOutcome outcome, (PanelConcordance? Figures, Withheld? Why) concordance, Withheld? noChange, EarlierItems earlier, int round) => new()
    {
        Panel = outcome.Panel,
        Round = round,
        Raters = outcome.Raters,
        Items = outcome.Items,
        Concordance = concordance.Figures,
        NoConcordance = concordance.Why,
        Change = noChange is null ? outcome.Change : null,
        NoChange = noChange,
        ConsensusItems = outcome.ConsensusItems,
        EarlierItems = earlier.Items,
        EarlierConsensusItems = earlier.Consensus,
        IsConsensus = outcome.IsConsensus,
        ComparedItems = outcome.ComparedItems,
        StableItems = outcome.StableItems,
        IsStable = outcome.IsStable,
        Step = outcome.Step,
    };

    private (PanelConcordance? Figures, Withheld? Why) Concordance(int round, Ratings? table)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (table is null || PanelTables.Complete(table, protocol.Missing) is not { } complete)
        {
            return (null, Not(WithheldReason.TooFewWithoutGaps));
        }

        if (complete.Raters.Count < _smallest)
        {
            return (null, Not(WithheldReason.SmallGroup, complete.Raters.Count));
        }

        var result = _untested.Measure(complete, cancellationToken);
        return !TryTell(round, complete.Raters, complete.Items, result.RaterCount) ? (null, Not(WithheldReason.BySubtraction))
            : result.W.IsDefined && result.RaterCount < _smallest ? (null, Not(WithheldReason.FewTellApart, result.RaterCount))
            : (new PanelConcordance(result, () => _measure.Measure(complete).Test), null);
    }

    private Withheld? NoChange(PanelOutcome outcome, Ratings? table, ReportRound? before)
    {
        if (before is null)
        {
            return Not(WithheldReason.FirstRound);
        }

        if (!before.Answers.Form.Panels.Contains(outcome.Panel))
        {
            return Not(WithheldReason.PanelNotAsked);
        }

        if (table is null || before.Answers.TableOf(outcome.Panel) is not { } earlier || PanelTables.Compare(earlier, table, protocol.Missing) is not { } compared)
        {
            return Not(WithheldReason.TooFewWithoutGaps);
        }

        string[] both = [.. compared.Raters, .. compared.ConstantRaters];
        var telling = compared.Raters.Count;
        return both.Length < _smallest ? Not(WithheldReason.SmallGroup, both.Length)
            : !TryTell(before.Number, both, compared.Items, telling) || !TryTell(before.Number + 1, both, compared.Items, telling) ? Not(WithheldReason.BySubtraction)
            : telling < _smallest ? Not(WithheldReason.FewTellApart, telling)
            : null;
    }

    // W of two items is a count, and so is how many of a group put items in order at all. In real time answers go on from round to round: such a count says what few changed, or what one who left
    // had said, where an item stays as it was last shown.
    private bool TryTell(int round, IReadOnlyCollection<string> raters, IReadOnlyCollection<string> items, long telling)
    {
        var isCount = items.Count == 2 || telling < raters.Count;
        if (isCount && items.Any(item => _held.Contains((round, item))))
        {
            return false;
        }

        var key = $"{StudyNames.OfRound(round)}/{string.Join('/', items)}";
        if (!_told.TryGetValue(key, out var told))
        {
            _told.Add(key, told = new ToldGroups(_smallest));
        }

        return told.TryTell(raters, isCount);
    }

    private Withheld Not(WithheldReason reason, long? experts = null) => new(reason, _smallest, experts);
}
