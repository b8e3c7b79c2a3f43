using CivicTech.Crowdfunding.Collection;
using NodaTime;

namespace CivicTech.TestKit.Gateways;

/// <summary>The provider's messages on their way to the host: late, repeated and shuffled as the behaviour says.</summary>
internal sealed class MessagePost(GatewayBehaviour behaviour, Draws draws)
{
    private readonly PriorityQueue<ProviderEvent, (Instant Due, long Number)> _underWay = new();
    private long _number;

    internal Instant? NextDue => _underWay.TryPeek(out _, out var first) ? first.Due : null;

    internal void Send(ProviderEvent message, Instant at)
    {
        if (draws.Below(100, $"lose {message.EventId}") < behaviour.LostMessages)
        {
            return;
        }

        _underWay.Enqueue(message, (at + Delay(message.EventId), _number++));
        if (draws.Below(100, $"repeat {message.EventId}") < behaviour.RepeatedMessages)
        {
            _underWay.Enqueue(message, (at + Delay($"again {message.EventId}"), _number++));
        }
    }

    internal List<ProviderEvent> TakeUntil(Instant now)
    {
        var due = new List<ProviderEvent>();
        while (_underWay.TryPeek(out var message, out var first) && first.Due <= now)
        {
            _underWay.Dequeue();
            due.Add(message);
        }

        return behaviour.KeepsOrder ? due : [.. due.OrderBy(message => draws.Of($"order {message.EventId}"))];
    }

    private Duration Delay(string subject) => behaviour.MessageDelay * draws.Below(101, $"delay {subject}") / 100;
}
