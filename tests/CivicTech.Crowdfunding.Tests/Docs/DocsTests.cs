using CivicTech.Crowdfunding.Campaigns;

namespace CivicTech.Crowdfunding.Tests.Docs;

public sealed class DocsTests
{
    [Theory]
    [InlineData("docs/campaigns.md", "CampaignsExample.CampaignsPage_Playground_IsPlayed")]
    public void Outputs_InPages_AreWhatTheExamplesPrint(string page, string golden) => DocPages.AssertShows(page, golden);

    [Fact]
    public void CampaignsPage_ShowsTheDiagramOfTheTable() =>
        Assert.Contains(CampaignStages.Table.ToMermaid(), DocPages.Read(Path.Combine(DocPages.Root, "docs", "campaigns.md")), StringComparison.Ordinal);

    [Fact]
    public void CampaignsPage_NamesEveryRefusal()
    {
        var page = DocPages.Read(Path.Combine(DocPages.Root, "docs", "campaigns.md"));

        Assert.All(CampaignRefusals.All, kind => Assert.Contains($"`{kind.Code}`", page, StringComparison.Ordinal));
    }
}
