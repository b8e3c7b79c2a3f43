using CivicTech.Crowdfunding.Collection;

namespace CivicTech.Crowdfunding.Tests.Payments;

internal sealed class TrappedGateway(IPaymentGateway inner, Trap trap) : IPaymentGateway
{
    internal const string Call = "call";

    public GatewayCapabilities Capabilities => inner.Capabilities;

    public ValueTask<GatewayAnswer> SendAsync(GatewayCall request, CancellationToken cancellationToken = default) => trap.PassAsync(Call, () => inner.SendAsync(request, cancellationToken));

    public ValueTask<GatewayAnswer> AskAsync(string key, CancellationToken cancellationToken = default) => trap.PassAsync(Call, () => inner.AskAsync(key, cancellationToken));
}
