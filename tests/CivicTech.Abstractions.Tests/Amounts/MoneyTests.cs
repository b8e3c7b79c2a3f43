using CivicTech.Amounts;

namespace CivicTech.Abstractions.Tests.Amounts;

public sealed class MoneyTests
{
    private static readonly Currency Euro = Currency.Of("EUR");

    [Theory]
    [InlineData("12.50", "EUR", 1_250)]
    [InlineData("12.5000000", "EUR", 1_250)]
    [InlineData("19.99", "USD", 1_999)]
    [InlineData("0.29", "EUR", 29)]
    [InlineData("-0.01", "EUR", -1)]
    [InlineData("-0.00", "EUR", 0)]
    [InlineData("500", "JPY", 500)]
    [InlineData("500.000", "JPY", 500)]
    [InlineData("1.234", "KWD", 1_234)]
    [InlineData("1.2345", "CLF", 12_345)]
    [InlineData("1000000000000000", "IRR", 100_000_000_000_000_000)]
    [InlineData("92233720368547758.07", "EUR", long.MaxValue)]
    [InlineData("-92233720368547758.070", "EUR", -long.MaxValue)]
    public void Of_MajorUnits_AreExact(string amount, string code, long minorUnits)
    {
        var money = Money.Of(Decimal(amount), code);

        Assert.Equal((minorUnits, Currency.Of(code)), (money.MinorUnits, money.Currency));
        Assert.Equal(Decimal(amount), money.ToDecimal());
    }

    [Fact]
    public void Of_OtherDigitsStated_CountsByThem()
    {
        Assert.Equal(1_000_000_000_000_000, Money.Of(1_000_000_000_000_000, new Currency("IRR", 0)).MinorUnits);
        Assert.Throws<ArgumentException>(() => Money.Of(0.5m, new Currency("IRR", 0)));
    }

