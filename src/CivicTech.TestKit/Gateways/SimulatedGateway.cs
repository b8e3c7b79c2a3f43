using CivicTech.Amounts;
using CivicTech.Crowdfunding.Collection;
using NodaTime;

namespace CivicTech.TestKit.Gateways;

/// <summary>
/// A payment provider for tests: it takes no real money, keeps a true account of what it would have taken, and behaves as badly as it
/// is told to.
/// </summary>
/// <remarks>
/// <para>What goes wrong is scripted (<see cref="Script"/>) or drawn by <see cref="GatewayBehaviour.Odds"/> from the seed and the key of the
/// call, so that a run can be repeated whatever the order of concurrent calls. Time is the clock's: what happens by itself (a debit
/// arrives, a hold runs out, a dispute opens) happens when the clock has passed it and the gateway is next used.</para>
/// <para>The provider's messages (webhooks) are what <see cref="TakeEvents()"/> hands out; each has been said by an answer too, unless that
/// was lost. Safe for use by several threads.</para>
/// </remarks>
public sealed partial class SimulatedGateway : IPaymentGateway
{
    private readonly Lock _gate = new();
    private readonly IClock _clock;
    private readonly GatewayBehaviour _behaviour;
    private readonly Draws _draws;
    private readonly Agenda _agenda = new();
    private readonly MessagePost _post;
    private readonly Dictionary<string, (GatewayCall Call, GatewayAnswer Answer, Instant At)> _sent = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _sends = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Queue<Mishap>> _scripts = new(StringComparer.Ordinal);
    private readonly PaymentBook _payments = new();
    private readonly List<SimulatedPayout> _payouts = [];

