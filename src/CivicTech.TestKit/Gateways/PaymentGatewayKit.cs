using CivicTech.Crowdfunding.Collection;

namespace CivicTech.TestKit.Gateways;

/// <summary>What an implementation of <see cref="IPaymentGateway"/> must do, as cases for any test framework.</summary>
/// <remarks>
/// With xunit: <c>[Theory, MemberData(nameof(Cases))] public Task Gateway_Keeps(KitCase kitCase) =&gt; kitCase.RunAsync();</c>
/// </remarks>
public static partial class PaymentGatewayKit
{
    /// <summary>The cases for a gateway with the given capabilities: what it cannot do is not asked of it.</summary>
    /// <param name="capabilities">What the gateway says that it can do.</param>
    /// <param name="open">Makes a bench; called once for each run of a case.</param>
    public static IReadOnlyList<KitCase> Cases(GatewayCapabilities capabilities, Func<CancellationToken, ValueTask<IGatewayBench>> open)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        ArgumentNullException.ThrowIfNull(open);
        var cases = new List<KitCase>();
        Add("What a gateway can do is what was stated", run =>
        {
            GatewayRun.Expect(run.Bench.Gateway.Capabilities == capabilities, $"the capabilities {capabilities}", run.Bench.Gateway.Capabilities);
            return Task.CompletedTask;
        });

        var charges = capabilities.Supports(CollectionMode.SaveThenCharge);
        var links = capabilities.Supports(CollectionMode.InviteToPay);
        AddIf(charges, "A charge takes the amount that was asked for", ChargeTakesTheAmountAsync);
        AddIf(charges, "The same charge sent twice takes the money once", ChargeTwiceTakesOnceAsync);
        AddIf(charges, "A key that was used for another amount is refused", ReusedKeyIsRefusedAsync);
        AddIf(charges, "A declined charge has failed and has taken nothing", DeclinedChargeFailsAsync);

        var asks = capabilities.LookupByKey;
        AddIf(asks, "A key that was never used is not known", UnusedKeyIsNotKnownAsync);
        AddIf(asks && charges, "A charge that never arrived is not known, and can be sent again", LostCallIsNotKnownAsync);
        AddIf(asks && charges, "A charge whose answer was lost is found by its key, and is not repeated", LostAnswerIsFoundAsync);
        AddIf(asks && charges, "Asking changes nothing", AskingChangesNothingAsync);

        AddIf(charges || links, "Events are well formed", EventsAreWellFormedAsync);
        AddIf(charges || links, "Different events have different identifiers", EventsHaveIdentifiersAsync);
        AddIf(charges || links, "Messages alone tell what was taken and refunded", MessagesTellAsync);

        AddIf(charges || links, "Two partial refunds are two refunds", PartialRefundsAddUpAsync);
        AddIf(charges || links, "The same refund sent twice refunds once", RefundTwiceRefundsOnceAsync);
        AddIf(charges || links, "No more is refunded than was taken", TooLargeRefundDoesNothingAsync);

        var holds = capabilities.Supports(CollectionMode.AuthoriseThenCapture);
        AddIf(holds, "A hold takes nothing and says how much is held", HoldTakesNothingAsync);
        AddIf(holds && capabilities.AuthorisationWindow is not null, "A hold says until when it can be captured", HoldSaysUntilWhenAsync);
        AddIf(holds, "A captured hold takes the amount", CaptureTakesTheAmountAsync);
        AddIf(holds && capabilities.PartialCapture, "A hold captured in part takes that part", PartialCaptureTakesThePartAsync);
        AddIf(holds, "A hold is captured once", HoldIsCapturedOnceAsync);
        AddIf(holds, "A hold that was let go cannot be captured", VoidedHoldCannotBeCapturedAsync);

        AddIf(links, "A link takes nothing before it is paid", LinkTakesNothingAsync);
        AddIf(links, "The same link asked for twice is one link", LinkTwiceIsOneLinkAsync);
        AddIf(links, "A paid link takes the amount", PaidLinkTakesTheAmountAsync);
        AddIf(capabilities.Supports(CollectionMode.DirectDebit), "A debit is on its way or has taken the amount", DebitIsOnItsWayAsync);
        AddIf(capabilities.Payouts, "The same payout sent twice pays once", PayoutTwicePaysOnceAsync);
        return cases;

        void AddIf(bool applies, string name, Func<GatewayRun, Task> what)
        {
            if (applies)
            {
                Add(name, what);
            }
        }

        void Add(string name, Func<GatewayRun, Task> what) => cases.Add(new KitCase(name, async cancellationToken =>
        {
            await using var bench = await open(cancellationToken);
            await what(new GatewayRun(bench, cancellationToken));
        }));
    }
}
