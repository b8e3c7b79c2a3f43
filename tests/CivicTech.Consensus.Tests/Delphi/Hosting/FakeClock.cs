using NodaTime;

namespace CivicTech.Tests.Consensus.Delphi.Hosting;

/// <summary>Stands still until it is set.</summary>
internal sealed class FakeClock(Instant now) : IClock
{
    internal Instant Now { get; set; } = now;

    public Instant GetCurrentInstant() => Now;
}
