using NodaTime;
using NodaTime.Text;

namespace CivicTech.Time;

/// <summary>Instants as texts of ISO 8601, exact to the nanosecond.</summary>
/// <remarks>A journal is full of instants, so the texts of the years 0 to 9999 are made and read here, without allocating; the pattern decides all else.</remarks>
internal static class InstantText
{
    internal const int MaxLength = 30;

    private const int SecondsEnd = 19;

    // As NodaTime's extended pattern, but without the comma that it also reads.
    internal static readonly InstantPattern Pattern =
        InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss.FFFFFFFFF'Z'");

    internal static string Of(Instant instant) => Pattern.Format(instant);

    /// <summary>Writes the text in UTF-8 and gives its length; 0 for an instant before the year 0.</summary>
    internal static int Format(Instant instant, Span<byte> utf8)
    {
        var utc = instant.InUtc();
        if (utc.Year < 0) return 0;
        Put(utf8, 0, 4, utc.Year, '-');
        Put(utf8, 5, 2, utc.Month, '-');
        Put(utf8, 8, 2, utc.Day, 'T');
        Put(utf8, 11, 2, utc.Hour, ':');
        Put(utf8, 14, 2, utc.Minute, ':');
        Put(utf8, 17, 2, utc.Second, '.');
        var end = SecondsEnd;
        if (utc.NanosecondOfSecond is > 0 and var nanoseconds)
        {
            Put(utf8, SecondsEnd + 1, 9, nanoseconds, 'Z');
            end = SecondsEnd + 10;
            while (utf8[end - 1] == '0') end--;
        }

        utf8[end] = (byte)'Z';
        return end + 1;
    }

    /// <summary>Reads a text such as <see cref="Format"/> writes; false also where the pattern might know better.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> utf8, out Instant instant)
    {
        instant = default;
        if (utf8.Length is < SecondsEnd + 1 or > MaxLength || utf8[^1] != 'Z') return false;
        var year = Take(utf8, 0, 4, '-');
        var month = Take(utf8, 5, 2, '-');
        var day = Take(utf8, 8, 2, 'T');
        var hour = Take(utf8, 11, 2, ':');
        var minute = Take(utf8, 14, 2, ':');
        var decimals = Math.Max(0, utf8.Length - SecondsEnd - 2);
        var second = Take(utf8, 17, 2, decimals > 0 ? '.' : 'Z');
        var fraction = Take(utf8, SecondsEnd + 1, decimals, 'Z');
        if (year < 0 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month)
            || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59 || fraction < 0)
        {
            return false;
        }

        for (var i = decimals; i < 9; i++) fraction *= 10;
        instant = Instant.FromUtc(year, month, day, hour, minute, second).PlusNanoseconds(fraction);
        return true;
    }

    private static void Put(Span<byte> utf8, int at, int digits, int value, char then)
    {
        for (var i = at + digits - 1; i >= at; i--)
        {
            (value, var digit) = Math.DivRem(value, 10);
            utf8[i] = (byte)('0' + digit);
        }

        utf8[at + digits] = (byte)then;
    }

    /// <summary>The number of these digits, -1 if they are none or something else follows; 0 if there are none to take.</summary>
    private static int Take(ReadOnlySpan<byte> utf8, int at, int digits, char then)
    {
        if (digits == 0) return 0;
        if (utf8[at + digits] != then) return -1;
        var value = 0;
        foreach (var digit in utf8.Slice(at, digits))
        {
            if (digit is < (byte)'0' or > (byte)'9') return -1;
            value = value * 10 + (digit - '0');
        }

        return value;
    }
}
