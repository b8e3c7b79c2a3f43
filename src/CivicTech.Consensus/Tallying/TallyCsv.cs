using System.Globalization;
using System.Text;
using CivicTech.Numerics;
using static CivicTech.Reports.CsvSheet;

namespace CivicTech.Consensus.Tallying;

/// <summary>
/// The rounds as a sheet: a line a candidate and a line for each other place where votes are, two columns a round, what is there and what then
/// comes or goes.
/// </summary>
internal static class TallyCsv
{
    internal static string Write(TallyResult result)
    {
        var text = new StringBuilder();
        var rounds = result.Rounds;
        Row(text, ["candidate", .. rounds.SelectMany(round => new[] { $"votes {Name(round, rounds[^1].Pass)}", $"change {Name(round, rounds[^1].Pass)}" }), "outcome"]);
        foreach (var candidate in result.Contest.Candidates.Where(candidate => candidate != result.Contest.UnnamedOvervote && !result.Contest.Withdrawn.Contains(candidate)))
        {
            Row(text, [Harmless(candidate), .. Cells(rounds, round => VotesOf(round, candidate)), OutcomeOf(result, candidate)]);
        }

        foreach (var reason in Enum.GetValues<InactiveReason>().Where(reason => rounds.Any(round => round.Inactive.Any(inactive => inactive.Reason == reason))))
        {
            Row(text, [$"({EnumNames.Of(reason)})", .. Cells(rounds, round => round.Inactive.FirstOrDefault(inactive => inactive.Reason == reason)?.Votes ?? Rational.Zero), ""]);
        }

        Row(text, ["(lost to rounding)", .. Cells(rounds, round => round.Residual), ""]);
        Row(text, ["(all)", .. rounds.SelectMany(round => new[] { round.Total.ToString(), "" }), ""]);
        Row(text, ["(threshold)", .. rounds.SelectMany(round => new[] { round.Threshold?.ToString() ?? "", "" }), ""]);
        return text.ToString();
    }

    private static string Name(TallyRound round, int passes) => passes > 1
        ? FormattableString.Invariant($"{round.Pass}.{round.Number}")
        : round.Number.ToString(CultureInfo.InvariantCulture);

    private static Rational? VotesOf(TallyRound round, string candidate) =>
        round.Tallies.FirstOrDefault(tally => tally.Candidate == candidate)?.Votes;

    private static IEnumerable<string> Cells(IReadOnlyList<TallyRound> rounds, Func<TallyRound, Rational?> votesIn)
    {
        for (var i = 0; i < rounds.Count; i++)
        {
            var votes = votesIn(rounds[i]);
            yield return votes?.ToString() ?? "";

            // What somebody who is out had goes away.
            var isFollowed = i + 1 < rounds.Count && rounds[i + 1].Pass == rounds[i].Pass;
            var change = isFollowed && votes is { } before ? (votesIn(rounds[i + 1]) ?? Rational.Zero) - before : Rational.Zero;
            yield return change.IsZero ? "" : change.Sign > 0 ? "+" + change : change.ToString();
        }
    }

    // Where seats are filled one after the other, who is out of one count stands again in the next: what is decided last counts.
    private static string OutcomeOf(TallyResult result, string candidate)
    {
        var decided = result.Rounds.SelectMany(round => round.Actions.Select(action => (Round: round, action.Candidate, action.Kind)))
            .Where(one => one.Candidate == candidate && one.Kind != TallyActionKind.Surplus).ToList();
        var elected = decided.FindIndex(one => one.Kind == TallyActionKind.Elected);
        return decided.Count == 0
            ? result.Elected.Contains(candidate) ? "elected" : ""
            : Told(decided[elected < 0 ? ^1 : elected]);

        string Told((TallyRound Round, string Candidate, TallyActionKind Kind) one) => $"{EnumNames.Of(one.Kind)} in round {Name(one.Round, result.Rounds[^1].Pass)}";
    }
}
