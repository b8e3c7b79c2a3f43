using CivicTech.Amounts;
using CivicTech.Crowdfunding.Collection;
using NodaTime;

namespace CivicTech.TestKit.Gateways;

// What happens to payments, by a call or by itself, and how it is told.
public sealed partial class SimulatedGateway
{
    private void Pay(SimulatedPayment payment, Money amount, Mishap mishap, Instant at, List<ProviderEvent>? said)
    {
        if (payment.IsClosed)
        {
            return;
        }

        switch (mishap)
        {
            case Mishap.Declined:
                Tell(Failure(payment, at), mishap, at, said);
                break;
            case Mishap.DeclinedThenTaken:
                Tell(Failure(payment, at), mishap, at, said);
                _agenda.Add(at + _behaviour.LaterBy, then => Take(payment, amount, mishap, then, null));
                break;
            case Mishap.ActionRequired:
                Tell(payment.Note(ProviderEventKind.ActionRequired, at), mishap, at, said);
                _agenda.Add(at + _behaviour.LaterBy, then => Take(payment, amount, mishap, then, null));
                break;
            case Mishap.TakenButDenied:
                var truth = Captured(payment, amount, at);
                var denial = truth with { EventId = $"{truth.EventId}-denied", Kind = ProviderEventKind.Failed, Fee = null, FailureCode = "declined" };
                Tell(denial, mishap, at, said);
                _agenda.Add(at + _behaviour.LaterBy, then => Tell(truth, mishap, then));
                break;
            default:
                Take(payment, amount, mishap, at, said);
                break;
        }
    }

    private void Take(SimulatedPayment payment, Money amount, Mishap mishap, Instant at, List<ProviderEvent>? said)
    {
        if (payment.IsClosed)
        {
            return;
        }

        Tell(Captured(payment, amount, at), mishap, at, said);
        if (mishap is Mishap.Disputed or Mishap.DisputeWon or Mishap.DisputeLost or Mishap.DisputeReversed)
        {
            _agenda.Add(at + _behaviour.LaterBy, then => Dispute(payment, then, mishap));
        }
    }

    private ProviderEvent Captured(SimulatedPayment payment, Money amount, Instant at)
    {
        payment.Take(amount);
        return payment.Note(ProviderEventKind.Captured, at, e => e with { Amount = amount, Fee = Fee(_behaviour.FeePerPayment, amount.Currency) });
    }

    private SimulatedDispute Dispute(SimulatedPayment payment, Instant at, Mishap mishap)
    {
        var dispute = new SimulatedDispute($"{payment.Id}/dispute-{payment.Disputes.Count + 1}", payment.Captured);
        payment.Disputes.Add(dispute);
        Tell(
            payment.Note(ProviderEventKind.DisputeOpened, at, e => e with
            {
                DisputeId = dispute.Id,
                Amount = dispute.Amount,
                Fee = Fee(_behaviour.FeePerDispute, dispute.Amount.Currency),
            }),
            mishap,
            at);
        var then = at + _behaviour.LaterBy;
        if (mishap is Mishap.DisputeWon)
        {
            _agenda.Add(then, when => Rule(payment, dispute, DisputeOutcome.Won, when, mishap));
        }
        else if (mishap is Mishap.DisputeLost or Mishap.DisputeReversed)
        {
            _agenda.Add(then, when => Rule(payment, dispute, DisputeOutcome.Lost, when, mishap));
        }

        if (mishap is Mishap.DisputeReversed)
        {
            _agenda.Add(then + _behaviour.LaterBy, when => Rule(payment, dispute, DisputeOutcome.Reversed, when, mishap));
        }

        return dispute;
    }

    private void Rule(SimulatedPayment payment, SimulatedDispute dispute, DisputeOutcome outcome, Instant at, Mishap mishap)
    {
        dispute.HasMoney = outcome is DisputeOutcome.Lost;
        var kind = outcome switch
        {
            DisputeOutcome.Won => ProviderEventKind.DisputeWon,
            DisputeOutcome.Lost => ProviderEventKind.DisputeLost,
            _ => ProviderEventKind.DisputeReversed,
        };
        Tell(payment.Note(kind, at, e => e with { DisputeId = dispute.Id }), mishap, at);
    }

    private void Expire(SimulatedPayment payment, Mishap mishap, Instant at)
    {
        if (payment.IsClosed)
        {
            return;
        }

        payment.IsClosed = payment.IsExpired = true;
        Tell(payment.Note(ProviderEventKind.Expired, at), mishap, at);
    }

    private static ProviderEvent Failure(SimulatedPayment payment, Instant at) =>
        payment.Note(ProviderEventKind.Failed, at, e => e with { FailureCode = "declined" });

    private static Money? Fee(long minorUnits, Currency currency) => minorUnits == 0 ? null : Money.FromMinorUnits(minorUnits, currency);

    private void Tell(ProviderEvent truth, Mishap mishap, Instant at, List<ProviderEvent>? said = null)
    {
        var told = mishap is Mishap.WrongAmount && (truth.Kind is ProviderEventKind.Captured or ProviderEventKind.RefundCompleted)
            ? truth with { Amount = Distorted(truth.Amount!.Value, truth.EventId) }
            : truth;
        said?.Add(told);
        if (mishap is not Mishap.MessagesLost)
        {
            _post.Send(told, at);
        }
    }

    private Money Distorted(Money amount, string subject) => amount.MinorUnits > 1 && _draws.Below(2, $"distort {subject}") == 0
        ? Money.FromMinorUnits(amount.MinorUnits / 2, amount.Currency)
        : amount * 2;
}
