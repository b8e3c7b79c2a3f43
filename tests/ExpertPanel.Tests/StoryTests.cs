using System.Globalization;
using System.Text.Json.Nodes;
using CivicTech.Samples;

namespace ExpertPanel.Tests;

public sealed class StoryTests
{
    private static readonly AppRun Plain = Run.Of();

    [Fact]
    public void Run_WithoutArguments_TellsTheWholeStory()
    {
        Assert.Equal((ExitCode.Fine, ""), (Plain.ExitCode, Plain.Error));
        Golden.Verify(Plain.Output);
    }

    [Fact]
    public void Run_WithoutArguments_FitsAStrangersScreen()
    {
        var lines = Plain.Output.TrimEnd('\n').Split('\n');

        Assert.InRange(lines.Length, 80, 160);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 118));
    }

    [Fact]
    public void Run_WithFilesInAnotherCulture_WritesTheReportAndTellsTheSameStory()
    {
        using var folder = new TemporaryFolder();
        var (text, json) = (folder.Path("report.txt"), folder.Path("report.json"));
        var before = CultureInfo.CurrentCulture;
        AppRun run;
        try
        {
            CultureInfo.CurrentCulture = PersianNumbers();
            Assert.NotEqual("-1.5", (-1.5).ToString());
            run = Run.Of("--report", text, "--json", json, "--csv", folder.Name);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Assert.Equal(Plain.Output.Split('\n'), run.Output.Split('\n'));
        Assert.Equal(
            $"The report is in {text}.\nThe report is in {json}.\nThe table of items is in {folder.Path("items.csv")}.\nThe table of panels is in {folder.Path("panels.csv")}.\n",
            run.Error);
        Assert.Contains(Services.Suggested, File.ReadAllText(text), StringComparison.Ordinal);
        Assert.IsType<JsonObject>(JsonNode.Parse(File.ReadAllText(json)));
        Assert.Contains(Services.Suggested, File.ReadAllText(folder.Path("items.csv")), StringComparison.Ordinal);
        Assert.Contains("mobility", File.ReadAllText(folder.Path("panels.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void Readme_RunADelphiStudy_ShowsWhatIsPrinted()
    {
        var readme = DocPages.Read(Path.Combine(DocPages.Root, "README.md"));
        var table = Plain.Output[Plain.Output.IndexOf("Round 2 is closed", StringComparison.Ordinal)..].Split('\n')
            .SkipWhile(line => !line.StartsWith("      panel", StringComparison.Ordinal))
            .TakeWhile(line => line.Length > 0)
            .Select(line => line.Trim());

        Assert.Contains(string.Join('\n', table), readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Services_AsCounted_AreThoseOfTheFunnel()
    {
        Assert.Equal(368, Services.All.Length);
        Assert.Equal(200, Services.All.Count(service => service.Forbidden is not null));
        Assert.Equal(368, Services.All.Select(service => service.Id).Distinct(StringComparer.Ordinal).Count());
    }

    // Made here, since a build with invariant globalization knows no cultures.
    private static CultureInfo PersianNumbers()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = "\u066B";
        culture.NumberFormat.NegativeSign = "\u200E\u2212";
        return culture;
    }
}
