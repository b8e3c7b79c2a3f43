namespace CivicTech.TestKit.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void PublicApi_AsShipped_IsUnchanged() => Golden.Verify(PublicApi.Of(typeof(KitCase).Assembly));
}
