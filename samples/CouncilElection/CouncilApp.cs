using CivicTech;
using CivicTech.Consensus.Tallying;
using CivicTech.Receipts;
using CivicTech.Samples;

namespace CouncilElection;

/// <summary>The app without its process, so that tests can run it: arguments in, texts and an exit code out.</summary>
public sealed class CouncilApp(RuleRegistry rules, AppConsole console)
{
    public int Run(IReadOnlyList<string> args, CancellationToken cancellation) =>
        CommandLine.Run(new CouncilCommand(request => Execute(request, cancellation)).Command, args, console);

    private int Execute(CouncilRequest request, CancellationToken cancellation)
    {
        request.Check();
        if (request.ListRules)
        {
            return ListRules();
        }

        var ballots = BallotFile.Read(request);
        foreach (var remark in ballots.Remarks)
        {
            console.Error(remark);
        }

        return request.VerifyFile is { } receipt ? Verify(receipt, ballots, request.Json) : Count(request, ballots, cancellation);
    }

    private int Count(CouncilRequest request, BallotFile ballots, CancellationToken cancellation)
    {
        var counts = RuleSet.Of(request, ballots, rules).Count(ballots, cancellation);
        var first = counts[0].Result;
        if (request.Json)
        {
            console.WriteLine(CouncilJson.Write(ballots.Name, counts));
        }
        else
        {
            new CouncilReport(request, console).Write(ballots, counts, rules);
        }

        if (request.CsvFile is { } csv)
        {
            OutputFile.Write(csv, "table of rounds", first.ToCsv(), console);
        }

        if (request.RctabFile is { } rctab)
        {
            OutputFile.Write(rctab, "report for RCVis", JsonText.Of(first.ToRctabJson(), indented: true) + "\n", console);
        }

        if (request.ReceiptFile is { } file)
        {
            OutputFile.Write(file, "receipt", first.Receipt.ToJson() + "\n", console);
        }

        return first.Status is TallyStatus.OpenTie or TallyStatus.SeveralOutcomes ? ExitCode.Findings : ExitCode.Fine;
    }

    private int Verify(string file, BallotFile ballots, bool json)
    {
        try
        {
            var receipt = Receipt.Parse(File.ReadAllText(file));
            var verification = TallyReceipt.Verify(receipt, ballots.Contest, rules);
            console.WriteLine(json
                ? VerificationText.Json(ballots.Name, receipt, verification)
                : VerificationText.Of(receipt, verification,
                    VerificationText.States(receipt, "profile", ballots.Contest.Profile.Digest) ? [] : ["It is about other ballots than those of the file."]));
            return verification.Holds ? ExitCode.Fine : ExitCode.Findings;
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            throw InputException.At(file, exception.Message);
        }
        catch (ArgumentException exception)
        {
            throw InputException.At(file, InputException.Plain(exception));
        }
    }

    private int ListRules()
    {
        var counting = rules.All.Where(rule => typeof(ITallyRule).IsAssignableFrom(rule.RuleType)).ToList();
        var width = counting.Max(rule => rule.Id.Length);
        foreach (var rule in counting)
        {
            console.WriteLine($"{rule.Id.PadRight(width)}  {rule.Summary}");
        }

        return ExitCode.Fine;
    }
}
