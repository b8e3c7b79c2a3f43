using NodaTime;

namespace CivicTech.Abstractions.Tests.Processes.Jars;

/// <summary>A clock that shows what it is told.</summary>
internal sealed class SteppedClock : IClock
{
    internal Instant Now { get; set; } = Instant.FromUtc(2026, 3, 21, 12, 0);

    public Instant GetCurrentInstant() => Now;
}
