using CivicTech.Samples;

namespace NeighbourhoodCampaign.Tests;

public sealed class CampaignAppTests
{
    [Fact]
    public void Run_WithoutArguments_PlaysToTheLastReportAndBalances()
    {
        var run = Run();

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.Contains("Refused: The time was over at 2026-05-31T22:00:00Z.", run.Output, StringComparison.Ordinal);
        Assert.Contains("gita    was never charged", run.Output, StringComparison.Ordinal);
        Assert.Equal(6, run.Output.Split("was charged once").Length - 1);
        Assert.Contains("The books: Succeeded, Completed", run.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing is left inside: every cent is with whom it belongs.", run.Output, StringComparison.Ordinal);
        Assert.Contains("The provider's own account says the same.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithFiles_KeepsTheDatabaseAndTheLedger()
    {
        using var folder = new TemporaryFolder();
        var (database, ledger) = (Path.Combine(folder.Name, "campaign.db"), Path.Combine(folder.Name, "ledger.csv"));

        var run = Run(database, "--csv", ledger);

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Assert.StartsWith("SQLite format 3", File.ReadAllText(database)[..15], StringComparison.Ordinal);
        Assert.Contains("playground", File.ReadAllText(ledger), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_DatabaseThatIsThere_IsLeftAlone()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Name, "precious.db");
        File.WriteAllText(file, "precious");

        var run = Run(file);

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.Contains("there is such a file already", run.Error, StringComparison.Ordinal);
        Assert.Equal("precious", File.ReadAllText(file));
    }

    [Fact]
    public void Run_Diagram_WritesTheTable() => Assert.StartsWith("stateDiagram-v2", Run("--diagram").Output, StringComparison.Ordinal);

    [Fact]
    public void Run_UnknownOption_IsWrongUsage() => Assert.Equal(ExitCode.WrongUsage, Run("--colour").ExitCode);

    private static AppRun Run(params string[] args) => AppRun.Of((output, error) => new CampaignApp(new AppConsole(output, error, showsProgress: false)).Run(args, CancellationToken.None));
}
