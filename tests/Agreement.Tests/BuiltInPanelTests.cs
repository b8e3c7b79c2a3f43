using System.Text.Json.Nodes;
using CivicTech.Numerics;

namespace Agreement.Tests;

public sealed class BuiltInPanelTests
{
    private static readonly string SecondRound = Path.Combine(AppContext.BaseDirectory, "Fernhollow-round2.csv");

    [Fact]
    public void Run_WithoutArguments_ReportsTheBuiltInPanel()
    {
        var run = Run.Of();

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Golden.Verify(run.Output);
    }

    [Fact]
    public void Run_CompareWithTheSecondRound_ReportsTheChange()
    {
        var run = Run.Of("--compare", SecondRound);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Golden.Verify(run.Output[run.Output.IndexOf("How did agreement change", StringComparison.Ordinal)..]
            .Replace(AppContext.BaseDirectory, "", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_Help_ExplainsEverything()
    {
        var run = Run.Of("--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Golden.Verify(run.Output.TrimEnd());
    }

    [Fact]
    public void Run_Json_HoldsWAsItsDefinitionGivesIt()
    {
        var json = JsonNode.Parse(Run.Of("--json").Output)!;

        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fernhollow-round1.csv")).Skip(1)
            .Select(line => line.Split(',').Skip(1).Select(int.Parse).ToArray())
            .Where(row => row.Distinct().Count() > 1)
            .ToArray();
        Assert.Equal(11, rows.Length);
        Assert.Equal(W(rows).ToString(), json["concordance"]!["w"]!["exact"]!.GetValue<string>());
    }

    [Fact]
    public void Run_Json_IsOneDocumentWithEverything()
    {
        var json = JsonNode.Parse(Run.Of("--json", "--compare", SecondRound).Output)!;

        Assert.Equal("Fernhollow-round1.csv", json["file"]!["name"]!.GetValue<string>());
        Assert.Equal("Hana", Assert.Single(json["concordance"]!["constantRaters"]!.AsArray())!.GetValue<string>());
        var raters = json["contributions"]!.AsArray();
        Assert.Equal(11, raters.Count);
        Assert.Equal("Amira", raters[0]!["rater"]!.GetValue<string>());
        Assert.All(raters, rater => Assert.InRange(rater!["adjustedP"]!["value"]!.GetValue<double>(), rater["p"]!["value"]!.GetValue<double>(), 1));
        Assert.Equal(SecondRound, json["later"]!["name"]!.GetValue<string>());
        Assert.Equal("Kofi", Assert.Single(json["change"]!["ratersOnlyBefore"]!.AsArray())!.GetValue<string>());
        Assert.Equal("Evening classes", Assert.Single(json["change"]!["itemsOnlyAfter"]!.AsArray())!.GetValue<string>());
        Assert.Equal(10, json["change"]!["raters"]!.AsArray().Count);
    }

    [Fact]
    public void Run_CountingTheConstantRater_LowersWAndSaysWho()
    {
        var run = Run.Of("--constant", "count");

        Assert.Contains("Counted   Hana: the same rating for every item, which lowers W", run.Output, StringComparison.Ordinal);
        Assert.Contains("Analysed  12 raters, 8 items", run.Output, StringComparison.Ordinal);

        // 11/12 of 5337/9548.
        Assert.Contains("as a fraction   1779/3472", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("What next?", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_RejectingConstantRaters_NamesThemAndReturns1()
    {
        var run = Run.Of("--constant", "reject");

        Assert.Equal((1, "", "Fernhollow-round1.csv: These raters gave the same value to every item: Hana.\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void Run_WithAnotherSeed_DrawsOtherPermutations()
    {
        var run = Run.Of("--seed", "18446744073709551615", "--permutations", "499");

        Assert.Contains("499 were drawn (seed 18446744073709551615)", run.Output, StringComparison.Ordinal);
        Assert.Contains("p = 0.0020: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithoutPermutations_TestsByFAndSaysWhy()
    {
        var run = Run.Of("--permutations", "0");

        Assert.Contains("By the F approximation of Kendall and Babington Smith", run.Output, StringComparison.Ordinal);
        Assert.Contains("permutations are turned off.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithAnotherLevel_NamesItAtEveryInterval()
    {
        var run = Run.Of("--level", "0.9", "--compare", SecondRound);

        Assert.Equal(2, run.Output.Split("\n    90 % interval ").Length - 1);
        Assert.Contains("The 90 % interval of the change", run.Output, StringComparison.Ordinal);
    }

    // S / (m ΣD), from midranks, as the books define it.
    private static Rational W(int[][] rows)
    {
        var (m, n) = (rows.Length, rows[0].Length);
        var centred = rows.Select(row => row.Select(value =>
            (Rational)row.Count(other => other < value) + new Rational(row.Count(other => other == value) + 1, 2) - new Rational(n + 1, 2)).ToArray()).ToArray();
        var (s, d) = ((Rational)0, (Rational)0);
        for (var item = 0; item < n; item++)
        {
            Rational sum = 0;
            foreach (var row in centred)
            {
                sum += row[item];
                d += row[item] * row[item];
            }

            s += sum * sum;
        }

        return s / (m * d);
    }
}
