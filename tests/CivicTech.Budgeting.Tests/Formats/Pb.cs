using System.Globalization;
using System.Text;
using CivicTech.Ballots;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Formats;

namespace CivicTech.Tests.Budgeting;

/// <summary>Small files. The default one keeps to the format; votes begin in line 21.</summary>
internal static class Pb
{
    public const string Projects = "project_id;cost\nA;10\nB;20.5\nC;30\n";

    public const string Votes = "voter_id;vote\n1;A,B\n2;B\n";

    public static string File(string votes = Votes, string projects = Projects, string type = "approval", string extraMeta = "", string budget = "50") =>
        string.Create(CultureInfo.InvariantCulture, $"""
        META
        key;value
        description;Test
        country;Nowhere
        unit;Springfield
        instance;2026
        num_projects;{Rows(projects)}
        num_votes;{Rows(votes)}
        budget;{budget}
        vote_type;{type}
        rule;greedy
        date_begin;2026
        date_end;01.05.2026
        {extraMeta}PROJECTS
        {projects}VOTES
        {votes}
        """);

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static PabulibReading Lenient(string file) => Pabulib.Read(Bytes(file), PabulibReadOptions.Lenient);

    public static Election Strict(string file) => Pabulib.ReadElection(Bytes(file));

    /// <summary>What a refusal says: <c>code@line:column</c>.</summary>
    public static string Refusal(byte[] file, PabulibReadOptions options)
    {
        var exception = Assert.Throws<PabulibFormatException>(() => Pabulib.Read(file, options));
        Assert.StartsWith(PlaceText(exception.Diagnostic), exception.Message, StringComparison.Ordinal);
        return Short(exception.Diagnostic);
    }

    public static string Short(PabulibDiagnostic diagnostic) =>
        string.Create(CultureInfo.InvariantCulture, $"{diagnostic.Code}@{diagnostic.Line}:{diagnostic.Column}");

    public static string Repairs(PabulibReading reading) => string.Join(' ', reading.Repairs.Select(Short));

    /// <summary>The ballots as <c>2*A,B | 1*C</c>, in a stated order; scores as <c>A=2</c>.</summary>
    public static string Ballots(Election election)
    {
        var profile = election.Profile;
        var texts = Enumerable.Range(0, profile.DistinctBallots).Select(ballot =>
        {
            var named = profile.CandidatesOf(ballot).ToArray();
            var cells = profile is CardinalProfile cardinal
                ? named.Select((candidate, i) => $"{profile.Candidates[candidate]}={cardinal.ScoresOf(ballot)[i]}")
                : named.Select(candidate => profile.Candidates[candidate]);
            return $"{profile.WeightOf(ballot)}*{string.Join(',', cells)}";
        });
        return string.Join(" | ", texts.Order(StringComparer.Ordinal));
    }

    private static string PlaceText(PabulibDiagnostic diagnostic) => (diagnostic.Line, diagnostic.Column) switch
    {
        (0, _) => "",
        (_, 0) => $"line {diagnostic.Line}: ",
        _ => $"line {diagnostic.Line}, column {diagnostic.Column}: ",
    };

    private static int Rows(string section) => section.Count(c => c == '\n') - 1;
}
