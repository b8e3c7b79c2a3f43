using CivicTech.Amounts;
using CivicTech.Crowdfunding.Collection;
using NodaTime;

namespace CivicTech.TestKit.Gateways;

// What calls do. Events that a call causes at once go into its answer; all go to the post.
public sealed partial class SimulatedGateway
{
    private GatewayAnswer Perform(GatewayCall call, Mishap mishap, Instant now)
    {
        var said = new List<ProviderEvent>();
        var refusal = call switch
        {
            GatewayCall.CreatePayLink => null,
            GatewayCall.Charge charge => Charge(Start(charge, charge.Backer, charge.Amount), mishap, now, said),
            GatewayCall.Debit debit => Debit(Start(debit, debit.Backer, debit.Amount), mishap, now, said),
            GatewayCall.Authorise authorise => Authorise(Start(authorise, authorise.Backer, authorise.Amount), mishap, now, said),
            GatewayCall.Capture capture => Capture(capture, mishap, now, said),
            GatewayCall.VoidAuthorisation close => Close(close, mishap, now, said),
            GatewayCall.Refund refund => Refund(refund, mishap, now, said),
            GatewayCall.SendPayout payout => PayOut(payout, mishap, now, said),
            _ => "unsupported",
        };
        if (refusal is not null)
        {
            return new GatewayAnswer.Refused(refusal);
        }

        return call is GatewayCall.CreatePayLink create
            ? new GatewayAnswer.Link(CreateLink(create, mishap, now))
            : new GatewayAnswer.Known([.. said]);
    }

    private SimulatedPayment Start(GatewayCall call, string backer, Money amount, Uri? link = null, Mishap linkMishap = Mishap.None)
    {
        var payment = new SimulatedPayment(NewId(call), call.Key, backer, amount) { Link = link, LinkMishap = linkMishap };
        _payments.Add(payment);
        return payment;
    }

    // Of the key, not of a counter: the same whatever the order of concurrent calls.
    private string NewId(GatewayCall call) =>
        $"{call.Key}#{1 + _payments.OfAttempt(call.Key).Count + _payouts.Count(payout => payout.Key == call.Key)}";

    private Uri CreateLink(GatewayCall.CreatePayLink call, Mishap mishap, Instant now)
    {
        var payment = Start(call, call.Backer, call.Amount, new Uri($"https://pay.example/{Uri.EscapeDataString(NewId(call))}"), mishap);
        if (call.PayBefore is { } end)
        {
            _agenda.Add(end, at => Expire(payment, mishap, at));
        }

        if (mishap is Mishap.ExpiresEarly)
        {
            _agenda.Add(now + _behaviour.LaterBy, at => Expire(payment, mishap, at));
        }

        if (_behaviour.LinkPaidAfter is { } pause)
        {
            _agenda.Add(now + pause, at => Pay(payment, payment.Amount, mishap, at, null));
        }

        return payment.Link!;
    }

    private string? Charge(SimulatedPayment payment, Mishap mishap, Instant now, List<ProviderEvent> said)
    {
        Pay(payment, payment.Amount, mishap, now, said);
        return null;
    }

    private string? Debit(SimulatedPayment payment, Mishap mishap, Instant now, List<ProviderEvent> said)
    {
        Tell(payment.Note(ProviderEventKind.Processing, now), mishap, now, said);
        _agenda.Add(now + _behaviour.DebitTakes, at => Pay(payment, payment.Amount, mishap, at, null));
        return null;
    }

    private string? Authorise(SimulatedPayment payment, Mishap mishap, Instant now, List<ProviderEvent> said)
    {
        switch (mishap)
        {
            case Mishap.Declined:
                Tell(Failure(payment, now), mishap, now, said);
                break;
            case Mishap.ActionRequired:
                Tell(payment.Note(ProviderEventKind.ActionRequired, now), mishap, now, said);
                _agenda.Add(now + _behaviour.LaterBy, at => Hold(payment, mishap, at, null));
                break;
            case Mishap.DeclinedThenTaken:
                Tell(Failure(payment, now), mishap, now, said);
                _agenda.Add(now + _behaviour.LaterBy, at => Hold(payment, mishap, at, null));
                break;
            default:
                Hold(payment, mishap, now, said);
                break;
        }

        return null;
    }

