using System.Text.Json;
using System.Text.Json.Serialization;
using CivicTech.Amounts;
using CivicTech.Crowdfunding.Ledger;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Ledger.LedgerSamples;

namespace CivicTech.Crowdfunding.Tests.Ledger;

public class LedgerJsonTests
{
    [Fact]
    public void Balances_AsJson_LeavesOutWhatIsZero()
    {
        Assert.Equal("{}", Write(Balances.Empty));
        Assert.Equal("""{"backers":"EUR -82.30","escrow":"EUR 80.30","tips":"EUR 2.00"}""", Write(Balances.Empty.Apply(Campaign[0]).Apply(Campaign[1])));
        Assert.Equal(
            """{"backers":["EUR -5.00","IRR/0 -7"],"owner-debt":["EUR 5.00","IRR/0 7"]}""",
            Write(new Balances(
                Post(Account.Backers, -5), Post(Account.OwnerDebt, 5), new Posting(Account.Backers, Money.Of(-7, new Currency("IRR", 0))), new Posting(Account.OwnerDebt, Money.Of(7, new Currency("IRR", 0))))));
    }

    [Fact]
    public void LedgerEntry_AsJson_IsAsPublished()
    {
        Assert.Equal(
            """{"kind":"capture","subject":"pledge-1","at":"2026-06-01T12:00:00Z","postings":{"backers":"EUR -52.00","escrow":"EUR 50.00","tips":"EUR 2.00"}}""",
            JsonSerializer.Serialize(Campaign[0], LedgerTestContext.Default.LedgerEntry));
    }

    [Fact]
    public void Json_RandomEntries_ReadBackEqual()
    {
        var random = new SplitMix64(651);
        var balances = Balances.Empty;
        foreach (var condition in new[] { JsonIgnoreCondition.Never, JsonIgnoreCondition.WhenWritingDefault })
        {
            var context = new LedgerTestContext(new JsonSerializerOptions(LedgerTestContext.Default.Options) { DefaultIgnoreCondition = condition });
            for (var i = 0; i < 300; i++)
            {
                var entry = LedgerSamples.Random(random);
                entry = new LedgerEntry(entry.Kind, entry.Subject, Noon + Duration.FromNanoseconds(random.Below(int.MaxValue)), entry.Postings);
                balances = balances.Apply(entry);

                Assert.Equal(entry, JsonSerializer.Deserialize(JsonSerializer.Serialize(entry, context.LedgerEntry), context.LedgerEntry));
                Assert.Equal(balances, JsonSerializer.Deserialize(JsonSerializer.Serialize(balances, context.Balances), context.Balances));
            }
        }
    }

    [Fact]
    public void Posting_AsJson_ReadsBackEqual()
    {
        var posting = Post(Account.OwnerPayable, 12.50m);
        var json = JsonSerializer.Serialize(posting, LedgerTestContext.Default.Posting);

        Assert.Equal("""{"account":"owner-payable","amount":"EUR 12.50"}""", json);
        Assert.Equal(posting, JsonSerializer.Deserialize(json, LedgerTestContext.Default.Posting));
    }

    [Fact]
    public void Balances_AnyOrderOfAccounts_ReadsTheSame()
    {
        Assert.Equal(
            Balances.Empty.Apply(Campaign[0]),
            JsonSerializer.Deserialize("""{ "tips": ["EUR 2.00"], "escrow": "EUR 50.00", "b\u0061ckers": "EUR -52.00" }""", LedgerTestContext.Default.Balances));
    }

    [Theory]
    [InlineData("[]", "Expected an object of accounts and amounts.")]
    [InlineData("\"escrow\"", "Expected an object of accounts and amounts.")]
    [InlineData("""{"eskrow":"EUR 1.00"}""", "'eskrow' is not an account: expected one of backers, escrow, platform-fee,")]
    [InlineData("""{"Escrow":"EUR 1.00"}""", "'Escrow' is not an account")]
    [InlineData("""{"escrow":"EUR 1.00","escrow":"EUR 1.00"}""", "The account 'escrow' stands twice.")]
    [InlineData("""{"escrow":"EUR 1.0"}""", "This is not an amount")]
    [InlineData("""{"escrow":1}""", "This is not an amount")]
    [InlineData("""{"escrow":null}""", "This is not an amount")]
    [InlineData("""{"escrow":["EUR 1.00",["EUR 1.00"]]}""", "This is not an amount")]
    [InlineData("""{"escrow":"EUR 1.00" """, "")]
    public void Balances_BadJson_IsRefusedWithWhatWasExpected(string json, string message)
    {
        var error = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize(json, LedgerTestContext.Default.Balances));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LedgerEntry_NotBalancedInJson_IsRefused()
    {
        const string Json = """{"kind":"capture","subject":"pledge-1","at":"2026-06-01T12:00:00Z","postings":{"backers":"EUR -52.00","escrow":"EUR 50.00"}}""";

        Assert.Throws<ArgumentException>(() => JsonSerializer.Deserialize(Json, LedgerTestContext.Default.LedgerEntry));
    }

    private static string Write(Balances balances) => JsonSerializer.Serialize(balances, LedgerTestContext.Default.Balances);
}
