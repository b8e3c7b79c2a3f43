using System.Globalization;
using System.Text;
using CivicTech.Consensus.Delphi.Answers;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>A report as sheets (RFC 4180).</summary>
internal static class StudyReportCsv
{
    internal static string Items(StudyReport report)
    {
        var scale = report.Protocol.Scale;
        var text = new StringBuilder();
        Row(text,
        [
            "item", "text", "panels", "added after round", "merged from", "status", "after round", "reason", "by rule", "merged into",
            "round", "people", "abstained",
            .. Enumerable.Range(scale.Lowest, scale.Steps).Select(value => $"answers {value.ToString(CultureInfo.InvariantCulture)}"),
            "mean", "sd", "lower quartile", "median", "upper quartile", "verdict", "figures", "people in both rounds", "stable", "stability figures", "action",
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
            "items with consensus", "settled before", "share", "consensus", "items compared", "items stable", "stable", "step",
        ]);
        foreach (var panel in report.Rounds.SelectMany(round => round.Panels))
        {
            var (concordance, change) = (panel.Concordance, panel.Change);
            Row(text,
            [
                panel.Panel, FigureText.Count(panel.Round), FigureText.Count(panel.Raters), FigureText.Count(panel.Items),
                concordance is null ? "" : FigureText.Count(concordance.Raters),
                concordance is null ? "" : FigureText.Count(concordance.Items),
                FigureText.Sheet(concordance?.W),
                FigureText.Sheet(concordance?.Test.P),
                concordance is { Test.P.IsDefined: true } ? EnumNames.Of(concordance.Test.Method) : "",
                concordance?.Test.Permutations is { } permutations ? FigureText.Count(permutations) : "",
                FigureText.Sheet(concordance?.MeanSpearman.Value),
                concordance?.MeanSpearman.Interval is { } low ? FigureText.Decimals(low.Lower, "0.######") : "",
                concordance?.MeanSpearman.Interval is { } high ? FigureText.Decimals(high.Upper, "0.######") : "",
                panel.NoConcordance ?? "",
                change is null ? "" : FigureText.Count(change.Raters),
                change is null ? "" : FigureText.Count(change.Items),
                change is null ? "" : FigureText.Decimals(change.Before.ToDouble(), "0.######"),
                change is null ? "" : FigureText.Decimals(change.After.ToDouble(), "0.######"),
                change is null ? "" : FigureText.Decimals((change.After - change.Before).ToDouble(), "0.######"),
                panel.NoChange ?? "",
                FigureText.Count(panel.ConsensusItems), FigureText.Count(panel.SettledBefore), FigureText.Decimals(panel.ConsensusShare.ToDouble(), "0.######"), FigureText.YesNo(panel.IsConsensus),
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
            item.Id, item.Text, string.Join("; ", item.Panels), FigureText.Count(item.AddedAfter), string.Join("; ", item.MergedFrom), EnumNames.Of(item.Status),
            item.Fate is { } fate ? FigureText.Count(fate.AfterRound) : "", item.Fate?.Reason ?? "", FigureText.YesNo(item.Fate?.ByRule), item.Fate?.Into ?? "",
        ];
    }

    private static IEnumerable<string> Of(ItemFindings? round, RatingScale scale)
    {
        if (round is null)
        {
            return Enumerable.Repeat("", scale.Steps + 17);
        }

        var answers = round.Answers;
        return
        [
            FigureText.Count(round.Round), FigureText.Count(round.People), round.Abstained is { } abstained ? FigureText.Count(abstained) : "",
            .. answers is null ? Enumerable.Repeat("", scale.Steps) : answers.Counts.Select(count => FigureText.Count(count)),
            FigureText.Sheet(answers?.Mean), FigureText.Sheet(answers?.StandardDeviation),
            FigureText.Sheet(answers?.LowerQuartile), FigureText.Sheet(answers?.Median), FigureText.Sheet(answers?.UpperQuartile),
            EnumNames.Of(round.Verdict), string.Join("; ", round.Figures), FigureText.Count(round.Compared), FigureText.YesNo(round.IsStable), string.Join("; ", round.StabilityFigures),
            EnumNames.Of(round.Action),
            round.Attrition is { } one ? FigureText.Count(one.Stayed) : "",
            round.Attrition is { } other ? FigureText.Count(other.Left) : "",
            round.Attrition is { } last ? FigureText.Decimals(last.Difference.ToDouble(), "0.######") : "",
        ];
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text
        .AppendJoin(',', cells.Select(cell => cell.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell))
        .Append("\r\n");
}
