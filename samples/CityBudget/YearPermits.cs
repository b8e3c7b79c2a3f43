using CivicTech.Budgeting.Calendars;

namespace CityBudget;

/// <summary>What this city permits besides what Paris does.</summary>
internal static class YearPermits
{
    /// <summary>Whoever likes a proposal says so at any time before the vote.</summary>
    internal static Permit Supports { get; } = new() { Activity = Activity.Support, Roles = [CycleRoles.Citizen] };
}
