using CivicTech.Amounts;
using CivicTech.Crowdfunding.Collection;

namespace CivicTech.Crowdfunding.Tests.Gateways;

/// <summary>Adapters with one thing wrong each, and the one case of the kit that is meant to find it.</summary>
internal static partial class GatewayFaults
{
    internal static readonly IReadOnlyDictionary<string, (string Case, Func<IGatewayFault> Make)> All = new Dictionary<string, (string, Func<IGatewayFault>)>
    {
        ["claims too much"] = ("What a gateway can do is what was stated", () => new Claims()),
        ["charges again for a repeated call"] = ("The same charge sent twice takes the money once", () => new RepeatsOnce<GatewayCall.Charge>()),
        ["charges less than asked"] = ("A charge takes the amount that was asked for", () => new FirstChargeIsSmall()),
        ["charges a used key with another amount"] = ("A key that was used for another amount is refused", () => new IgnoresAmounts()),
        ["says nothing of declined charges"] = ("A declined charge has failed and has taken nothing", () => new HidesFailures()),
        ["knows keys that nobody used"] = ("A key that was never used is not known", () => new KnowsEverything()),
        ["knows calls that never arrived"] = ("A charge that never arrived is not known, and can be sent again", () => new NotesBeforeSending()),
        ["does not find a lost charge"] = ("A charge whose answer was lost is found by its key, and is not repeated", () => new ForgetsLostCalls()),
        ["invents a payment each time it is asked"] = ("Asking changes nothing", () => new AskingHasEffects()),
        ["sends a malformed message"] = ("Events are well formed", () => new Malformed()),
        ["gives all messages one identifier"] = ("Different events have different identifiers", () => new OneIdentifier()),
        ["loses messages of captures"] = ("Messages alone tell what was taken and refunded", () => new NoMessages()),
        ["takes partial refunds for one"] = ("Two partial refunds are two refunds", () => new RefundsOncePerAttempt()),
        ["refunds again for a repeated call"] = ("The same refund sent twice refunds once", () => new RepeatsRefunds()),
        ["refunds more than is left"] = ("No more is refunded than was taken", () => new RefundsTooMuch()),
        ["misstates what it holds"] = ("A hold takes nothing and says how much is held", () => new MisstatesHolds()),
        ["does not say until when it holds"] = ("A hold says until when it can be captured", () => new NoEnd()),
        ["captures nothing of a whole hold"] = ("A captured hold takes the amount", () => new CapturesLessOfAll()),
        ["captures all for a part"] = ("A hold captured in part takes that part", () => new CapturesAll()),
        ["accepts a second capture"] = ("A hold is captured once", () => new AcceptsAfter<GatewayCall.Capture, GatewayCall.Capture>()),
        ["accepts a capture after a release"] = ("A hold that was let go cannot be captured", () => new AcceptsAfter<GatewayCall.VoidAuthorisation, GatewayCall.Capture>()),
        ["takes money for an unpaid link"] = ("A link takes nothing before it is paid", () => new PaysItself()),
        ["makes a new link each time"] = ("The same link asked for twice is one link", () => new NewLinks()),
        ["reads paid links wrongly"] = ("A paid link takes the amount", () => new WrongLinkAmount()),
        ["says a debit failed"] = ("A debit is on its way or has taken the amount", () => new DebitFails()),
        ["pays out again for a repeated call"] = ("The same payout sent twice pays once", () => new RepeatsOnce<GatewayCall.SendPayout>()),
    };

    private sealed class Claims : IGatewayFault
    {
        public GatewayCapabilities Capabilities(GatewayCapabilities real) => real with { AuthorisationWindow = null };
    }

    /// <summary>A second performance under another key, told as that of the first.</summary>
    private sealed class RepeatsOnce<TCall> : IGatewayFault
        where TCall : GatewayCall
    {
        private readonly HashSet<GatewayCall> _sent = [];

        public async ValueTask<GatewayAnswer> SendAsync(IPaymentGateway real, GatewayCall request, CancellationToken cancellationToken)
        {
            GatewayAnswer answer;
            try
            {
                answer = await real.SendAsync(request, cancellationToken);
            }
            catch (TimeoutException)
            {
                _sent.Remove(request);
                throw;
            }

            if (request is not TCall || _sent.Add(request))
            {
                return answer;
            }

            var again = (GatewayAnswer.Known)await real.SendAsync(request with { Key = $"{request.Key}-again" }, cancellationToken);
            return new GatewayAnswer.Known([.. again.Events.Select(e => e with { AttemptKey = request.Key })]);
        }
    }

    /// <summary>Only whole captured charges are told as less, in answers, messages and when asked, and only while nothing else happened to them.</summary>
    private sealed class FirstChargeIsSmall : Retells
    {
        private readonly HashSet<string> _others = [];

        protected override void See(GatewayCall request, bool isRepeated)
        {
            if (isRepeated || request is not GatewayCall.Charge) _others.Add(request.Subject);
        }

        protected override ProviderEvent? Tell(ProviderEvent real) =>
            real.Kind is ProviderEventKind.Captured && IsCharge(real) && !_others.Contains(real.AttemptKey) ? real with { Amount = Money.Of(99, "EUR") } : real;
    }

    private sealed class IgnoresAmounts : IGatewayFault
    {
        private readonly Dictionary<string, GatewayCall.Charge> _sent = [];

