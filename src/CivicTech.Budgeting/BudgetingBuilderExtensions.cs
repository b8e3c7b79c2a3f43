using CivicTech.Budgeting.Allocation;

namespace CivicTech.Budgeting;

/// <summary>Wires participatory budgeting into a host.</summary>
public static class BudgetingBuilderExtensions
{
    /// <summary>Adds the rules of this package to the <see cref="RuleRegistry"/>. Safe to call many times.</summary>
    /// <param name="builder">What <c>services.AddCivicTech()</c> returns.</param>
    public static CivicTechBuilder AddBudgeting(this CivicTechBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddRules<BudgetingRules>();
    }
}
