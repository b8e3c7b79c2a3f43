using CivicTech.Amounts;

namespace CivicTech.TestKit.Gateways;

// The truth about the money.
public sealed partial class SimulatedGateway
{
    /// <summary>What really happened to the money of one backer.</summary>
    /// <param name="backer">The backer.</param>
    /// <param name="currency">Payments in other currencies are left out.</param>
    public MoneyMoved TakenFrom(string backer, Currency currency) => Taken(() => _payments.OfBacker(backer), currency);

    /// <summary>What really happened to the money of all backers.</summary>
    /// <param name="currency">Payments in other currencies are left out.</param>
    public MoneyMoved TakenFromAll(Currency currency) => Taken(() => _payments.All, currency);

    /// <summary>What a payee really got and kept.</summary>
    /// <param name="payee">The payee.</param>
    /// <param name="currency">Payouts in other currencies are left out.</param>
    public Money PaidTo(string payee, Currency currency)
    {
        lock (_gate)
        {
            Advance(_clock.GetCurrentInstant());
            return _payouts.Where(payout => payout.IsPaid && payout.Payee == payee && payout.Amount.Currency == currency)
                .Aggregate(Money.Zero(currency), (sum, payout) => sum + payout.Amount);
        }
    }

    private MoneyMoved Taken(Func<IEnumerable<SimulatedPayment>> meant, Currency currency)
    {
        lock (_gate)
        {
            Advance(_clock.GetCurrentInstant());
            var payments = meant().Where(payment => payment.Amount.Currency == currency && payment.Captured.IsPositive).ToList();
            return new MoneyMoved
            {
                Payments = payments.Count,
                Captured = Sum(payment => payment.Captured),
                Refunded = Sum(payment => payment.Refunded),
                Disputed = Sum(payment => payment.Disputed),
            };

            Money Sum(Func<SimulatedPayment, Money> amount) => payments.Aggregate(Money.Zero(currency), (sum, payment) => sum + amount(payment));
        }
    }
}
