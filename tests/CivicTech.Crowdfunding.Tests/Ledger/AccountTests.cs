using System.Text.Json;
using CivicTech.Crowdfunding.Ledger;

namespace CivicTech.Crowdfunding.Tests.Ledger;

public class AccountTests
{
    [Fact]
    public void MayBeNegative_EachAccount_AsDocumented()
    {
        Assert.Equal(
            [Account.Backers, Account.PlatformCost, Account.Owner, Account.OwnerDebt],
            Enum.GetValues<Account>().Where(account => account.MayBeNegative()));
    }

    [Fact]
    public void Account_AsJson_IsItsKebabName()
    {
        foreach (var account in Enum.GetValues<Account>())
        {
            var name = JsonNamingPolicy.KebabCaseLower.ConvertName(account.ToString());

            Assert.Equal($"\"{name}\"", JsonSerializer.Serialize(account, LedgerTestContext.Default.Account));
            Assert.Equal(account, JsonSerializer.Deserialize($"\"{name}\"", LedgerTestContext.Default.Account));
            Assert.Equal($"{name} EUR 1.00", LedgerSamples.Post(account, 1).ToString());
        }
    }

    [Fact]
    public void Posting_NoSuchAccount_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LedgerSamples.Post((Account)(-1), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LedgerSamples.Post((Account)Enum.GetValues<Account>().Length, 1));
    }
}
