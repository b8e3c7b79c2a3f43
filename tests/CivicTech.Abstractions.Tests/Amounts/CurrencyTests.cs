using System.Text.Json;
using CivicTech.Amounts;

namespace CivicTech.Abstractions.Tests.Amounts;

public sealed class CurrencyTests
{
    // The minor units of ISO 4217 that are not two.
    private static readonly Dictionary<int, string> Exceptions = new()
    {
        [0] = "BIF BYR CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF XXX",
        [3] = "BHD IQD JOD KWD LYD OMR TND",
        [4] = "CLF UYW",
    };

    [Fact]
    public void Of_EveryCodeOfTheTable_HasTheDigitsOfTheStandard()
    {
        var known = AllCodes().Where(code => Currency.TryOf(code, out _)).ToList();

        Assert.Equal(177, known.Count);
        foreach (var code in known)
        {
            var expected = Exceptions.Where(pair => pair.Value.Split(' ').Contains(code)).Select(pair => pair.Key).DefaultIfEmpty(2).Single();
            var currency = Currency.Of(code);
            Assert.Equal((code, expected), (currency.Code, currency.Digits));
            Assert.Equal(code, currency.ToString());
            Assert.Equal(currency, Currency.Parse(code));
        }

        Assert.All(Exceptions.Values.SelectMany(codes => codes.Split(' ')), code => Assert.Contains(code, known));
    }

    [Theory]
    [InlineData("EUR")]
    [InlineData("IRR")]
    [InlineData("XCG")]
    [InlineData("ZWG")]
    [InlineData("HRK")]
    [InlineData("BGN")]
    [InlineData("ANG")]
    public void Of_ActiveAndRetiredCurrencies_AreKnown(string code) => Assert.Equal(2, Currency.Of(code).Digits);

    [Theory]
    [InlineData("QQQ")]
    [InlineData("XAU")]
    [InlineData("AAA")]
    [InlineData("ZZZ")]
    public void Of_UnknownCode_SaysHowToStateTheDigits(string code)
    {
        Assert.False(Currency.TryOf(code, out var none));
        Assert.Equal(default, none);
        Assert.Contains($"new Currency(\"{code}\", 2)", Assert.Throws<ArgumentException>(() => Currency.Of(code)).Message, StringComparison.Ordinal);
        Assert.Equal(code, new Currency(code, 3).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("EU")]
    [InlineData("EURO")]
    [InlineData("eur")]
    [InlineData("Eur")]
    [InlineData("E R")]
    [InlineData("ÉUR")]
    [InlineData("EU1")]
    [InlineData("\u0145UR")]
    public void Of_NoCode_IsRefused(string code)
    {
        Assert.Contains($"'{code}' is not a currency code", Assert.Throws<ArgumentException>(() => Currency.Of(code)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Currency(code, 2));
        Assert.False(Currency.TryOf(code, out _));
        Assert.False(Currency.TryParse(code, out _));
    }

    [Fact]
    public void Of_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => Currency.Of(null!));
        Assert.Throws<ArgumentNullException>(() => new Currency(null!, 2));
        Assert.False(Currency.TryOf(null, out _));
        Assert.False(Currency.TryParse(null, out _));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void New_DigitsOutOfRange_AreRefused(int digits) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Currency("EUR", digits));

    [Fact]
    public void Equality_OtherDigits_IsAnotherCurrency()
    {
        var counted = new Currency("IRR", 0);

        Assert.NotEqual(Currency.Of("IRR"), counted);
        Assert.True(Currency.Of("IRR") != counted);
        Assert.True(new Currency("IRR", 2) == Currency.Of("IRR"));
        Assert.Equal(new Currency("IRR", 2).GetHashCode(), Currency.Of("IRR").GetHashCode());
        Assert.True(counted.Equals((object)new Currency("IRR", 0)));
        Assert.False(counted.Equals("IRR/0"));
        Assert.NotEqual(Currency.Of("EUR"), Currency.Of("USD"));
    }

    [Fact]
    public void Default_IsNoCurrency()
    {
        Assert.Equal(("XXX", 0, "XXX"), (default(Currency).Code, default(Currency).Digits, default(Currency).ToString()));
        Assert.Equal(Currency.Of("XXX"), default);
        Assert.Equal(new Currency("XXX", 0), default);
    }

    [Theory]
    [InlineData("EUR", 2, "EUR")]
    [InlineData("JPY", 0, "JPY")]
    [InlineData("IRR", 0, "IRR/0")]
    [InlineData("QQQ", 2, "QQQ/2")]
    [InlineData("XXX", 2, "XXX/2")]
    public void Text_EveryCurrency_RoundTrips(string code, int digits, string text)
    {
        var currency = new Currency(code, digits);

        Assert.Equal(text, currency.ToString());
        Assert.Equal(currency, Currency.Parse(text));
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(currency));
        Assert.Equal(currency, JsonSerializer.Deserialize<Currency>($"\"{text}\""));
    }

    // A text from before the table knew the currency stays readable.
    [Fact]
    public void Parse_DigitsOfTheStandardStated_IsRead() => Assert.Equal(Currency.Of("EUR"), Currency.Parse("EUR/2"));

    [Theory]
    [InlineData("QQQ")]
    [InlineData("EUR/")]
    [InlineData("EUR/5")]
    [InlineData("EUR/-")]
    [InlineData("EUR/22")]
    [InlineData("EUR 2")]
    [InlineData("eur/2")]
    [InlineData(" EUR")]
    [InlineData("EUR\0")]
    public void Parse_AnythingElse_IsRefused(string text)
    {
        Assert.StartsWith($"'{text}' is not a currency", Assert.Throws<FormatException>(() => Currency.Parse(text)).Message, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Currency>(JsonSerializer.Serialize(text)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("978")]
    [InlineData("{}")]
    public void Json_NoString_IsRefused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Currency>(json));

    private static IEnumerable<string> AllCodes() =>
        from a in Letters() from b in Letters() from c in Letters() select string.Concat(a, b, c);

    private static IEnumerable<string> Letters() => Enumerable.Range('A', 26).Select(letter => ((char)letter).ToString());
}
