using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Reading;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Receipts;

namespace ExpertPanel;

/// <summary>What everybody may read, and how somebody else checks it.</summary>
internal sealed partial class Story
{
    private async Task<bool> ReportAsync()
    {
        _page.Heading("The report, which names nobody");
        _page.Say($"{Report.Invited} people were invited, {Report.Joined} joined, {Report.Declined} declined, {Report.DroppedOut} left. Nothing of fewer than {Town.Protocol.Feedback.SmallestCell} answers is shown, nor what would tell them by subtraction.");
        var after = Report.Rounds[0].Attrition!;
        _page.More($"Of the {after.Answered} who answered in round 1, {after.Stayed} answered in round 2, {after.NotAsked} were on panels that had left, {after.Left} went away.");

        _page.More("The funnel to its end:");
        TellFunnel(Report.Funnel);
        var table = new Columns("what residents could run", "rated by", "mean in round 1", "round 2", "round 3");
        var last = Report.Rounds[^1].Number;
        foreach (var item in Report.Items.Where(item => item.Rounds is [.., { Verdict: ConsensusVerdict.In } end] && end.Round == last))
        {
            table.Add([item.Item.Id, string.Join(" + ", item.Item.Panels), .. Report.Rounds.Select(round => Mean(item, round.Number))]);
        }

        _page.Table(table);
        _page.More("The report has much more: --report writes it as text, --json and --csv as data.");
        return await VerifyAsync();
    }

    private async Task<bool> VerifyAsync()
    {
        // As an auditor does it, who has the published receipt and the journal with the answers.
        var state = new DelphiProcess().Initial;
        await foreach (var happening in _studies.JournalAsync(Town.Study))
        {
            state = happening.Events.Aggregate(state, new DelphiProcess().Evolve);
        }

        var verification = StudyReceipt.Verify(Receipt.Parse(Report.Receipt!.ToJson()), state, []);
        _page.Say($"An auditor who has the answers works everything out again: {verification}");
        return verification.Holds;
    }

    private static string Mean(ItemReport item, int round) => item.Rounds.FirstOrDefault(found => found.Round == round) is { } found
        ? Decimals(found.Answers?.Mean.Exact, 2) is { Length: > 0 } mean ? mean : "hidden"
        : "";
}
