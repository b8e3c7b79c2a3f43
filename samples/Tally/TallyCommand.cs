using System.CommandLine;
using System.CommandLine.Help;
using CivicTech.Samples;

namespace Tally;

/// <summary>The command line: what can be asked for, and how it is explained.</summary>
public sealed class TallyCommand
{
    private const string About = """
        Tallies participatory-budget elections: which projects are funded, in which order, and why the others are not.

        Without FILES a built-in, made-up election is tallied by the rule that its file names.

          Tally                             the built-in election
          Tally city.pb                     one file: a full report
          Tally city.pb --replay            by the file's own rule, compared with its official outcome
          Tally elections/ --replay         all .pb files of a folder: one line each
          Tally city.pb --options '{"minimumScore": "100", "ties": ["lowest-cost", "lot:2026-05-01"]}'
          Tally city.pb --rule equal-shares@1 --options '{"completion": "utilitarian"}'

        Files are in the Pabulib format (.pb, see pabulib.org/format). Results go to standard output, everything else to
        standard error.

        Exit codes: 0 all is well; 1 a file could not be tallied, an outcome differs from the official one, or a receipt
        does not hold; 2 the command line is wrong; 130 cancelled with Ctrl+C.
        """;

    private readonly Argument<string[]> _paths = new("FILES")
    {
        Description = "Pabulib files, and folders of which every *.pb is read in the order of names",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _rule = new("--rule") { HelpName = "ID", Description = "The rule to apply: greedy@1 unless said otherwise; see --list-rules" };

    private readonly Option<string?> _options = new("--options")
    {
        HelpName = "JSON|@FILE",
        Description = "Options of the rule as a JSON object, or @ and the name of a file that holds it; see docs/rules",
    };

    private readonly Option<bool> _replay = new("--replay") { Description = "Apply the rule that the file itself names, and compare with the projects that it says were selected" };

    private readonly Option<bool> _declared = new("--declared") { Description = "With --replay: take votes and points as the file declares them, for files that hold only part of the ballots" };

    private readonly Option<bool> _strict = new("--strict") { Description = "Refuse files that depart from the format instead of repairing what is clear" };

    private readonly Option<bool> _trace = new("--trace") { Description = "Show every round: which project was considered and what was left" };

    private readonly Option<bool> _json = new("--json") { Description = "Write JSON: one object for one election, one object a line (JSON Lines) for several" };

    private readonly Option<string?> _receipt = new("--receipt") { HelpName = "FILE", Description = "Write the receipt, from which anyone with the same ballots can recompute the outcome" };

    private readonly Option<string?> _verify = new("--verify") { HelpName = "RECEIPT", Description = "Recompute a receipt from the election, and say whether it holds or what differs" };

    private readonly Option<bool> _listRules = new("--list-rules") { Description = "List the rules with a summary each" };

    public Command Command { get; }

    public TallyCommand(Func<TallyRequest, int> execute)
    {
        CommandLine.RefuseUnknownOptions(_paths);
        Command = new Command("Tally", About)
        {
            _paths, _rule, _options, _listRules, _replay, _declared, _strict, _trace, _json, _receipt, _verify, new HelpOption(),
        };
        Command.SetAction(parsed => execute(RequestOf(parsed)));
    }

    private TallyRequest RequestOf(ParseResult parsed) => new()
    {
        Paths = parsed.GetValue(_paths) ?? [],
        Rule = parsed.GetValue(_rule),
        Options = parsed.GetValue(_options),
        ListRules = parsed.GetValue(_listRules),
        Replay = parsed.GetValue(_replay),
        Declared = parsed.GetValue(_declared),
        Strict = parsed.GetValue(_strict),
        Trace = parsed.GetValue(_trace),
        Json = parsed.GetValue(_json),
        ReceiptFile = parsed.GetValue(_receipt),
        VerifyFile = parsed.GetValue(_verify),
    };
}
