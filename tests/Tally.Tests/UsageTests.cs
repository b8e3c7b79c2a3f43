namespace Tally.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("There is no option '--bogus'.", "--bogus")]
    [InlineData("There is no rule 'nope@1'; there are: ", "--rule", "nope@1")]
    [InlineData("The options of 'greedy@1' are not JSON: ", "--options", "{")]
    [InlineData("The options of 'greedy@1' are wrong: There is no option 'ordr'; there are: ", "--options", """{"ordr": "points"}""")]
    [InlineData("The options of 'equal-shares@1' are wrong: It must have 'stopWhenExhaustive', 'increment'. Path: $.addOne\n", "--rule", "equal-shares@1", "--options", """{"addOne": {"start": "integral"}}""")]
    [InlineData("The options of 'equal-shares@1' are wrong: There is no option 'stop'. Path: $.addOne.stop\n", "--rule", "equal-shares@1", "--options", """{"addOne": {"stop": true}}""")]
    [InlineData("The options of 'equal-shares@1' are wrong: Expected one of \"none\", \"utilitarian\", \"phragmen\". Path: $.completion\n", "--rule", "equal-shares@1", "--options", """{"completion": "add1"}""")]
    [InlineData("The options cannot be read: ", "--options", "@no-such-file.json")]
    [InlineData("--replay takes the rule from the file", "--replay", "--rule", "greedy@1")]
    [InlineData("--verify takes rule and options from the receipt", "--verify", "receipt.json", "--replay")]
    [InlineData("--receipt is for one election, not for 2.", "a.pb", "b.pb", "--receipt", "receipt.json")]
    public void Run_WrongUsage_SaysWhatIsWrongAndReturns2(string expected, params string[] args)
    {
        var run = Run.Of(args);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(expected, run.Error, StringComparison.Ordinal);
        Assert.EndsWith("Run Tally --help to see what can be asked for.\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OptionsFromAFile_AreApplied()
    {
        var options = _folder.Write("options.json", """{"minimumScore": "1000000"}""");

        Assert.Contains("Funded    0 of 24 projects", Run.Of("--options", "@" + options).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_RuleThatNeedsPoints_SaysSoAndReturns1()
    {
        var run = Run.Of("--options", """{"order": "points"}""");

        Assert.Equal((1, "Calderport2026.pb: The rule needs points, but Approval ballots carry none.\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public void Run_NoSuchFile_SaysSoAndReturns1()
    {
        var run = Run.Of("no-such.pb");

        Assert.Equal((1, "no-such.pb: there is no such file or folder.\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public void Run_FolderWithoutElections_SaysSoAndReturns1()
    {
        var run = Run.Of(_folder.Name);

        Assert.Equal((1, $"{_folder.Name}: the folder holds no .pb file.\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public void Run_RuleOfTheFileThatIsNotThere_SaysSoAndReturns1()
    {
        var run = Run.Of(_folder.Write("a.pb", SmallElection.File.Replace("rule;greedy", "rule;sortition", StringComparison.Ordinal)), "--replay");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("names the rule 'sortition', which this version does not have", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Cancelled_Returns130()
    {
        var run = Run.Of(showsProgress: false, new CancellationToken(canceled: true));

        Assert.Equal((130, "Cancelled.\n"), (run.ExitCode, run.Error));
    }
}
