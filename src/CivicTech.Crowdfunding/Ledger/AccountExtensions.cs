namespace CivicTech.Crowdfunding.Ledger;

/// <summary>What holds for accounts.</summary>
public static class AccountExtensions
{
    /// <summary>Whether money may have come from the account: whether its balance may be below zero.</summary>
    /// <param name="account">An account.</param>
    public static bool MayBeNegative(this Account account) =>
        account is Account.Backers or Account.PlatformCost or Account.Owner or Account.OwnerDebt;
}
