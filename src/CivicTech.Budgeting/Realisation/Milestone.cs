using NodaTime;

namespace CivicTech.Budgeting.Realisation;

/// <summary>A step of a project that people can see: how much of the work it is, and when it is to be reached.</summary>
public sealed record Milestone
{
    /// <summary>A reference to what it is, unique in the project.</summary>
    public required string Name { get; init; }

    /// <summary>How many hundredths of the work it is: 1 to 100. Those of a project sum to 100.</summary>
    public required int Weight { get; init; }

    /// <summary>The day by which it is to be reached, as first planned.</summary>
    public required LocalDate Planned { get; init; }

    /// <summary>The day after the delays that were reported; null while there are none.</summary>
    public LocalDate? Delayed { get; init; }

    /// <summary>The day on which it was reached; null before.</summary>
    public LocalDate? Reached { get; init; }

    /// <summary>A reference to what shows that it was reached: photographs, a record.</summary>
    public string? Evidence { get; init; }

    /// <summary>Whether followers were told that it is late, since the day was last set.</summary>
    public bool IsOverdue { get; init; }

    internal LocalDate Expected => Delayed ?? Planned;
}
