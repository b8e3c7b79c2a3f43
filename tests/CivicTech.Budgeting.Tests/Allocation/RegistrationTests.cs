using CivicTech.Budgeting;
using CivicTech.Budgeting.Allocation;
using Microsoft.Extensions.DependencyInjection;

namespace CivicTech.Tests.Budgeting;

public sealed class RegistrationTests
{
    private static readonly string[] Rules = ["equal-shares@1", "fund-in-order@1", "greedy@1", "maximin-support@1", "phragmen@1", "ranking-by-votes@1"];

    [Fact]
    public void AddBudgeting_Once_GivesARegistryWithTheRules()
    {
        using var provider = new ServiceCollection().AddCivicTech().AddBudgeting().Services.BuildServiceProvider();
        var registry = provider.GetRequiredService<RuleRegistry>();
        Assert.Equal(Rules, registry.All.Select(rule => rule.Id));
        Assert.All(registry.All, rule => Assert.True(rule.IsBuiltIn && rule.Summary.EndsWith('.')));
        Assert.IsType<Greedy>(registry.Create<IAllocationRule>("greedy@1"));
        Assert.Same(registry, provider.GetRequiredService<RuleRegistry>());
    }

    [Fact]
    public void AddBudgeting_Twice_IsHarmless()
    {
        var services = new ServiceCollection();
        services.AddCivicTech().AddBudgeting().AddBudgeting();
        services.AddCivicTech().AddBudgeting();
        using var provider = services.BuildServiceProvider();
        Assert.Equal(Rules, provider.GetRequiredService<RuleRegistry>().All.Select(rule => rule.Id));
    }

    [Fact]
    public void AddBudgeting_HostHasItsOwnRegistry_KeepsIt()
    {
        var own = new RuleRegistry();
        using var provider = new ServiceCollection().AddSingleton(own).AddCivicTech().AddBudgeting().Services.BuildServiceProvider();
        Assert.Same(own, provider.GetRequiredService<RuleRegistry>());
    }

    [Fact]
    public void AddBudgeting_RulesAlone_PassTheValidationOfTheContainer()
    {
        var services = new ServiceCollection();
        services.AddCivicTech().AddBudgeting();
        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        Assert.Contains("IProcessStore", Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IBudgetCycles>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddBudgeting_NoBuilder_IsRefused() => Assert.Throws<ArgumentNullException>(() => BudgetingBuilderExtensions.AddBudgeting(null!));
}
