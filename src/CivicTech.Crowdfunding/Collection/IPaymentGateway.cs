namespace CivicTech.Crowdfunding.Collection;

/// <summary>The port to a payment provider: what a host implements for the provider that it uses.</summary>
/// <remarks>
/// <para>A call that ends without an answer, by an exception of any kind, has an unknown outcome: it may have been performed. Who calls
/// then asks by the key before calling again, and calls again only with the same key and the same contents.</para>
/// <para>Providers forget idempotency keys (many after 24 hours). An adapter passes keys on, and need not guard beyond that; the
/// caller does, by never calling again for what is known to be done.</para>
/// <para>Safe for use by several threads. The conformance kit in CivicTech.TestKit tries an implementation.</para>
/// </remarks>
public interface IPaymentGateway
{
    /// <summary>What the gateway can do.</summary>
    GatewayCapabilities Capabilities { get; }

    /// <summary>Performs a call, once for its key.</summary>
    /// <param name="request">What to do.</param>
    /// <param name="cancellationToken">Gives up waiting; the outcome is unknown then.</param>
    /// <returns>
    /// What is known now (a payment that takes days is <see cref="ProviderEventKind.Processing"/>), a link for the backer, or that the
    /// provider refused and did nothing. The same again when the key was used for the same call before.
    /// </returns>
    ValueTask<GatewayAnswer> SendAsync(GatewayCall request, CancellationToken cancellationToken = default);

    /// <summary>Reads at the provider what became of a call. Changes nothing.</summary>
    /// <param name="key">The key of the call.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>
    /// What is known now about what the call did, and about all that followed from it (its captures, refunds and disputes); the link, while
    /// nothing has happened to it; or <see cref="GatewayAnswer.NotKnown"/>: the call never arrived or was refused, and may be sent.
    /// </returns>
    ValueTask<GatewayAnswer> AskAsync(string key, CancellationToken cancellationToken = default);
}
