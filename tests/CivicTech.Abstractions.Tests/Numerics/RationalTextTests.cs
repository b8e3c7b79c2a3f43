using System.Globalization;
using System.Numerics;
using System.Text;
using CivicTech.Numerics;

namespace CivicTech.Abstractions.Tests.Numerics;

public class RationalTextTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("+12", "12")]
    [InlineData("0012.500", "12.5")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("-1/2", "-0.5")]
    [InlineData("6/4", "1.5")]
    [InlineData("2/6", "1/3")]
    [InlineData("-7/3", "-7/3")]
    [InlineData("0/5", "0")]
    [InlineData("-10/5", "-2")]
    [InlineData("0.05", "0.05")]
    [InlineData("1/8", "0.125")]
    [InlineData("0.000000000001", "0.000000000001")]
    [InlineData("0.0000000000001", "1/10000000000000")]
    [InlineData("1/4096", "0.000244140625")]
    [InlineData("1/8192", "1/8192")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("9223372036854775808", "9223372036854775808")]
    [InlineData("-123456789012345678901234567890.25", "-123456789012345678901234567890.25")]
    [InlineData("100000000000000000000/3", "100000000000000000000/3")]
    public void Parse_ThenToString_GivesCanonicalText(string text, string canonical)
    {
        Rational value = Rational.Parse(text);

        Assert.Equal(canonical, value.ToString());
        Assert.Equal(value, Rational.Parse(text.AsSpan()));
        Assert.Equal(value, Rational.Parse(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(value, Rational.Parse(canonical));
        Assert.Equal(canonical, $"{value}");
        Assert.Equal(canonical, value.ToString("G", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("+")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("/")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1/")]
    [InlineData("/2")]
    [InlineData("1/0")]
    [InlineData("0/0")]
    [InlineData("1/000")]
    [InlineData("1/-2")]
    [InlineData("1/+2")]
    [InlineData("1/2/3")]
    [InlineData("1.5/2")]
    [InlineData("1/2.5")]
    [InlineData("1.2.3")]
    [InlineData("--1")]
    [InlineData("+-1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1 / 2")]
    [InlineData("1,5")]
    [InlineData("1,000")]
    [InlineData("1'000")]
    [InlineData("1_000")]
    [InlineData("1e5")]
    [InlineData("0x10")]
    [InlineData("(1)")]
    [InlineData("1\n")]
    [InlineData("1\0")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("∞")]
    [InlineData("½")]
    [InlineData("\u0661")]
    [InlineData("\uFF11")]
    [InlineData("\u22121")]
    public void Parse_NotANumber_IsRefused(string text)
    {
        Assert.False(Rational.TryParse(text, out Rational none));
        Assert.Equal(Rational.Zero, none);
        Assert.False(Rational.TryParse(Encoding.UTF8.GetBytes(text), out _));
        Assert.Throws<FormatException>(() => Rational.Parse(text));
        Assert.Throws<FormatException>(() => Rational.Parse(text.AsSpan()));
        Assert.Throws<FormatException>(() => Rational.Parse(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Parse_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => Rational.Parse((string)null!));
        Assert.False(Rational.TryParse((string?)null, out _));
    }

    [Fact]
    public void Parse_LongText_IsReadUpToTheLimit()
    {
        string digits = new('9', Rational.MaxTextLength);

        Assert.Equal(BigInteger.Pow(10, Rational.MaxTextLength) - 1, Rational.Parse(digits).Numerator);
        Assert.Equal(digits, Rational.Parse(digits).ToString());
        Assert.False(Rational.TryParse(digits + "9", out _));
        Assert.False(Rational.TryParse(Encoding.UTF8.GetBytes(digits + "9"), out _));
        Assert.Equal(Rational.Zero, Rational.Parse(new string('0', 5_000) + "/" + new string('7', 4_000)));
    }

    [Fact]
    public void Parse_TextOfRandomNumbers_RoundTrips()
    {
        HardNumbers random = new(8);
        for (int i = 0; i < 10_000; i++)
        {
            Rational value = random.NextRational();
            if (random.Below(3) == 0) value = new Rational(random.NextBig(), BigInteger.Pow(10, random.Below(20)));
            string text = value.ToString();

            Assert.Equal(value, Rational.Parse(text));
            Assert.Equal(value, Rational.Parse(Encoding.UTF8.GetBytes(text)));
            Assert.Equal(text, Rational.Parse(text).ToString());
        }
    }

    [Fact]
    public void Text_InAnyCulture_IsTheSame()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NegativeSign = "~";
        odd.NumberFormat.PositiveSign = "^";
        odd.NumberFormat.NumberDecimalSeparator = ",";
        odd.NumberFormat.NumberGroupSeparator = ".";
        try
        {
            CultureInfo.CurrentCulture = odd;
            foreach (string text in new[] { "-12", "-12.5", "-1/3", "-100000000000000000000", "-100000000000000000000/3" })
            {
                Assert.Equal(text, Rational.Parse(text).ToString());
                Assert.Equal(text, Rational.Parse(text).ToString(null, odd));
                Assert.Equal(text, string.Create(odd, $"{Rational.Parse(text)}"));
            }

            Assert.False(Rational.TryParse("~12", out _));
            Assert.False(Rational.TryParse("12,5", out _));
            Assert.Equal("-0.5 ± 0", new Rational(-1, 2).Approximate().ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void TryFormat_ShortDestination_ReturnsFalse()
    {
        Span<char> four = stackalloc char[4];

        Assert.True(Rational.Parse("12.5").TryFormat(four, out int written));
        Assert.Equal(4, written);
        Assert.Equal("12.5", four.ToString());
        Assert.False(Rational.Parse("-12.5").TryFormat(four, out written));
        Assert.Equal(0, written);
        Assert.False(Rational.Parse("12345").TryFormat(four, out _));
    }

    [Fact]
    public void ToString_UnknownFormat_Throws() =>
        Assert.Throws<FormatException>(() => Rational.One.ToString("N2", CultureInfo.InvariantCulture));

    [Fact]
    public void Parse_ThroughTheInterfaces_IsTheSame()
    {
        Assert.Equal(new Rational(5, 2), Generic<Rational>("2.5"));

        static T Generic<T>(string text)
            where T : ISpanParsable<T>, IUtf8SpanParsable<T>
        {
            Assert.Equal(T.Parse(text.AsSpan(), null), T.Parse(Encoding.UTF8.GetBytes(text), null));
            Assert.True(T.TryParse(text, null, out _) && T.TryParse(text.AsSpan(), null, out _));
            return T.Parse(text, null);
        }
    }
}
