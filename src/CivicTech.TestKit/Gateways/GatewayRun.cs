using CivicTech.Amounts;
using CivicTech.Crowdfunding.Collection;

namespace CivicTech.TestKit.Gateways;

/// <summary>One run of one case: the bench, what it has said, and how to fail.</summary>
internal sealed class GatewayRun(IGatewayBench bench, CancellationToken cancellationToken)
{
    private readonly List<ProviderEvent> _messages = [];
    private readonly List<ProviderEvent> _answered = [];

    internal IGatewayBench Bench => bench;

    internal Money Amount => bench.Amount;

    /// <summary>A part of the amount; three of them are less than it, and a half of it is more.</summary>
    internal Money Part => Money.FromMinorUnits(bench.Amount.MinorUnits * 3 / 10, bench.Amount.Currency);

    internal IReadOnlyList<ProviderEvent> Answered => _answered;

    internal GatewayCall.Charge Charge(string key) => new() { Key = key, Backer = bench.Backer, Method = bench.Method, Amount = Amount };

    internal GatewayCall.Authorise Authorise(string key) => new() { Key = key, Backer = bench.Backer, Method = bench.Method, Amount = Amount };

    internal GatewayCall.Refund Refund(string attempt, Money amount) => new() { Key = bench.NewKey(), Attempt = attempt, Amount = amount };

    internal GatewayCall.Capture Capture(string attempt, Money amount) => new() { Key = bench.NewKey(), Attempt = attempt, Amount = amount };

    /// <summary>Sends what must be answered, and keeps the events that the answer tells.</summary>
    internal async Task<GatewayAnswer> SendAsync(GatewayCall call) =>
        Keep(await Guard(() => bench.Gateway.SendAsync(call, cancellationToken), $"{call.GetType().Name} '{call.Key}'"));

    /// <summary>Sends what must not be refused.</summary>
    internal async Task DoAsync(GatewayCall call)
    {
        if (await SendAsync(call) is GatewayAnswer.Refused refused)
        {
            throw new KitFailure($"Expected the call {call} to be performed, but it was refused: {refused.Code}.");
        }
    }

    /// <summary>Sends what the provider must say no to.</summary>
    internal async Task ExpectRefusalAsync(GatewayCall call)
    {
        var answer = await SendAsync(call);
        Expect(answer is GatewayAnswer.Refused, $"the call {call} to be refused", answer);
    }

    /// <summary>Sends a call whose way or answer the bench loses.</summary>
    internal async Task ExpectLossAsync(GatewayCall call)
    {
        try
        {
            await bench.Gateway.SendAsync(call, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return;
        }

        throw new KitFailure("Expected an exception from a call that gets no answer, since its outcome is unknown; but an answer came.");
    }

    internal Task<GatewayAnswer> AskAsync(string key) => Guard(() => bench.Gateway.AskAsync(key, cancellationToken), $"asking for '{key}'");

    internal async Task<PaymentAttempt> AskedAsync(PaymentAttempt attempt) => await AskAsync(attempt.Key) switch
    {
        GatewayAnswer.Known known => Fold(attempt, known.Events),
        GatewayAnswer.Link => attempt,
        var answer => throw new KitFailure($"Expected the gateway to know the key '{attempt.Key}' that it was sent, got {answer}."),
    };

    internal async Task<IReadOnlyList<ProviderEvent>> MessagesAsync()
    {
        _messages.AddRange(await bench.EventsAsync(cancellationToken));
        return _messages;
    }

    /// <summary>All that answers, messages and asking tell of an attempt.</summary>
    internal async Task<PaymentAttempt> ReadAsync(PaymentAttempt attempt)
    {
        var known = Fold(Fold(attempt, _answered), await MessagesAsync());
        return bench.Gateway.Capabilities.LookupByKey ? await AskedAsync(known) : known;
    }

    internal PaymentAttempt Attempt(string key, PaymentOperation operation) => new() { Key = key, Operation = operation, Amount = Amount };

    /// <summary>Puts the amount into the hands of the provider by whatever the gateway can do; null when only people can.</summary>
    internal async Task<PaymentAttempt?> TakeAsync()
    {
        var key = bench.NewKey();
        if (bench.Gateway.Capabilities.Supports(CollectionMode.SaveThenCharge))
        {
            await DoAsync(Charge(key));
            return Attempt(key, PaymentOperation.Charge);
        }

        if (!bench.CanPay || !bench.Gateway.Capabilities.Supports(CollectionMode.InviteToPay))
        {
            return null;
        }

        await bench.PayAsync(await LinkAsync(key), cancellationToken);
        return Attempt(key, PaymentOperation.PayLink);
    }

    internal async Task<Uri> LinkAsync(string key)
    {
        var answer = await SendAsync(new GatewayCall.CreatePayLink { Key = key, Backer = bench.Backer, Amount = Amount });
        return answer is GatewayAnswer.Link link ? link.Url : throw new KitFailure($"Expected a link, got {answer}.");
    }

    internal ValueTask PayAsync(Uri link) => bench.PayAsync(link, cancellationToken);

    /// <summary>Events that are not of the attempt or malformed are left to the case about them.</summary>
    internal static PaymentAttempt Fold(PaymentAttempt attempt, IEnumerable<ProviderEvent> events) =>
        events.Where(e => attempt.ProblemsOf(e).Count == 0).Aggregate(attempt, (known, e) => known.Apply(e));

    internal static void Expect(bool holds, string expected, object? got)
    {
        if (!holds)
        {
            throw new KitFailure($"Expected {expected}, got {got}.");
        }
    }

    private GatewayAnswer Keep(GatewayAnswer answer)
    {
        if (answer is GatewayAnswer.Known known)
        {
            _answered.AddRange(known.Events);
        }

        return answer;
    }

    private async Task<GatewayAnswer> Guard(Func<ValueTask<GatewayAnswer>> call, string what)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new KitFailure($"Expected an answer to {what}, got the exception {exception.GetType().Name}: {exception.Message}", exception);
        }
    }
}
