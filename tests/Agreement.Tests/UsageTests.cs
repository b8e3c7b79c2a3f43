namespace Agreement.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("There is no option '--bogus'.\n", "--bogus")]
    [InlineData("Unrecognized command or argument 'b.csv'.\n", "a.csv", "b.csv")]
    [InlineData("--missing is 'drop': expected refuse, listwise-items, listwise-raters or incomplete.\n", "--missing", "drop")]
    [InlineData("--constant is 'Count': expected exclude, count or reject.\n", "--constant", "Count")]
    [InlineData("--permutations is '-1': expected a number from 0 to 10000000.\n", "--permutations", "-1")]
    [InlineData("--permutations is '10000001': expected a number from 0 to 10000000.\n", "--permutations", "10000001")]
    [InlineData("--seed is '1.5': expected a number from 0 to 18446744073709551615.\n", "--seed", "1.5")]
    [InlineData("--level is '95': expected a number from 0.5 to 0.9999.\n", "--level", "95")]
    [InlineData("--level is '0,95': expected a number from 0.5 to 0.9999.\n", "--level", "0,95")]
    [InlineData("--level is 'NaN': expected a number from 0.5 to 0.9999.\n", "--level", "NaN")]
    [InlineData("--transposed and --weights say how FILE is written: name a file.\n", "--transposed")]
    [InlineData("--transposed and --weights say how FILE is written: name a file.\n", "--weights", "people")]
    public void Run_WrongUsage_SaysWhatIsWrongAndReturns2(string expected, params string[] args)
    {
        var run = Run.Of(args);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(expected + "Run Agreement --help to see what can be asked for.\n", run.Error);
    }

    [Theory]
    [InlineData("--level", "0.5")]
    [InlineData("--level", "0.9999")]
    [InlineData("--permutations", "0")]
    [InlineData("--seed", "18446744073709551615")]
    public void Run_NumberAtTheEndOfItsRange_IsAccepted(params string[] args)
    {
        var file = _folder.Write("a.csv", "rater,A,B,C\nx,1,2,3\ny,1,3,2\n");

        Assert.Equal((0, ""), (Run.Of([file, .. args]).ExitCode, Run.Of([file, .. args]).Error));
    }

    [Fact]
    public void Run_NoSuchFile_SaysSoAndReturns1()
    {
        var run = Run.Of("no-such.csv");

        Assert.Equal((1, "", "no-such.csv: there is no such file.\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void Run_Folder_SaysSoAndReturns1()
    {
        var run = Run.Of(_folder.Name);

        Assert.Equal((1, "", $"{_folder.Name}: this is a folder: expected a file.\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void Run_NoSuchLaterFile_WritesNoHalfReport()
    {
        var run = Run.Of("--compare", "no-such.csv");

        Assert.Equal((1, "", "no-such.csv: there is no such file.\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void Run_Cancelled_Returns130()
    {
        var run = Run.Of(showsProgress: false, new CancellationToken(canceled: true));

        Assert.Equal((130, "", "Cancelled.\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void Run_Progress_StandsOnStandardErrorAndIsClearedAgain()
    {
        var run = Run.Of(showsProgress: true, CancellationToken.None, _folder.Write("a.csv", "rater,A,B,C\nx,1,2,3\ny,1,3,2\n"));

        Assert.Contains("\ra.csv: measuring agreement", run.Error, StringComparison.Ordinal);
        Assert.EndsWith(" \r", run.Error, StringComparison.Ordinal);
    }
}
