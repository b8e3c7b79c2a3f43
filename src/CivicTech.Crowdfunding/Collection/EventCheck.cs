using CivicTech.Amounts;
using static CivicTech.Crowdfunding.Collection.ProviderEventKind;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>Finds what is wrong with an event, by itself and for whom it is meant.</summary>
internal static class EventCheck
{
    internal static List<EventProblem> Of(ProviderEvent e)
    {
        var problems = new List<EventProblem>();
        if (!Enum.IsDefined(e.Kind))
        {
            Add(nameof(e.Kind), "one of the defined kinds");
        }

        RequireText(nameof(e.EventId), e.EventId, true);
        RequireText(nameof(e.AttemptKey), e.AttemptKey, true);
        RequireText(nameof(e.PaymentId), e.PaymentId, e.Kind is Captured or PayoutSent or PayoutReturned);
        RequireText(nameof(e.RefundKey), e.RefundKey, e.Kind is RefundCompleted or RefundFailed);
        RequireText(nameof(e.DisputeId), e.DisputeId, e.Kind is DisputeOpened or DisputeWon or DisputeLost or DisputeReversed);
        if (e is { Amount: null, Kind: Authorised or Captured or RefundCompleted or DisputeOpened or PayoutSent })
        {
            Add(nameof(e.Amount), $"an amount with {e.Kind}");
        }

        if (e.Amount is { IsPositive: false })
        {
            Add(nameof(e.Amount), $"more than zero, got {e.Amount}");
        }

        if (e.Fee is { IsNegative: true })
        {
            Add(nameof(e.Fee), $"zero or more, got {e.Fee}");
        }

        if (e.Fee is { IsZero: false } && !HasFee(e.Kind))
        {
            Add(nameof(e.Fee), $"none with {e.Kind}");
        }

        return problems;

        void Add(string field, string expected) => problems.Add(new EventProblem(field, expected));

        void RequireText(string field, string? value, bool isNeeded)
        {
            if (isNeeded ? string.IsNullOrEmpty(value) : value is "")
            {
                Add(field, isNeeded ? $"a text with {e.Kind}" : "a text, or none at all");
            }
        }
    }

    internal static List<EventProblem> For(ProviderEvent e, string key, Currency currency, bool isPayout)
    {
        var problems = Of(e);
        if (e.AttemptKey != key)
        {
            problems.Add(new EventProblem(nameof(e.AttemptKey), $"'{key}', got '{e.AttemptKey}'"));
        }

        if (e.Kind is not Unknown && (e.Kind is PayoutSent or PayoutFailed or PayoutReturned) != isPayout)
        {
            problems.Add(new EventProblem(nameof(e.Kind), $"what happens to a {(isPayout ? "payout" : "payment")}, got {e.Kind}"));
        }

        CheckCurrency(nameof(e.Amount), e.Amount);
        CheckCurrency(nameof(e.Fee), e.Fee);
        return problems;

        void CheckCurrency(string field, Money? money)
        {
            if (money is { } stated && stated.Currency != currency)
            {
                problems.Add(new EventProblem(field, $"the currency {currency}, got {stated}"));
            }
        }
    }

    /// <exception cref="ArgumentException">There are problems.</exception>
    internal static void Refuse(IReadOnlyList<EventProblem> problems, string parameter)
    {
        if (problems.Count > 0)
        {
            throw new ArgumentException($"The event cannot be taken. {string.Join("; ", problems)}.", parameter);
        }
    }

    private static bool HasFee(ProviderEventKind kind) => kind is
        Captured or RefundCompleted or DisputeOpened or DisputeWon or DisputeLost or DisputeReversed or PayoutSent;
}
