using CivicTech.Amounts;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>The money of a payment attempt, as a ledger books it: every amount is zero or more, and what was taken is counted once.</summary>
/// <remarks>
/// What goes back is counted in the order refunds, lost disputes, open disputes, and never beyond what was captured: a payment that was
/// both refunded and charged back is debited once, and <see cref="Contestable"/> tells what the provider took twice. A refund or
/// dispute that is known before its payment counts when the payment is known.
/// </remarks>
public sealed record PaymentPosition
{
    private PaymentPosition(PaymentAttempt attempt)
    {
        var (facts, currency) = (attempt.Facts, attempt.Amount.Currency);
        var zero = Money.Zero(currency);
        Captured = Joins.Sum(facts.Captures, currency, capture => capture.Amount);
        Excess = Money.Max(zero, Captured - attempt.Amount);
        ProviderFee = Joins.Sum(facts.Captures, currency, capture => capture.Fee) + Joins.Sum(facts.Refunds, currency, refund => refund.Fee);
        DisputeFee = Joins.Sum(facts.Disputes, currency, dispute => dispute.Fee);

        var left = Captured;
        var refunded = Joins.Sum(facts.Refunds, currency, refund => refund.IsCompleted ? refund.Completed : null);
        var lost = Joins.Sum(facts.Disputes, currency, dispute => dispute.IsLost ? dispute.Amount : null);
        var open = Joins.Sum(facts.Disputes, currency, dispute => dispute.IsOpen ? dispute.Amount : null);
        Refunded = Take(ref left, refunded);
        DisputedLost = Take(ref left, lost);
        DisputedOpen = Take(ref left, open);
        Net = left;
        Contestable = Captured.IsZero ? zero : refunded + lost + open - (Refunded + DisputedLost + DisputedOpen);
        RefundPending = Take(ref left, Joins.Sum(facts.Refunds, currency, refund => refund.IsPending ? refund.Requested : null));
        Refundable = left;
    }

    /// <summary>What was taken from the backer.</summary>
    public Money Captured { get; }

    /// <summary>What was taken beyond what the attempt asked for: paid twice, or a wrong amount.</summary>
    public Money Excess { get; }

    /// <summary>What went back to the backer.</summary>
    public Money Refunded { get; }

    /// <summary>What the provider holds while disputes are open.</summary>
    public Money DisputedOpen { get; }

    /// <summary>What lost disputes took.</summary>
    public Money DisputedLost { get; }

    /// <summary>What is left: captured less refunded, disputed and lost.</summary>
    public Money Net { get; }

    /// <summary>What refunds will take that were asked for and have not ended, at most <see cref="Net"/>.</summary>
    public Money RefundPending { get; }

    /// <summary>What may still be refunded: <see cref="Net"/> less <see cref="RefundPending"/>.</summary>
    public Money Refundable { get; }

    /// <summary>What was both refunded and disputed (or otherwise went back beyond what was captured): evidence against the dispute.</summary>
    public Money Contestable { get; }

    /// <summary>What the provider kept for taking and refunding.</summary>
    public Money ProviderFee { get; }

    /// <summary>What the provider charged for disputes, whoever won them.</summary>
    public Money DisputeFee { get; }

    /// <exception cref="OverflowException">A sum is larger than money can be.</exception>
    internal static PaymentPosition Of(PaymentAttempt attempt) => new(attempt);

    private static Money Take(ref Money left, Money wanted)
    {
        var taken = Money.Min(left, wanted);
        left -= taken;
        return taken;
    }
}
