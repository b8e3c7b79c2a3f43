using CivicTech.Budgeting.Elections;
using CivicTech.Testing;

namespace CivicTech.Budgeting.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void PublicApi_AsShipped_IsUnchanged() => Golden.Verify(PublicApi.Of(typeof(Election).Assembly));
}
