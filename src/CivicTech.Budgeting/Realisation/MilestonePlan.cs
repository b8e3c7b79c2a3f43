using NodaTime;

namespace CivicTech.Budgeting.Realisation;

/// <summary>A milestone as it is planned.</summary>
public sealed record MilestonePlan
{
    /// <summary>A reference to what it is, unique in the project: 1 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>How many hundredths of the work it is: 1 to 100.</summary>
    public required int Weight { get; init; }

    /// <summary>The day by which it is to be reached: given in any calendar system, kept in ISO.</summary>
    public required LocalDate Planned { get; init => field = value.WithCalendar(CalendarSystem.Iso); }
}
