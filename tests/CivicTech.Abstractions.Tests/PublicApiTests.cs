using CivicTech.Testing;

namespace CivicTech.Abstractions.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void PublicApi_AsShipped_IsUnchanged() => Golden.Verify(PublicApi.Of(typeof(RuleRegistry).Assembly));
}