    /// <summary>A gateway.</summary>
    /// <param name="clock">Its time, which the test sets.</param>
    /// <param name="seed">Makes its luck; any number.</param>
    /// <param name="behaviour">How it behaves.</param>
    public SimulatedGateway(IClock clock, ulong seed, GatewayBehaviour behaviour)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(behaviour);
        _clock = clock;
        _behaviour = behaviour;
        _draws = new Draws(seed);
        _post = new MessagePost(behaviour, _draws);
    }

    /// <summary>A gateway that does what it is asked, at once.</summary>
    /// <param name="clock">Its time, which the test sets.</param>
    public SimulatedGateway(IClock clock)
        : this(clock, 0, GatewayBehaviour.Honest)
    {
    }

    /// <inheritdoc />
    public GatewayCapabilities Capabilities => _behaviour.Capabilities;

    /// <summary>When something next happens by itself or a message arrives; <see langword="null"/> when nothing will.</summary>
    public Instant? NextDue
    {
        get
        {
            lock (_gate)
            {
                return _agenda.NextDue is { } first && _post.NextDue is { } other ? Instant.Min(first, other) : _agenda.NextDue ?? _post.NextDue;
            }
        }
    }

    /// <inheritdoc />
    /// <exception cref="TimeoutException">The call, or its answer, was lost.</exception>
    public ValueTask<GatewayAnswer> SendAsync(GatewayCall request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var now = Advance(_clock.GetCurrentInstant());
            if (_sent.TryGetValue(request.Key, out var before) && now < before.At + _behaviour.KeyMemory)
            {
                return ValueTask.FromResult(before.Call == request ? before.Answer : new GatewayAnswer.Refused("key-reused"));
            }

            return ValueTask.FromResult(Send(request, now));
        }
    }

    /// <inheritdoc />
    public ValueTask<GatewayAnswer> AskAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            Advance(_clock.GetCurrentInstant());
            if (!_sent.TryGetValue(key, out var sent))
            {
                return ValueTask.FromResult<GatewayAnswer>(new GatewayAnswer.NotKnown());
            }

            var subject = sent.Call.Subject;
            ProviderEvent[] events =
            [
                .. _payments.OfAttempt(subject).SelectMany(payment => payment.Truth),
                .. _payouts.Where(payout => payout.Key == subject).SelectMany(payout => payout.Truth),
            ];
            return ValueTask.FromResult(events.Length == 0 && sent.Answer is GatewayAnswer.Link ? sent.Answer : new GatewayAnswer.Known([.. events]));
        }
    }

    /// <summary>The messages that have arrived by the clock and were not taken yet, as badly ordered and repeated as the behaviour says.</summary>
    public IReadOnlyList<ProviderEvent> TakeEvents() => TakeEvents(_clock.GetCurrentInstant());

    /// <summary>As <see cref="TakeEvents()"/>, after time has passed at the provider.</summary>
    /// <param name="until">Messages that arrive until then, included.</param>
    public IReadOnlyList<ProviderEvent> TakeEvents(Instant until)
    {
        lock (_gate)
        {
            return _post.TakeUntil(Advance(until));
        }
    }

    /// <summary>The backer pays a link.</summary>
    /// <param name="attempt">The key of the attempt; when it has several links, the first that is open.</param>
    /// <exception cref="InvalidOperationException">It has no link that can be paid.</exception>
    public void PayLink(string attempt) => PayLink(() => _payments.OfAttempt(attempt), attempt);

    /// <summary>The backer pays a link.</summary>
    /// <param name="link">The link.</param>
    /// <exception cref="InvalidOperationException">It cannot be paid.</exception>
    public void PayLink(Uri link) => PayLink(() => _payments.All.Where(payment => payment.Link == link), $"{link}");

    /// <summary>The backer's bank takes back all that an attempt took.</summary>
    /// <param name="attempt">The key of the attempt.</param>
    /// <returns>The identifier of the dispute.</returns>
    /// <exception cref="InvalidOperationException">It took nothing.</exception>
    public string OpenDispute(string attempt)
    {
        lock (_gate)
        {
            var now = Advance(_clock.GetCurrentInstant());
            var payment = _payments.OfAttempt(attempt).FirstOrDefault(payment => payment.Captured.IsPositive)
                ?? throw new InvalidOperationException($"Attempt '{attempt}' took nothing that could be disputed.");
            return Dispute(payment, now, Mishap.None).Id;
        }
    }

    /// <summary>A dispute ends, or ends in another way than before.</summary>
    /// <param name="disputeId">Its identifier.</param>
    /// <param name="outcome">How.</param>
    /// <exception cref="InvalidOperationException">There is no such dispute.</exception>
    public void EndDispute(string disputeId, DisputeOutcome outcome)
    {
        lock (_gate)
        {
            var now = Advance(_clock.GetCurrentInstant());
            var payment = _payments.All.FirstOrDefault(payment => payment.Disputes.Exists(dispute => dispute.Id == disputeId))
                ?? throw new InvalidOperationException($"There is no dispute '{disputeId}'.");
            Rule(payment, payment.Disputes.Find(dispute => dispute.Id == disputeId)!, outcome, now, Mishap.None);
        }
    }

    private void PayLink(Func<IEnumerable<SimulatedPayment>> meant, string name)
    {
        lock (_gate)
        {
            var now = Advance(_clock.GetCurrentInstant());
            var payment = meant().FirstOrDefault(payment => payment.Link is not null && !payment.IsClosed)
                ?? throw new InvalidOperationException($"'{name}' has no link that can be paid.");
            Pay(payment, payment.Amount, payment.LinkMishap, now, null);
        }
    }

    private Instant Advance(Instant now)
    {
        _agenda.RunUntil(now);
        return now;
    }

    private GatewayAnswer Send(GatewayCall call, Instant now)
    {
        var mishap = MishapOf(call);
        if (mishap is Mishap.CallLost)
        {
            throw new TimeoutException("The call was lost on its way to the provider.");
        }

        var answer = Perform(call, mishap, now);
        if (answer is GatewayAnswer.Refused)
        {
            return answer;
        }

        if (mishap is Mishap.SilentAnswer && answer is GatewayAnswer.Known)
        {
            answer = new GatewayAnswer.Known();
        }

        _sent[call.Key] = (call, answer, now);
        return mishap is Mishap.AnswerLost ? throw new TimeoutException("The provider's answer was lost on its way.") : answer;
    }
}
