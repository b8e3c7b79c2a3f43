using CivicTech.Amounts;
using CivicTech.Crowdfunding.Collection;

namespace CivicTech.TestKit.Gateways;

/// <summary>
/// A gateway under test with all that <see cref="PaymentGatewayKit"/> needs around it: the author of an adapter implements it over the
/// provider's sandbox or a stub of its interface.
/// </summary>
/// <remarks>Each case opens one of its own and disposes it. Several may be open at a time.</remarks>
public interface IGatewayBench : IAsyncDisposable
{
    /// <summary>The adapter.</summary>
    IPaymentGateway Gateway { get; }

    /// <summary>What charges, holds, links and payouts are of; at least 10 minor units, and fit for the provider's test methods.</summary>
    Money Amount { get; }

    /// <summary>A backer.</summary>
    string Backer { get; }

    /// <summary>A saved method of the backer that works.</summary>
    string Method { get; }

    /// <summary>A saved method of the backer that is declined.</summary>
    string DecliningMethod { get; }

    /// <summary>A mandate of the backer that works.</summary>
    string Mandate { get; }

    /// <summary>Somebody who can be paid.</summary>
    string Payee { get; }

    /// <summary>Whether <see cref="PayAsync"/> can be called. A provider whose pages only people can fill in has no test of paid links.</summary>
    bool CanPay { get; }

    /// <summary>A key that was never used before, also not by an earlier run against the same sandbox.</summary>
    string NewKey();

    /// <summary>Makes the next call fail before it reaches the provider.</summary>
    void LoseNextCall();

    /// <summary>Lets the next call reach the provider and loses the answer.</summary>
    void LoseNextAnswer();

    /// <summary>Pays a link as the backer would.</summary>
    /// <param name="link">The link.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask PayAsync(Uri link, CancellationToken cancellationToken);

    /// <summary>The provider's messages since the last call as the adapter reads them, after waiting until it has said what is due.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<ProviderEvent>> EventsAsync(CancellationToken cancellationToken);
}
