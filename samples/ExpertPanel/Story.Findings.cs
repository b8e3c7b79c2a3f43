using System.Globalization;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Numerics;

namespace ExpertPanel;

/// <summary>What experts and facilitator are shown.</summary>
internal sealed partial class Story
{
    private async Task ShowViewAsync(string expert)
    {
        var view = (await _studies.ViewAsync(Town.Study, expert))!;
        var scale = Town.Protocol.Scale;
        var table = new Columns(["service", "rated by", "own", "mean", "people", .. Enumerable.Range(scale.Lowest, scale.Steps).Select(value => $"said {value}")]);
        foreach (var item in view.Items)
        {
            table.Add(
            [
                item.Id, string.Join(" + ", item.Panels), $"{item.Previous?.Value}", Decimals(item.Group?.Mean.Exact, 2), $"{item.Group?.People}",
                .. Enumerable.Range(0, scale.Steps).Select(step => $"{item.Group?.Counts[step]}"),
            ]);
        }

        _page.Table(table);
        _page.More($"Of {Services.HardToJudge} only 4 people could say something: fewer than {Town.Protocol.Feedback.SmallestCell} answers are hidden. {Services.Suggested} is new.");
    }

    private async Task TellAsync(int round)
    {
        var found = (await _studies.RoundAsync(Town.Study, round))!;
        _page.Say($"Round {round} is closed. {(found.Complete == found.Asked ? $"All {found.Asked} people answered everything." : $"{found.Responded} of {found.Asked} people answered, {found.Complete} of them everything.")}");
        if (round == 1)
        {
            TellItems(found);
            _page.More("p says how often answers given at random would agree as much. Consensus, and whether a panel is stable, are two questions.");
        }
        else if (round == 2)
        {
            _page.More("W is compared on the people and services of both rounds only, so many people x services: most services of round 1 are gone. Who gave all the same answer in one of them is left out.");
        }

        var table = new Columns("panel", "people", "services", "W", "p", "W compared", "on", "consensus", "stable", "what next");
        _report = await _studies.ReportAsync(Town.Study);
        foreach (var panel in Report.Rounds[round - 1].Panels)
        {
            table.Add(
                panel.Panel,
                $"{panel.Raters}",
                $"{panel.Items}",
                Decimals(panel.Concordance?.W.Exact, 3),
                Chance(panel.Concordance?.Test.P.ValueOrNull),
                panel.Change is { } change ? $"{Decimals(change.Before, 3)} -> {Decimals(change.After, 3)}" : "",
                panel.Change is { } common ? $"{common.Raters} x {common.Items}" : "",
                $"{panel.ConsensusItems} of {panel.Items}",
                panel.IsStable switch { true => "yes", false => "no", null => "" },
                Words(panel.Step));
        }

        _page.Table(table);
        if (round > 1)
        {
            var moved = Report.Rounds[round - 1].Panels.Where(panel => panel.IsStable is not true).Select(panel => panel.Panel).ToList();
            _page.More(moved.Count == 0 ? "W of no panel moved by 1/5 or more." : $"W of {string.Join(" and ", moved)} moved by 1/5 or more: no panel ends before all have settled.");
        }
    }

    private void TellFunnel(ItemFunnel funnel)
    {
        var table = new Columns("stage", "in", "added", "removed", "because", "unaccounted", "kept");
        foreach (var stage in funnel.Stages)
        {
            var first = stage.Removed is [var removal, ..] ? removal : null;
            table.Add(stage.Name, $"{stage.In}", stage.Added > 0 ? $"{stage.Added}" : "", $"{first?.Count}", first?.Reason ?? "", stage.Unaccounted > 0 ? $"{stage.Unaccounted}" : "", $"{stage.Kept}");
            foreach (var more in stage.Removed.Skip(1))
            {
                table.Add("", "", "", $"{more.Count}", more.Reason, "", "");
            }
        }

        _page.Table(table);
    }

    private void TellItems(RoundSummary found)
    {
        var kept = found.Items.Count(item => item.Consensus.Verdict is ConsensusVerdict.In);
        _page.More($"{kept} services have a mean above 3 and are asked again; {found.Items.Length - kept} are dropped. {Services.Disputed}, too:");
        _page.More($"{found.Find(Services.Disputed)!.Consensus}");
        _page.More("Half of that panel said 1, the other half 5: that is what the second warning is about.");
        var gone = found.Panels.Where(panel => panel.Step is PanelStep.NoItemsLeft).Select(panel => panel.Panel);
        _page.More($"None of their services is left for {string.Join(", ", gone)}: these panels leave.");
    }

    private static string Words(PanelStep step) => step switch
    {
        PanelStep.GoesOn => "goes on",
        PanelStep.Reached => "has ended",
        PanelStep.WaitsForOthers => "waits for the others",
        PanelStep.NoItemsLeft => "leaves",
        _ => "last round",
    };

    private static string Decimals(Rational? value, int places) => value is { } number ? number.ToDouble().ToString($"F{places}", CultureInfo.InvariantCulture) : "";

    private static string Chance(double? p) => p switch
    {
        null => "",
        < 0.00005 => "<0.0001",
        { } value => value.ToString("F4", CultureInfo.InvariantCulture),
    };
}
