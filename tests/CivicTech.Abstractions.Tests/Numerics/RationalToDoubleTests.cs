using System.Globalization;
using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Abstractions.Tests.Numerics;

public class RationalToDoubleTests
{
    private static readonly Rational Smallest = new(1, BigInteger.Pow(2, 1074));
    private static readonly Rational Largest = new((BigInteger.Pow(2, 53) - 1) << 971, 1);

    [Fact]
    public void ToDouble_HalfwayCases_GoToTheEvenOne()
    {
        BigInteger two53 = BigInteger.Pow(2, 53);
        Rational crumb = new(1, BigInteger.Pow(10, 300));

        Assert.Equal(9007199254740992.0, new Rational(two53 + 1, 1).ToDouble());
        Assert.Equal(9007199254740996.0, new Rational(two53 + 3, 1).ToDouble());
        Assert.Equal(9007199254740994.0, (two53 + 1 + crumb).ToDouble());
        Assert.Equal(9007199254740992.0, (two53 + 1 - crumb).ToDouble());
        Assert.Equal(-9007199254740994.0, (-(two53 + 1) - crumb).ToDouble());
        Assert.Equal(1.0, new Rational(two53 + 1, two53).ToDouble());
        Assert.Equal(Math.BitIncrement(Math.BitIncrement(1.0)), new Rational(two53 + 3, two53).ToDouble());
    }

    [Fact]
    public void ToDouble_Subnormals_AreRoundedOnce()
    {
        Rational crumb = Smallest / BigInteger.Pow(3, 90);

        Assert.Equal(double.Epsilon, Smallest.ToDouble());
        Assert.Equal(-double.Epsilon, (-Smallest).ToDouble());
        Assert.Equal(0.0, (Smallest / 2).ToDouble());
        Assert.Equal(double.Epsilon, (Smallest / 2 + crumb).ToDouble());
        Assert.Equal(0.0, (Smallest / 2 - crumb).ToDouble());
        Assert.Equal(2 * double.Epsilon, (Smallest * 3 / 2).ToDouble());
        Assert.Equal(double.Epsilon, (Smallest * 3 / 2 - crumb).ToDouble());
        Assert.Equal(0.0, (Smallest / BigInteger.Pow(2, 5000)).ToDouble());
        Assert.False(double.IsNegative((-Smallest / 4).ToDouble()));

        // Halfway between the largest subnormal and the smallest normal number.
        Rational border = Smallest * (BigInteger.Pow(2, 53) - 1) / 2;
        Assert.Equal(2.2250738585072014E-308, border.ToDouble());
        Assert.Equal(2.225073858507201E-308, (border - crumb).ToDouble());
    }

    [Fact]
    public void ToDouble_BeyondTheRange_IsInfinite()
    {
        Rational halfStep = new(BigInteger.Pow(2, 970), 1);

        Assert.Equal(double.MaxValue, Largest.ToDouble());
        Assert.Equal(double.MaxValue, (Largest + halfStep - Smallest).ToDouble());
        Assert.Equal(double.PositiveInfinity, (Largest + halfStep).ToDouble());
        Assert.Equal(double.NegativeInfinity, (-Largest - halfStep).ToDouble());
        Assert.Equal(double.PositiveInfinity, new Rational(BigInteger.Pow(7, 3000), 3).ToDouble());
    }

    [Fact]
    public void ToDouble_HugeParts_GiveTheirQuotient()
    {
        BigInteger huge = BigInteger.Pow(3, 4000);

        Assert.Equal(1.0 / 3, new Rational(huge, huge * 3 + 1).ToDouble());
        Assert.Equal(1.0, new Rational(huge, huge + 1).ToDouble());
    }

    [Theory]
    [InlineData("0.1")]
    [InlineData("9007199254740993")]
    [InlineData("179769313486231580793728971405301")]
    [InlineData("0.500000000000000166533453693773481063544750213623046875")]
    [InlineData("3.518437208883201171875")]
    [InlineData("62.5364939768271845828")]
    [InlineData("8.10109172351e-10")]
    [InlineData("1.50000000000000011102230246251565")]
    [InlineData("9007199254740991.4999999999999999999999999999999995")]
    [InlineData("2.2250738585072011e-308")]
    [InlineData("2.2250738585072012e-308")]
    [InlineData("6.8985865317742005e-320")]
    public void ToDouble_KnownHardDecimals_AgreesWithTheParserOfDotNet(string text)
    {
        Rational exact = System.Text.Json.JsonSerializer.Deserialize<Rational>(text);

        Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), exact.ToDouble());
    }

    [Fact]
    public void ToDouble_RandomNumbers_IsTheNearestOne()
    {
        HardNumbers random = new(6);
        for (int i = 0; i < 20_000; i++)
        {
            Rational exact = random.NextRational();
            double value = exact.ToDouble();
            Rational distance = Rational.Abs(exact - Exactly(value));
            Rational above = Rational.Abs(exact - Exactly(Math.BitIncrement(value)));
            Rational below = Rational.Abs(exact - Exactly(Math.BitDecrement(value)));
            bool even = (BitConverter.DoubleToInt64Bits(value) & 1) == 0;

            Assert.True(even ? distance <= above && distance <= below : distance < above && distance < below, exact.ToString());
        }
    }

    [Fact]
    public void ToDouble_EveryDouble_ComesBack()
    {
        HardNumbers random = new(7);
        for (int i = 0; i < 5_000; i++)
        {
            double value = BitConverter.UInt64BitsToDouble(random.Next());
            if (!double.IsFinite(value)) continue;
            Assert.Equal(value, Exactly(value).ToDouble());
        }
    }

    /// <summary>The number a finite double stands for, from its bits.</summary>
    internal static Rational Exactly(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long significand = bits & ((1L << 52) - 1);
        if (exponent == 0) exponent = 1;
        else significand |= 1L << 52;
        BigInteger signed = bits < 0 ? -significand : significand;
        int power = exponent - 1075;
        return power >= 0 ? signed << power : new Rational(signed, BigInteger.One << -power);
    }
}
