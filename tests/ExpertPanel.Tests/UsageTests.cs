using CivicTech.Samples;

namespace ExpertPanel.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Unrecognized command or argument '--colour'.\n", "--colour")]
    [InlineData("Unrecognized command or argument 'study.json'.\n", "study.json")]
    [InlineData("Required argument missing for option: '--csv'.\n", "--csv")]
    public void Run_WrongUsage_SaysWhatIsWrongAndReturns2(string expected, params string[] args)
    {
        var run = Run.Of(args);

        Assert.Equal((ExitCode.WrongUsage, ""), (run.ExitCode, run.Output));
        Assert.Equal(expected + "Run ExpertPanel --help to see what can be asked for.\n", run.Error);
    }

    [Fact]
    public void Run_FolderThatIsNotThere_SaysSoBeforeTheStory()
    {
        var folder = _folder.Path("none");

        Assert.Equal(new AppRun(ExitCode.Findings, "", $"{folder}: there is no such folder.\n"), Run.Of("--csv", folder));
    }

    [Fact]
    public void Run_Help_ExplainsEverything()
    {
        var run = Run.Of("--help");

        Assert.Equal((ExitCode.Fine, ""), (run.ExitCode, run.Error));
        Golden.Verify(run.Output.TrimEnd());
    }

    [Fact]
    public void Run_Cancelled_Returns130()
    {
        var run = Run.Of(new CancellationToken(canceled: true));

        Assert.Equal((ExitCode.Cancelled, "Cancelled.\n"), (run.ExitCode, run.Error));
    }
}
