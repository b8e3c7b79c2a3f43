using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CivicTech.Time;

/// <summary>A moment as people agree on it: a date and time on the clocks of a time zone. The instant is derived from it.</summary>
/// <remarks>
/// <para>The local time is what is promised. Should a law move the clocks before the deadline is reached, the instant moves
/// with them; so store the deadline, and the instant only once it is reached.</para>
/// <para>A deadline ends a half-open span: what happens at the very instant is too late.</para>
/// <para>Equal are deadlines with the same local time, zone and rules, whatever their instants. Immutable, hence safe to
/// share between threads.</para>
/// </remarks>
[JsonConverter(typeof(DeadlineJsonConverter))]
public sealed partial record Deadline
{
    /// <summary>A deadline that treats skipped and doubled hours as calendars do: the former moves forward, the latter means its first time.</summary>
    /// <param name="local">As <see cref="Local"/>.</param>
    /// <param name="zone">As <see cref="Zone"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="zone"/> is empty or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="local"/> is not in the years 1 to 9998.</exception>
    public Deadline(LocalDateTime local, string zone)
    {
        Local = local;
        Zone = zone;
    }

    /// <summary>The date and time on the clocks of the zone, in the ISO calendar and the years 1 to 9998.</summary>
    /// <remarks>
    /// May be given in another calendar system: it is kept as the same day in the ISO calendar. For Iran's that is
    /// <see cref="CalendarSystem.PersianAstronomical"/>; <see cref="CalendarSystem.PersianArithmetic"/> leaves it in 1403, whose
    /// leap day it puts into 1404.
    /// </remarks>
    public LocalDateTime Local
    {
        get;
        init
        {
            var iso = value.WithCalendar(CalendarSystem.Iso);

            // Whatever the zone, the instant is then one that exists.
            field = iso.Year is >= 1 and <= 9998
                ? iso
                : throw new ArgumentOutOfRangeException(nameof(value), Text(iso), "A deadline lies in the years 1 to 9998.");
        }
    }

    /// <summary>The identifier of the zone in the IANA database: <c>Europe/Paris</c>. Whether it exists is seen when the instant is asked for.</summary>
    public string Zone
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            field = value;
        }
    }

    /// <summary>What the local time means if the clocks jump over it.</summary>
    public SkippedHour SkippedHour
    {
        get;
        init => field = value is >= SkippedHour.Forward and <= SkippedHour.Refuse
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "This is no rule for a skipped hour.");
    }

    /// <summary>What the local time means if the clocks show it twice.</summary>
    public DoubledHour DoubledHour
    {
        get;
        init => field = value is >= DoubledHour.Earlier and <= DoubledHour.Refuse
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "This is no rule for a doubled hour.");
    }

    /// <summary>The local time and the zone: <c>2026-05-26T00:00:00 Europe/Paris</c>, the same in every culture.</summary>
    public override string ToString() => $"{Text(Local)} {Zone}";

    private static string Text(LocalDateTime local) => LocalDateTimePattern.ExtendedIso.Format(local);
}
