using System.Collections.Immutable;
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

    // A rule of the host may look at anything.
    private readonly bool _looksAtRoles = !protocol.Criterion.CustomRules.IsEmpty || protocol.Panels.SelectMany(panel => panel.Roles).Any(role => protocol.Criterion.JudgesRole(role.Role));

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
        var isAsLastShown = board is not null && IsAsLastShown(given, board);
        var group = GroupAnswers.Of(protocol, isAsLastShown ? board!.Counts : outcome.Counts, []);
        var isWhole = group is not null && !isAsLastShown;

        // In real time enough of all may have moved, and too few of a role: then roles are seen only where each has moved by itself.
        var shown = isWhole && protocol is not { Mode: RoundMode.RealTime, Feedback.Group: FeedbackGroup.AllRaters } ? SmallCells.Shown(outcome.ByRole, _smallest) : [];
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

    // Who watches in real time has seen the board, which moved for the last time when the round closed, if enough people had changed their answers: what differs from it could be read out of the
    // difference.
    private bool IsAsLastShown(IReadOnlyCollection<(Expert Expert, string Role, SheetAnswer Answer)> given, LiveItem board) => protocol.Feedback.Group is FeedbackGroup.AllRaters
        ? IsAsLastShown(given, board.Counts, board.Shown)
        : given.GroupBy(answer => answer.Role, StringComparer.Ordinal)
            .Any(role => board.ByRole.FirstOrDefault(shown => shown.Role == role.Key) is not { Shown: { } last } shown || IsAsLastShown([.. role], shown.Counts, last));

    // Somebody changed the answer since, or somebody whose answer was shown is gone.
    private static bool IsAsLastShown(IReadOnlyCollection<(Expert Expert, string Role, SheetAnswer Answer)> given, ImmutableArray<int> counts, int shown) =>
        given.Any(answer => answer.Answer.Since > shown) || given.Count(answer => answer.Answer.Value is not null) != counts.Sum();

    private static ItemAttrition? AttritionOf(IReadOnlyCollection<(Expert Expert, int Value)> judged, ReportRound next, LinkedCells cells)
    {
        var fates = judged.ToDictionary(answer => answer.Expert.Id, answer => EnumNames.Of(ExpertFates.Of(answer.Expert, next.Answers)), StringComparer.Ordinal);
        var means = judged.GroupBy(answer => ExpertFates.Of(answer.Expert, next.Answers))
            .ToDictionary(group => group.Key, group => (Mean: new Rational(group.Sum(answer => answer.Value), group.Count()), Count: group.Count()));
        return means.TryGetValue(ExpertFate.Stayed, out var stayed) && means.TryGetValue(ExpertFate.Left, out var left) && cells.TryCut(fates)
            ? new ItemAttrition { Stayed = stayed.Count, Left = left.Count, Difference = stayed.Mean - left.Mean }
            : null;
    }
}
