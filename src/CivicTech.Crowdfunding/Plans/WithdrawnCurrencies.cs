using NodaTime;

namespace CivicTech.Crowdfunding.Plans;

/// <summary>Currencies that were withdrawn, and when: the local midnight from which they are no legal tender.</summary>
/// <remarks>Source: the council decisions on the euro in Lithuania, Croatia and Bulgaria; the central bank of Curaçao and Sint Maarten on the Caribbean guilder.</remarks>
internal static class WithdrawnCurrencies
{
    private static readonly (string Code, LocalDate Day, string Zone)[] All =
    [
        ("LTL", new LocalDate(2015, 1, 1), "Europe/Vilnius"),
        ("HRK", new LocalDate(2023, 1, 1), "Europe/Zagreb"),
        ("ANG", new LocalDate(2025, 7, 1), "America/Curacao"),
        ("BGN", new LocalDate(2026, 1, 1), "Europe/Sofia"),
    ];

    /// <summary>The first instant at which a currency is no money any more; null for one that is in use, or is not known.</summary>
    internal static Instant? SinceOf(Currency currency) => All.FirstOrDefault(withdrawn => withdrawn.Code == currency.Code) is { Code: not null } found
        ? DateTimeZoneProviders.Tzdb[found.Zone].AtStartOfDay(found.Day).ToInstant()
        : null;
}
