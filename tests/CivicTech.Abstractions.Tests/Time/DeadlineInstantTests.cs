using CivicTech.Time;
using NodaTime;
using NodaTime.TimeZones;

namespace CivicTech.Abstractions.Tests.Time;

public sealed class DeadlineInstantTests
{
    [Theory]
    [InlineData(SkippedHour.Forward, "2026-03-29T01:30:00Z")]
    [InlineData(SkippedHour.EndOfGap, "2026-03-29T01:00:00Z")]
    public void ToInstant_SkippedHour_FollowsTheRule(SkippedHour rule, string expected)
    {
        var deadline = new Deadline(new LocalDateTime(2026, 3, 29, 2, 30), "Europe/Paris") { SkippedHour = rule };

        Assert.Equal(expected, deadline.ToInstant().ToString());
    }

    [Theory]
    [InlineData(DoubledHour.Earlier, "2026-10-25T00:30:00Z")]
    [InlineData(DoubledHour.Later, "2026-10-25T01:30:00Z")]
    public void ToInstant_DoubledHour_FollowsTheRule(DoubledHour rule, string expected)
    {
        var deadline = new Deadline(new LocalDateTime(2026, 10, 25, 2, 30), "Europe/Paris") { DoubledHour = rule };

        Assert.Equal(expected, deadline.ToInstant().ToString());
    }

    [Fact]
    public void ToInstant_RefusedHour_SaysTimeZoneAndChange()
    {
        var skipped = new Deadline(new LocalDateTime(2026, 3, 29, 2, 30), "Europe/Paris") { SkippedHour = SkippedHour.Refuse };
        var doubled = new Deadline(new LocalDateTime(2026, 10, 25, 2, 30), "Europe/Paris") { DoubledHour = DoubledHour.Refuse };

        Refused(
            skipped,
            "2026-03-29T02:30:00 Europe/Paris does not exist: the clocks go from 2026-03-29T02:00:00 to 2026-03-29T03:00:00.");
        Refused(
            doubled,
            "2026-10-25T02:30:00 Europe/Paris exists twice: the clocks go from 2026-10-25T03:00:00 back to 2026-10-25T02:00:00.");
    }

