using System.Reflection;
using System.Runtime.CompilerServices;
using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Plans;

namespace CivicTech.Crowdfunding.Tests.Payments;

/// <summary>Generated readers set what a document leaves out to nothing, whatever its initial value: of what is stored and sent, nothing must mean the initial value.</summary>
public sealed class StoredDefaultsTests
{
    // Sections of a plan are read over their defaults: see PlanJsonTests.
    private static readonly Type[] Sections = [typeof(PledgePlan), typeof(CollectionPlan), typeof(WorkingDays), typeof(PayoutPlan), typeof(ReportPlan)];

    [Fact]
    public void Properties_SetToNothing_AreAsInANewObject()
    {
        var types = typeof(CampaignHead).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && !Sections.Contains(type) && !type.ContainsGenericParameters && type.GetConstructor(Type.EmptyTypes) is not null && type.GetMethod("<Clone>$") is not null).ToList();
        var traps = types.SelectMany(Traps).ToList();

        Assert.True(types.Count > 60, $"Only {types.Count} types were looked at.");
        Assert.True(traps.Count == 0, string.Join("; ", traps));
    }

    [Fact]
    public void Sections_AreThoseWithATrap() => Assert.All(Sections, section => Assert.NotEmpty(Traps(section)));

    private static IEnumerable<string> Traps(Type type)
    {
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null && property.GetCustomAttribute<RequiredMemberAttribute>() is null))
        {
            var (plain, set) = (Activator.CreateInstance(type), Activator.CreateInstance(type));
            property.SetValue(set, property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null);
            if (!Equals(Shown(property, plain), Shown(property, set)))
            {
                yield return $"{type.Name}.{property.Name}";
            }
        }
    }

    // Immutable arrays compare their places: what counts here is what is in them.
    private static object? Shown(PropertyInfo property, object? owner)
    {
        try
        {
            return property.GetValue(owner) is System.Collections.IEnumerable items and not string ? string.Join(", ", items.Cast<object>()) : property.GetValue(owner);
        }
        catch (InvalidOperationException)
        {
            return "an array that is none";
        }
    }
}
