using NodaTime;

namespace CivicTech.TestKit.Clocks;

/// <summary>A clock that stands still until it is set or advanced.</summary>
/// <remarks>Safe for many threads. It goes backwards only by <see cref="TurnBack"/>, as the clocks of machines sometimes do.</remarks>
public sealed class TestClock : IClock
{
    private readonly Lock _lock = new();
    private Instant _now;

    /// <summary>A clock.</summary>
    /// <param name="now">What it shows.</param>
    public TestClock(Instant now)
    {
        _now = now;
    }

    /// <inheritdoc />
    public Instant GetCurrentInstant()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <summary>Lets time pass.</summary>
    /// <param name="by">How much; not negative.</param>
    /// <returns>What it shows now.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public Instant Advance(Duration by)
    {
        if (by < Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(by), by, "Time passes forwards; a clock that goes wrong is turned back.");
        }

        lock (_lock)
        {
            return _now += by;
        }
    }

    /// <summary>Sets it to an instant that is not before the one it shows.</summary>
    /// <param name="now">What it is to show.</param>
    /// <exception cref="ArgumentOutOfRangeException">It shows a later instant already.</exception>
    public void Set(Instant now)
    {
        lock (_lock)
        {
            _now = now >= _now
                ? now
                : throw new ArgumentOutOfRangeException(nameof(now), now, $"The clock shows {_now} already; a clock that goes wrong is turned back.");
        }
    }

    /// <summary>Turns it back: the clock of a machine that goes wrong, or of another machine.</summary>
    /// <param name="to">What it is to show; not after the instant it shows.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is later than what the clock shows.</exception>
    public void TurnBack(Instant to)
    {
        lock (_lock)
        {
            _now = to <= _now ? to : throw new ArgumentOutOfRangeException(nameof(to), to, $"The clock shows {_now}: that is not back.");
        }
    }
}
