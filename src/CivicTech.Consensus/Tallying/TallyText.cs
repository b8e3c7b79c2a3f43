using System.Globalization;
using System.Text;
using CivicTech.Receipts;
using CivicTech.Reports;

namespace CivicTech.Consensus.Tallying;

/// <summary>A result as a report for people.</summary>
internal static class TallyText
{
    internal static string Write(TallyResult result)
    {
        var text = new StringBuilder();
        var contest = result.Contest;
        Line(text, contest.Title.Length > 0 ? contest.Title : "Contest");
        Line(text, FormattableString.Invariant(
            $"{contest.Profile.Voters} ballots ({contest.Profile.DistinctBallots} different), {contest.Standing.Candidates.Count} candidates, {Count(contest.Seats, "seat")}"));
        if (!contest.Withdrawn.IsEmpty)
        {
            Line(text, $"Withdrawn: {string.Join(", ", contest.Withdrawn)}");
        }

        Line(text, $"Rule: {result.RuleId} {CanonicalJson.ToText(result.Options)}");
        Outcome(text, result);
        Order(text, result);
        Pairwise(text, result);
        foreach (var round in result.Rounds)
        {
            Round(text, round, result.Rounds[^1].Pass > 1);
        }

        List(text, "Ties", result.Ties.Select(tie => tie.ToString()));
        List(text, "Notes", result.Notes);
        text.Append('\n');
        Line(text, $"Receipt: {result.Receipt.Digest}");
        return text.ToString();
    }

    private static void Outcome(StringBuilder text, TallyResult result)
    {
        text.Append('\n');
        var elected = result.Elected.IsEmpty ? "nobody" : string.Join(", ", result.Elected);
        switch (result.Status)
        {
            case TallyStatus.OpenTie:
                Line(text, $"Open: {result.OpenTie!.About} Round {result.OpenTie.Round.ToString(CultureInfo.InvariantCulture)}: {string.Join(", ", result.OpenTie.Tied)}.");
                Line(text, $"Certain so far: {elected}");
                break;
            case TallyStatus.SeveralOutcomes:
                Line(text, $"Ties lead to {(result.IsComplete ? "" : "at least ")}{Count(result.Outcomes.Length, "outcome")}; elected in all of them: {elected}");
                foreach (var outcome in result.Outcomes)
                {
                    Line(text, "  " + string.Join(", ", outcome));
                }

                break;
            case TallyStatus.Stopped:
                Line(text, $"Stopped before it was certain. The best so far: {elected}");
                break;
            default:
                Line(text, $"Elected: {elected}");
                break;
        }
    }

    private static void Order(StringBuilder text, TallyResult result)
    {
        var candidates = result.Contest.Standing.Candidates;
        var table = new TextTable(["#", "candidate", .. result.Figures.Select(figure => figure.Name)]) { Figures = ["#", .. result.Figures.Select(figure => figure.Name)] };
        var place = 1;
        foreach (var group in result.Order)
        {
            foreach (var candidate in group)
            {
                table.Add([
                    place.ToString(CultureInfo.InvariantCulture), candidate,
                    .. result.Figures.Select(figure => VoteText.Of(figure.Values[candidates.IndexOf(candidate)]))]);
            }

            place += group.Length;
        }

        table.Write(text, "Order");
    }

    private static void Pairwise(StringBuilder text, TallyResult result)
    {
        if (result.Pairwise is not { } matrix || matrix.Candidates.Count > 12)
        {
            return;
        }

        var names = matrix.Candidates;
        var table = new TextTable(["prefer", .. names]) { Figures = names };
        for (var candidate = 0; candidate < names.Count; candidate++)
        {
            table.Add([names[candidate], .. Enumerable.Range(0, names.Count).Select(other =>
                other == candidate ? "." : matrix[candidate, other].ToString(CultureInfo.InvariantCulture))]);
        }

        table.Write(text, "Voters who prefer the candidate of the row to that of the column");
    }

    private static void Round(StringBuilder text, TallyRound round, bool hasPasses)
    {
        var table = new TextTable("candidate", "votes", "keeps", "and then") { Figures = ["votes", "keeps"] };
        var actions = round.Actions.ToLookup(action => action.Candidate, StringComparer.Ordinal);
        foreach (var tally in round.Tallies.OrderByDescending(tally => tally.Votes))
        {
            table.Add(tally.Candidate, VoteText.Of(tally.Votes), tally.KeepFactor is { } keeps ? VoteText.Of(keeps) : "", string.Join("; ", actions[tally.Candidate].Select(Sentence)));
        }

        foreach (var inactive in round.Inactive)
        {
            table.Add($"({EnumNames.Of(inactive.Reason).Replace('-', ' ')})", VoteText.Of(inactive.Votes), "", "");
        }

        if (!round.Residual.IsZero)
        {
            table.Add("(lost to rounding)", VoteText.Of(round.Residual), "", "");
        }

        var title = FormattableString.Invariant($"Round {round.Number}");
        title = hasPasses ? FormattableString.Invariant($"Pass {round.Pass}, round {round.Number}") : title;
        table.Write(text, round.Threshold is { } threshold ? $"{title}, threshold {VoteText.Of(threshold)}" : title);
        if (round.Note.Length > 0)
        {
            Line(text, "  " + round.Note);
        }

        foreach (var action in round.Actions.Where(action => !action.Transfers.IsEmpty))
        {
            Line(text, $"  From {action.Candidate}: {string.Join(", ", action.Transfers.Select(Sentence))}");
        }
    }

    private static string Sentence(TallyAction action) => $"{EnumNames.Of(action.Kind)}: {action.Why}";

    private static string Sentence(VoteTransfer transfer) =>
        $"{VoteText.Of(transfer.Votes)} to {transfer.To ?? (transfer.Reason is { } reason ? EnumNames.Of(reason).Replace('-', ' ') : "rounding")}";

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

    private static string Count(int count, string noun) => FormattableString.Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    // Names come from files: line breaks would tear the report, control characters could steer a terminal.
    private static void Line(StringBuilder text, string line)
    {
        foreach (var c in line)
        {
            text.Append(char.IsControl(c) ? ' ' : c);
        }

        text.Append('\n');
    }
}
