using System.Text;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Formats;

namespace CivicTech.Tests.Budgeting;

/// <summary>Files broken at random: whatever is read, nothing but the documented exceptions escapes, and nothing takes long.</summary>
public sealed class PabulibFuzzTests
{
    private static readonly ByteMutator Mutator = new(
        ";", "\"", "\n", ",", "\r", "\r\n", "\"\"", ";;", "\";\"", "\t", "\0", " ", ".", "-", "1e9", "1/2", "0", "999999999", "None", "A", "B,B", "1,000",
        "META\n", "PROJECTS\n", "VOTES\n", "votes;\n", "key;value\n", "vote_type;ordinal\n", "vote_type;scoring\n", "budget;0,5\n", "max_length;1\n",
        "voter_id;vote;points\n", "99999999999999999999", "\uFEFF", "é", "min_project_score_threshold;x\n", "rule;equalshares\n",
        "categories;a,a\nbudget_per_category;1,2\n", "categories;a\nbudget_per_category;-1\n", "neighborhoods;n\nbudget_per_neighborhood;1/0\n");

    private static readonly byte[][] Seeds =
    [
        .. new[]
        {
            Pb.File(),
            Pb.File("vote;voter_id;age\nA;1;30\nB,C;2;31\n;3;\nC,A;4;\"x;\ny\"\n", type: "ordinal", extraMeta: "max_length;2\n").ReplaceLineEndings("\r\n"),
            Pb.File("voter_id;vote;points\n1;A,B;5,2\n2;B;3\n3;;\n4;C,A;1.5,2\n", "project_id;cost;votes;score;selected\nA;10;1;5;1\nB;20;2;5;0\nC;999999999;;;\n", "cumulative"),
            Pb.File("voter_id;vote\n1;abcdefghijklmnopq\n2;\"abcdefgh\"\n", "project_id;name;category;cost\nabcdefghijklmnopq;x;\"a,b\";1\nabcdefgh;\"y\"\"\";a;2\n",
                extraMeta: "categories;a,b\nbudget_per_category;5,6\nleftover_budget;Fund additional projects\n"),
            Pb.File(type: "choose-1").ReplaceLineEndings("\r"),
            Pb.File("points;voter_id;vote\n1,2;1;A,B\n3;2;C\n", type: "scoring", extraMeta: "default_score;0.5\nmin_points;0\nmax_points;3\n"),
        }.Select(Encoding.UTF8.GetBytes),
    ];

    [Fact]
    public void Read_BrokenFiles_GiveAnElectionOrTheDocumentedException() =>
        new BrokenFiles(Mutator, Seeds, TimeSpan.FromSeconds(2)).Try(20_000, oneIn: 20, Try);

    private static bool Try(byte[] file, SplitMix64 random)
    {
        var isLenient = Pabulib.TryRead(file, PabulibReadOptions.Lenient, out var election, out var repairs);
        var isStrict = Pabulib.TryRead(file, PabulibReadOptions.Strict, out var strict, out var refusals);
        if (isStrict)
        {
            // A strict reading accepts only what a lenient one need not change: both see the same election, and the careful way that
            // strict readings go gives what the fast way gives.
            Assert.True(isLenient, $"Strict but not lenient: {string.Join(' ', repairs)}");
            Same(strict!, election!);
        }
        else
        {
            Assert.Single(refusals);
        }

        using var stream = new ChunkedStream(file, random, random.Pick([1, 2, 7, 100]));
        if (isLenient)
        {
            var reading = Pabulib.Read(stream, PabulibReadOptions.Lenient);
            Same(election!, reading.Election);
            Assert.Equal(repairs.AsEnumerable(), reading.Repairs);
            Replay(election!);
        }
        else
        {
            Assert.Equal(Assert.Single(repairs), Assert.Throws<PabulibFormatException>(() => Pabulib.Read(stream, PabulibReadOptions.Lenient)).Diagnostic);
        }

        Document(file);
        return isLenient;
    }

    private static void Replay(Election election)
    {
        IAllocationRule rule;
        try
        {
            rule = PabulibReplay.Of(election).Rule;
        }
        catch (Exception exception) when (exception is NotSupportedException or FormatException)
        {
            // Documented: a rule that this version does not have, a number in META that cannot be read.
            Assert.NotEmpty(exception.Message);
            return;
        }

        if (rule is Greedy { Counts: CountSource.Declared } && election.Projects.Any(project => project.DeclaredVotes is null || project.DeclaredScore is null))
        {
            return;
        }

        var allocation = rule.Allocate(election);
        Assert.Equal(election.BudgetLimit, allocation.Cost + allocation.Unspent);
    }

    private static void Document(byte[] file)
    {
        PabulibDocument document;
        try
        {
            document = PabulibDocument.Parse(file);
        }
        catch (PabulibFormatException exception)
        {
            Assert.NotEmpty(exception.Message);
            return;
        }

        Assert.Equal(file, document.ToBytes());
    }

    private static void Same(Election expected, Election actual)
    {
        Assert.Equal(expected.Profile.Digest, actual.Profile.Digest);
        Assert.Equal(expected.ProjectsDigest, actual.ProjectsDigest);
    }
}
