using System.CommandLine;
using System.CommandLine.Help;
using CivicTech.Samples;

namespace ExpertPanel;

/// <summary>The app without its process, so that tests can run it: arguments in, texts and an exit code out.</summary>
public sealed class PanelApp(AppConsole console)
{
    private const string About = """
        Plays a Delphi study of a made-up town in less than half a minute: which of its services could residents run? Seven
        panels of experts rate 168 services in three rounds. Between the rounds each sees how the others answered, never who.
        The study has a funnel of services, members who sit on several panels, one who declines, one who leaves, reminders,
        suggestions, mistakes that are refused, a rule that ends it, a report and a receipt that can be verified. At the end a
        made-up published table is checked for numbers that cannot be.

        People, answers and clock are made up; every run says the same.

          ExpertPanel                       the whole story
          ExpertPanel --report report.txt   and the report of the study as text
          ExpertPanel --json report.json    as JSON
          ExpertPanel --csv FOLDER          as tables, items.csv and panels.csv

        Results go to standard output, everything else to standard error.

        Exit codes: 0 all is well; 1 a file cannot be written, or the receipt does not hold; 2 the command line is wrong;
        130 cancelled with Ctrl+C.
        """;

    private readonly Option<string?> _report = new("--report") { HelpName = "FILE", Description = "Write the report as text" };

    private readonly Option<string?> _json = new("--json") { HelpName = "FILE", Description = "Write the report as JSON" };

    private readonly Option<string?> _csv = new("--csv") { HelpName = "FOLDER", Description = "Write the report as tables of comma-separated values into an existing folder" };

    public int Run(IReadOnlyList<string> args, CancellationToken cancellation)
    {
        var command = new Command("ExpertPanel", About) { _report, _json, _csv, new HelpOption() };
        command.SetAction(parsed => Play(parsed.GetValue(_report), parsed.GetValue(_json), parsed.GetValue(_csv), cancellation));
        return CommandLine.Run(command, args, console);
    }

    private int Play(string? text, string? json, string? folder, CancellationToken cancellation)
    {
        if (folder is not null && !Directory.Exists(folder))
        {
            throw new InputException($"{folder}: there is no such folder.");
        }

        var story = new Story(console);
        var isVerified = story.PlayAsync(cancellation).GetAwaiter().GetResult();
        Write(text, "report", story.Report.ToText());
        Write(json, "report", story.Report.ToJson());
        if (folder is not null)
        {
            Write(Path.Combine(folder, "items.csv"), "table of items", story.Report.ToItemsCsv());
            Write(Path.Combine(folder, "panels.csv"), "table of panels", story.Report.ToPanelsCsv());
        }

        return isVerified ? ExitCode.Fine : ExitCode.Findings;
    }

    private void Write(string? file, string noun, string content)
    {
        if (file is not null)
        {
            OutputFile.Write(file, noun, content, console);
        }
    }
}
