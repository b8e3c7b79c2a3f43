using System.CommandLine;
using CivicTech.Budgeting.Cycles;
using CivicTech.Samples;
using CivicTech.Samples.Sqlite;

namespace CityBudget;

/// <summary>The app without its process, so that tests can run it: arguments in, texts and an exit code out.</summary>
public sealed class CityApp(AppConsole console)
{
    private const string About = """
        Plays a year of participatory budgeting in a made-up city, in half a minute: proposals, review, an appeal, grouping; a vote
        online and on paper, with people who try to cheat and a project that is withdrawn in the middle; the count by two rules
        side by side, a receipt that anybody can check, and the works until the last bench stands.

        Everything is kept in a SQLite database by a store, a ballot box and an electoral roll that a host might use. People and
        clock are made up; the same number of voters gives the same year.

          CityBudget                      20,000 voters, a temporary database
          CityBudget --voters 100000      more of them
          CityBudget city.db              a new database that is kept, to look at
          CityBudget --ballots FOLDER     the ballots as open data too, a Pabulib file an area

        Exit codes: 0 all is well; 1 a file cannot be written, or the result cannot be verified; 2 the command line is wrong;
        130 cancelled with Ctrl+C.
        """;

    private readonly Argument<string?> _path = new("FILE") { Description = "Where to keep the database; it must not exist yet", Arity = ArgumentArity.ZeroOrOne };

    private readonly Option<int> _voters = new("--voters") { HelpName = "NUMBER", Description = "How many people vote online: 1,000 to 1,000,000", DefaultValueFactory = _ => 20_000 };

    private readonly Option<string?> _ballots = new("--ballots") { HelpName = "FOLDER", Description = "Write the ballots as Pabulib files into an existing folder" };

    private readonly Option<bool> _diagram = new("--diagram") { Description = "Write the statuses of a cycle as a Mermaid diagram, and do nothing else" };

    public int Run(IReadOnlyList<string> args, CancellationToken cancellation)
    {
        var command = new RootCommand(About) { _path, _voters, _ballots, _diagram };
        CommandLine.RefuseUnknownOptions(_path);
        command.SetAction(parsed => parsed.GetValue(_diagram)
            ? Diagram()
            : Play(parsed.GetValue(_path), parsed.GetValue(_voters), parsed.GetValue(_ballots), cancellation));
        return CommandLine.Run(command, args, console);
    }

    private int Diagram()
    {
        console.Write(CycleStatuses.Table.ToMermaid());
        return ExitCode.Fine;
    }

    private int Play(string? path, int voters, string? folder, CancellationToken cancellation)
    {
        if (voters is < 1_000 or > 1_000_000)
        {
            throw new InputException($"--voters {voters}: expected 1,000 to 1,000,000.");
        }

        if (File.Exists(path))
        {
            throw new InputException($"{path}: there is such a file already; a new one is needed.");
        }

        if (folder is not null && !Directory.Exists(folder))
        {
            throw new InputException($"{folder}: there is no such folder.");
        }

        using var database = new DatabaseFile(path);
        var story = new Story(database.ConnectionString, voters, console);
        var isVerified = story.PlayAsync(cancellation).GetAwaiter().GetResult();
        if (folder is not null)
        {
            foreach (var (area, file) in story.Ballots)
            {
                OutputFile.Write(Path.Combine(folder, $"{area}.pb"), "ballots", file, console);
            }
        }

        return isVerified ? ExitCode.Fine : ExitCode.Findings;
    }
}