        public ValueTask<GatewayAnswer> SendAsync(IPaymentGateway real, GatewayCall request, CancellationToken cancellationToken)
        {
            if (request is GatewayCall.Charge charge && !_sent.TryAdd(charge.Key, charge))
            {
                request = _sent[charge.Key];
            }

            return real.SendAsync(request, cancellationToken);
        }
    }

    private sealed class HidesFailures : Retells
    {
        protected override ProviderEvent? Tell(ProviderEvent real) => real.Kind is ProviderEventKind.Failed ? null : real;
    }

    private sealed class KnowsEverything : IGatewayFault
    {
        private readonly HashSet<string> _sent = [];

        public ValueTask<GatewayAnswer> SendAsync(IPaymentGateway real, GatewayCall request, CancellationToken cancellationToken)
        {
            _sent.Add(request.Key);
            return real.SendAsync(request, cancellationToken);
        }

        public ValueTask<GatewayAnswer> AskAsync(IPaymentGateway real, string key, CancellationToken cancellationToken) =>
            _sent.Contains(key) ? real.AskAsync(key, cancellationToken) : ValueTask.FromResult<GatewayAnswer>(new GatewayAnswer.Known());
    }

    private sealed class NotesBeforeSending : IGatewayFault
    {
        private readonly HashSet<string> _noted = [];

        public ValueTask<GatewayAnswer> SendAsync(IPaymentGateway real, GatewayCall request, CancellationToken cancellationToken)
        {
            _noted.Add(request.Key);
            return real.SendAsync(request, cancellationToken);
        }

        public async ValueTask<GatewayAnswer> AskAsync(IPaymentGateway real, string key, CancellationToken cancellationToken) =>
            await real.AskAsync(key, cancellationToken) is var answer && answer is GatewayAnswer.NotKnown && _noted.Contains(key) ? new GatewayAnswer.Known() : answer;
    }

    private sealed class ForgetsLostCalls : IGatewayFault
    {
        private readonly HashSet<string> _lost = [];

        public async ValueTask<GatewayAnswer> SendAsync(IPaymentGateway real, GatewayCall request, CancellationToken cancellationToken)
        {
            try
            {
                return await real.SendAsync(request, cancellationToken);
            }
            catch (TimeoutException)
            {
                if (!_lost.Add(request.Key)) _lost.Remove(request.Key);
                throw;
            }
        }

        public async ValueTask<GatewayAnswer> AskAsync(IPaymentGateway real, string key, CancellationToken cancellationToken) =>
            await real.AskAsync(key, cancellationToken) is var answer && answer is GatewayAnswer.Known && _lost.Contains(key) ? new GatewayAnswer.Known() : answer;
    }

    private sealed class AskingHasEffects : IGatewayFault
    {
        private readonly HashSet<string> _asked = [];

        public ValueTask<GatewayAnswer> SendAsync(IPaymentGateway real, GatewayCall request, CancellationToken cancellationToken)
        {
            _asked.Clear();
            return real.SendAsync(request, cancellationToken);
        }

        public async ValueTask<GatewayAnswer> AskAsync(IPaymentGateway real, string key, CancellationToken cancellationToken)
        {
            var answer = await real.AskAsync(key, cancellationToken);
            return answer is GatewayAnswer.Known { Events: [{ Kind: ProviderEventKind.Captured } captured] } && !_asked.Add(key)
                ? new GatewayAnswer.Known(captured with { PaymentId = "another" })
                : answer;
        }
    }

    private sealed class Malformed : IGatewayFault
    {
        public IEnumerable<ProviderEvent> Message(ProviderEvent real) => [real, real with { EventId = $"{real.EventId}-x", Amount = Money.Of(1, "USD") }];
    }

    private sealed class OneIdentifier : IGatewayFault
    {
        public IEnumerable<ProviderEvent> Message(ProviderEvent real) => [real with { EventId = "event" }];
    }

    private sealed class NoMessages : IGatewayFault
    {
        public IEnumerable<ProviderEvent> Message(ProviderEvent real) => real.Kind is ProviderEventKind.Captured ? [] : [real];
    }

    /// <summary>Tells every event otherwise, wherever it is told.</summary>
    private abstract class Retells : IGatewayFault
    {
        private readonly HashSet<GatewayCall> _sent = [];

        public async ValueTask<GatewayAnswer> SendAsync(IPaymentGateway real, GatewayCall request, CancellationToken cancellationToken)
        {
            var isRepeated = _sent.Any(sent => sent.Key == request.Key);
            _sent.Add(request);
            See(request, isRepeated);
            return Told(await real.SendAsync(request, cancellationToken));
        }

        public async ValueTask<GatewayAnswer> AskAsync(IPaymentGateway real, string key, CancellationToken cancellationToken) => Told(await real.AskAsync(key, cancellationToken));

        public IEnumerable<ProviderEvent> Message(ProviderEvent real) => Tell(real) is { } told ? [told] : [];

        protected virtual void See(GatewayCall request, bool isRepeated)
        {
        }

        protected abstract ProviderEvent? Tell(ProviderEvent real);

        protected bool IsCharge(ProviderEvent e) => _sent.OfType<GatewayCall.Charge>().Any(call => call.Key == e.AttemptKey);

        protected bool IsHold(ProviderEvent e) => _sent.OfType<GatewayCall.Authorise>().Any(call => call.Key == e.AttemptKey);

        private GatewayAnswer Told(GatewayAnswer answer) =>
            answer is GatewayAnswer.Known known ? new GatewayAnswer.Known([.. known.Events.SelectMany(Message)]) : answer;
    }
}
