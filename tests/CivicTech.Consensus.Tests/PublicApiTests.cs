using CivicTech.Consensus.Concordance;
using CivicTech.Testing;

namespace CivicTech.Tests.Consensus;

public sealed class PublicApiTests
{
    [Fact]
    public void PublicApi_AsShipped_IsUnchanged() => Golden.Verify(PublicApi.Of(typeof(KendallW).Assembly));
}
