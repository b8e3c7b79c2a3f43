using CivicTech.Budgeting.Elections;
using CivicTech.Samples;

namespace Tally;

/// <summary>One election: a full report, or one JSON object.</summary>
public sealed class SingleTally(TallyRequest request, AppConsole console)
{
    public int Run(ElectionSource source, Tallier tallier)
    {
        var result = tallier.Tally(source);
        tallier.ReportRepairs(source.Name, result.Reading);
        if (request.Json)
        {
            console.WriteLine(TallyJson.Write(result, indented: true));
        }
        else
        {
            Report(result, tallier.IsReplay);
        }

        if (request.ReceiptFile is { } file)
        {
            OutputFile.Write(file, "receipt", result.Allocation.Receipt.ToJson() + "\n", console);
        }

        return result.Official is { Agrees: false } ? ExitCode.Findings : ExitCode.Fine;
    }

    private void Report(TallyResult result, bool isReplay)
    {
        if (request.IsDemo)
        {
            console.WriteLine("A built-in example: the city and its ballots are made up.\n");
        }

        console.WriteLine(Title(result.Allocation.Election));
        if (isReplay)
        {
            console.WriteLine($"The file names the rule '{Meta(result.Allocation.Election, "rule")}'.");
        }

        foreach (var note in result.Notes)
        {
            console.WriteLine($"Note: {note}");
        }

        console.WriteLine("");
        console.Write(result.Allocation.ToText());
        if (result.Official is { } official)
        {
            console.WriteLine($"\n{official}");
        }

        if (request.IsDemo && isReplay)
        {
            console.WriteLine("""

                What next?
                  --trace              shows every round
                  --receipt FILE       writes the receipt; --verify FILE recomputes it
                  --json               the same as data
                  --options '{"ties": ["lowest-cost"]}'
                                       breaks ties for the cheaper project: who wins the one of round 11?
                  --rule equal-shares@1
                                       lets the supporters of a project pay for it from equal shares of the budget
                  path/to/city.pb      tallies a file of your own; pabulib.org has more than a thousand
                  --help               says everything else
                """);
        }
    }

    private static string Title(Election election)
    {
        var description = Meta(election, "description");
        string[] facts = [Meta(election, "unit"), Meta(election, "instance"), Meta(election, "vote_type") + " ballots", Meta(election, "currency")];
        return $"{description}\n{string.Join(", ", facts.Where(fact => fact.Trim().Length > 0))}";
    }

    private static string Meta(Election election, string key) => election.Meta.GetValueOrDefault(key, "");
}
