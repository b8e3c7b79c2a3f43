using CivicTech;
using CivicTech.Samples;

namespace Tally;

/// <summary>The app without its process, so that tests can run it: arguments in, texts and an exit code out.</summary>
public sealed class TallyApp(RuleRegistry rules, AppConsole console)
{
    public int Run(IReadOnlyList<string> args, CancellationToken cancellation) =>
        CommandLine.Run(new TallyCommand(request => Execute(request, cancellation)).Command, args, console);

    private int Execute(TallyRequest request, CancellationToken cancellation)
    {
        request.Check();
        if (request.ListRules)
        {
            return RuleList.Write(rules.All, console);
        }

        var choice = RuleChoice.Of(request, rules);
        var sources = request.IsDemo ? [ElectionSource.BuiltIn] : ElectionSource.Find(request.Paths);
        request.CheckCount(sources.Count);
        var tallier = new Tallier(choice, request, console, cancellation);
        return request.VerifyFile is { } receipt ? new ReceiptCheck(rules, console).Run(receipt, sources[0], tallier, request.Json)
            : sources.Count == 1 ? new SingleTally(request, console).Run(sources[0], tallier)
            : new BatchTally(request, console).Run(sources, tallier);
    }
}