    [Fact]
    public void ToInstant_OrdinaryHour_NeedsNoRule()
    {
        var deadline = new Deadline(new LocalDateTime(2026, 5, 25, 18, 0), "Europe/Paris")
        {
            SkippedHour = SkippedHour.Refuse,
            DoubledHour = DoubledHour.Refuse,
        };

        Assert.Equal(Instant.FromUtc(2026, 5, 25, 16, 0), deadline.ToInstant());
        Assert.Equal(Instant.FromUtc(2026, 3, 29, 1, 0), (deadline with { Local = new LocalDateTime(2026, 3, 29, 3, 0) }).ToInstant());
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 2, 0), (deadline with { Local = new LocalDateTime(2026, 10, 25, 3, 0) }).ToInstant());
    }

    [Fact]
    public void ToInstant_UnknownZone_IsNamed() =>
        Refused(
            new Deadline(new LocalDateTime(2026, 5, 25, 18, 0), "Europe/Pariss"),
            $"There is no time zone 'Europe/Pariss' in the database {DateTimeZoneProviders.Tzdb.VersionId}.");

    // Summer time was abolished in September 2022.
    [Fact]
    public void ToInstant_Tehran_FollowsTheLawOfTheYear()
    {
        Assert.Equal(Instant.FromUtc(2022, 7, 1, 7, 30), new Deadline(new LocalDateTime(2022, 7, 1, 12, 0), "Asia/Tehran").ToInstant());
        Assert.Equal(Instant.FromUtc(2023, 7, 1, 8, 30), new Deadline(new LocalDateTime(2023, 7, 1, 12, 0), "Asia/Tehran").ToInstant());
    }

    [Fact]
    public void ToInstant_LawChangesBeforeTheDeadline_MovesTheInstantAndKeepsTheLocalTime()
    {
        var deadline = new Deadline(new LocalDateTime(2023, 7, 1, 12, 0), "Asia/Tehran");

        Assert.Equal(Instant.FromUtc(2023, 7, 1, 7, 30), deadline.ToInstant(DatabaseOf("2021e", "Asia/Tehran", Offset.FromHoursAndMinutes(4, 30))));
        Assert.Equal(Instant.FromUtc(2023, 7, 1, 8, 30), deadline.ToInstant(DatabaseOf("2022b", "Asia/Tehran", Offset.FromHoursAndMinutes(3, 30))));
        Assert.False(deadline.TryToInstant(DatabaseOf("2022b", "Asia/Tokyo", Offset.Zero), out _, out var problem));
        Assert.Equal("There is no time zone 'Asia/Tehran' in the database 2022b.", problem);
    }

    [Fact]
    public void ToInstant_EndsOfTheRange_Exist()
    {
        var first = new LocalDateTime(1, 1, 1, 0, 0);
        var last = new LocalDateTime(9998, 12, 31, 23, 59, 59);
        foreach (var zone in new[] { "Etc/GMT+12", "Etc/GMT-14", "Asia/Tehran", "America/New_York" })
        {
            Assert.True(new Deadline(first, zone).ToInstant() < new Deadline(last, zone).ToInstant());
        }
    }

    [Fact]
    public void ToInstant_EveryHourOfEveryZone_IsWhatNodaTimeResolves()
    {
        SplitMix64 random = new(65);
        var lenient = Resolvers.LenientResolver;
        var generous = Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter);
        var unusual = 0;
        foreach (var id in DateTimeZoneProviders.Tzdb.Ids)
        {
            var zone = DateTimeZoneProviders.Tzdb[id];
            foreach (var interval in zone.GetZoneIntervals(Instant.FromUtc(1990, 1, 1, 0, 0), Instant.FromUtc(2035, 1, 1, 0, 0)).Where(one => one.HasEnd))
            {
                var local = interval.IsoLocalEnd.PlusMinutes(random.Between(-90, 90));
                var deadline = new Deadline(local, id);

                Assert.Equal(zone.ResolveLocal(local, lenient).ToInstant(), deadline.ToInstant());
                deadline = deadline with { DoubledHour = DoubledHour.Later, SkippedHour = SkippedHour.EndOfGap };
                Assert.Equal(zone.ResolveLocal(local, generous).ToInstant(), deadline.ToInstant());
                if (zone.MapLocal(local).Count == 1) continue;

                unusual++;
                Refused(deadline with { DoubledHour = DoubledHour.Refuse, SkippedHour = SkippedHour.Refuse }, id);
            }
        }

        Assert.True(unusual > 1_000);
    }

    private static void Refused(Deadline deadline, string message)
    {
        Assert.False(deadline.TryToInstant(DateTimeZoneProviders.Tzdb, out var none, out var problem));
        Assert.Equal(default, none);
        Assert.Contains(message, problem, StringComparison.Ordinal);
        Assert.Equal(problem, Assert.Throws<InvalidOperationException>(() => deadline.ToInstant()).Message);
    }

    private static DateTimeZoneCache DatabaseOf(string version, string id, Offset offset) =>
        new DateTimeZoneCache(new OneZone(version, id, DateTimeZone.ForOffset(offset)));

    private sealed class OneZone(string version, string id, DateTimeZone zone) : IDateTimeZoneSource
    {
        public string VersionId => version;

        public IEnumerable<string> GetIds() => [id];

        public DateTimeZone ForId(string name) => new Renamed(name, zone);

        public string? GetSystemDefaultId() => null;

        private sealed class Renamed(string name, DateTimeZone zone) : DateTimeZone(name, true, zone.MinOffset, zone.MaxOffset)
        {
            public override ZoneInterval GetZoneInterval(Instant instant) => zone.GetZoneInterval(instant);
        }
    }
}
