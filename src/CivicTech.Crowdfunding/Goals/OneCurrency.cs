namespace CivicTech.Crowdfunding.Goals;

/// <summary>A goal speaks of one currency.</summary>
internal static class OneCurrency
{
    /// <summary>The currency that all have which have one.</summary>
    internal static Currency? Of(IEnumerable<Currency?> currencies, string parameter)
    {
        Currency? one = null;
        foreach (var currency in currencies)
        {
            Check(currency, one, parameter);
            one ??= currency;
        }

        return one;
    }

    internal static void Check(Currency? currency, Currency? expected, string parameter)
    {
        if (currency is not null && expected is not null && currency != expected)
        {
            throw new ArgumentException($"A goal has one currency, but here are {expected} and {currency}.", parameter);
        }
    }
}
