using System.Reflection;
using CivicTech.Budgeting.Voting.Refusals;
using CivicTech.Processes;

namespace CivicTech.Budgeting.Tests.Voting;

public sealed class RefusalsTests
{
    [Fact]
    public void All_Kinds_AreListedOnceWithTheirOwnCode()
    {
        var declared = typeof(VotingRefusals).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == typeof(RefusalKind)).Select(property => (RefusalKind)property.GetValue(null)!).ToList();

        Assert.Equal(declared.Select(kind => kind.Code).Order(StringComparer.Ordinal), VotingRefusals.All.Select(kind => kind.Code).Order(StringComparer.Ordinal));
        Assert.Equal(VotingRefusals.All.Count, VotingRefusals.All.Select(kind => kind.Code).Distinct(StringComparer.Ordinal).Count());
    }
}
