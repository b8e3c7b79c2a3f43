using CivicTech.Crowdfunding.Collection;
using static CivicTech.TestKit.Gateways.GatewayRun;

namespace CivicTech.TestKit.Gateways;

// Refunds, holds, links, debits and payouts.
public static partial class PaymentGatewayKit
{
    private static async Task PartialRefundsAddUpAsync(GatewayRun run)
    {
        if (await run.TakeAsync() is not { } attempt)
        {
            return;
        }

        await run.DoAsync(run.Refund(attempt.Key, run.Part));
        await run.DoAsync(run.Refund(attempt.Key, run.Part));
        var known = await run.ReadAsync(attempt);
        Expect(known.Facts.Refunds.Length == 2 && known.Position.Refunded == run.Part * 2, $"two refunds of {run.Part} each", Money(known));
    }

    private static async Task RefundTwiceRefundsOnceAsync(GatewayRun run)
    {
        if (await run.TakeAsync() is not { } attempt)
        {
            return;
        }

        var refund = run.Refund(attempt.Key, run.Part);
        await run.DoAsync(refund);
        await run.DoAsync(refund);
        var known = await run.ReadAsync(attempt);
        Expect(known.Position.Refunded == run.Part, $"one refund of {run.Part}", Money(known));
    }

    private static async Task TooLargeRefundDoesNothingAsync(GatewayRun run)
    {
        if (await run.TakeAsync() is not { } attempt)
        {
            return;
        }

        await run.DoAsync(run.Refund(attempt.Key, run.Part));
        await run.SendAsync(run.Refund(attempt.Key, run.Amount));
        var known = await run.ReadAsync(attempt);
        Expect(known.Position.Refunded == run.Part, $"{run.Part} refunded, and nothing beyond what was left", Money(known));
    }

    private static async Task HoldTakesNothingAsync(GatewayRun run)
    {
        var known = await HeldAsync(run);
        Expect(
            known.Position.Captured.IsZero && known.Facts.Authorisation?.Amount == run.Amount,
            $"{run.Amount} held and nothing captured",
            $"{known.Facts.Authorisation?.Amount} held, {Money(known)}");
    }

    private static async Task HoldSaysUntilWhenAsync(GatewayRun run)
    {
        var known = await HeldAsync(run);
        var hold = known.Facts.Authorisation;
        Expect(hold is { Until: not null }, "a hold with the moment from which it cannot be captured", hold);
    }

    private static async Task CaptureTakesTheAmountAsync(GatewayRun run)
    {
        var held = await HeldAsync(run);
        await run.DoAsync(run.Capture(held.Key, run.Amount));
        var known = await run.ReadAsync(held);
        Expect(known.Position.Captured == run.Amount, $"{run.Amount} captured", Money(known));
    }

    private static async Task PartialCaptureTakesThePartAsync(GatewayRun run)
    {
        var held = await HeldAsync(run);
        await run.DoAsync(run.Capture(held.Key, run.Part));
        var known = await run.ReadAsync(held);
        Expect(known.Position.Captured == run.Part, $"{run.Part} captured", Money(known));
    }

    private static async Task HoldIsCapturedOnceAsync(GatewayRun run)
    {
        var held = await HeldAsync(run);
        var amount = run.Bench.Gateway.Capabilities.PartialCapture ? run.Part : run.Amount;
        await run.DoAsync(run.Capture(held.Key, amount));
        var first = await run.ReadAsync(held);
        await run.ExpectRefusalAsync(run.Capture(held.Key, amount));
        var known = await run.ReadAsync(held);
        Expect(known.Position.Captured == first.Position.Captured, "a second capture to take nothing", Money(known));
    }

    private static async Task VoidedHoldCannotBeCapturedAsync(GatewayRun run)
    {
        var held = await HeldAsync(run);
        await run.DoAsync(new GatewayCall.VoidAuthorisation { Key = run.Bench.NewKey(), Attempt = held.Key });
        var known = await run.ReadAsync(held);
        Expect(known.Status is PaymentStatus.Voided, "the hold to be Voided", known.Status);
        await run.ExpectRefusalAsync(run.Capture(held.Key, run.Amount));
    }

    private static async Task<PaymentAttempt> HeldAsync(GatewayRun run)
    {
        var attempt = run.Attempt(run.Bench.NewKey(), PaymentOperation.Authorise);
        await run.DoAsync(run.Authorise(attempt.Key));
        return await run.ReadAsync(attempt);
    }

    private static async Task LinkTakesNothingAsync(GatewayRun run)
    {
        var attempt = run.Attempt(run.Bench.NewKey(), PaymentOperation.PayLink);
        await run.LinkAsync(attempt.Key);
        var known = await run.ReadAsync(attempt);
        Expect(known.Position.Captured.IsZero, "nothing captured before the link is paid", Money(known));
    }

    private static async Task LinkTwiceIsOneLinkAsync(GatewayRun run)
    {
        var key = run.Bench.NewKey();
        var first = await run.LinkAsync(key);
        var second = await run.LinkAsync(key);
        Expect(second == first, $"the link {first} again", second);
    }

    private static async Task PaidLinkTakesTheAmountAsync(GatewayRun run)
    {
        if (!run.Bench.CanPay)
        {
            return;
        }

        var attempt = run.Attempt(run.Bench.NewKey(), PaymentOperation.PayLink);
        await run.PayAsync(await run.LinkAsync(attempt.Key));
        var known = await run.ReadAsync(attempt);
        Expect(known is { Status: PaymentStatus.Captured, HasOtherAmount: false }, $"{run.Amount} captured by the paid link", Money(known));
    }

    private static async Task DebitIsOnItsWayAsync(GatewayRun run)
    {
        var attempt = run.Attempt(run.Bench.NewKey(), PaymentOperation.Debit);
        await run.DoAsync(new GatewayCall.Debit { Key = attempt.Key, Backer = run.Bench.Backer, Mandate = run.Bench.Mandate, Amount = run.Amount });
        var known = await run.ReadAsync(attempt);
        Expect(
            known is { Status: PaymentStatus.Processing } or { Status: PaymentStatus.Captured, HasOtherAmount: false },
            $"a debit that is Processing, or has captured {run.Amount}",
            Money(known));
    }

    private static async Task PayoutTwicePaysOnceAsync(GatewayRun run)
    {
        var payout = new PayoutAttempt { Key = run.Bench.NewKey(), Amount = run.Amount };
        var call = new GatewayCall.SendPayout { Key = payout.Key, Payee = run.Bench.Payee, Amount = run.Amount };
        await run.DoAsync(call);
        await run.DoAsync(call);
        var events = run.Answered.Concat(await run.MessagesAsync()).ToList();
        if (run.Bench.Gateway.Capabilities.LookupByKey && await run.AskAsync(payout.Key) is GatewayAnswer.Known known)
        {
            events.AddRange(known.Events);
        }

        var paid = events.Where(e => payout.ProblemsOf(e).Count == 0).Aggregate(payout, (all, e) => all.Apply(e));
        Expect(paid.Transfers.Length == 1 && paid.Sent == run.Amount, $"one transfer of {run.Amount}", $"{paid.Transfers.Length} of {paid.Sent}");
    }
}
