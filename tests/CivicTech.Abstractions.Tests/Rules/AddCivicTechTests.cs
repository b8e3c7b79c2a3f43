using Microsoft.Extensions.DependencyInjection;

namespace CivicTech.Abstractions.Tests.Rules;

public sealed class AddCivicTechTests
{
    private static readonly ServiceProviderOptions Strict = new() { ValidateOnBuild = true, ValidateScopes = true };

    [Fact]
    public void AddCivicTech_ManyTimes_GivesOneRegistry()
    {
        var services = new ServiceCollection();

        Assert.Same(services, services.AddCivicTech().AddRules<CityRules>().Services);
        services.AddCivicTech().AddRules<CityRules>().AddRules<CityRules>();
        services.AddCivicTech();
        using var provider = services.BuildServiceProvider(Strict);

        Assert.Single(provider.GetServices<RuleRegistry>());
        Assert.Equal(["isfahan/by-district@2", "isfahan/other@1"], provider.GetRequiredService<RuleRegistry>().All.Select(rule => rule.Id));
        using var scope = provider.CreateScope();
        Assert.Same(provider.GetRequiredService<RuleRegistry>(), scope.ServiceProvider.GetRequiredService<RuleRegistry>());
    }

    [Fact]
    public void AddCivicTech_NoRules_ResolvesAnEmptyRegistry()
    {
        var services = new ServiceCollection();
        services.AddCivicTech();
        using var provider = services.BuildServiceProvider(Strict);

        Assert.Empty(provider.GetRequiredService<RuleRegistry>().All);
    }

    [Fact]
    public void AddRule_Several_AreAllThere()
    {
        var services = new ServiceCollection();
        services.AddCivicTech().AddRule(ByDistrict.Define("a/one@1")).AddRules<CityRules>().AddRule(ByDistrict.Define("a/two@1"));
        services.AddSingleton<IRuleSource>(new Rules(ByDistrict.Define("a/three@1")));
        using var provider = services.BuildServiceProvider(Strict);

        Assert.Equal(
            ["a/one@1", "a/three@1", "a/two@1", "isfahan/by-district@2", "isfahan/other@1"],
            provider.GetRequiredService<RuleRegistry>().All.Select(rule => rule.Id));
    }

    [Fact]
    public void AddRule_IdTaken_FailsWhenResolved()
    {
        var services = new ServiceCollection();
        services.AddCivicTech().AddRules<CityRules>().AddRule(ByDistrict.Definition);
        using var provider = services.BuildServiceProvider(Strict);

        Assert.Contains("'isfahan/by-district@2'", Assert.Throws<ArgumentException>(provider.GetRequiredService<RuleRegistry>).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddCivicTech_RegistryOfTheHost_Wins()
    {
        var own = new RuleRegistry(new Rules(ByDistrict.Define("host/own@1")));
        ServiceCollection before = [];
        before.AddSingleton(own);
        before.AddCivicTech().AddRules<CityRules>();
        ServiceCollection after = [];
        after.AddCivicTech().AddRules<CityRules>();
        after.AddSingleton(own);

        foreach (var services in new[] { before, after })
        {
            using var provider = services.BuildServiceProvider(Strict);
            Assert.Same(own, provider.GetRequiredService<RuleRegistry>());
        }
    }

    [Fact]
    public void AddRules_SourceWithDependencies_IsMadeByTheContainer()
    {
        var services = new ServiceCollection();
        services.AddSingleton("city/injected@1");
        services.AddCivicTech().AddRules<InjectedRules>();
        using var provider = services.BuildServiceProvider(Strict);

        Assert.Equal("city/injected@1", Assert.Single(provider.GetRequiredService<RuleRegistry>().All).Id);
    }

    [Fact]
    public void Anything_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => ((IServiceCollection)null!).AddCivicTech());
        Assert.Throws<ArgumentNullException>(() => new ServiceCollection().AddCivicTech().AddRule(null!));
    }

    [Fact]
    public void AddRule_SameDefinitionAgain_ChangesNothing()
    {
        var services = new ServiceCollection();
        services.AddCivicTech().AddRule(ByDistrict.Definition);
        services.AddCivicTech().AddRule(ByDistrict.Definition);

        using var provider = services.BuildServiceProvider();

        Assert.Single(provider.GetRequiredService<RuleRegistry>().All);
    }

    private sealed class InjectedRules(string id) : IRuleSource
    {
        IEnumerable<RuleDefinition> IRuleSource.Rules => [ByDistrict.Define(id)];
    }
}
