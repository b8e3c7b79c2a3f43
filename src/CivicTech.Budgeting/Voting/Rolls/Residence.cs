using NodaTime;

namespace CivicTech.Budgeting.Voting.Rolls;

/// <summary>Where somebody lives, and when.</summary>
public sealed record Residence
{
    /// <summary>The id of the area of the vote. Who lives in the city but in none of its areas has an area of the whole city.</summary>
    public required string Area { get; init; }

    /// <summary>The first day; null for always.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The first day no longer; null when no end is known.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Whether it was the residence on a day.</summary>
    /// <param name="day">Any day, in any calendar system.</param>
    public bool Holds(LocalDate day) => (From is not { } from || Iso(from) <= Iso(day)) && (Until is not { } until || Iso(day) < Iso(until));

    // Days of different calendar systems cannot be compared.
    private static LocalDate Iso(LocalDate day) => day.WithCalendar(CalendarSystem.Iso);
}
