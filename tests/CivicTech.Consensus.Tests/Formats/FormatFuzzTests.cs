using CivicTech.Consensus.Formats;
using CivicTech.Consensus.Tallying;
using static CivicTech.Tests.Consensus.Formats.Ballots;
using static CivicTech.Tests.Consensus.Formats.CdfFiles;

namespace CivicTech.Tests.Consensus.Formats;

/// <summary>
/// Files broken at random: whatever is read, nothing but the documented exceptions escapes, nothing takes long, and what can be written is read
/// back as the same.
/// </summary>
public sealed class FormatFuzzTests
{
    private const string BltFile = "3 2\n[nick a b c]\n-3\n4 1 2 0\n2 a=b - 3 0\n4 1 2 0\n(x) 1 0\n0\n\"Ada\"\n\"Ben\"\n\"Cleo\"\n\"Board\"\n";
    private const string WardFile = "3,2,\n10,1,\n7,1,2,\n2,3,,1,\n7,1,2,\n\"Candidate 1\",\"Ada\",\"G\",\n\"Candidate 2\",\"Ben\",\"\",\n\"Candidate 3\",\"Cleo\",\"X\",\n\"Ward 1\",\n";
    private const string CvotesFile = "#/Candidates: A ; B;C\n#/Weight Allowed: true\n\nA > B = C * 42\nt , u || A > B # c\nC ^7 * 8\n/EMPTY_RANKING/ * 3\n";
    private const string Rows = "f,ess,,1,,,,,,Ada,undervote,Countess\nf,ess,,1,,,,,,\"Cleo\nBen\",,7\nf,ess,,1,,,,,,UWI,overvote,\nf,ess,,1,,,,,,Ada,undervote,Countess\n";

    private static readonly ByteMutator Mutator = new(
        " ", "\n", "\r\n", "\"", ",", ";", ":", "=", "-", "0", "1", "2", "{", "}", "[", "]", "(", ")", ">", "*", "^", "||", "#", "#/", "/*", "*/", "null", "true", "[nick a b]",
        "\0", "é", "\uFEFF", "9223372036854775807", "99999999999999999999", "2147483648", "1e9", "-1", "1.5", "overvote", "undervote", "\"Rank\": 1,", "/EMPTY_RANKING/", "{}", "\\ud800");

    private static readonly RctabConfig Config = RctabConfig.Read(Utf8(RctabFiles.Config()));

    [Fact]
    public void Blt_BrokenFiles_AreReadOrRefused() =>
        Run(Blt.TryRead, 2500, BltFile, BltFile.ReplaceLineEndings("\r\n"), "2 1 3 1 2 0 1 2 0 0 \"A\" \"B\" \"T\" \"S\"");

    [Fact]
    public void WardCsv_BrokenFiles_AreReadOrRefused() => Run(WardCsv.TryRead, 1500, WardFile, WardFile.ReplaceLineEndings("\r\n"));

    [Fact]
    public void Cvotes_BrokenFiles_AreReadOrRefused() => Run(Cvotes.TryRead, 1500, CvotesFile, "A > B * 2\nB\n");

    [Fact]
    public void PrefLib_BrokenFiles_AreReadOrRefused() => Run(
        (ReadOnlyMemory<byte> content, out ContestReading? reading, out BallotDiagnostic? problem) => ContestFiles.TryRead(content, "a.toi", out reading, out problem),
        1500,
        PrefLibTests.Orders,
        PrefLibTests.Categories,
        "2\n1,Ada\n2,Ben\n5,5,2\n3,2,1\n2,1,2\n");

    [Fact]
    public void AbcYaml_BrokenFiles_AreReadOrRefused() => Run(AbcYaml.TryRead, 1500, AbcYamlTests.Instance);

    [Fact]
    public void CdfJson_BrokenFiles_AreReadOrRefused() => Run(
        CdfJson.TryRead,
        1000,
        Report(Record(Mark("sa", At(1)), Mark("sb", At(2))) + "," + Record(Mark("sw", At(1)), Mark("sb2", At(1)))),
        Report(Record(Mark("sa", """{"NumberVotes": 1}"""))));

    [Fact]
    public void RctabNormalized_BrokenFiles_AreReadOrRefused() => Run(
        (ReadOnlyMemory<byte> content, out ContestReading? reading, out BallotDiagnostic? problem) => RctabCvr.TryReadNormalized(Config, content, out reading, out problem),
        1500,
        RctabFiles.Header + Rows,
        RctabFiles.Header + Rows.ReplaceLineEndings("\r\n"));

    [Fact]
    public void RctabGenericTable_BrokenFiles_AreReadOrRefused() => Run(
        (ReadOnlyMemory<byte> content, out ContestReading? reading, out BallotDiagnostic? problem) =>
        {
            try
            {
                reading = RctabCvr.Read(Config, _ => content);
                problem = null;
                return true;
            }
            catch (BallotFormatException exception)
            {
                reading = null;
                problem = exception.Diagnostic;
                return false;
            }
        },
        1500,
        "id,p,Ada,Countess,\"Cleo\",Write-In\n1,x,1,,2,\n2,y,1,,1,3\n");

    [Fact]
    public void RctabConfig_BrokenFiles_AreReadOrRefused() => Run(
        (ReadOnlyMemory<byte> content, out ContestReading? reading, out BallotDiagnostic? problem) =>
        {
            reading = null;
            return RctabConfig.TryRead(content, out _, out problem);
        },
        1500,
        RctabFiles.Config());

    [Fact]
    public void ContestFiles_BrokenFilesOfAnyFormat_AreReadOrRefused() => Run(
        (ReadOnlyMemory<byte> content, out ContestReading? reading, out BallotDiagnostic? problem) => ContestFiles.TryRead(content, "?", out reading, out problem),
        1500,
        BltFile,
        WardFile,
        CvotesFile,
        PrefLibTests.Orders,
        Report(Record(Mark("sa", At(1)))));

    private static void Run(TryRead tryRead, int files, params string[] seeds)
    {
        var contents = seeds.Select(Utf8).ToArray();
        Assert.All(contents, content => Assert.True(tryRead(content, out _, out var problem), $"{problem}"));
        new BrokenFiles(Mutator, contents, TimeSpan.FromSeconds(5)).Try(files, oneIn: 50, (file, _) => Try(tryRead, file));
    }

    private static bool Try(TryRead tryRead, byte[] file)
    {
        if (!tryRead(file, out var reading, out var problem))
        {
            Assert.NotEmpty(problem!.Message);
            return false;
        }

        if (reading is not null)
        {
            var contest = reading.Contest;
            Assert.Equal(contest.Profile.Voters, contest.Batches.Sum(batch => batch.Ballots));
            WriteAgain(contest, Blt.Write, Blt.TryRead);
            WriteAgain(contest, Cvotes.Write, Cvotes.TryRead);
            WriteAgain(contest, PrefLib.Write, PrefLib.TryRead);
            if (contest.Profile.Voters < 100)
            {
                WriteAgain(contest, one => CdfJson.Write(one, DateTimeOffset.UnixEpoch), CdfJson.TryRead);
            }
        }

        return true;
    }

    // A format that has no place for a contest says so.
    private static void WriteAgain(Contest contest, Func<Contest, byte[]> write, TryRead tryRead)
    {
        byte[] file;
        try
        {
            file = write(contest);
        }
        catch (ArgumentException exception)
        {
            Assert.NotEmpty(exception.Message);
            return;
        }

        Assert.True(tryRead(file, out var again, out var problem), $"{problem}");
        Assert.Equal(contest.Profile.Digest, again!.Contest.Profile.Digest);
    }
}
