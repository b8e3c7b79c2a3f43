namespace CivicTech.Crowdfunding.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void PublicApi_AsShipped_IsUnchanged() => Golden.Verify(PublicApi.Of(typeof(ICampaigns).Assembly));
}
