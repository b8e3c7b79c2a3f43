using System.CommandLine;
using CivicTech.Samples;
using CivicTech.Samples.Sqlite;

namespace NeighbourhoodCampaign;

/// <summary>The app without its process, so that tests can run it: arguments in, texts and an exit code out.</summary>
public sealed class CampaignApp(AppConsole console)
{
    private const string About = """
        Plays a campaign for a playground from the first draft to the report on what it brought about, in a few seconds: pledges,
        cards that are declined, a power failure in the middle of collecting, messages of the payment provider that come twice
        and in the wrong order, a disputed payment, payouts. At the end the books are shown, to the last cent.

        Everything is kept in a SQLite database by a store that a host might use. People, payments and clock are made up.

          NeighbourhoodCampaign                    a temporary database
          NeighbourhoodCampaign campaign.db        a new database that is kept, to look at
          NeighbourhoodCampaign --csv ledger.csv   the ledger as a table too

        Exit codes: 0 all is well; 1 a file cannot be written, or the books do not balance; 2 the command line is wrong;
        130 cancelled with Ctrl+C.
        """;

    private readonly Argument<string?> _path = new("FILE") { Description = "Where to keep the database; it must not exist yet", Arity = ArgumentArity.ZeroOrOne };

    private readonly Option<string?> _csv = new("--csv") { HelpName = "FILE", Description = "Write the ledger as a table of comma-separated values" };

    private readonly Option<bool> _diagram = new("--diagram") { Description = "Write the stages of a campaign as a Mermaid diagram, and do nothing else" };

    public int Run(IReadOnlyList<string> args, CancellationToken cancellation)
    {
        var command = new RootCommand(About) { _path, _csv, _diagram };
        CommandLine.RefuseUnknownOptions(_path);
        command.SetAction(parsed => parsed.GetValue(_diagram)
            ? Diagram()
            : Play(parsed.GetValue(_path), parsed.GetValue(_csv), cancellation));
        return CommandLine.Run(command, args, console);
    }

    private int Diagram()
    {
        console.Write(CivicTech.Crowdfunding.Campaigns.CampaignStages.Table.ToMermaid());
        return ExitCode.Fine;
    }

    private int Play(string? path, string? csv, CancellationToken cancellation)
    {
        if (File.Exists(path))
        {
            throw new InputException($"{path}: there is such a file already; a new one is needed.");
        }

        using var database = new DatabaseFile(path);
        var story = new Story(database.ConnectionString, console);
        var balances = story.PlayAsync(cancellation).GetAwaiter().GetResult();
        if (csv is not null)
        {
            OutputFile.Write(csv, "ledger", story.Ledger, console);
        }

        return balances ? ExitCode.Fine : ExitCode.Findings;
    }
}
