using System.CommandLine;
using System.CommandLine.Help;
using CivicTech.Samples;

namespace CouncilElection;

/// <summary>The command line: what can be asked for, and how it is explained.</summary>
public sealed class CouncilCommand
{
    private const string About = """
        Counts the ballots of a council election: by several rules side by side, and by the first of them round by round.

        Without a FILE a built-in, made-up election is counted.

          CouncilElection                          the built-in election
          CouncilElection ward.blt                 a file: the rule for its number of seats, beside others
          CouncilElection ward.blt --seed "lottery of 2026-05-07: 4 8 15 16 23 42"
                                                   ties are drawn from a published text
          CouncilElection ward.blt --rule meek-stv@1 --rule stv@1
          CouncilElection ward.blt --receipt ward.receipt.json
          CouncilElection ward.blt --verify ward.receipt.json

        Files: BLT, PrefLib (soc, soi, toc, toi, cat), Condorcet Election Format (.cvotes), abc.yaml, Scottish ward tables,
        NIST SP 1500-103 cast vote records (JSON), and RCTab configurations with their cast vote records: these are counted
        by the rule that they describe.

        Results go to standard output, everything else to standard error.

        Exit codes: 0 all is well; 1 the file could not be counted, a tie is open, or a receipt does not hold; 2 the command
        line is wrong; 130 cancelled with Ctrl+C.
        """;

    private readonly Argument<string?> _path = new("FILE") { Description = "A ballot file", Arity = ArgumentArity.ZeroOrOne };

    private readonly Option<string[]> _rules = new("--rule")
    {
        HelpName = "ID",
        Description = "A rule to count by; may be given several times, the first is reported round by round. See --list-rules",
    };

    private readonly Option<string?> _options = new("--options") { HelpName = "JSON|@FILE", Description = "Options of the one --rule as a JSON object, or @ and the name of a file that holds it" };

    private readonly Option<int?> _seats = new("--seats") { HelpName = "N", Description = "How many are elected, where the file does not say it or something else is wanted" };

    private readonly Option<string?> _seed = new("--seed") { HelpName = "TEXT", Description = "Ties that a rule leaves to lot are drawn from this text, which should be published before it is known" };

    private readonly Option<string[]> _decisions = new("--decide")
    {
        HelpName = "ROUND:NAME,NAME",
        Description = "How officials decided a tie of the first rule: the round and all tied candidates, who wins the tie first",
    };

    private readonly Option<bool> _listRules = new("--list-rules") { Description = "List the rules with a summary each" };

    private readonly Option<bool> _ballots = new("--ballots") { Description = "Show the way of each different ballot through the count of the first rule" };

    private readonly Option<bool> _json = new("--json") { Description = "Write JSON" };

    private readonly Option<string?> _csv = new("--csv") { HelpName = "FILE", Description = "Write the rounds of the first rule as a table of comma-separated values" };

    private readonly Option<string?> _rctab = new("--rcvis") { HelpName = "FILE", Description = "Write the rounds of the first rule as RCTab's JSON, which RCVis draws" };

    private readonly Option<string?> _receipt = new("--receipt") { HelpName = "FILE", Description = "Write the receipt of the first rule, from which anyone with the same ballots can count again" };

    private readonly Option<string?> _verify = new("--verify") { HelpName = "RECEIPT", Description = "Count again what a receipt says, and say whether it holds or what differs" };

    public Command Command { get; }

    public CouncilCommand(Func<CouncilRequest, int> execute)
    {
        CommandLine.RefuseUnknownOptions(_path);
        Command = new Command("CouncilElection", About)
        {
            _path, _rules, _options, _seats, _seed, _decisions, _listRules, _ballots, _json, _csv, _rctab, _receipt, _verify, new HelpOption(),
        };
        Command.SetAction(parsed => execute(RequestOf(parsed)));
    }

    private CouncilRequest RequestOf(ParseResult parsed) => new()
    {
        Path = parsed.GetValue(_path),
        Rules = parsed.GetValue(_rules) ?? [],
        Options = parsed.GetValue(_options),
        Seats = parsed.GetValue(_seats),
        Seed = parsed.GetValue(_seed),
        Decisions = parsed.GetValue(_decisions) ?? [],
        ListRules = parsed.GetValue(_listRules),
        Ballots = parsed.GetValue(_ballots),
        Json = parsed.GetValue(_json),
        CsvFile = parsed.GetValue(_csv),
        RctabFile = parsed.GetValue(_rctab),
        ReceiptFile = parsed.GetValue(_receipt),
        VerifyFile = parsed.GetValue(_verify),
    };
}
