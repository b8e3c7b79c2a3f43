using System.Text.Json.Nodes;

namespace CouncilElection.Tests;

public sealed class FilesTests
{
    private const string Tied = "3 1\n40 1 0\n30 2 3 0\n30 3 2 0\n0\n\"Ada\"\n\"Clara\"\n\"Dov\"\n\"A tied ward\"\n";

    [Fact]
    public void Run_OpenTie_SaysWhatToDoAndTakesTheDecision()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("tied.blt", Tied);

        var open = Run.Of(file, "--rule", "instant-runoff@1");
        Assert.Equal(1, open.ExitCode);
        Assert.Contains("--decide \"1:Clara,Dov\"", open.Output, StringComparison.Ordinal);

        var decided = Run.Of(file, "--rule", "instant-runoff@1", "--decide", "1:Dov,Clara");
        Assert.Equal(0, decided.ExitCode);
        Assert.Contains("Elected: Dov", decided.Output, StringComparison.Ordinal);

        var drawn = Run.Of(file, "--seed", "Lottery of 9 May 2026: 4 8 15 16 23 42");
        Assert.Equal(0, drawn.ExitCode);
        Assert.Contains("lot:Lottery of 9 May 2026: 4 8 15 16 23 42", drawn.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Receipt_IsVerifiedAndChangedBallotsAreSeen()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("tied.blt", Tied);
        var receipt = folder.Path("receipt.json");

        Assert.Equal(0, Run.Of(file, "--seed", "a lot", "--receipt", receipt).ExitCode);
        var holds = Run.Of(file, "--verify", receipt);
        Assert.Equal(0, holds.ExitCode);
        Assert.StartsWith("The receipt holds: sha256:", holds.Output, StringComparison.Ordinal);

        var other = Run.Of(folder.Write("other.blt", Tied.Replace("40 1", "41 1", StringComparison.Ordinal)), "--verify", receipt);
        Assert.Equal(1, other.ExitCode);
        Assert.Contains("It is about other ballots", other.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TableAndRcvis_AreWritten()
    {
        using var folder = new TemporaryFolder();
        var (csv, rcvis) = (folder.Path("rounds.csv"), folder.Path("rounds.json"));

        Assert.Equal(0, Run.Of("--csv", csv, "--rcvis", rcvis).ExitCode);

        Assert.StartsWith("candidate,votes 1,change 1,votes 2,", File.ReadAllText(csv), StringComparison.Ordinal);
        var report = JsonNode.Parse(File.ReadAllText(rcvis))!;
        Assert.Equal("136", report["results"]![0]!["threshold"]!.GetValue<string>());
        Assert.Equal("150", report["results"]![0]!["tally"]!["Ada Brook"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("votes.cvotes", "#/Candidates: Ada ; Bertie\nAda > Bertie * 3\nBertie * 2\n", "instant runoff")]
    [InlineData("votes.soc", "# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: Ada\n# ALTERNATIVE NAME 2: Bertie\n3: 1,2\n2: 2,1\n", "instant runoff")]
    [InlineData("votes.abc.yaml", "num_cand: 2\ncommitteesize: 1\nprofile: [[0],[0],[1]]\n", "approval-voting@1")]
    public void Run_OtherFormats_AreCounted(string name, string content, string firstRule)
    {
        using var folder = new TemporaryFolder();

        var run = Run.Of(folder.Write(name, content));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains($"{firstRule}, round by round", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3 1\n40 1 9 0\n0\n", "broken.blt")]
    [InlineData("nonsense", "broken.txt")]
    public void Run_BrokenFile_SaysWhereAndReturns1(string content, string name)
    {
        using var folder = new TemporaryFolder();

        var run = Run.Of(folder.Write(name, content));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(name, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--rule", "nonsense@1")]
    [InlineData("--options", "{}")]
    [InlineData("--rule", "stv@1", "--options", "{\"decimals\": 99}")]
    [InlineData("--decide", "x")]
    [InlineData("--seats", "0")]
    [InlineData("--verify", "r.json", "--ballots")]
    [InlineData("--nonsense")]
    public void Run_WrongUsage_Returns2(params string[] args)
    {
        var run = Run.Of(args);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NoSuchFile_Returns1() => Assert.Equal(1, Run.Of("missing.blt").ExitCode);
}
