using System.Globalization;
using CivicTech.Budgeting.Calendars;
using NodaTime;
using static CivicTech.Budgeting.Tests.Calendars.CalendarSamples;

namespace CivicTech.Budgeting.Tests.Calendars;

public sealed class CalendarTextTests
{
    [Fact]
    public void ToText_OfAYear_IsAsAccepted() => Golden.Verify(Year.ToText());

    [Fact]
    public void ToText_InThePersianCalendar_IsAsAccepted()
    {
        var calendar = Of(
            StageIn(
                "Asia/Tehran",
                "پیشنهاد",
                new LocalDateTime(1405, 1, 15, 9, 0, CalendarSystem.PersianAstronomical),
                new LocalDateTime(1405, 2, 31, 23, 59, 59, CalendarSystem.PersianAstronomical),
                Permit(Activity.Submit, "citizen")),
            StageIn("Asia/Tehran", "waiting", new LocalDateTime(1405, 3, 1, 0, 0, CalendarSystem.PersianAstronomical), new LocalDateTime(1405, 4, 1, 0, 0, CalendarSystem.PersianAstronomical)));

        Golden.Verify(calendar.ToText(CalendarSystem.PersianAstronomical));
    }

    [Fact]
    public void ToText_InAnyCulture_IsTheSame()
    {
        var (before, text) = (CultureInfo.CurrentCulture, Year.ToText());
        try
        {
            // Whatever data the machine has: digits, separators and calendar of another culture.
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NegativeSign = "~";
            culture.NumberFormat.NumberGroupSeparator = " ";
            culture.DateTimeFormat.DateSeparator = ".";
            culture.DateTimeFormat.TimeSeparator = ".";
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(text, Year.ToText());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
