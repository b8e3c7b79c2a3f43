using CivicTech;
using CivicTech.Consensus.Tallying;
using CivicTech.Samples;

namespace CouncilElection;

/// <summary>The report for people.</summary>
public sealed class CouncilReport(CouncilRequest request, AppConsole console)
{
    public void Write(BallotFile ballots, IReadOnlyList<RuleCount> counts, RuleRegistry rules)
    {
        if (request.IsDemo)
        {
            console.WriteLine("A built-in example: the ward and its ballots are made up.\n");
            if (request.LotSeed == DemoLot.Seed)
            {
                console.WriteLine(DemoLot.Story + "\n");
            }
        }

        WriteSideBySide(counts);
        console.WriteLine($"\n{counts[0].Name}, round by round\n");
        console.Write(counts[0].Result.ToText());
        if (request.Ballots)
        {
            WriteBallots(ballots.Contest, counts[0].Result);
        }

        var verification = TallyReceipt.Verify(counts[0].Result.Receipt, ballots.Contest, rules);
        console.WriteLine(verification.Holds ? "Counted again from the receipt: it holds." : $"Counted again from the receipt: it does not hold.\n{verification}");
        WriteHints(counts[0].Result);
    }

    private void WriteSideBySide(IReadOnlyList<RuleCount> counts)
    {
        console.WriteLine("Who is elected, rule by rule");
        var width = counts.Max(count => count.Name.Length);
        foreach (var count in counts)
        {
            console.WriteLine($"  {count.Name.PadRight(width)}  {Outcome(count.Result)}");
        }
    }

    private static string Outcome(TallyResult result)
    {
        var elected = result.Elected.IsEmpty ? "nobody" : string.Join(", ", result.Elected);
        return result.Status switch
        {
            TallyStatus.Decided => elected,
            TallyStatus.OpenTie => $"open: a tie of {string.Join(", ", result.OpenTie!.Tied)}; certain so far: {elected}",
            TallyStatus.SeveralOutcomes => string.Join(" | ", result.Outcomes.Select(outcome => string.Join(", ", outcome))),
            _ => $"stopped; the best so far: {elected}",
        };
    }

    private void WriteBallots(Contest contest, TallyResult result)
    {
        console.WriteLine("\nThe way of each ballot");
        foreach (var path in result.BallotPaths())
        {
            var ranked = string.Join(" > ", contest.Profile.CandidatesOf(path.Ballot).ToArray().Select(candidate => contest.Candidates[candidate]));
            var steps = path.Steps.Select(step =>
                $"round {step.Round}: {step.Candidate ?? $"nobody ({step.Inactive})"}{(step.Value == 1 ? "" : $" at {step.Value}")}");
            console.WriteLine($"  {path.Weight} x {(ranked.Length > 0 ? ranked : "(nobody)")}: {string.Join("; ", steps)}");
        }

        console.WriteLine("");
    }

    private void WriteHints(TallyResult first)
    {
        if (first.OpenTie is { } open)
        {
            console.WriteLine($"""

                A tie is open. Draw it from a text that nobody could know before:
                  --seed "the numbers of a lottery"
                or let officials decide it and tell the count:
                  --decide "{open.Round}:{string.Join(",", open.Tied)}"      (who wins the tie first)
                """);
        }
        else if (request.IsDemo)
        {
            console.WriteLine("""

                What next?
                  --ballots            shows the way of each ballot
                  --receipt FILE       writes the receipt; --verify FILE counts it again
                  --csv FILE, --rcvis FILE, --json
                                       the same as a table, for RCVis, and as data
                  --rule meek-stv@1    another rule round by round; --list-rules shows all
                  path/to/ward.blt     a file of your own
                  --help               says everything else
                """);
        }
    }
}
