using System.Collections.Immutable;
using CivicTech.Amounts;
using CivicTech.Crowdfunding.Ledger;
using NodaTime;

namespace CivicTech.Crowdfunding.Tests.Ledger;

/// <summary>The life of two pledges, and entries drawn at random.</summary>
internal static class LedgerSamples
{
    private static readonly Account[] Accounts = Enum.GetValues<Account>();

    private static readonly Currency[] Currencies = [Currency.Of("EUR"), Currency.Of("JPY"), new Currency("IRR", 0), Currency.Of("KWD")];

    internal static Instant Noon { get; } = Instant.FromUtc(2026, 6, 1, 12, 0);

    /// <summary>Two captures, the success, fees, a payout, a refund, and a dispute that the owner loses with nothing left to take it from.</summary>
    internal static ImmutableArray<LedgerEntry> Campaign { get; } =
    [
        Entry(0, "capture", "pledge-1", (Account.Backers, -52), (Account.Escrow, 50), (Account.Tips, 2)),
        Entry(1, "capture", "pledge-2", (Account.Backers, -30.30m), (Account.Escrow, 30.30m)),
        Entry(2, "success", "campaign", (Account.Escrow, -80.30m), (Account.OwnerPayable, 80.30m)),
        Entry(2, "fees", "campaign", (Account.OwnerPayable, -4.87m), (Account.PlatformFee, 4.02m), (Account.Tax, 0.85m)),
        Entry(3, "payout", "payout-1", (Account.OwnerPayable, -70.43m), (Account.PayoutInTransit, 70.43m)),
        Entry(4, "payout-arrived", "payout-1", (Account.PayoutInTransit, -70.43m), (Account.Owner, 70.43m)),
        Entry(5, "dispute-opened", "pledge-2", (Account.OwnerPayable, -5), (Account.OwnerDebt, -25.30m), (Account.Disputed, 30.30m)),
        Entry(6, "dispute-lost", "pledge-2", (Account.Disputed, -30.30m), (Account.Backers, 30.30m), (Account.OwnerDebt, -15), (Account.DisputeFee, 15)),
    ];

    internal static Posting Post(Account account, decimal euros) => new(account, Money.Of(euros, "EUR"));

    internal static LedgerEntry Entry(int day, string kind, string subject, params (Account Account, decimal Euros)[] postings) =>
        new(kind, subject, Noon + Duration.FromDays(day), [.. postings.Select(posting => Post(posting.Account, posting.Euros))]);

    /// <summary>A balanced entry of one to three currencies, with accounts repeated and zeros among its postings.</summary>
    internal static LedgerEntry Random(SplitMix64 random)
    {
        while (true)
        {
            var postings = new List<Posting>();
            for (var i = random.Between(1, 3); i > 0; i--)
            {
                var currency = random.Pick(Currencies);
                var sum = 0L;
                for (var j = random.Between(1, 5); j > 0; j--)
                {
                    var units = random.Below(2001) - 1000L;
                    sum += units;
                    postings.Add(new Posting(random.Pick(Accounts), Money.FromMinorUnits(units, currency)));
                }

                postings.Add(new Posting(random.Pick(Accounts), Money.FromMinorUnits(-sum, currency)));
            }

            random.Shuffle(postings);
            if (Sums(postings).Count > 0)
            {
                return new LedgerEntry("random", "subject", Noon, [.. postings]);
            }
        }
    }

    /// <summary>What is on each account, added up in a table.</summary>
    internal static Dictionary<(Account, string), long> Sums(IEnumerable<Posting> postings)
    {
        var sums = new Dictionary<(Account, string), long>();
        foreach (var posting in postings)
        {
            var key = (posting.Account, posting.Amount.Currency.ToString());
            sums[key] = sums.GetValueOrDefault(key) + posting.Amount.MinorUnits;
        }

        return sums.Where(sum => sum.Value != 0).ToDictionary();
    }
}
