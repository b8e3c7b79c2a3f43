namespace CivicTech.Budgeting.Calendars;

/// <summary>The roles that the presets use. A host may add its own: a role is a text that the host vouches for.</summary>
public static class CycleRoles
{
    /// <summary>Anybody who takes part.</summary>
    public const string Citizen = "citizen";

    /// <summary>An author of the proposal in question; the cycle itself knows who is.</summary>
    public const string Author = "author";

    /// <summary>Who works for the city: reviews, prices, reports.</summary>
    public const string Officer = "officer";

    /// <summary>Who enters ballot papers.</summary>
    public const string Clerk = "clerk";

    /// <summary>Who runs the cycle.</summary>
    public const string Administrator = "administrator";
}
