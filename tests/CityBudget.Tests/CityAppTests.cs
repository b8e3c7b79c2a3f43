using CivicTech.Samples;

namespace CityBudget.Tests;

public sealed class CityAppTests
{
    [Fact]
    public void Run_AThousandVoters_PlaysToTheLastBenchAndTheReceiptHolds()
    {
        using var folder = new TemporaryFolder();
        var run = Run("--voters", "1000", "--ballots", folder.Name);

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Assert.Contains("The ballots", run.Error, StringComparison.Ordinal);
        Assert.Contains("more-police is eliminated, with a reason", run.Output, StringComparison.Ordinal);
        Assert.Contains("shade-trees-north has 120 supports, shade-trees-west 90; together 150 people", run.Output, StringComparison.Ordinal);
        Assert.Contains("finds the own: True", run.Output, StringComparison.Ordinal);
        Assert.Contains("The receipt holds.", run.Output, StringComparison.Ordinal);
        Assert.Contains("All projects", run.Output, StringComparison.Ordinal);
        Assert.Equal(["city.pb", "east.pb", "north.pb", "south.pb", "west.pb"], Directory.GetFiles(folder.Name).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(folder.Name), file => Assert.NotEmpty(CivicTech.Budgeting.Formats.Pabulib.ReadElection(file).Projects));
    }

    [Fact]
    public void Run_Twice_SaysTheSameButForCodesAndSpeed() => Assert.Equal(Digests(Run("--voters", "1000")), Digests(Run("--voters", "1000")));

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

    [Theory]
    [InlineData("--voters", "999")]
    [InlineData("--ballots", "no such folder")]
    public void Run_WhatCannotBe_IsSaid(string option, string value) => Assert.Contains(value == "999" ? "expected 1,000 to 1,000,000" : "there is no such folder", Run(option, value).Error, StringComparison.Ordinal);

    [Fact]
    public void Run_Diagram_WritesTheTable() => Assert.StartsWith("stateDiagram-v2", Run("--diagram").Output, StringComparison.Ordinal);

    [Fact]
    public void Run_UnknownOption_IsWrongUsage() => Assert.Equal(ExitCode.WrongUsage, Run("--colour").ExitCode);

    // The digest of the result has that of the codes in it, which are random; winners and votes are the same.
    private static string[] Digests(AppRun run) => [.. run.Output.Split('\n').SkipWhile(line => !line.StartsWith("Areas, in the order", StringComparison.Ordinal)).TakeWhile(line => !line.StartsWith("Digest", StringComparison.Ordinal))];

    private static AppRun Run(params string[] args) => AppRun.Of((output, error) => new CityApp(new AppConsole(output, error, showsProgress: false)).Run(args, CancellationToken.None));
}
