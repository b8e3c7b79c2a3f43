using System.CommandLine;
using System.CommandLine.Help;
using CivicTech.Consensus.Concordance;
using CivicTech.Samples;

namespace Agreement;

/// <summary>The command line: what can be asked for, and how it is explained.</summary>
public sealed class AgreementCommand
{
    private const string About = """
        Says how much a panel agrees on the order of items: Kendall's coefficient of concordance W, whether it is more than
        chance, what the panel puts first, and who stands against the others.

        Without FILE a built-in, made-up panel is analysed.

          Agreement                                        the built-in panel
          Agreement ratings.csv                            a file of your own
          Agreement ratings.csv --missing listwise-items   leaves out items that somebody did not rate
          Agreement round1.csv --compare round2.csv        and how agreement changed between two rounds

        FILE is a table as text (CSV), in UTF-8. The first line names the items, every other line is a rater: first who, then
        one rating an item. A higher number ranks higher; where the numbers are places (1 = first), all figures are the same,
        and the list of items is upside down.

          resident,Buses,Library,"Parks, large"
          Amira,3,5,4
          Zoë,2.5,,4

        Numbers have a decimal point. An empty cell, NA or - says: not rated. The first comma, semicolon or tab of the first
        line is what separates cells. Lines without any text are skipped.

        Results go to standard output, everything else to standard error.

        Exit codes: 0 all is well; 1 a file cannot be analysed; 2 the command line is wrong; 130 cancelled with Ctrl+C.
        """;

    private static readonly ConcordanceOptions Defaults = new();

    private readonly Argument<string?> _file = new("FILE") { Description = "Ratings as CSV", Arity = ArgumentArity.ZeroOrOne };

    private readonly Option<string?> _compare = new("--compare")
    {
        HelpName = "LATER",
        Description = "Ratings of a later round: how agreement changed, on the raters and items of both files",
    };

    private readonly Option<bool> _transposed = new("--transposed") { Description = "Files have one line an item and one column a rater" };

    private readonly Option<string?> _weights = new("--weights")
    {
        HelpName = "NAME",
        Description = "The column (with --transposed the line) that says how often each rater counts, a whole number from 1",
    };

    private readonly Option<MissingRatings?> _missing = OptionKinds.Choice(
        "--missing",
        "HOW",
        "Where ratings are missing: refuse the file (the default); listwise-items or listwise-raters, leave out every item or every rater "
        + "with a gap; incomplete, keep all, which leaves W undefined and gives other measures",
        ("refuse", MissingRatings.Refuse),
        ("listwise-items", MissingRatings.ListwiseItems),
        ("listwise-raters", MissingRatings.ListwiseRaters),
        ("incomplete", MissingRatings.IncompleteBlocks));

    private readonly Option<ConstantRaters?> _constant = OptionKinds.Choice(
        "--constant",
        "HOW",
        "Raters who gave the same rating to every item: exclude them (the default); count them, as other programs do; reject the file",
        ("exclude", ConstantRaters.Exclude),
        ("count", ConstantRaters.Count),
        ("reject", ConstantRaters.Reject));

    private readonly Option<int?> _permutations = OptionKinds.Number(
        "--permutations",
        "N",
        FormattableString.Invariant($"How many random permutations are drawn where p cannot be counted exactly: {Defaults.Permutations} by default"),
        0,
        10_000_000);

    private readonly Option<ulong?> _seed = OptionKinds.Number(
        "--seed",
        "N",
        FormattableString.Invariant($"Where the generator of permutations starts: {Defaults.Seed} by default; the same seed gives the same p"),
        ulong.MinValue,
        ulong.MaxValue);

    private readonly Option<double?> _level = OptionKinds.Number(
        "--level",
        "L",
        FormattableString.Invariant($"The confidence of intervals: {Defaults.ConfidenceLevel} by default"),
        0.5,
        0.9999);

    private readonly Option<bool> _json = new("--json") { Description = "Write everything as one JSON object" };

    public AgreementCommand(Func<AgreementRequest, int> execute)
    {
        CommandLine.RefuseUnknownOptions(_file);
        Command = new Command("Agreement", About)
        {
            _file, _compare, _transposed, _weights, _missing, _constant, _permutations, _seed, _level, _json, new HelpOption(),
        };
        Command.SetAction(parsed => execute(RequestOf(parsed)));
    }

    public Command Command { get; }

    private AgreementRequest RequestOf(ParseResult parsed) => new()
    {
        File = parsed.GetValue(_file),
        LaterFile = parsed.GetValue(_compare),
        Transposed = parsed.GetValue(_transposed),
        Weights = parsed.GetValue(_weights),
        Missing = parsed.GetValue(_missing),
        Constant = parsed.GetValue(_constant),
        Permutations = parsed.GetValue(_permutations),
        Seed = parsed.GetValue(_seed),
        Level = parsed.GetValue(_level),
        Json = parsed.GetValue(_json),
    };
}
