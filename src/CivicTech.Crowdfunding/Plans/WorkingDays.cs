using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace CivicTech.Crowdfunding.Plans;

/// <summary>Which days banks work.</summary>
public sealed record WorkingDays
{
    /// <summary>The days of the week on which they do not; Saturday and Sunday if nothing else is said.</summary>
    [JsonConverter(typeof(WeekDaysJsonConverter))]
    public ImmutableArray<IsoDayOfWeek> Weekend { get; init; } = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    /// <summary>Single days on which they do not.</summary>
    public ImmutableArray<LocalDate> Holidays { get; init; } = [];

    /// <summary>The time zone in which days begin and end, as an IANA id.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>The instant after some whole working days: the end of the last of them. Half a day today does not count.</summary>
    /// <param name="start">From when.</param>
    /// <param name="days">How many working days, 0 or more; 0 gives <paramref name="start"/>.</param>
    /// <exception cref="NodaTime.TimeZones.DateTimeZoneNotFoundException">There is no such zone.</exception>
    public Instant After(Instant start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        if (days == 0)
        {
            return start;
        }

        var zone = DateTimeZoneProviders.Tzdb[Zone];
        var day = start.InZone(zone).Date;
        for (var left = days; left > 0; left -= IsWorkingDay(day) ? 1 : 0)
        {
            day = day.PlusDays(1);
        }

        return day.PlusDays(1).AtStartOfDayInZone(zone).ToInstant();
    }

    /// <inheritdoc />
    public bool Equals(WorkingDays? other) => other is not null && Zone == other.Zone && Weekend.SequenceEqual(other.Weekend) && Holidays.SequenceEqual(other.Holidays);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Zone, Weekend.Length, Holidays.Length);

    private bool IsWorkingDay(LocalDate day) => !Weekend.Contains(day.DayOfWeek) && !Holidays.Contains(day);
}
