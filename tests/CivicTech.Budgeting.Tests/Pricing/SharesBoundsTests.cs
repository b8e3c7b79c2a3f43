using System.Numerics;
using CivicTech.Budgeting.Pricing;
using CivicTech.Numerics;

namespace CivicTech.Tests.Budgeting;

/// <summary>What doubles claim to know holds: the exact amounts lie within the bounds.</summary>
public sealed class SharesBoundsTests
{
    private const int Elections = 150;

    public static TheoryData<SharesWorth, bool> Rows
    {
        get
        {
            var rows = new TheoryData<SharesWorth, bool>();
            foreach (var worth in Enum.GetValues<SharesWorth>())
            {
                rows.Add(worth, false);
                rows.Add(worth, true);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void PriceIn_EveryRound_EnclosesTheExactPrice(SharesWorth worth, bool isBig) => ForAll(worth, isBig, (made, run, replay) =>
    {
        for (var round = 0; round < run.Rounds; round++)
        {
            var project = run.FundedIn(round);
            var price = replay.PriceOf(project, round)!.Value / made.Problem.Utilities[project];
            var (lowest, highest) = run.PriceIn(round);
            Assert.True(Exact(lowest) <= price && price <= Exact(highest), $"{lowest:R} {price} {highest:R}");
            Assert.True(highest - lowest <= 1e-9 * highest, $"{lowest:R} {highest:R}: this says little.");
        }
    });

    [Theory]
    [MemberData(nameof(Rows))]
    public void BoundsIn_EveryRound_AreNotAboveTheExactPrices(SharesWorth worth, bool isBig) => ForAll(worth, isBig, (made, run, replay) =>
    {
        for (var round = 0; round < run.Rounds; round++)
        {
            foreach (var project in made.Problem.Projects.Except(run.Order.Take(round)))
            {
                var bound = run.BoundsIn(round)[project];
                if (replay.PriceOf(project, round) is { } price)
                {
                    Assert.True(double.IsFinite(bound) && Exact(bound) <= price / made.Problem.Utilities[project], $"{bound:R} {price}");
                }
            }
        }
    });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Purses_AtTheEnd_AreWithinTheirErrors(SharesWorth worth, bool isBig) => ForAll(worth, isBig, (made, run, replay) =>
    {
        for (var i = 0; i < made.Problem.Support.Classes; i++)
        {
            var weight = made.Problem.Support.Weights[i];
            var exact = replay.MoneyOf(i, run.Rounds);
            Assert.Equal(exact * weight, run.Ledger.MoneyOf(i, run.Rounds));
            Assert.True(run.Purses.Errors[i] <= run.MostError);
            if (run.Purses.OutIn(i) == int.MaxValue)
            {
                Assert.True(Rational.Abs((Exact(run.Purses.Money[i]) / weight) - exact) <= Exact(run.Purses.Errors[i]));
                continue;
            }

            // Out of money exactly when the purse says so.
            var outIn = run.Purses.OutIn(i);
            Assert.True(replay.MoneyOf(i, outIn + 1).IsZero);
            Assert.True(outIn < 0 || replay.MoneyOf(i, outIn) > 0);
        }
    });

    private static void ForAll(SharesWorth worth, bool isBig, Action<SharesCase, SharesRun, SharesReplay> check)
    {
        foreach (var n in SharesFuzz.Numbers(Elections))
        {
            var made = SharesCase.Make(worth, n, isBig ? BigInteger.Pow(10, 25) + 9 : null);
            var lanes = (n % 3) switch { 0 => Lanes.Scalar, 1 => Lanes.Vector, _ => Lanes.Vector512 };
            check(made, new CertifiedShares(made.Problem, lanes).Run(made.Start, null), new SharesReplay(made, made.Plain()));
        }
    }

    /// <summary>The value of a double, without rounding.</summary>
    private static Rational Exact(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = (bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52);
        var shift = Math.Max(1, exponent) - 1075;
        var magnitude = shift < 0 ? new Rational(mantissa, BigInteger.One << -shift) : (Rational)((BigInteger)mantissa << shift);
        return bits < 0 ? -magnitude : magnitude;
    }
}
