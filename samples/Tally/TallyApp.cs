using System.CommandLine;
using System.CommandLine.Invocation;
using CivicTech;

namespace Tally;

/// <summary>The app without its process, so that tests can run it: arguments in, texts and an exit code out.</summary>
public sealed class TallyApp(RuleRegistry rules, TallyConsole console)
{
    public int Run(IReadOnlyList<string> args, CancellationToken cancellation)
    {
        var parsed = new TallyCommand(request => Execute(request, cancellation)).Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            return Refuse(string.Join('\n', parsed.Errors.Select(error => error.Message)));
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = console.Output,
                Error = console.ErrorOutput,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (UsageException exception)
        {
            return Refuse(exception.Message);
        }
        catch (TallyException failure)
        {
            console.Error(failure.Message);
            return ExitCode.Findings;
        }
        catch (OperationCanceledException)
        {
            console.Error("Cancelled.");
            return ExitCode.Cancelled;
        }
    }

    private int Execute(TallyRequest request, CancellationToken cancellation)
    {
        request.Check();
        if (request.ListRules)
        {
            return ListRules();
        }

        var choice = RuleChoice.Of(request, rules);
        var sources = request.IsDemo ? [ElectionSource.BuiltIn] : ElectionSource.Find(request.Paths);
        request.CheckCount(sources.Count);
        var tallier = new Tallier(choice, request, console, cancellation);
        return request.VerifyFile is { } receipt ? new ReceiptCheck(rules, console).Run(receipt, sources[0], tallier, request.Json)
            : sources.Count == 1 ? new SingleTally(request, console).Run(sources[0], tallier)
            : new BatchTally(request, console).Run(sources, tallier);
    }

    private int ListRules()
    {
        var width = rules.All.Max(rule => rule.Id.Length);
        foreach (var rule in rules.All)
        {
            console.WriteLine($"{rule.Id.PadRight(width)}  {rule.Summary}");
        }

        return ExitCode.Fine;
    }

    private int Refuse(string message)
    {
        console.Error(message);
        console.Error("Run Tally --help to see what can be asked for.");
        return ExitCode.WrongUsage;
    }
}
