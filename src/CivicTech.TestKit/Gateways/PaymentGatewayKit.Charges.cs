using CivicTech.Crowdfunding.Collection;
using static CivicTech.TestKit.Gateways.GatewayRun;

namespace CivicTech.TestKit.Gateways;

// Charges, lost calls and what events say.
public static partial class PaymentGatewayKit
{
    private static async Task ChargeTakesTheAmountAsync(GatewayRun run)
    {
        var attempt = run.Attempt(run.Bench.NewKey(), PaymentOperation.Charge);
        await run.DoAsync(run.Charge(attempt.Key));
        var known = await run.ReadAsync(attempt);
        Expect(known is { Status: PaymentStatus.Captured, HasOtherAmount: false }, $"{run.Amount} to be captured", Money(known));
    }

    private static async Task ChargeTwiceTakesOnceAsync(GatewayRun run)
    {
        var attempt = run.Attempt(run.Bench.NewKey(), PaymentOperation.Charge);
        await run.DoAsync(run.Charge(attempt.Key));
        await run.DoAsync(run.Charge(attempt.Key));
        var known = await run.ReadAsync(attempt);
        Expect(known.Facts.Captures.Length <= 1, "one payment for one key", Money(known));
    }

    private static async Task ReusedKeyIsRefusedAsync(GatewayRun run)
    {
        var attempt = run.Attempt(run.Bench.NewKey(), PaymentOperation.Charge);
        await run.DoAsync(run.Charge(attempt.Key));
        await run.ExpectRefusalAsync(run.Charge(attempt.Key) with { Amount = run.Part });
        var known = await run.ReadAsync(attempt);
        Expect(known.Facts.Captures.Length <= 1, "the refused call to take nothing", Money(known));
    }

    private static async Task DeclinedChargeFailsAsync(GatewayRun run)
    {
        var attempt = run.Attempt(run.Bench.NewKey(), PaymentOperation.Charge);
        await run.DoAsync(run.Charge(attempt.Key) with { Method = run.Bench.DecliningMethod });
        var known = await run.ReadAsync(attempt);
        Expect(known.Status is PaymentStatus.Failed, "the attempt to be Failed", Money(known));
    }

    private static async Task UnusedKeyIsNotKnownAsync(GatewayRun run)
    {
        var answer = await run.AskAsync(run.Bench.NewKey());
        Expect(answer is GatewayAnswer.NotKnown, "NotKnown for a key that was never sent", answer);
    }

    private static async Task LostCallIsNotKnownAsync(GatewayRun run)
    {
        var attempt = run.Attempt(run.Bench.NewKey(), PaymentOperation.Charge);
        run.Bench.LoseNextCall();
        await run.ExpectLossAsync(run.Charge(attempt.Key));
        var answer = await run.AskAsync(attempt.Key);
        Expect(answer is GatewayAnswer.NotKnown, "NotKnown for a call that never arrived", answer);
        await run.DoAsync(run.Charge(attempt.Key));
        var known = await run.ReadAsync(attempt);
        Expect(known.Facts.Captures.Length == 1, "one payment once the call was sent again", Money(known));
    }

    private static async Task LostAnswerIsFoundAsync(GatewayRun run)
    {
        var attempt = run.Attempt(run.Bench.NewKey(), PaymentOperation.Charge);
        run.Bench.LoseNextAnswer();
        await run.ExpectLossAsync(run.Charge(attempt.Key));
        var known = await run.AskedAsync(attempt);
        Expect(known.Facts.Captures.Length == 1, "asking to find the one payment of a call whose answer was lost", Money(known));
        await run.DoAsync(run.Charge(attempt.Key));
        known = await run.ReadAsync(attempt);
        Expect(known.Facts.Captures.Length == 1, "no second payment when the call is sent again with its key", Money(known));
    }

    private static async Task AskingChangesNothingAsync(GatewayRun run)
    {
        var attempt = run.Attempt(run.Bench.NewKey(), PaymentOperation.Charge);
        await run.DoAsync(run.Charge(attempt.Key));
        await run.MessagesAsync();
        var first = await run.AskedAsync(attempt);
        var second = await run.AskedAsync(attempt);
        Expect(second == first, $"the same facts when asked again: {Money(first)}", Money(second));
    }

    private static async Task EventsAreWellFormedAsync(GatewayRun run)
    {
        if (await RefundedInPartAsync(run) is not { } attempt)
        {
            return;
        }

        foreach (var e in run.Answered.Concat(await run.MessagesAsync()))
        {
            var problems = attempt.ProblemsOf(e);
            Expect(problems.Count == 0, $"a well-formed event of attempt '{attempt.Key}'", $"{e}: {string.Join("; ", problems)}");
        }
    }

    private static async Task EventsHaveIdentifiersAsync(GatewayRun run)
    {
        if (await RefundedInPartAsync(run) is null)
        {
            return;
        }

        foreach (var same in (await run.MessagesAsync()).GroupBy(e => e.EventId, StringComparer.Ordinal))
        {
            Expect(same.Distinct().Count() == 1, $"one event with the identifier '{same.Key}'", string.Join(" and ", same.Distinct()));
        }
    }

    private static async Task MessagesTellAsync(GatewayRun run)
    {
        if (await RefundedInPartAsync(run) is not { } attempt)
        {
            return;
        }

        var known = Fold(attempt, await run.MessagesAsync());
        Expect(
            known.Position.Captured == run.Amount && known.Position.Refunded == run.Part,
            $"messages that tell of {run.Amount} captured and {run.Part} refunded",
            Money(known));
    }

    private static async Task<PaymentAttempt?> RefundedInPartAsync(GatewayRun run)
    {
        var attempt = await run.TakeAsync();
        if (attempt is not null)
        {
            await run.DoAsync(run.Refund(attempt.Key, run.Part));
        }

        return attempt;
    }

    private static string Money(PaymentAttempt known) =>
        $"{known.Status}, {known.Facts.Captures.Length} payments of {known.Position.Captured}, "
        + $"{known.Facts.Refunds.Length} refunds of {known.Position.Refunded}";
}
