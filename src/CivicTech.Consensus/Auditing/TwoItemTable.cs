using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Auditing;

/// <summary>
/// What m raters can do with two items: u of them tell the two apart, and one item is preferred by d more raters than the other.
/// Then S = d² / 2, and each of the u has the same share in what it is divided by.
/// </summary>
/// <param name="Untied">u, from 0 to m.</param>
/// <param name="Lead">d, from 0 to u, odd where u is odd.</param>
internal readonly record struct TwoItemTable(int Untied, int Lead)
{
    /// <summary>Above it the tables are too many, and so close that they rule nothing out.</summary>
    internal const int MostRaters = 500;

    internal static IEnumerable<TwoItemTable> Of(int raters, bool withoutTies)
    {
        for (var untied = withoutTies ? raters : 0; untied <= raters; untied++)
        {
            for (var lead = untied % 2; lead <= untied; lead += 2)
            {
                yield return new(untied, lead);
            }
        }
    }

    /// <summary>
    /// W in each way that is in use: corrected for ties, with raters who tell nothing apart counted among the m or left out, and not
    /// corrected. Without ties all three are the same.
    /// </summary>
    internal IEnumerable<Rational> WOf(int raters)
    {
        var square = (long)Lead * Lead;
        yield return new((BigInteger)square, (BigInteger)raters * raters);
        if (Untied > 0 && Untied < raters)
        {
            yield return new((BigInteger)square, (BigInteger)raters * Untied);
            yield return new((BigInteger)square, (BigInteger)Untied * Untied);
        }
    }

    /// <summary>The exact probability of at least this lead when each of the untied raters prefers either item with probability 1/2.</summary>
    internal double P()
    {
        if (Lead == 0)
        {
            return 1;
        }

        BigInteger ways = 0;
        BigInteger choose = 1;
        for (var behind = 0; behind <= (Untied - Lead) / 2; behind++)
        {
            ways += choose;
            choose = choose * (Untied - behind) / (behind + 1);
        }

        return new Rational(2 * ways, BigInteger.One << Untied).ToDouble();
    }

    /// <summary>Friedman's chi-square: the same whether tied raters count or not.</summary>
    internal double ChiSquare => Untied == 0 ? 0 : (double)Lead * Lead / Untied;
}
