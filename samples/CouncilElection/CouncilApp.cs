using CivicTech;
using CivicTech.Consensus.Tallying;
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
            return RuleList.Write([.. rules.All.Where(rule => typeof(ITallyRule).IsAssignableFrom(rule.RuleType))], console);
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

    private int Verify(string file, BallotFile ballots, bool json) => VerificationText.Write(file, ballots.Name, json, console, receipt =>
    (
        TallyReceipt.Verify(receipt, ballots.Contest, rules),
        VerificationText.States(receipt, "profile", ballots.Contest.Profile.Digest) ? [] : ["It is about other ballots than those of the file."]
    ));
}
