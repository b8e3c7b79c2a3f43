using System.Numerics;
using CivicTech.Budgeting.Pricing;
using CivicTech.Numerics;

namespace CivicTech.Conformance;

/// <summary>
/// What doubles claim to know on real elections: in every round the exact price lies within the bounds, and voters' money within its errors.
/// </summary>
internal sealed class PabulibPriceBounds : IConformanceSet
{
    // Later endowments of Add1, in the election's unit of money, and classes of voters that are looked at.
    private static readonly int[] Later = [1, 2, 5, 17, 60];
    private const int Classes = 40;

    public IEnumerable<ConformanceResult> Run(string folder)
    {
        var result = new ConformanceResult("pabulib price bounds");
        foreach (var shares in PabulibShares.All(new PabulibFolder(folder)))
        {
            var certified = new CertifiedShares(shares.Problem, SharesKernels.Widest);
            foreach (var more in Later.Prepend(0))
            {
                result.Add($"{shares.Name} +{more}", () => Check(shares, certified, [.. shares.Start.Select(start => start + (more * shares.Problem.Unit))]));
            }
        }

        if (result.Cases > 0)
        {
            yield return result;
        }
    }

    private static string? Check(PabulibShares shares, CertifiedShares certified, BigInteger[] endowments)
    {
        var run = certified.Run(endowments, choices: null);
        for (var round = 0; round < run.Rounds; round++)
        {
            var price = run.Ledger.PriceOf(round) / shares.Problem.Utilities[run.FundedIn(round)];
            var (lowest, highest) = run.PriceIn(round);
            if (!(Exact(lowest) <= price && price <= Exact(highest)))
            {
                return $"the price of round {round + 1} is {price.ToDouble():R}, which is not within {lowest:R} and {highest:R}";
            }
        }

        var support = shares.Problem.Support;
        for (var i = 0; i < support.Classes; i += 1 + (support.Classes / Classes))
        {
            var money = run.Ledger.MoneyOf(i, run.Rounds);
            var about = Math.Max(0, run.Purses.Money[i]);
            if (money < 0 || (about > 0 && Rational.Abs(Exact(about) - money) > Exact(run.Purses.Errors[i]) * support.Weights[i]))
            {
                return $"class {i} has {money.ToDouble():R}, which is not within {run.Purses.Errors[i]:R} of {about:R}";
            }
        }

        certified.Recycle(run);
        return null;
    }

    /// <summary>The value of a double that is not negative, without rounding.</summary>
    private static Rational Exact(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52);
        var mantissa = (bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52);
        var shift = Math.Max(1, exponent) - 1075;
        return shift < 0 ? new Rational(mantissa, BigInteger.One << -shift) : (Rational)((BigInteger)mantissa << shift);
    }
}
