using NodaTime;
using NodaTime.Text;

namespace CivicTech.Samples.Sqlite;

/// <summary>Instants as text of one length, to the nanosecond: from the year 1 on they sort as they follow each other.</summary>
internal static class SqliteInstant
{
    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffff'Z'");

    internal static string Write(Instant instant) => Pattern.Format(instant);

    internal static Instant Read(string text) => Pattern.Parse(text).Value;
}
