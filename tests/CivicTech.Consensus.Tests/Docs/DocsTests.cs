using CivicTech.Consensus.Auditing;
using CivicTech.Consensus.Delphi.Studies;

namespace CivicTech.Tests.Consensus.Docs;

public sealed class DocsTests
{
    [Theory]
    [InlineData("docs/concordance.md", "ConcordanceExample.ConcordancePage_Panel_IsMeasured")]
    [InlineData("docs/concordance.md", "ConcordanceExample.ConcordancePage_EachRater_IsComparedWithTheOthers")]
    [InlineData("docs/concordance.md", "ConcordanceExample.ConcordancePage_TwoRounds_AreComparedOnWhatTheyShare")]
    [InlineData("docs/concordance.md", "ConcordanceExample.ConcordancePage_States_MergeFromText")]
    [InlineData("docs/concordance.md", "ConcordanceExample.ConcordancePage_Kin_AreComputed")]
    [InlineData("docs/tallies.md", "TalliesExample.TalliesPage_Ward_IsCounted")]
    [InlineData("docs/tallies.md", "TalliesExample.TalliesPage_Ties_AreDecidedByOfficialsOrLot")]
    [InlineData("docs/tallies.md", "TalliesExample.TalliesPage_Receipt_IsVerifiedAndBallotsAreFollowed")]
    [InlineData("docs/tallies.md", "TalliesExample.TalliesPage_Budget_IsFundedDownAList")]
    [InlineData("docs/delphi.md", "DelphiExample.DelphiPage_Town_IsStudied")]
    [InlineData("docs/table-audit.md", "TableAuditExample.TableAuditPage_WorkedExample_Works")]
    public void Outputs_InPages_AreWhatTheExamplesPrint(string page, string golden) => DocPages.AssertShows(page, golden);

    [Fact]
    public void TableAuditPage_NamesEveryCheck()
    {
        var page = DocPages.Read(Path.Combine(DocPages.Root, "docs", "table-audit.md"));

        Assert.All(AuditCode.All, code => Assert.Contains($"`{code}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void DelphiPage_ShowsTheDiagramOfTheTable() =>
        Assert.Contains(StudyStatuses.Table.ToMermaid(), DocPages.Read(Path.Combine(DocPages.Root, "docs", "delphi.md")), StringComparison.Ordinal);

    [Fact]
    public void DelphiPage_HasEveryRefusalWithItsSentence()
    {
        var page = DocPages.Read(Path.Combine(DocPages.Root, "docs", "delphi.md"));

        Assert.All(StudyRefusals.All, kind => Assert.Contains($"| `{kind.Code}` | {kind.Sentence("en")} |", page, StringComparison.Ordinal));
    }
}
