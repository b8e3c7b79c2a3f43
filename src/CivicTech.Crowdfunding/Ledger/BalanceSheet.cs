namespace CivicTech.Crowdfunding.Ledger;

/// <summary>The sums below a balance sheet.</summary>
internal static class BalanceSheet
{
    /// <summary>The sum of each currency, in the order of their codes.</summary>
    internal static IEnumerable<Money> SumsOf(Balances balances) =>
        from posting in balances.Postings
        group posting.Amount by posting.Amount.Currency into amounts
        orderby amounts.Key.ToString() ascending
        select Sum(amounts);

    private static Money Sum(IGrouping<Currency, Money> amounts)
    {
        // The parts of a sum that is zero may be larger than any amount.
        var units = (Int128)0;
        foreach (var amount in amounts) units += amount.MinorUnits;
        return Money.FromMinorUnits(checked((long)units), amounts.Key);
    }
}
