using System.Diagnostics;
using System.Globalization;
using System.Text;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Formats;

namespace CivicTech.Tests.Budgeting;

/// <summary>
/// Files broken at random: whatever is read, nothing but the documented exceptions escapes, and nothing takes long. The environment variable
/// CIVICTECH_FUZZ sets how many files are tried, CIVICTECH_FUZZ_SEED where they start.
/// </summary>
public sealed class PabulibFuzzTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

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
    public void Read_BrokenFiles_GiveAnElectionOrTheDocumentedException()
    {
        var count = Setting("CIVICTECH_FUZZ", 20_000);
        var start = (ulong)Setting("CIVICTECH_FUZZ_SEED", 0);
        var read = 0;
        for (var n = start; n < start + (ulong)count; n++)
        {
            var random = new SplitMix64(n);
            var file = new PbMutator(random).Mutate(random.Pick(Seeds));
            var watch = Stopwatch.StartNew();
            try
            {
                read += Try(file, random) ? 1 : 0;
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"File {n} ({Convert.ToBase64String(file)}): {exception}");
            }

            Assert.True(watch.Elapsed < Patience, $"File {n} took {watch.ElapsedMilliseconds} ms: {Convert.ToBase64String(file)}");
        }

        Assert.InRange(read, count / 20, count);
    }

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

    private static long Setting(string name, long otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? long.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
