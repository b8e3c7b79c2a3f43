using CivicTech.Amounts;
using CivicTech.Crowdfunding.Collection;
using CivicTech.TestKit.Clocks;
using CivicTech.TestKit.Gateways;
using NodaTime;

namespace CivicTech.Crowdfunding.Tests.Gateways;

/// <summary>The simulated gateway, or something wrapped around it, as the subject of the kit.</summary>
internal sealed class SimulatedBench : IGatewayBench
{
    private readonly SimulatedGateway _inner;
    private readonly IGatewayFault _fault;
    private int _keys;
    private string? _loses;

    internal SimulatedBench(GatewayBehaviour behaviour, IGatewayFault? fault = null)
    {
        _inner = new SimulatedGateway(new TestClock(Instant.FromUtc(2026, 3, 2, 12, 0)), 1, behaviour);
        _fault = fault ?? new NoFault();
        _inner.Script("backer-declining", Enumerable.Repeat(Mishap.Declined, 20).ToArray());
        Gateway = new Front(this);
    }

    public IPaymentGateway Gateway { get; }

    public Money Amount => Money.Of(100, "EUR");

    public string Backer => "backer-1";

    public string Method => "method-1";

    public string DecliningMethod => "declining";

    public string Mandate => "mandate-1";

    public string Payee => "payee-1";

    public bool CanPay => true;

    public string NewKey() => $"key-{++_keys}";

    public void LoseNextCall() => _loses = "call";

    public void LoseNextAnswer() => _loses = "answer";

    public ValueTask PayAsync(Uri link, CancellationToken cancellationToken)
    {
        _inner.PayLink(link);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<ProviderEvent>> EventsAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ProviderEvent>>([.. _inner.TakeEvents().SelectMany(_fault.Message)]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What the adapter under test is: declines by method, loses what the bench says, and has the fault.</summary>
    private sealed class Front(SimulatedBench bench) : IPaymentGateway
    {
        public GatewayCapabilities Capabilities => bench._fault.Capabilities(bench._inner.Capabilities);

        public async ValueTask<GatewayAnswer> SendAsync(GatewayCall request, CancellationToken cancellationToken = default)
        {
            if (request is GatewayCall.Charge { Method: "declining" } declining)
            {
                request = declining with { Backer = "backer-declining" };
            }

            var lost = Interlocked.Exchange(ref bench._loses, null);
            if (lost is not null)
            {
                bench._inner.Script(request.Key, lost is "call" ? Mishap.CallLost : Mishap.AnswerLost);
            }

            return await bench._fault.SendAsync(bench._inner, request, cancellationToken);
        }

        public ValueTask<GatewayAnswer> AskAsync(string key, CancellationToken cancellationToken = default) => bench._fault.AskAsync(bench._inner, key, cancellationToken);
    }

    private sealed class NoFault : IGatewayFault;
}
