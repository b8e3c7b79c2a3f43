using System.Globalization;
using CivicTech.Abstractions.Tests.Numerics;
using CivicTech.Amounts;

namespace CivicTech.Abstractions.Tests.Amounts;

public sealed class MoneyTextTests
{
    [Theory]
    [InlineData(1_250, "EUR", 2, "EUR 12.50")]
    [InlineData(-1_250, "EUR", 2, "EUR -12.50")]
    [InlineData(5, "EUR", 2, "EUR 0.05")]
    [InlineData(-5, "EUR", 2, "EUR -0.05")]
    [InlineData(0, "EUR", 2, "EUR 0.00")]
    [InlineData(1_250, "JPY", 0, "JPY 1250")]
    [InlineData(0, "JPY", 0, "JPY 0")]
    [InlineData(1, "KWD", 3, "KWD 0.001")]
    [InlineData(12_345, "CLF", 4, "CLF 1.2345")]
    [InlineData(500_000, "IRR", 0, "IRR/0 500000")]
    [InlineData(500_000, "IRR", 2, "IRR 5000.00")]
    [InlineData(long.MaxValue, "EUR", 2, "EUR 92233720368547758.07")]
    [InlineData(-long.MaxValue, "IRR", 0, "IRR/0 -9223372036854775807")]
    [InlineData(-long.MaxValue, "QQQ", 4, "QQQ/4 -922337203685477.5807")]
    public void Text_Amount_ShowsAllDecimals(long minorUnits, string code, int digits, string text)
    {
        var money = Money.FromMinorUnits(minorUnits, new Currency(code, digits));

        Assert.Equal(text, money.ToString());
        Assert.Equal(money, Money.Parse(text));
    }

    [Fact]
    public void Text_DefaultValue_RoundTrips()
    {
        Assert.Equal("XXX 0", default(Money).ToString());
        Assert.Equal(default, Money.Parse("XXX 0"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("EUR")]
    [InlineData("EUR ")]
    [InlineData("EUR -")]
    [InlineData("EUR .")]
    [InlineData("12.50")]
    [InlineData("12.50 EUR")]
    [InlineData("EUR 12")]
    [InlineData("EUR 12.5")]
    [InlineData("EUR 12.")]
    [InlineData("EUR 12.500")]
    [InlineData("EUR .50")]
    [InlineData("EUR 12,50")]
    [InlineData("EUR 1 250.00")]
    [InlineData("EUR 1,250.00")]
    [InlineData("EUR 012.50")]
    [InlineData("EUR 00.50")]
    [InlineData("EUR +12.50")]
    [InlineData("EUR --12.50")]
    [InlineData("EUR -0.00")]
    [InlineData("JPY -0")]
    [InlineData("EUR  12.50")]
    [InlineData(" EUR 12.50")]
    [InlineData("EUR 12.50 ")]
    [InlineData("EUR 12.-5")]
    [InlineData("EUR 1e2.50")]
    [InlineData("EUR ۱۲.50")]
    [InlineData("EUR 1\u0132.50")]
    [InlineData("eur 12.50")]
    [InlineData("QQQ 12.50")]
    [InlineData("JPY 12.50")]
    [InlineData("IRR/0 500000.00")]
    [InlineData("IRR 500000")]
    [InlineData("JPY 9223372036854775808")]
    [InlineData("JPY -9223372036854775808")]
    [InlineData("JPY 18446744073709551617")]
    [InlineData("EUR 92233720368547758.08")]
    [InlineData("EUR 99999999999999999999999999999999999999.00")]
    public void Parse_AnythingElse_IsRefused(string text)
    {
        Assert.False(Money.TryParse(text, out var none));
        Assert.Equal(default, none);
        var message = Assert.Throws<FormatException>(() => Money.Parse(text)).Message;
        Assert.StartsWith($"'{text}' is not an amount", message, StringComparison.Ordinal);
        Assert.Contains("'EUR 12.50'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => Money.Parse(null!));
        Assert.False(Money.TryParse(null, out _));
    }

    [Fact]
    public void Text_RandomAmounts_RoundTripAndAgreeWithDecimal()
    {
        HardNumbers random = new(61);
        for (var i = 0; i < 20_000; i++)
        {
            var currency = new Currency(random.Below(2) == 0 ? "EUR" : "QQQ", random.Below(5));
            var money = Money.FromMinorUnits(Math.Max(random.NextLong(), -long.MaxValue), currency);

            Assert.Equal($"{currency} {money.ToDecimal().ToString(CultureInfo.InvariantCulture)}", money.ToString());
            Assert.Equal(money, Money.Parse(money.ToString()));
        }
    }

    [Fact]
    public void Parse_MangledTexts_AreReadOnlyIfTheyAreTheText()
    {
        const string Characters = "0123456789.-+/ EURXJPY,";
        SplitMix64 random = new(62);
        var read = 0;
        for (var i = 0; i < 100_000; i++)
        {
            var text = random.Pick(["EUR 12.50", "JPY 1250", "IRR/0 500000", "KWD -0.001", "EUR 92233720368547758.07"]).ToCharArray();
            for (var j = random.Between(1, 3); j > 0; j--) text[random.Below(text.Length)] = Characters[random.Below(Characters.Length)];
            if (!Money.TryParse(new string(text), out var money)) continue;

            Assert.Equal(new string(text), money.ToString());
            read++;
        }

        Assert.InRange(read, 1_000, 99_000);
    }
}
