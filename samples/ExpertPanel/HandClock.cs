using NodaTime;

namespace ExpertPanel;

/// <summary>A clock set by hand, in the time zone of the town: months pass in a moment.</summary>
internal sealed class HandClock : IClock
{
    private Instant _now;

    internal LocalDate Today => _now.InZone(DateTimeZoneProviders.Tzdb[Town.Zone]).Date;

    public Instant GetCurrentInstant() => _now;

    internal void Set(LocalDateTime local) => _now = local.InZoneStrictly(DateTimeZoneProviders.Tzdb[Town.Zone]).ToInstant();
}
