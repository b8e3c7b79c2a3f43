using System.Globalization;
using System.Text;
using CivicTech.Consensus.Delphi.Answers;
using static CivicTech.Reports.CsvSheet;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>A report as sheets (RFC 4180), safe to open in a spreadsheet.</summary>
internal static class StudyReportCsv
{
    internal static string Items(StudyReport report)
    {
        var scale = report.Protocol.Scale;
        var text = new StringBuilder();
        Row(text,
        [
            "item", "text", "panels", "added after round", "merged from", "status", "after round", "reason", "by rule", "merged into",
            "round", "people", "as last shown", "abstained",
            .. Enumerable.Range(scale.Lowest, scale.Steps).Select(value => $"answers {value.ToString(CultureInfo.InvariantCulture)}"),
            "answers by role", "mean", "sd", "lower quartile", "median", "upper quartile", "verdict", "figures", "people in both rounds", "stable", "stability figures", "action",
            "stayed", "left", "difference of those who stayed",
        ]);
        foreach (var item in report.Items)
        {
            foreach (var round in item.Rounds.DefaultIfEmpty())
            {
                Row(text, [.. Of(item), .. Of(round, scale)]);
            }
        }

        return text.ToString();
    }

    internal static string Panels(StudyReport report)
    {
        var text = new StringBuilder();
        Row(text,
        [
            "panel", "round", "raters", "items", "raters of W", "items of W", "W", "p", "method", "permutations", "mean spearman", "lower", "upper", "no W because",
            "raters of both rounds", "items of both rounds", "W before", "W after", "change of W", "no change because",
            "items with consensus", "earlier items", "of these with consensus", "share", "consensus", "items compared", "items stable", "stable", "step",
        ]);
        foreach (var panel in report.Rounds.SelectMany(round => round.Panels))
        {
            var (concordance, change) = (panel.Concordance, panel.Change);
            Row(text,
            [
                Harmless(panel.Panel), FigureText.Count(panel.Round), FigureText.Count(panel.Raters), FigureText.Count(panel.Items),
                concordance is null ? "" : FigureText.Count(concordance.Raters),
                concordance is null ? "" : FigureText.Count(concordance.Items),
                FigureText.Sheet(concordance?.W),
                FigureText.Sheet(concordance?.Test.P),
                concordance is { Test.P.IsDefined: true } ? EnumNames.Of(concordance.Test.Method) : "",
                concordance?.Test.Permutations is { } permutations ? FigureText.Count(permutations) : "",
                FigureText.Sheet(concordance?.MeanSpearman.Value),
                concordance?.MeanSpearman.Interval is { } low ? FigureText.Decimals(low.Lower, "0.######") : "",
                concordance?.MeanSpearman.Interval is { } high ? FigureText.Decimals(high.Upper, "0.######") : "",
                panel.NoConcordance?.ToString() ?? "",
                change is null ? "" : FigureText.Count(change.Raters),
                change is null ? "" : FigureText.Count(change.Items),
                change is null ? "" : FigureText.Decimals(change.Before.ToDouble(), "0.######"),
                change is null ? "" : FigureText.Decimals(change.After.ToDouble(), "0.######"),
                change is null ? "" : FigureText.Decimals((change.After - change.Before).ToDouble(), "0.######"),
                panel.NoChange?.ToString() ?? "",
                FigureText.Count(panel.ConsensusItems), FigureText.Count(panel.EarlierItems), FigureText.Count(panel.EarlierConsensusItems), FigureText.Decimals(panel.ConsensusShare.ToDouble(), "0.######"), FigureText.YesNo(panel.IsConsensus),
                FigureText.Count(panel.ComparedItems), FigureText.Count(panel.StableItems), FigureText.YesNo(panel.IsStable), EnumNames.Of(panel.Step),
            ]);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Of(ItemReport report)
    {
        var item = report.Item;
        return
        [
            Harmless(item.Id), Harmless(item.Text), Harmless(string.Join("; ", item.Panels)), FigureText.Count(item.AddedAfter), Harmless(string.Join("; ", item.MergedFrom)), EnumNames.Of(item.Status),
            item.Fate is { } fate ? FigureText.Count(fate.AfterRound) : "", Harmless(item.Fate?.Reason), FigureText.YesNo(item.Fate?.ByRule), Harmless(item.Fate?.Into),
        ];
    }

    private static IEnumerable<string> Of(ItemFindings? round, RatingScale scale)
    {
        if (round is null)
        {
            return Enumerable.Repeat("", scale.Steps + 19);
        }

        var answers = round.Answers;
        return
        [
            FigureText.Count(round.Round), FigureText.Count(round.People), FigureText.YesNo(round.IsAsLastShown), round.Abstained is { } abstained ? FigureText.Count(abstained) : "",
            .. answers is null ? Enumerable.Repeat("", scale.Steps) : answers.Counts.Select(count => FigureText.Count(count)),
            Harmless(string.Join("; ", round.Roles.Select(role => $"{role.Role}: {FigureText.Counts(role.Answers)}"))),
            FigureText.Sheet(answers?.Mean), FigureText.Sheet(answers?.StandardDeviation),
            FigureText.Sheet(answers?.LowerQuartile), FigureText.Sheet(answers?.Median), FigureText.Sheet(answers?.UpperQuartile),
            EnumNames.Of(round.Verdict), Harmless(string.Join("; ", round.Figures)), FigureText.Count(round.Compared), FigureText.YesNo(round.IsStable), Harmless(string.Join("; ", round.StabilityFigures)),
            EnumNames.Of(round.Action),
            round.Attrition is { } one ? FigureText.Count(one.Stayed) : "",
            round.Attrition is { } other ? FigureText.Count(other.Left) : "",
            round.Attrition is { } last ? FigureText.Decimals(last.Difference.ToDouble(), "0.######") : "",
        ];
    }
}
