using System.Text.Json.Nodes;

namespace CouncilElection.Tests;

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
    public void Run_Help_ExplainsEverything()
    {
        var run = Run.Of("--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Golden.Verify(run.Output);
    }

    [Fact]
    public void Run_AnotherSeed_CanTurnTheTie()
    {
        string[] losers = [.. Enumerable.Range(0, 12).Select(seed => JsonNode.Parse(Run.Of("--json", "--seed", $"draw {seed}").Output)!)
            .Select(json => json["counts"]![0]!["result"]!["rounds"]![1]!["actions"]![0]!["candidate"]!.GetValue<string>())];

        Assert.Equal(["Dov Marsh", "Greta Ford"], losers.Distinct().Order());
    }

    [Fact]
    public void Run_Ballots_ShowsTheWayOfEach()
    {
        var run = Run.Of("--ballots");

        Assert.Contains("  112 x Ada Brook > Bertie Vale > Dov Marsh: round 1: Ada Brook; round 2: Bertie Vale at 0.09333", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ListRules_NamesEveryRuleThatCounts()
    {
        var run = Run.Of("--list-rules");

        Assert.Contains("schulze@1", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("highest-averages", run.Output, StringComparison.Ordinal);
    }
}
