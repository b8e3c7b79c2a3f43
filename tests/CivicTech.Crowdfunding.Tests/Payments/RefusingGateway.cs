using CivicTech.Crowdfunding.Collection;

namespace CivicTech.Crowdfunding.Tests.Payments;

/// <summary>A provider that says no to some calls, and does nothing then.</summary>
internal sealed class RefusingGateway(IPaymentGateway inner) : IPaymentGateway
{
    internal const string Code = "account-blocked";

    /// <summary>Which calls it refuses.</summary>
    internal Func<GatewayCall, bool> Refuses { get; set; } = _ => false;

    internal int Refused { get; private set; }

    public GatewayCapabilities Capabilities => inner.Capabilities;

    public ValueTask<GatewayAnswer> SendAsync(GatewayCall request, CancellationToken cancellationToken = default)
    {
        if (!Refuses(request))
        {
            return inner.SendAsync(request, cancellationToken);
        }

        Refused++;
        return ValueTask.FromResult<GatewayAnswer>(new GatewayAnswer.Refused(Code));
    }

    public ValueTask<GatewayAnswer> AskAsync(string key, CancellationToken cancellationToken = default) => inner.AskAsync(key, cancellationToken);
}
