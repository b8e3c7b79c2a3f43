using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>What may be shown of an item, round after round.</summary>
internal sealed class ItemReporter(DelphiProtocol protocol, ImmutableArray<ReportRound> rounds)
{
    private readonly int _smallest = protocol.Feedback.SmallestCell;
    private readonly bool _looksAtRoles = LooksAtRoles(protocol.Criterion);

    internal ItemReport Of(StudyItem item)
    {
        var findings = ImmutableArray.CreateBuilder<ItemFindings>();
        var cells = new LinkedCells(_smallest);
        for (var i = 0; i < rounds.Length; i++)
        {
            if (rounds[i].OutcomeOf(item.Id) is { } outcome)
            {
                findings.Add(Of(rounds[i], i + 1 < rounds.Length ? rounds[i + 1] : null, outcome, cells));
            }
        }

        return new ItemReport(item, findings.ToImmutable());
    }

    private ItemFindings Of(ReportRound round, ReportRound? next, ItemOutcome outcome, LinkedCells cells)
    {
        var given = round.Answers.To(round.Answers.Form.Find(outcome.Item)!).ToList();
        var judged = given.Where(answer => answer.Answer.Value is not null).ToList();
        var board = round.ShownOf(outcome.Item);
        var isAsLastShown = IsAsLastShown(given, board);
        var group = GroupAnswers.Of(protocol, isAsLastShown ? board!.Counts : outcome.Counts, []);
        var isWhole = group is not null && !isAsLastShown;
        var shown = isWhole ? SmallCells.Shown(outcome.ByRole, _smallest) : [];
        var groups = isWhole ? judged.ToDictionary(answer => answer.Expert.Id, answer => shown.Contains(answer.Role) ? answer.Role : "", StringComparer.Ordinal) : [];

        // Stability first: of the two it is what decides. It is of the people of both rounds, and these are a group too.
        var isLinked = isWhole && outcome.Stability is not null && outcome.Compared >= _smallest && cells.TryCut(groups);
        if (!isLinked)
        {
            cells.Begin(groups);
        }

        return new ItemFindings
        {
            Round = round.Number,
            Panels = outcome.Panels,
            People = judged.Count,
            Answers = group,
            IsAsLastShown = group is not null && isAsLastShown,
            Abstained = isWhole ? outcome.Abstained : null,
            Roles = [.. outcome.ByRole.Where(role => shown.Contains(role.Role)).Select(role => new RoleAnswers { Role = role.Role, Answers = GroupAnswers.Of(protocol, role.Counts, [])! })],
            Verdict = outcome.Consensus.Verdict,
            Figures = isWhole && (!_looksAtRoles || outcome.ByRole.All(role => shown.Contains(role.Role))) ? outcome.Consensus.Figures : [],
            Compared = outcome.Compared,
            IsStable = outcome.Stability?.IsStable,
            StabilityFigures = isLinked ? outcome.Stability!.Figures : [],
            Action = outcome.Action,
            Attrition = isWhole && next is not null ? AttritionOf([.. judged.Select(answer => (answer.Expert, answer.Answer.Value!.Value))], next, cells) : null,
        };
    }

    // Who watches in real time has seen the last showing; what so few changed since could be read out of the difference.
    private bool IsAsLastShown(IReadOnlyCollection<(Expert Expert, string Role, SheetAnswer Answer)> given, LiveItem? board) => protocol.Feedback.Group is FeedbackGroup.AllRaters
        ? board is not null && MovedByFew(given, board.Shown)
        : board is not null && given.GroupBy(answer => answer.Role, StringComparer.Ordinal)
            .Any(role => MovedByFew([.. role], board.ByRole.FirstOrDefault(shown => shown.Role == role.Key)?.Shown ?? -1));

    // Before a first showing nothing was seen. Whoever says now that he or she cannot judge the item has moved too, but hides nobody among the new values.
    private bool MovedByFew(IReadOnlyCollection<(Expert Expert, string Role, SheetAnswer Answer)> given, int shown)
    {
        var fresh = shown < 0 ? [] : given.Where(answer => answer.Answer.Since > shown).ToList();
        return fresh.Count > 0 && fresh.Count(answer => answer.Answer.Value is not null) < _smallest;
    }

    private static ItemAttrition? AttritionOf(IReadOnlyCollection<(Expert Expert, int Value)> judged, ReportRound next, LinkedCells cells)
    {
        var fates = judged.ToDictionary(answer => answer.Expert.Id, answer => EnumNames.Of(ExpertFates.Of(answer.Expert, next.Answers)), StringComparer.Ordinal);
        var means = judged.GroupBy(answer => ExpertFates.Of(answer.Expert, next.Answers))
            .ToDictionary(group => group.Key, group => (Mean: new Rational(group.Sum(answer => answer.Value), group.Count()), Count: group.Count()));
        return means.TryGetValue(ExpertFate.Stayed, out var stayed) && means.TryGetValue(ExpertFate.Left, out var left) && cells.TryCut(fates)
            ? new ItemAttrition { Stayed = stayed.Count, Left = left.Count, Difference = stayed.Mean - left.Mean }
            : null;
    }

    // A rule of the host may.
    private static bool LooksAtRoles(ConsensusCriterion criterion) => criterion switch
    {
        EveryRole or CustomCriterion => true,
        AnswersAtLeast enough => LooksAtRoles(enough.Criterion),
        AllOf all => all.Criteria.Any(LooksAtRoles),
        _ => false,
    };
}
