using System.CommandLine;
using System.CommandLine.Invocation;

namespace CivicTech.Samples;

/// <summary>What every app does with its command line.</summary>
public static class CommandLine
{
    /// <summary>Runs a command to its exit code; what is wrong with the command line or with an input becomes a message.</summary>
    public static int Run(Command command, IReadOnlyList<string> args, AppConsole console)
    {
        // An @ in front of a file name belongs to the app: the parser must not read response files.
        var parsed = command.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
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
        catch (InputException failure)
        {
            console.Error(failure.Message);
            return ExitCode.Findings;
        }
        catch (OperationCanceledException)
        {
            console.Error("Cancelled.");
            return ExitCode.Cancelled;
        }

        int Refuse(string message)
        {
            console.Error(message);
            console.Error($"Run {command.Name} --help to see what can be asked for.");
            return ExitCode.WrongUsage;
        }
    }

    /// <summary>What looks like an option is not a file; a file of such a name is written ./--name.</summary>
    public static void RefuseUnknownOptions(Argument paths) => paths.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
        {
            result.AddError($"There is no option '{token.Value}'.");
        }
    });
}
