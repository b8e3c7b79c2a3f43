using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Hosting;
using CivicTech.Crowdfunding.Tests.Campaigns;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using CivicTech.TestKit.Gateways;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CivicTech.Crowdfunding.Tests;

public sealed class AddCrowdfundingTests
{
    [Fact]
    public void AddCrowdfunding_Twice_MakesOneEngineOnTheHostsParts()
    {
        var services = new ServiceCollection();
        services.AddCivicTech().AddCrowdfunding().AddCrowdfunding().UseInMemoryProcesses().UsePaymentGateway<SimulatedGateway>().UseCampaignNotices<HeardNotices>();
        using var provider = services.BuildServiceProvider();

        Assert.Single(provider.GetServices<ICampaigns>());
        Assert.IsType<InMemoryProcessStore>(provider.GetRequiredService<IProcessStore>());
        Assert.Same(SystemClock.Instance, provider.GetRequiredService<IClock>());
    }

    [Fact]
    public void AddCrowdfunding_HostsOwnParts_Win()
    {
        var (services, store, clock) = (new ServiceCollection(), new InMemoryProcessStore(), new TestKit.Clocks.TestClock(Play.Start));
        services.AddSingleton<IProcessStore>(store);
        services.AddSingleton<IClock>(clock);
        services.AddCivicTech().AddCrowdfunding().UseInMemoryProcesses();
        using var provider = services.BuildServiceProvider();

        Assert.Same(store, provider.GetRequiredService<IProcessStore>());
        Assert.Same(clock, provider.GetRequiredService<IClock>());
    }

    [Fact]
    public void AddCrowdfunding_TimeProviderOfTheHost_IsTheClock()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new Stopped());
        services.AddCivicTech().AddCrowdfunding();
        using var provider = services.BuildServiceProvider();

        Assert.Equal(Play.Start, provider.GetRequiredService<IClock>().GetCurrentInstant());
    }

    [Theory]
    [InlineData(typeof(IProcessStore))]
    [InlineData(typeof(IPaymentGateway))]
    [InlineData(typeof(ICampaignNotices))]
    public void AddCrowdfunding_WithoutAPart_SaysWhichIsMissing(Type missing)
    {
        var services = new ServiceCollection();
        services.AddCivicTech().AddCrowdfunding().UseInMemoryProcesses().UsePaymentGateway<SimulatedGateway>().UseCampaignNotices<HeardNotices>();
        services.Remove(services.Single(service => service.ServiceType == missing));
        using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<InvalidOperationException>(provider.GetRequiredService<ICampaigns>);

        Assert.Contains(missing.FullName!, exception.Message, StringComparison.Ordinal);
    }

    private sealed class Stopped : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Play.Start.ToDateTimeOffset();
    }
}
