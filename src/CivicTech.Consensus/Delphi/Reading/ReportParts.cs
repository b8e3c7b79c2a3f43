using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>The parts of a report.</summary>
internal sealed class ReportParts
{
    private ReportParts(DelphiState state, CancellationToken cancellationToken)
    {
        // All that is needed is asked for early: what is not loaded is loaded at once.
        var opened = state.Head.Rounds.Take(state.Head.Status is StudyStatus.Scheduled ? state.Head.Rounds.Length - 1 : state.Head.Rounds.Length).ToImmutableArray();
        var names = opened.Select(round => StudyNames.OfRound(round.Number)).ToList();
        Experts = [.. state.Experts.All.Select(expert => expert.Value)];
        Suggestions = [.. state.Suggestions.All.Select(suggestion => suggestion.Value)];
        ImmutableArray<StudyItem> items = [.. state.Items.All.Select(item => item.Value)];
        state.Forms.Foresee(names);
        state.Summaries.Foresee(names);
        state.Boards.Foresee(names);

        // All of them, in one run: asked for one round after another they would be loaded one after another.
        state.Sheets.After(null, int.MaxValue);

        // A study that was cancelled before its first round opened has one that was scheduled only.
        opened = [.. opened.Where(round => state.Forms.Find(StudyNames.OfRound(round.Number)) is not null)];
        ImmutableArray<ReportRound> evaluated = [.. opened.Select(round => state.Summaries.Find(StudyNames.OfRound(round.Number))).OfType<RoundSummary>().Select(summary => new ReportRound(state, summary))];
        var itemReporter = new ItemReporter(state.Protocol, evaluated);
        Items = [.. items.Select(itemReporter.Of)];
        var panelReporter = new PanelReporter(state.Protocol, Items, cancellationToken);
        Seats = [.. SeatsOf(state.Protocol)];
        Funnel = FunnelReporter.Of(state.Head.Funnel, items, opened.Length);
        Rounds =
        [
            .. opened.Select(round => evaluated.FirstOrDefault(one => one.Number == round.Number) is { } findings
                ? Of(round, findings, Find(evaluated, round.Number + 1), panelReporter.Of(findings, Find(evaluated, round.Number - 1)))
                : Of(round, state.Forms[StudyNames.OfRound(round.Number)])),
        ];
    }

    internal ImmutableArray<Expert> Experts { get; }

    internal ImmutableArray<Suggestion> Suggestions { get; }

    internal ImmutableArray<RoleSeats> Seats { get; }

    internal ImmutableArray<RoundReport> Rounds { get; }

    internal ImmutableArray<ItemReport> Items { get; }

    internal ItemFunnel Funnel { get; }

    internal static ReportParts Of(DelphiState state, CancellationToken cancellationToken) => new(state, cancellationToken);

    private static ReportRound? Find(ImmutableArray<ReportRound> rounds, int number) => rounds.FirstOrDefault(round => round.Number == number);

    private static RoundReport Of(StudyRound round, RoundForm form) => new()
    {
        Number = round.Number,
        Opened = round.Window.Start,
        Closes = round.Window.End,
        Extensions = round.Extensions,
        Reminders = round.Reminders,
        Items = form.Items.Length,
    };

    private RoundReport Of(StudyRound round, ReportRound findings, ReportRound? next, ImmutableArray<PanelFindings> panels) => new()
    {
        Number = round.Number,
        Opened = round.Window.Start,
        Closes = round.Window.End,
        Extensions = round.Extensions,
        Reminders = round.Reminders,
        Items = findings.Answers.Form.Items.Length,
        IsEvaluated = true,
        Asked = findings.Summary.Asked,
        Responded = findings.Summary.Responded,
        Complete = findings.Summary.Complete,
        Roles = [.. RolesOf(findings)],
        Panels = panels,
        Attrition = next is null ? null : AttritionOf(findings, next),
    };

    private static IEnumerable<RoleResponse> RolesOf(ReportRound round) => round.Answers.Asked
        .SelectMany(expert => expert.Seats.Where(seat => round.Answers.Form.Panels.Contains(seat.Panel)).Select(seat => seat.Role).Distinct(StringComparer.Ordinal).Select(role => (role, expert)))
        .GroupBy(one => one.role, one => one.expert, StringComparer.Ordinal)
        .OrderBy(role => role.Key, StringComparer.Ordinal)
        .Select(role => new RoleResponse { Role = role.Key, Asked = role.Count(), Responded = role.Count(round.Answers.HasAnswered), Complete = role.Count(round.Answers.IsComplete) });

    private RoundAttrition AttritionOf(ReportRound round, ReportRound next)
    {
        var fates = Experts.Where(round.Answers.HasAnswered).CountBy(expert => ExpertFates.Of(expert, next.Answers)).ToDictionary();
        ImmutableArray<Rational> differences = [.. Items.SelectMany(item => item.Rounds).Where(item => item.Round == round.Number).Select(item => item.Attrition?.Difference).OfType<Rational>()];
        return new RoundAttrition
        {
            Answered = fates.Values.Sum(),
            Stayed = fates.GetValueOrDefault(ExpertFate.Stayed),
            Left = fates.GetValueOrDefault(ExpertFate.Left),
            NotAsked = fates.GetValueOrDefault(ExpertFate.NotAsked),
            Items = differences.Length,
            Difference = differences.IsEmpty ? null : differences.Aggregate(Rational.Zero, (sum, difference) => sum + difference) / differences.Length,
        };
    }

    private IEnumerable<RoleSeats> SeatsOf(DelphiProtocol protocol)
    {
        foreach (var panel in protocol.Panels)
        {
            foreach (var quota in panel.Roles)
            {
                var people = Experts.Where(expert => expert.Seats.Any(seat => seat.Panel == panel.Id && seat.Role == quota.Role)).ToList();
                yield return new RoleSeats
                {
                    Panel = panel.Id,
                    Role = quota.Role,
                    Seats = quota.Seats,
                    Invited = people.Count,
                    Joined = people.Count(expert => expert.JoinedAt is not null),
                    Declined = people.Count(expert => expert.Status is ExpertStatus.Declined),
                    DroppedOut = people.Count(expert => expert.Status is ExpertStatus.DroppedOut),
                };
            }
        }
    }
}
