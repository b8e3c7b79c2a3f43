using System.Reflection;

namespace CivicTech.Crowdfunding.Tests;

public sealed class ApiRulesTests
{
    private static readonly Assembly Package = typeof(ICampaigns).Assembly;

    [Fact]
    public void Types_Public_AreSealedStaticAbstractOrValues() => ApiRules.EveryTypeIsSealedStaticAbstractOrAValue(Package);

    [Fact]
    public void Types_Public_LiveInOurNamespace() => ApiRules.EveryNamespaceStartsWithCivicTech(Package);

    [Fact]
    public void Equatables_Public_HaveEqualityOperators() => ApiRules.EveryEquatableHasEqualityOperators(Package);

    [Fact]
    public void Fields_Public_AreImmutable() => ApiRules.NoFieldIsMutable(Package);

    [Fact]
    public void Properties_Public_AreNotSettable() => ApiRules.NoPropertyIsSettable(Package);
}
