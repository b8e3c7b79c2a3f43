using System.Collections.Immutable;
using System.Globalization;
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

    private static PanelFindings Of(PanelOutcome outcome, (PanelConcordance? Figures, string? Why) concordance, string? noChange, EarlierItems earlier, int round) => new()
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

    private (PanelConcordance? Figures, string? Why) Concordance(int round, Ratings? table)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (table is null || PanelTables.Complete(table, protocol.Missing) is not { } complete)
        {
            return (null, "fewer than two experts or items are left without gaps");
        }

        if (complete.Raters.Count < _smallest)
        {
            return (null, TooFew(complete.Raters.Count));
        }

        var result = _untested.Measure(complete, cancellationToken);
        return !TryTell(round, complete.Raters, complete.Items, result.RaterCount) ? (null, Subtracted)
            : result.W.IsDefined && result.RaterCount < _smallest ? (null, $"{TooFew(result.RaterCount)}, tell items apart")
            : (new PanelConcordance(result, () => _measure.Measure(complete).Test), null);
    }

    private string? NoChange(PanelOutcome outcome, Ratings? table, ReportRound? before)
    {
        if (before is null)
        {
            return "it is the first round";
        }

        if (!before.Answers.Form.Panels.Contains(outcome.Panel))
        {
            return "the panel was not asked in the round before";
        }

        if (table is null || before.Answers.TableOf(outcome.Panel) is not { } earlier || PanelTables.Compare(earlier, table, protocol.Missing) is not { } compared)
        {
            return "fewer than two experts or items are in both rounds without gaps";
        }

        string[] both = [.. compared.Raters, .. compared.ConstantRaters];
        var telling = compared.Raters.Count;
        return both.Length < _smallest ? $"{TooFew(both.Length)}, are in both rounds without gaps"
            : !TryTell(before.Number, both, compared.Items, telling) || !TryTell(before.Number + 1, both, compared.Items, telling) ? Subtracted
            : telling < _smallest ? $"{TooFew(telling)}, of both rounds tell items apart"
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

    private string Subtracted => string.Create(CultureInfo.InvariantCulture, $"beside what is told of other groups it would tell how fewer than {_smallest} experts ordered the items");

    private string TooFew(long people) => string.Create(CultureInfo.InvariantCulture, $"{people} experts, fewer than {_smallest}");
}
