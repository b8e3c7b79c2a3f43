using System.Text.Json.Nodes;

namespace Tally.Tests;

public sealed class FilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_OneFile_Reports()
    {
        var run = Run.Of(_folder.Write("small.pb", SmallElection.File), "--replay");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Golden.Verify(run.Output);
    }

    [Fact]
    public void Run_FileThatNamesEqualShares_SaysWhatWasAssumedAndAgrees()
    {
        var file = SmallElection.File.Replace("rule;greedy", "rule;equalshares/add1", StringComparison.Ordinal);

        var run = Run.Of(_folder.Write("small.pb", file), "--replay");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("The file names the rule 'equalshares/add1'.\nNote: The file does not say how ties are broken", run.Output, StringComparison.Ordinal);
        Assert.Contains("Endowment of each voter at the end of Add1: 54; increments: 29.", run.Output, StringComparison.Ordinal);
        Assert.Contains("The outcome agrees with the one that the file states", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OutcomeOtherThanOfficial_SaysHowAndReturns1()
    {
        var run = Run.Of(_folder.Write("small.pb", SmallElection.File.Replace("library;70;A library;0", "library;70;A library;1", StringComparison.Ordinal)), "--replay");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("officially funded, not here: library", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_SelectedByOtherMeans_IsNoDifference()
    {
        var run = Run.Of(_folder.Write("small.pb", SmallElection.File.Replace("library;70;A library;0", "library;70;A library;3", StringComparison.Ordinal)), "--replay");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("by other means than the rule, such as a reserve: library", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FolderWithABrokenFile_TalliesTheOthersAndReturns1()
    {
        _folder.Write("a.pb", SmallElection.File);
        _folder.Write("b.pb", "META\nkey;value\n");
        _folder.Write("c.pb", SmallElection.File.Replace("num_votes;4", "num_votes;5", StringComparison.Ordinal));

        var run = Run.Of(_folder.Name, "--replay");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"{_folder.Path("b.pb")}: the file ends without a section VOTES. [no-section]\n", run.Error);
        Golden.Verify(run.Output);
    }

    [Fact]
    public void Run_SeveralFilesAsJson_IsOneObjectALine()
    {
        _folder.Write("a.pb", SmallElection.File);
        _folder.Write("b.pb", "");

        var lines = Run.Of(_folder.Name, "--json").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();

        Assert.Equal(2, lines.Count);
        Assert.NotNull(lines[0]["allocation"]);
        Assert.Contains("[no-section]", lines[1]["error"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_RepairedFile_SaysWhatWasRepairedWhere()
    {
        var file = _folder.Write("small.pb", SmallElection.File.Replace("4;well", "4;well,pool", StringComparison.Ordinal));

        var run = Run.Of(file);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"{file}:24:8: the vote names project 'pool', which is not in PROJECTS; left out of the ballot. [unknown-project]", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Strict_RefusesWhatWouldBeRepaired()
    {
        var file = _folder.Write("small.pb", SmallElection.File.Replace("4;well", "4;well,pool", StringComparison.Ordinal));

        var run = Run.Of(file, "--strict");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"{file}:24:8: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ControlCharactersInAFile_DoNotReachTheTerminal()
    {
        var run = Run.Of(_folder.Write("small.pb", SmallElection.File.Replace("A park", "A \u001b[31mpark", StringComparison.Ordinal)));

        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public void Run_Progress_StandsOnStandardErrorAndIsClearedAgain()
    {
        var run = Run.Of(showsProgress: true, CancellationToken.None, _folder.Write("a.pb", SmallElection.File), _folder.Write("b.pb", SmallElection.File));

        Assert.Contains("\r2 of 2: b.pb", run.Error, StringComparison.Ordinal);
        Assert.EndsWith(" \r", run.Error, StringComparison.Ordinal);
    }
}
