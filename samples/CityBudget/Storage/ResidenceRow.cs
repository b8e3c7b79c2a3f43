using CivicTech.Budgeting.Voting.Rolls;
using NodaTime;
using NodaTime.Text;

namespace CityBudget.Storage;

/// <summary>A residence as it stands in the database.</summary>
internal sealed record ResidenceRow
{
    public required string Area { get; init; }

    public string? From { get; init; }

    public string? Until { get; init; }

    internal static ResidenceRow Of(Residence residence) => new() { Area = residence.Area, From = Text(residence.From), Until = Text(residence.Until) };

    internal Residence ToResidence() => new() { Area = Area, From = Date(From), Until = Date(Until) };

    /// <summary>A day as in ISO 8601, whatever calendar system it was written in.</summary>
    internal static string? Text(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day.WithCalendar(CalendarSystem.Iso)) : null;

    private static LocalDate? Date(string? text) => text is null ? null : LocalDatePattern.Iso.Parse(text).Value;
}
