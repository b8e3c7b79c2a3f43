using CivicTech.Crowdfunding.Collection;

namespace CivicTech.Crowdfunding.Tests.Gateways;

/// <summary>What is wrong with an adapter: nothing by default.</summary>
internal interface IGatewayFault
{
    GatewayCapabilities Capabilities(GatewayCapabilities real) => real;

    ValueTask<GatewayAnswer> SendAsync(IPaymentGateway real, GatewayCall request, CancellationToken cancellationToken) => real.SendAsync(request, cancellationToken);

    ValueTask<GatewayAnswer> AskAsync(IPaymentGateway real, string key, CancellationToken cancellationToken) => real.AskAsync(key, cancellationToken);

    IEnumerable<ProviderEvent> Message(ProviderEvent real) => [real];
}