    private void Hold(SimulatedPayment payment, Mishap mishap, Instant at, List<ProviderEvent>? said)
    {
        var window = _behaviour.Capabilities.AuthorisationWindow;
        payment.IsHeld = true;
        Tell(payment.Note(ProviderEventKind.Authorised, at, e => e with { Amount = payment.Amount, CaptureBefore = at + window }), mishap, at, said);
        if (mishap is Mishap.ExpiresEarly)
        {
            _agenda.Add(at + _behaviour.LaterBy, then => Expire(payment, mishap, then));
        }

        if (window is { } life)
        {
            _agenda.Add(at + life, then => Expire(payment, mishap, then));
        }
    }

    private string? Capture(GatewayCall.Capture call, Mishap mishap, Instant now, List<ProviderEvent> said)
    {
        var holds = _payments.OfAttempt(call.Attempt).Where(payment => payment.IsHeld).ToList();
        var open = holds.Find(payment => !payment.IsClosed);
        if (open is null)
        {
            return holds.Count == 0 ? "nothing-held"
                : holds[0].IsExpired ? "authorisation-expired"
                : holds[0].Captured.IsPositive ? "already-captured" : "voided";
        }

        if (!call.Amount.IsPositive || call.Amount.Currency != open.Amount.Currency || call.Amount > open.Amount
            || (call.Amount < open.Amount && !_behaviour.Capabilities.PartialCapture))
        {
            return "wrong-amount";
        }

        Pay(open, call.Amount, mishap, now, said);
        return null;
    }

    private string? Close(GatewayCall.VoidAuthorisation call, Mishap mishap, Instant now, List<ProviderEvent> said)
    {
        var open = _payments.OfAttempt(call.Attempt).FirstOrDefault(payment => !payment.IsClosed && (payment.IsHeld || payment.Link is not null));
        if (open is null)
        {
            return "nothing-held";
        }

        open.IsClosed = true;
        Tell(open.Note(ProviderEventKind.Voided, now), mishap, now, said);
        return null;
    }

    private string? Refund(GatewayCall.Refund call, Mishap mishap, Instant now, List<ProviderEvent> said)
    {
        var payment = _payments.OfAttempt(call.Attempt).FirstOrDefault(payment => call.Amount.IsPositive
            && payment.Amount.Currency == call.Amount.Currency && call.Amount <= payment.Captured - payment.Refunded);
        if (payment is null)
        {
            return "more-than-left";
        }

        if (mishap is Mishap.Declined)
        {
            Tell(Failed(now, "refund-failed"), mishap, now, said);
            return null;
        }

        var known = payment.Refunds.GetValueOrDefault(call.Key, Money.Zero(call.Amount.Currency));
        var all = payment.Refunds[call.Key] = known + call.Amount;
        Tell(payment.Note(ProviderEventKind.RefundCompleted, now, e => e with { RefundKey = call.Key, Amount = all }), mishap, now, said);
        if (mishap is Mishap.ComesBack)
        {
            _agenda.Add(now + _behaviour.LaterBy, at =>
            {
                payment.Refunds.Remove(call.Key);
                Tell(Failed(at, "returned"), mishap, at);
            });
        }

        return null;

        ProviderEvent Failed(Instant at, string code) =>
            payment.Note(ProviderEventKind.RefundFailed, at, e => e with { RefundKey = call.Key, FailureCode = code });
    }

    private string? PayOut(GatewayCall.SendPayout call, Mishap mishap, Instant now, List<ProviderEvent> said)
    {
        var payout = new SimulatedPayout(NewId(call), call.Key, call.Payee, call.Amount);
        _payouts.Add(payout);
        if (mishap is Mishap.Declined)
        {
            Tell(payout.Note(ProviderEventKind.PayoutFailed, now, "payout-failed"), mishap, now, said);
            return null;
        }

        payout.IsPaid = true;
        Tell(payout.Note(ProviderEventKind.PayoutSent, now), mishap, now, said);
        if (mishap is Mishap.ComesBack)
        {
            _agenda.Add(now + _behaviour.LaterBy, at =>
            {
                payout.IsPaid = false;
                Tell(payout.Note(ProviderEventKind.PayoutReturned, at), mishap, at);
            });
        }

        return null;
    }
}
