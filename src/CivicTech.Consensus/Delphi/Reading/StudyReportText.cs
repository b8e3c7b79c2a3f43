using System.Globalization;
using System.Text;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Numerics;
using CivicTech.Reports;
using CivicTech.Time;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>A report for people.</summary>
internal static class StudyReportText
{
    // Reasons are told to their end.
    private const int Whole = int.MaxValue;

    internal static string Write(StudyReport report)
    {
        var text = new StringBuilder();
        Head(text, report);
        Seats(text, report);
        Funnel(text, report.Funnel);
        Rounds(text, report);
        Panels(text, report);
        Items(text, report);
        Fates(text, report);
        Attrition(text, report);
        if (report.Receipt is { } receipt)
        {
            Line(text, "");
            Line(text, $"Receipt: {receipt.Digest}");
        }

        return text.ToString();
    }

    private static void Head(StringBuilder text, StudyReport report)
    {
        var feedback = report.Protocol.Feedback;
        Line(text, $"Delphi study {report.Protocol.Id} ({report.Protocol.Description})");
        Line(text, report.Frozen is { } digest ? $"Protocol {digest}, frozen at {InstantText.Of(report.FrozenAt!.Value)}" : "Protocol not frozen yet");
        Line(text, report.End switch
        {
            StudyEnd.ByRule => $"Ended by its stop rule at {InstantText.Of(report.EndedAt!.Value)}",
            StudyEnd.ByFacilitator => $"Ended by the facilitator at {InstantText.Of(report.EndedAt!.Value)}, not by its stop rule: {report.EndReason}",
            StudyEnd.Cancelled => $"Cancelled at {InstantText.Of(report.EndedAt!.Value)}: {report.EndReason}",
            _ => $"Not over: {EnumNames.Of(report.Status)}",
        });
        Line(text, FormattableString.Invariant(
            $"Feedback: {(feedback.Group is FeedbackGroup.AllRaters ? "how all raters of an item answered" : "how the expert's own role answered")}, never of fewer than {feedback.SmallestCell}; quartiles by the rule {EnumNames.Of(feedback.Quartiles)}"));
        Line(text, FormattableString.Invariant($"Computed by {StudyReport.Software}; tests by permutation draw {report.Permutations}, seed {report.Seed}"));
        List(text, "Rules, as they are in the protocol", RuleText.Of(report.Protocol));
        List(text, "Read with care", report.Warnings.Select(warning => warning.Text));
    }

    private static void Seats(StringBuilder text, StudyReport report)
    {
        var table = new TextTable("panel", "role", "seats", "invited", "joined", "declined", "left later") { Figures = ["seats", "invited", "joined", "declined", "left later"] };
        foreach (var seats in report.Seats)
        {
            table.Add(
                seats.Panel, seats.Role, FigureText.Count(seats.Seats), FigureText.Count(seats.Invited), FigureText.Count(seats.Joined),
                FigureText.Count(seats.Declined), FigureText.Count(seats.DroppedOut));
        }

        table.Write(text, FormattableString.Invariant(
            $"Panels: {report.Invited} people invited, {report.Joined} joined, {report.Declined} declined, {report.DroppedOut} left later (a person may have seats on several panels)"));
    }

    private static void Funnel(StringBuilder text, ItemFunnel funnel)
    {
        var table = new TextTable("stage", "added", "in", "removed", "unaccounted", "kept", "removed because") { Figures = ["added", "in", "removed", "unaccounted", "kept"], WidestText = Whole };
        foreach (var stage in funnel.Stages)
        {
            var (first, others) = stage.Removed is [var one, .. var rest] ? (Removed(one), rest) : ("", []);
            table.Add(
                stage.Name, OrNone(stage.Added), FigureText.Count(stage.In), OrNone(stage.Removed.Sum(removal => removal.Count)), OrNone(stage.Unaccounted), FigureText.Count(stage.Kept), first);
            foreach (var removal in others)
            {
                table.Add("", "", "", "", "", "", Removed(removal));
            }
        }

        table.Write(text, "Funnel of items");
        foreach (var stage in funnel.Stages.Where(stage => stage.Unaccounted > 0))
        {
            Line(text, FormattableString.Invariant($"  {stage.Name}: {stage.Unaccounted} unaccounted for: {stage.Explanation}"));
        }
    }

    private static string Removed(FunnelRemoval removal) => FormattableString.Invariant($"{removal.Count} {removal.Reason}");

    private static void Rounds(StringBuilder text, StudyReport report)
    {
        var table = new TextTable("round", "opened", "closes", "items", "asked", "responded", "complete", "reminders") { Figures = ["round", "items", "asked", "responded", "complete", "reminders"] };
        var roles = new TextTable("round", "role", "asked", "responded", "complete") { Figures = ["round", "asked", "responded", "complete"] };
        foreach (var round in report.Rounds)
        {
            table.Add(
                FigureText.Count(round.Number), InstantText.Of(round.Opened), InstantText.Of(round.Closes), FigureText.Count(round.Items),
                round.IsEvaluated ? FigureText.Count(round.Asked) : "", round.IsEvaluated ? FigureText.Count(round.Responded) : "", round.IsEvaluated ? FigureText.Count(round.Complete) : "", OrNone(round.Reminders));
            foreach (var role in round.Roles)
            {
                roles.Add(FigureText.Count(round.Number), role.Role, FigureText.Count(role.Asked), FigureText.Count(role.Responded), FigureText.Count(role.Complete));
            }
        }

        table.Write(text, "Rounds");
        foreach (var (round, extension) in report.Rounds.SelectMany(round => round.Extensions.Select(extension => (round, extension))))
        {
            Line(text, FormattableString.Invariant($"  Round {round.Number} was made longer, from {InstantText.Of(extension.From)} to {InstantText.Of(extension.To)}: {extension.Reason}"));
        }

        roles.Write(text, "Who answered, by role");
    }

    private static void Panels(StringBuilder text, StudyReport report)
    {
        var table = new TextTable("panel", "round", "raters", "items", "W", "on", "p", "method", "mean Spearman", "95 % interval", "with consensus so far", "share", "consensus", "stable", "step")
        {
            Figures = ["round", "raters", "items", "W", "on", "p", "mean Spearman", "with consensus so far", "share"],
        };
        foreach (var panel in report.Rounds.SelectMany(round => round.Panels))
        {
            var concordance = panel.Concordance;
            table.Add(
                panel.Panel, FigureText.Count(panel.Round), FigureText.Count(panel.Raters), FigureText.Count(panel.Items),
                FigureText.Short(concordance?.W), concordance is null ? "" : FormattableString.Invariant($"{concordance.Raters} x {concordance.Items}"), concordance is null ? "-" : FigureText.P(concordance.Test.P), concordance is { Test.P.IsDefined: true } ? EnumNames.Of(concordance.Test.Method) : "",
                FigureText.Short(concordance?.MeanSpearman.Value),
                concordance?.MeanSpearman.Interval is { } interval ? $"{FigureText.Short(interval.Lower)} to {FigureText.Short(interval.Upper)}" : "",
                FormattableString.Invariant($"{panel.ConsensusItems + panel.EarlierConsensusItems} of {panel.Items + panel.EarlierItems}"), Percent(panel.ConsensusShare), FigureText.YesNo(panel.IsConsensus), panel.IsStable is null ? "?" : FigureText.YesNo(panel.IsStable),
                EnumNames.Of(panel.Step));
        }

        table.Write(text, "Panels (W: how alike the raters order the items, on so many raters x items: 0 not at all, 1 completely; consensus and stability are two answers)");
        foreach (var panel in report.Rounds.SelectMany(round => round.Panels).Where(panel => panel.NoConcordance is not null))
        {
            Line(text, FormattableString.Invariant($"  {panel.Panel}, round {panel.Round}: no W is told: {panel.NoConcordance}"));
        }

        Changes(text, report);
    }

    private static void Changes(StringBuilder text, StudyReport report)
    {
        var table = new TextTable("panel", "round", "raters of both", "items of both", "W before", "W after", "change") { Figures = ["round", "raters of both", "items of both", "W before", "W after", "change"] };
        var later = report.Rounds.Where(round => round.Number > 1).SelectMany(round => round.Panels).ToList();
        foreach (var panel in later)
        {
            if (panel.Change is { } change)
            {
                table.Add(
                    panel.Panel, FigureText.Count(panel.Round), FigureText.Count(change.Raters), FigureText.Count(change.Items),
                    FigureText.Short(change.Before.ToDouble()), FigureText.Short(change.After.ToDouble()), FigureText.Change(change.After - change.Before));
            }
        }

        table.Write(text, "Change of W since the round before, on the experts and items of both rounds only");
        foreach (var panel in later.Where(panel => panel.NoChange is not null))
        {
            Line(text, FormattableString.Invariant($"  {panel.Panel}, round {panel.Round}: no change is told: {panel.NoChange}"));
        }
    }

    private static void Items(StringBuilder text, StudyReport report)
    {
        var table = new TextTable("item", "round", "people", "cannot judge", "mean", "SD", "median", "quartiles", "answers", "verdict", "stable", "then")
        {
            Figures = ["round", "people", "cannot judge", "mean", "SD", "median"],
        };
        var roles = new TextTable("item", "round", "role", "people", "mean", "answers") { Figures = ["round", "people", "mean"] };
        foreach (var (item, round) in report.Items.SelectMany(item => item.Rounds.Select(round => (item.Item, round))))
        {
            var answers = round.Answers;
            table.Add(
                item.Id, FigureText.Count(round.Round), FigureText.Count(round.People), OrNone(round.Abstained ?? 0),
                FigureText.Short(answers?.Mean), FigureText.Short(answers?.StandardDeviation), FigureText.Place(answers?.Median),
                answers is null ? "hidden" : $"{FigureText.Place(answers.LowerQuartile)} to {FigureText.Place(answers.UpperQuartile)}",
                answers is null ? "hidden" : FigureText.Counts(answers) + (round.IsAsLastShown ? " (as last shown)" : ""),
                EnumNames.Of(round.Verdict), round.IsStable is null ? "" : FigureText.YesNo(round.IsStable), EnumNames.Of(round.Action));

            // One role that is everybody says nothing more.
            foreach (var role in round.Roles.Where(role => role.Answers.People < round.People))
            {
                roles.Add(item.Id, FigureText.Count(round.Round), role.Role, FigureText.Count(role.Answers.People), FigureText.Short(role.Answers.Mean), FigureText.Counts(role.Answers));
            }
        }

        table.Write(text, FormattableString.Invariant(
            $"Items (answers: how many gave each value from {report.Protocol.Scale}; hidden where fewer than {report.Protocol.Feedback.SmallestCell} answered)"));
        roles.Write(text, "Items by role (only roles of which it may be told)");
    }

    private static void Fates(StringBuilder text, StudyReport report)
    {
        var table = new TextTable("item", "added after", "made of", "status", "after round", "by", "into", "reason") { Figures = ["added after", "after round"], WidestText = Whole };
        foreach (var item in report.Items.Select(item => item.Item).Where(item => item.Fate is not null || item.AddedAfter > 0))
        {
            table.Add(
                item.Id, item.AddedAfter == 0 ? "" : FigureText.Count(item.AddedAfter), string.Join(", ", item.MergedFrom), EnumNames.Of(item.Status),
                item.Fate is { } fate ? FigureText.Count(fate.AfterRound) : "", item.Fate is { } by ? by.ByRule ? "rule" : "hand" : "", item.Fate?.Into ?? "", item.Fate?.Reason ?? "");
        }

        table.Write(text, FormattableString.Invariant($"What became of items (changes suggested by experts: {report.Suggested}, of which followed: {report.Accepted})"));
    }

    private static void Attrition(StringBuilder text, StudyReport report)
    {
        var table = new TextTable("round", "answered", "again in the next", "left", "not asked", "items", "difference") { Figures = ["round", "answered", "again in the next", "left", "not asked", "items", "difference"] };
        foreach (var round in report.Rounds.Where(round => round.Attrition is not null))
        {
            var attrition = round.Attrition!;
            table.Add(
                FigureText.Count(round.Number), FigureText.Count(attrition.Answered), FigureText.Count(attrition.Stayed), FigureText.Count(attrition.Left), FigureText.Count(attrition.NotAsked),
                FigureText.Count(attrition.Items), attrition.Difference is { } difference ? FigureText.Change(difference) : attrition.Left == 0 ? "" : "hidden");
        }

        table.Write(text, "Who answered in a round and not in the next (difference: mean answer of those who stayed less that of those who left, on so many items where it may be told)");
    }

    private static string OrNone(int count) => count == 0 ? "" : FigureText.Count(count);

    private static string Percent(Rational share) => (share.ToDouble() * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    private static void List(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var any = false;
        foreach (var line in lines)
        {
            text.Append(any ? "" : $"\n{title}\n");
            any = true;
            Line(text, "  " + line);
        }
    }

    // Names come from hosts: line breaks would tear the report, control characters could steer a terminal.
    private static void Line(StringBuilder text, string line)
    {
        foreach (var c in line)
        {
            text.Append(char.IsControl(c) ? ' ' : c);
        }

        text.Append('\n');
    }
}
