using CivicTech.Amounts;
using CivicTech.Crowdfunding.Collection;

namespace CivicTech.Crowdfunding.Tests.Gateways;

// Faults about refunds, holds, links and debits.
internal static partial class GatewayFaults
{
    private sealed class RefundsOncePerAttempt : IGatewayFault
    {
        private readonly Dictionary<string, GatewayCall.Refund> _first = [];

        public ValueTask<GatewayAnswer> SendAsync(IPaymentGateway real, GatewayCall request, CancellationToken cancellationToken)
        {
            if (request is GatewayCall.Refund refund && !_first.TryAdd(refund.Attempt, refund) && _first[refund.Attempt].Amount == refund.Amount)
            {
                request = _first[refund.Attempt];
            }

            return real.SendAsync(request, cancellationToken);
        }
    }

    private sealed class RepeatsRefunds : IGatewayFault
    {
        private readonly HashSet<GatewayCall> _sent = [];

        public ValueTask<GatewayAnswer> SendAsync(IPaymentGateway real, GatewayCall request, CancellationToken cancellationToken) =>
            real.SendAsync(request is GatewayCall.Refund && !_sent.Add(request) ? request with { Key = $"{request.Key}-again" } : request, cancellationToken);
    }

    private sealed class RefundsTooMuch : IGatewayFault
    {
        public async ValueTask<GatewayAnswer> SendAsync(IPaymentGateway real, GatewayCall request, CancellationToken cancellationToken)
        {
            var answer = await real.SendAsync(request, cancellationToken);
            return request is GatewayCall.Refund refund && answer is GatewayAnswer.Refused
                ? new GatewayAnswer.Known(new ProviderEvent
                {
                    EventId = refund.Key, AttemptKey = refund.Attempt, Kind = ProviderEventKind.RefundCompleted, OccurredAt = default, RefundKey = refund.Key, Amount = refund.Amount,
                })
                : answer;
        }
    }

    private sealed class MisstatesHolds : Retells
    {
        protected override ProviderEvent? Tell(ProviderEvent real) =>
            real.Kind is ProviderEventKind.Authorised ? real with { Amount = real.Amount!.Value * 2 } : real;
    }

    private sealed class NoEnd : Retells
    {
        protected override ProviderEvent? Tell(ProviderEvent real) => real with { CaptureBefore = null };
    }

    private sealed class CapturesLessOfAll : IGatewayFault
    {
        public ValueTask<GatewayAnswer> SendAsync(IPaymentGateway real, GatewayCall request, CancellationToken cancellationToken) => real.SendAsync(
            request is GatewayCall.Capture { Amount.MinorUnits: 10_000 } whole ? whole with { Amount = Money.Of(99, "EUR") } : request, cancellationToken);
    }

    private sealed class CapturesAll : IGatewayFault
    {
        public ValueTask<GatewayAnswer> SendAsync(IPaymentGateway real, GatewayCall request, CancellationToken cancellationToken) => real.SendAsync(
            request is GatewayCall.Capture part ? part with { Amount = Money.Of(100, "EUR") } : request, cancellationToken);
    }

    private sealed class AcceptsAfter<TFirst, TSecond> : IGatewayFault
        where TFirst : GatewayCall
        where TSecond : GatewayCall
    {
        private readonly HashSet<string> _done = [];

        public async ValueTask<GatewayAnswer> SendAsync(IPaymentGateway real, GatewayCall request, CancellationToken cancellationToken)
        {
            var answer = await real.SendAsync(request, cancellationToken);
            var accepted = request is TSecond && answer is GatewayAnswer.Refused && _done.Contains(request.Subject) ? new GatewayAnswer.Known() : answer;
            if (request is TFirst) _done.Add(request.Subject);
            return accepted;
        }
    }

    private sealed class PaysItself : IGatewayFault
    {
        private readonly Dictionary<string, GatewayCall.CreatePayLink> _links = [];

        public ValueTask<GatewayAnswer> SendAsync(IPaymentGateway real, GatewayCall request, CancellationToken cancellationToken)
        {
            if (request is GatewayCall.CreatePayLink link) _links[link.Key] = link;
            return real.SendAsync(request, cancellationToken);
        }

        // Until it is paid and there is something to tell.
        public async ValueTask<GatewayAnswer> AskAsync(IPaymentGateway real, string key, CancellationToken cancellationToken) =>
            await real.AskAsync(key, cancellationToken) is var answer && answer is GatewayAnswer.Link
                ? new GatewayAnswer.Known(new ProviderEvent
                {
                    EventId = "e", AttemptKey = key, Kind = ProviderEventKind.Captured, OccurredAt = default, PaymentId = "p", Amount = _links[key].Amount,
                })
                : answer;
    }

    private sealed class NewLinks : IGatewayFault
    {
        private int _links;

        public async ValueTask<GatewayAnswer> SendAsync(IPaymentGateway real, GatewayCall request, CancellationToken cancellationToken) =>
            await real.SendAsync(request, cancellationToken) is var answer && answer is GatewayAnswer.Link link && ++_links > 1
                ? new GatewayAnswer.Link(new Uri(link.Url, $"{link.Url.PathAndQuery}-{_links}"))
                : answer;
    }

    private sealed class WrongLinkAmount : Retells
    {
        protected override ProviderEvent? Tell(ProviderEvent real) =>
            real.Kind is ProviderEventKind.Captured && !IsCharge(real) && !IsHold(real) ? real with { Amount = Money.Of(1, "EUR") } : real;
    }

    private sealed class DebitFails : Retells
    {
        protected override ProviderEvent? Tell(ProviderEvent real) => real.Kind is ProviderEventKind.Processing ? real with { Kind = ProviderEventKind.Failed } : real;
    }
}
