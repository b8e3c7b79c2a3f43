namespace CivicTech.TestKit.Gateways;

/// <summary>All payments that were ever started, in order, found by what they are about.</summary>
internal sealed class PaymentBook
{
    private readonly List<SimulatedPayment> _all = [];
    private readonly Dictionary<string, List<SimulatedPayment>> _byAttempt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SimulatedPayment>> _byBacker = new(StringComparer.Ordinal);

    internal IReadOnlyList<SimulatedPayment> All => _all;

    internal IReadOnlyList<SimulatedPayment> OfAttempt(string attempt) => _byAttempt.GetValueOrDefault(attempt, []);

    internal IReadOnlyList<SimulatedPayment> OfBacker(string backer) => _byBacker.GetValueOrDefault(backer, []);

    internal void Add(SimulatedPayment payment)
    {
        _all.Add(payment);
        Add(_byAttempt, payment.Attempt, payment);
        Add(_byBacker, payment.Backer, payment);
    }

    private static void Add(Dictionary<string, List<SimulatedPayment>> index, string key, SimulatedPayment payment)
    {
        if (!index.TryGetValue(key, out var payments))
        {
            index.Add(key, payments = []);
        }

        payments.Add(payment);
    }
}
