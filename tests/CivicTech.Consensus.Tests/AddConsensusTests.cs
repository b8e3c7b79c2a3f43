using CivicTech.Consensus;
using CivicTech.Consensus.Concordance;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CivicTech.Tests.Consensus;

public sealed class AddConsensusTests
{
    [Fact]
    public void AddConsensus_Twice_GivesOneKendallWWithTheOptionsOfBoth()
    {
        var services = new ServiceCollection();
        services.AddCivicTech().AddConsensus(options => options.Missing = MissingRatings.ListwiseRaters).AddConsensus(options => options.Seed = 3).AddConsensus();
        using var provider = services.BuildServiceProvider();
        var kendall = provider.GetRequiredService<KendallW>();

        Assert.Same(kendall, provider.GetRequiredService<KendallW>());
        Assert.Single(services, service => service.ServiceType == typeof(KendallW));
        Assert.Equal(["R2"], kendall.Measure(Ratings.Of(new double[,] { { 1, 2 }, { 1, double.NaN }, { 2, 1 } })).DroppedRaters);
        Assert.Equal(3UL, provider.GetRequiredService<IOptions<ConcordanceOptions>>().Value.Seed);
    }

    [Fact]
    public void AddConsensus_RulesAlone_PassTheValidationOfTheContainer()
    {
        var services = new ServiceCollection();
        services.AddCivicTech().AddConsensus();
        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        Assert.NotNull(provider.GetRequiredService<KendallW>());
        Assert.Contains("IProcessStore", Assert.Throws<InvalidOperationException>(provider.GetRequiredService<IDelphiStudies>).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddConsensus_HostsOwnKendallW_IsKept()
    {
        var own = new KendallW(new() { Permutations = 0 });
        var services = new ServiceCollection().AddSingleton(own);
        services.AddCivicTech().AddConsensus();
        using var provider = services.BuildServiceProvider();

        Assert.Same(own, provider.GetRequiredService<KendallW>());
    }

    [Fact]
    public void AddConsensus_OptionOutOfRange_IsRefusedWhenTheHostStarts()
    {
        var services = new ServiceCollection();
        services.AddCivicTech().AddConsensus(options => options.ConfidenceLevel = 95);
        using var provider = services.BuildServiceProvider();

        // What a host runs when it starts.
        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains("ConfidenceLevel", error.Message, StringComparison.Ordinal);
    }
}
