using System.Collections.Immutable;
using System.Globalization;
using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Delphi.Evaluation;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>What may be shown of the panels of a round.</summary>
internal sealed class PanelReporter(DelphiProtocol protocol, ImmutableArray<StudyItem> settled, CancellationToken cancellationToken)
{
    private readonly int _smallest = protocol.Feedback.SmallestCell;
    private readonly KendallW _measure = new(PanelTables.Options(protocol.Missing));
    private readonly KendallW _untested = new(PanelTables.Untested(protocol.Missing));

    internal ImmutableArray<PanelFindings> Of(ReportRound round, ReportRound? before) => [.. round.Summary.Panels.Select(outcome => Of(outcome, round, before))];

    private PanelFindings Of(PanelOutcome outcome, ReportRound round, ReportRound? before)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var table = round.Answers.TableOf(outcome.Panel);
        var (concordance, noConcordance) = Concordance(table);
        var noChange = NoChange(outcome, table, before);
        return new PanelFindings
        {
            Panel = outcome.Panel,
            Round = round.Number,
            Raters = outcome.Raters,
            Items = outcome.Items,
            Concordance = concordance,
            NoConcordance = noConcordance,
            Change = noChange is null ? outcome.Change : null,
            NoChange = noChange,
            ConsensusItems = outcome.ConsensusItems,
            SettledBefore = settled.Count(item => item.Fate!.AfterRound < round.Number && item.Panels.Contains(outcome.Panel)),
            IsConsensus = outcome.IsConsensus,
            ComparedItems = outcome.ComparedItems,
            StableItems = outcome.StableItems,
            IsStable = outcome.IsStable,
            Step = outcome.Step,
        };
    }

    private (PanelConcordance? Concordance, string? Why) Concordance(Ratings? table)
    {
        if (table is null || PanelTables.Complete(table, protocol.Missing) is not { } complete)
        {
            return (null, "fewer than two experts or items are left without gaps");
        }

        if (complete.Raters.Count < _smallest)
        {
            return (null, TooFew(complete.Raters.Count));
        }

        var result = _untested.Measure(complete, cancellationToken);
        return result.W.IsDefined && result.RaterCount < _smallest ? (null, $"{TooFew(result.RaterCount)}, tell items apart") : (new PanelConcordance(result, () => _measure.Measure(complete).Test), null);
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

        if (outcome.Change is not { } change)
        {
            return "no expert of both rounds tells apart the items of both";
        }

        // With two items W counts who prefers which, and counts can be subtracted: who is in one of the rounds only would stand alone.
        return change.Raters < _smallest ? $"{TooFew(change.Raters)}, of both rounds tell items apart"
            : change.Items == 2 && (IsFew(earlier.Raters.Count - compared.Raters.Count) || IsFew(table.Raters.Count - compared.Raters.Count))
                ? string.Create(CultureInfo.InvariantCulture, $"two items, and fewer than {_smallest} experts are in one of the rounds only")
            : null;
    }

    private bool IsFew(int people) => people > 0 && people < _smallest;

    private string TooFew(long people) => string.Create(CultureInfo.InvariantCulture, $"{people} experts, fewer than {_smallest}");
}
