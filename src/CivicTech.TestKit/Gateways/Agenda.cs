using NodaTime;

namespace CivicTech.TestKit.Gateways;

/// <summary>What will happen by itself, and when.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Action<Instant>, (Instant Due, long Number)> _entries = new();
    private long _number;

    internal Instant? NextDue => _entries.TryPeek(out _, out var first) ? first.Due : null;

    internal void Add(Instant due, Action<Instant> what) => _entries.Enqueue(what, (due, _number++));

    /// <summary>Lets everything happen that is due, each at its own time; what it adds happens too if it is due.</summary>
    internal void RunUntil(Instant now)
    {
        while (_entries.TryPeek(out var what, out var first) && first.Due <= now)
        {
            _entries.Dequeue();
            what(first.Due);
        }
    }
}
