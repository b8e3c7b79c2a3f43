using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CivicTech.Budgeting.Tests.Docs;

/// <summary>
/// What README.md and docs/ show as C# is what stands between the markers <c>// &lt;name&gt;</c> and <c>// &lt;/name&gt;</c> of the examples beside
/// this file, which are compiled and run as tests. Regions of one name are joined with a blank line.
/// </summary>
public sealed partial class DocsTests
{
    private static readonly string Here = FolderOfThisFile();
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here, "..", "..", ".."));

    [Fact]
    public void CodeBlocks_InPages_AreExactlyTheCompiledExamples()
    {
        var examples = Examples();
        var shown = Pages()
            .SelectMany(page => CodeBlock().Matches(Read(page)).Select(match => (Page: Path.GetRelativePath(Root, page), Code: match.Groups[1].Value)))
            .ToList();

        Assert.NotEmpty(shown);
        foreach (var (page, code) in shown)
        {
            Assert.True(examples.ContainsValue(code), $"{page} shows code that is no compiled example:\n{code}");
        }

        foreach (var (name, code) in examples)
        {
            Assert.True(shown.Exists(block => block.Code == code), $"No page shows the example '{name}'.");
        }
    }

    [Theory]
    [InlineData("README.md", "ReadmeExample.Readme_FromFileToReceipt_Works")]
    [InlineData("docs/rules/greedy.md", "GreedyExample.GreedyPage_WorkedExample_Works")]
    [InlineData("docs/rules/maximin-support.md", "MaximinSupportExample.MaximinSupportPage_WorkedExample_Works")]
    [InlineData("docs/rules/committees.md", "CommitteeExample.CommitteesPage_WorkedExample_Works")]
    [InlineData("docs/rules/equal-shares.md", "EqualSharesExample.EqualSharesPage_WorkedExample_Works")]
    [InlineData("docs/rules/phragmen.md", "PhragmenExample.PhragmenPage_WorkedExample_Works")]
    [InlineData("docs/rules/own-rules.md", "OwnRuleExample.OwnRulesPage_CheapestFirst_IsExplainedAndVerified")]
    [InlineData("docs/rules/own-rules.md", "OwnUtilityExample.OwnRulesPage_CappedCost_IsNamedInTheReceipt")]
    [InlineData("docs/receipts.md", "ProfilesExample.ReceiptsPage_ProfileDigest_IsWhatOtherToolsCompute")]
    public void Outputs_InPages_AreWhatTheExamplesPrint(string page, string golden) =>
        Assert.Contains(Read(Path.Combine(Here, golden + ".verified.txt")).TrimEnd('\n'), Read(Path.Combine(Root, page)), StringComparison.Ordinal);

    [Fact]
    public void Links_InPages_LeadToFiles()
    {
        foreach (var page in Pages())
        {
            foreach (var target in Link().Matches(Read(page)).Select(match => match.Groups[1].Value).Where(target => !target.Contains("://", StringComparison.Ordinal)))
            {
                var path = Path.Combine(Path.GetDirectoryName(page)!, target.Split('#')[0]);
                Assert.True(File.Exists(path) || Directory.Exists(path), $"{Path.GetRelativePath(Root, page)} links to {target}, which does not exist.");
            }
        }
    }

    [Fact]
    public void PabulibPage_NamesEveryDiagnosticOfTheSources()
    {
        var page = Read(Path.Combine(Root, "docs", "pabulib.md"));
        var codes = Directory.GetFiles(Path.Combine(Root, "src", "CivicTech.Budgeting", "Formats"), "*.cs")
            .SelectMany(file => DiagnosticCode().Matches(Read(file)).Select(match => match.Groups[1].Value))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.True(codes.Count > 30, "The sources write diagnostics in another way than this test knows.");
        Assert.DoesNotContain(codes, code => !page.Contains($"`{code}`", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Pages() =>
        Directory.GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Root, "README.md"));

    private static Dictionary<string, string> Examples() => Directory.GetFiles(Here, "*.cs")
        .Where(file => Path.GetFileName(file) != "DocsTests.cs")
        .Order(StringComparer.Ordinal)
        .SelectMany(file => Region().Matches(Read(file)))
        .GroupBy(match => match.Groups[1].Value)
        .ToDictionary(regions => regions.Key, regions => string.Join("\n", regions.Select(match => Dedent(match.Groups[2].Value))));

    private static string Dedent(string code)
    {
        var lines = code.Split('\n');
        var indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : line.TrimStart()));
    }

    private static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");

    private static string FolderOfThisFile([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex(@"^ *// <([a-z-]+)>\n(.*?)^ *// </\1>\n", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Region();

    [GeneratedRegex(@"^```csharp\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("""(?:Repair|Refuse|PabulibDiagnostic)\(\s*"([a-z-]+[a-z])"(?! \+)""")]
    private static partial Regex DiagnosticCode();
}