    [Theory]
    [InlineData("0.001", "EUR")]
    [InlineData("12.505", "EUR")]
    [InlineData("0.5", "JPY")]
    [InlineData("1.0001", "KWD")]
    [InlineData("0.0000000000000000000000000001", "EUR")]
    [InlineData("7.9228162514264337593543950335", "EUR")]
    public void Of_FinerThanTheCurrency_IsRefused(string amount, string code)
    {
        var message = Assert.Throws<ArgumentException>(() => Money.Of(Decimal(amount), code)).Message;

        Assert.Contains(amount, message, StringComparison.Ordinal);
        Assert.Contains(code, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("92233720368547758.08")]
    [InlineData("-92233720368547758.08")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    public void Of_OutOfRange_Overflows(string amount) => Assert.Throws<OverflowException>(() => Money.Of(Decimal(amount), Euro));

    [Fact]
    public void Of_UnknownCurrency_IsRefused() => Assert.Throws<ArgumentException>(() => Money.Of(1, "QQQ"));

    [Theory]
    [InlineData(0)]
    [InlineData(long.MaxValue)]
    [InlineData(-long.MaxValue)]
    public void ToDecimal_WholeRange_HasAllDecimals(long minorUnits)
    {
        var money = Money.FromMinorUnits(minorUnits, Euro);

        Assert.Equal(2, money.ToDecimal().Scale);
        Assert.Equal(money, Money.Of(money.ToDecimal(), Euro));
    }

    [Fact]
    public void FromMinorUnits_BelowTheRange_Overflows() =>
        Assert.Throws<OverflowException>(() => Money.FromMinorUnits(long.MinValue, Euro));

    [Fact]
    public void Signs_EveryAmount_HasExactlyOne()
    {
        var money = Money.FromMinorUnits(5, Euro);

        Assert.Equal((false, false, true), (money.IsZero, money.IsNegative, money.IsPositive));
        Assert.Equal((false, true, false), ((-money).IsZero, (-money).IsNegative, (-money).IsPositive));
        Assert.Equal((true, false, false), (Money.Zero(Euro).IsZero, Money.Zero(Euro).IsNegative, Money.Zero(Euro).IsPositive));
    }

    [Fact]
    public void Arithmetic_OneCurrency_IsThatOfWholeNumbers()
    {
        Money a = Money.Of(10.10m, Euro), b = Money.Of(0.95m, Euro);

        Assert.Equal(Money.Of(11.05m, Euro), a + b);
        Assert.Equal(Money.Of(9.15m, Euro), a - b);
        Assert.Equal(Money.Of(-9.15m, Euro), b - a);
        Assert.Equal(Money.Of(-10.10m, Euro), -a);
        Assert.Equal(Money.Of(30.30m, Euro), a * 3);
        Assert.Equal(Money.Of(-30.30m, Euro), -3 * a);
        Assert.Equal(Money.Zero(Euro), a + -a);
    }

    [Fact]
    public void Arithmetic_RialInQuadrillions_DoesNotOverflow()
    {
        var budget = Money.Of(1_000_000_000_000_000, "IRR");

        Assert.Equal(Money.Of(92_000_000_000_000_000, "IRR"), budget * 92);
        Assert.Equal(Money.Of(2_000_000_000_000_000, "IRR"), budget + budget);
    }

    [Fact]
    public void Arithmetic_OutOfRange_Overflows()
    {
        Money most = Money.FromMinorUnits(long.MaxValue, Euro), one = Money.FromMinorUnits(1, Euro);

        Assert.Throws<OverflowException>(() => most + one);
        Assert.Throws<OverflowException>(() => -most - one);
        Assert.Throws<OverflowException>(() => -most - one - one);
        Assert.Throws<OverflowException>(() => most * 2);
        Assert.Throws<OverflowException>(() => one * long.MinValue);
        Assert.Throws<OverflowException>(() => 2 * -most);
        Assert.Equal(-most, most * -1);
        Assert.Equal(most, -(-most));
    }

    [Fact]
    public void Arithmetic_OtherCurrency_NamesBoth()
    {
        Money euro = Money.Of(1, Euro), lev = Money.Of(1, "BGN"), whole = Money.Of(1, new Currency("EUR", 0));

        Refused(() => euro + lev, "EUR", "BGN");
        Refused(() => lev - euro, "EUR", "BGN");
        Refused(() => Money.Min(euro, lev), "EUR", "BGN");
        Refused(() => Money.Max(euro, lev), "EUR", "BGN");
        Refused(() => euro < lev, "EUR", "BGN");
        Refused(() => euro <= lev, "EUR", "BGN");
        Refused(() => euro > lev, "EUR", "BGN");
        Refused(() => euro >= lev, "EUR", "BGN");
        Refused(() => euro.CompareTo(lev), "EUR", "BGN");
        Refused(() => euro + whole, "EUR", "EUR/0");
        Refused(() => euro + default(Money), "EUR", "XXX");
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(long.MaxValue, -long.MaxValue)]
    public void Comparison_OneCurrency_IsThatOfWholeNumbers(long a, long b)
    {
        Money left = Money.FromMinorUnits(a, Euro), right = Money.FromMinorUnits(b, Euro);

        Assert.Equal((a < b, a <= b, a > b, a >= b), (left < right, left <= right, left > right, left >= right));
        Assert.Equal((a == b, a != b), (left == right, left != right));
        Assert.Equal(Math.Sign(a.CompareTo(b)), Math.Sign(left.CompareTo(right)));
        Assert.Equal((Math.Min(a, b), Math.Max(a, b)), (Money.Min(left, right).MinorUnits, Money.Max(left, right).MinorUnits));
    }

    [Fact]
    public void Equality_OtherCurrency_IsAnotherAmount()
    {
        Assert.NotEqual(Money.Zero(Euro), Money.Zero(Currency.Of("USD")));
        Assert.True(Money.Of(5, "IRR") != Money.Of(5, new Currency("IRR", 0)));
        Assert.True(Money.Of(5, Euro).Equals((object)Money.Of(5.00m, Euro)));
        Assert.Equal(Money.Of(5, Euro).GetHashCode(), Money.Of(5.00m, Euro).GetHashCode());
        Assert.False(Money.Of(5, Euro).Equals("EUR 5.00"));
        Assert.Equal(Money.Zero(default), default);
    }

    private static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static void Refused(Func<object> call, params string[] named)
    {
        var message = Assert.Throws<InvalidOperationException>(call).Message;
        Assert.All(named, currency => Assert.Contains(currency, message.Split(' ')));
    }
}
