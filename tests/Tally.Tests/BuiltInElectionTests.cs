using System.Text.Json.Nodes;

namespace Tally.Tests;

public sealed class BuiltInElectionTests
{
    [Fact]
    public void Run_WithoutArguments_ReportsTheBuiltInElection()
    {
        var run = Run.Of();

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Golden.Verify(run.Output);
    }

    [Fact]
    public void Run_WithTrace_ShowsEveryRound()
    {
        var run = Run.Of("--trace");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Round 12: H16 costs 92000, 33000 is left: did not fit in round 12: 59000 was missing.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithAnotherTieKey_FundsTheOtherTiedProject()
    {
        var run = Run.Of("--json", "--options", """{"ties": ["lowest-cost"]}""");

        var funded = JsonNode.Parse(run.Output)!["allocation"]!["funded"]!.AsArray().Select(id => id!.GetValue<string>()).ToArray();
        Assert.Contains("H16", funded);
        Assert.DoesNotContain("H06", funded);
    }

    [Fact]
    public void Run_WithEqualShares_ExplainsItWithoutHintsAboutTheFilesRule()
    {
        var run = Run.Of("--rule", "equal-shares@1", "--options", """{"completion": "utilitarian"}""");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Rule      equal-shares@1", run.Output, StringComparison.Ordinal);
        Assert.Contains("Money of the supporters of projects that are not funded", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("What next?", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Json_IsOneDocumentWithTheOfficialOutcome()
    {
        var root = JsonNode.Parse(Run.Of("--json").Output)!;

        Assert.True(root["official"]!["agrees"]!.GetValue<bool>());
        Assert.Equal(0, root["repairs"]!["count"]!.GetValue<int>());
        Assert.Equal("1016000", root["allocation"]!["cost"]!.GetValue<string>());
    }

    [Fact]
    public void Run_Strict_FindsNothingToRepair() => Assert.Equal(0, Run.Of("--strict").ExitCode);

    [Fact]
    public void Run_Help_ExplainsEverything()
    {
        var run = Run.Of("--help");

        Assert.Equal(0, run.ExitCode);
        Golden.Verify(run.Output.TrimEnd());
    }

    [Fact]
    public void Run_ListRules_NamesEachWithASummary()
    {
        var run = Run.Of("--list-rules");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("greedy@1            Funds projects", run.Output, StringComparison.Ordinal);
    }
}
