using System.Text.RegularExpressions;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Voting.Refusals;

namespace CivicTech.Budgeting.Tests.Docs;

public sealed partial class DocsTests
{
    [Theory]
    [InlineData("README.md", "ReadmeExample.Readme_FromFileToReceipt_Works")]
    [InlineData("docs/rules/greedy.md", "GreedyExample.GreedyPage_WorkedExample_Works")]
    [InlineData("docs/rules/maximin-support.md", "MaximinSupportExample.MaximinSupportPage_WorkedExample_Works")]
    [InlineData("docs/rules/committees.md", "CommitteeExample.CommitteesPage_WorkedExample_Works")]
    [InlineData("docs/rules/equal-shares.md", "EqualSharesExample.EqualSharesPage_WorkedExample_Works")]
    [InlineData("docs/rules/phragmen.md", "PhragmenExample.PhragmenPage_WorkedExample_Works")]
    [InlineData("docs/rules/own-rules.md", "OwnRuleExample.OwnRulesPage_CheapestFirst_IsExplainedAndVerified")]
    [InlineData("docs/rules/own-rules.md", "OwnUtilityExample.OwnRulesPage_CappedCost_IsNamedInTheReceipt")]
    [InlineData("docs/budget-cycles.md", "CycleExample.CyclePage_Smallville_IsPlayed")]
    [InlineData("docs/receipts.md", "ProfilesExample.ReceiptsPage_ProfileDigest_IsWhatOtherToolsCompute")]
    public void Outputs_InPages_AreWhatTheExamplesPrint(string page, string golden) => DocPages.AssertShows(page, golden);

    [Fact]
    public void CyclesPage_ShowsTheDiagramOfTheTable() =>
        Assert.Contains(CycleStatuses.Table.ToMermaid(), DocPages.Read(Path.Combine(DocPages.Root, "docs", "budget-cycles.md")), StringComparison.Ordinal);

    [Fact]
    public void CycleRefusalsPage_HasEveryRefusalWithItsSentences()
    {
        var page = DocPages.Read(Path.Combine(DocPages.Root, "docs", "budget-cycle-refusals.md"));

        Assert.All(
            new[] { CycleRefusals.All, ProposalRefusals.All, VotingRefusals.All, PaperRefusals.All, ResultRefusals.All, RealisationRefusals.All }.SelectMany(kinds => kinds),
            kind => Assert.Contains($"| `{kind.Code}` | {kind.Sentence("en")} |", page, StringComparison.Ordinal));
    }

    [Fact]
    public void PabulibPage_NamesEveryDiagnosticOfTheSources()
    {
        var page = DocPages.Read(Path.Combine(DocPages.Root, "docs", "pabulib.md"));
        var codes = Directory.GetFiles(Path.Combine(DocPages.Root, "src", "CivicTech.Budgeting", "Formats"), "*.cs")
            .SelectMany(file => DiagnosticCode().Matches(DocPages.Read(file)).Select(match => match.Groups[1].Value))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.True(codes.Count > 30, "The sources write diagnostics in another way than this test knows.");
        Assert.DoesNotContain(codes, code => !page.Contains($"`{code}`", StringComparison.Ordinal));
    }

    [GeneratedRegex("""(?:Repair|Refuse|PabulibDiagnostic)\(\s*"([a-z-]+[a-z])"(?! \+)""")]
    private static partial Regex DiagnosticCode();
}
