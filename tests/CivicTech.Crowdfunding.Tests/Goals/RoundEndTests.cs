using CivicTech.Crowdfunding.Goals;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Crowdfunding.Tests.Goals;

public class RoundEndTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 1, 9, 30);

    [Fact]
    public void FixedEnd_EndOfADay_LastsThroughIt()
    {
        var end = new FixedEnd(Deadline.EndOf(new LocalDate(2026, 5, 25), "Europe/Paris"));

        Assert.Equal(Instant.FromUtc(2026, 5, 25, 22, 0), end.EndOf(Start, null));
        Assert.Equal(Instant.FromUtc(2026, 5, 25, 22, 0), end.EndOf(Start, Start));
    }

    [Fact]
    public void DaysAfterStart_AcrossAChangeOfClocks_KeepsTheTimeOfDay()
    {
        // 10:30 in Paris both times: UTC+1 in winter, UTC+2 after 29 March.
        Assert.Equal(Instant.FromUtc(2026, 3, 31, 8, 30), new DaysAfterStart(30, "Europe/Paris", endOfDay: false).EndOf(Start, null));
    }

    [Fact]
    public void DaysAfterStart_EndOfDay_HasTheWholeLastDay()
    {
        Assert.Equal(Instant.FromUtc(2026, 3, 31, 22, 0), new DaysAfterStart(30, "Europe/Paris", endOfDay: true).EndOf(Start, null));
        Assert.Equal(Instant.FromUtc(2026, 3, 31, 20, 30), new DaysAfterStart(30, "Asia/Tehran", endOfDay: true).EndOf(Start, null));
    }

    [Fact]
    public void OpenEnd_NotAnnounced_LastsToTheHardStop()
    {
        Assert.Equal(Instant.FromUtc(2027, 3, 1, 9, 30), OpenEnd.In("Europe/Paris").EndOf(Start, null));
        Assert.Null(new OpenEnd("Europe/Paris", 7, null).EndOf(Start, null));
    }

    [Fact]
    public void OpenEnd_Announced_LastsTheFinalLap()
    {
        var announced = Instant.FromUtc(2026, 3, 25, 12, 0);

        Assert.Equal(Instant.FromUtc(2026, 4, 1, 11, 0), OpenEnd.In("Europe/Paris").EndOf(Start, announced));
        Assert.Equal(Instant.FromUtc(2026, 4, 1, 11, 0), new OpenEnd("Europe/Paris", 7, null).EndOf(Start, announced));
        Assert.Equal(announced, new OpenEnd("Europe/Paris", 0, 365).EndOf(Start, announced));
    }

    [Fact]
    public void OpenEnd_AnnouncedLate_StillStopsHard()
    {
        var stop = Instant.FromUtc(2027, 3, 1, 9, 30);

        Assert.Equal(stop, OpenEnd.In("Europe/Paris").EndOf(Start, stop - Duration.FromDays(3)));
        Assert.Equal(stop, OpenEnd.In("Europe/Paris").EndOf(Start, stop - Duration.FromDays(7)));
        Assert.Equal(stop - Duration.FromMinutes(1), OpenEnd.In("Europe/Paris").EndOf(Start, stop - Duration.FromDays(7) - Duration.FromMinutes(1)));
    }

    [Fact]
    public void OpenEnd_ClosedInAnHourThatComesTwice_DoesNotEndBeforeItWasClosed()
    {
        // 02:30 in Paris for the second time.
        var announced = Instant.FromUtc(2026, 10, 25, 1, 30);

        Assert.Equal(announced, new OpenEnd("Europe/Paris", 0, null).EndOf(Start, announced));
    }

    [Fact]
    public void EndOf_UnknownZone_IsRefusedByName()
    {
        foreach (var end in new RoundEnd[] { new DaysAfterStart(3, "Europe/Pariss", endOfDay: true), OpenEnd.In("Europe/Pariss") })
        {
            Assert.Contains("'Europe/Pariss'", Assert.Throws<ArgumentException>(() => end.EndOf(Start, null)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Constructor_Impossible_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new FixedEnd(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DaysAfterStart(0, "UTC", endOfDay: true));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DaysAfterStart(DaysAfterStart.MaxDays + 1, "UTC", endOfDay: true));
        Assert.Throws<ArgumentException>(() => new DaysAfterStart(1, " ", endOfDay: true));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OpenEnd("UTC", -1, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OpenEnd("UTC", 0, 0));
        Assert.Throws<ArgumentException>(() => new OpenEnd("", 0, 1));
    }

    [Fact]
    public void ToString_EachEnd_SaysTheRule()
    {
        Assert.Equal("40 days after the start, at the end of the day (Europe/Madrid)", new DaysAfterStart(40, "Europe/Madrid", endOfDay: true).ToString());
        Assert.Equal("1 day after the start (UTC)", new DaysAfterStart(1, "UTC", endOfDay: false).ToString());
        Assert.Equal("7 days after an announced final lap, at the latest 365 days after the start (UTC)", OpenEnd.In("UTC").ToString());
        Assert.Equal("0 days after an announced final lap (UTC)", new OpenEnd("UTC", 0, null).ToString());
        Assert.Equal("2026-05-26T00:00:00 Europe/Paris", GoalSamples.End.ToString());
    }
}
