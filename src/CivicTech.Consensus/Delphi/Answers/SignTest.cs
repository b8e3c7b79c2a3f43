using System.Numerics;
using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Distributions;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Answers;

/// <summary>Whether two counts are as probable: two-sided, from the binomial distribution with probability 1/2.</summary>
internal static class SignTest
{
    private const int MostExact = 10_000;

    internal static SignificanceTest Of(int one, int other)
    {
        var statistic = Statistic.Of((Rational)one);
        var (smaller, count) = (Math.Min(one, other), (long)one + other);
        if (count > MostExact)
        {
            return new(TestMethod.Normal, statistic, Statistic.Of(Tails.NormalTwoSided(Math.Max(0, Math.Abs((long)one - other) - 1) / Math.Sqrt(count))));
        }

        BigInteger ways = 1, sum = 1;
        for (var k = 1; k <= smaller; k++)
        {
            ways = ways * (count - k + 1) / k;
            sum += ways;
        }

        return new(TestMethod.Exact, statistic, Statistic.Of(Rational.Min(1, new Rational(2 * sum, BigInteger.One << (int)count))));
    }
}
