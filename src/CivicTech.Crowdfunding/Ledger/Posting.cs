using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Ledger;

/// <summary>
/// An amount on an account: of a <see cref="LedgerEntry"/>, what comes (positive) or goes (negative); of <see cref="Balances"/>, what is
/// there.
/// </summary>
public readonly record struct Posting
{
    /// <summary>An amount on an account.</summary>
    /// <param name="account">As <see cref="Account"/>.</param>
    /// <param name="amount">As <see cref="Amount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such account.</exception>
    [JsonConstructor]
    public Posting(Account account, Money amount)
    {
        Account = AccountNames.Contains(account)
            ? account
            : throw new ArgumentOutOfRangeException(nameof(account), account, "There is no such account.");
        Amount = amount;
    }

    /// <summary>The account.</summary>
    public Account Account { get; }

    /// <summary>The amount.</summary>
    public Money Amount { get; }

    /// <summary>Account and amount: <c>escrow EUR 12.50</c>.</summary>
    public override string ToString() => $"{AccountNames.Of(Account)} {Amount}";
}
