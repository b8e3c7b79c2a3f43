using System.Numerics;
using CivicTech.Budgeting.Pricing;
using CivicTech.Numerics;

namespace CivicTech.Tests.Budgeting;

/// <summary>The fast path against the plain one, on elections that are hard on doubles.</summary>
public sealed class CertifiedSharesTests
{
    private const int Count = 1000;

    private static readonly (Lanes Lanes, double Inflation)[] Ways =
    [
        (Lanes.Vector512, 0), (Lanes.Vector, 0), (Lanes.Scalar, 0), (Lanes.Vector, 1e-9), (Lanes.Vector512, 1e-3), (Lanes.Scalar, 3e-2),
    ];

    public static TheoryData<SharesWorth> Worths => [.. Enum.GetValues<SharesWorth>()];

    [Theory]
    [MemberData(nameof(Worths))]
    public void Run_AdversarialElections_IsThePlainPath(SharesWorth worth)
    {
        var honest = new long[4];
        var inflated = new long[4];
        var ties = 0;
        foreach (var n in SharesFuzz.Numbers(Count))
        {
            var made = SharesCase.Make(worth, n);
            var plain = made.Plain();
            ties += plain.Ties.Count;
            foreach (var (lanes, inflation) in Ways)
            {
                var shares = new CertifiedShares(made.Problem, lanes, certify: true, inflation);
                ExpectSame(plain, shares.Run(made.Start, null), $"{worth} {n} {lanes} {inflation}");
                var doubts = inflation == 0 ? honest : inflated;
                doubts[0] += shares.Doubts.Comparisons;
                doubts[1] += shares.Doubts.PlainTies;
                doubts[2] += shares.Doubts.Affordability;
                doubts[3] += shares.Doubts.Payments;
            }
        }

        // With honest bounds only ties are in doubt, and prices that nearly are; with inflated ones everything is.
        var told = $"{ties} ties; doubts {string.Join(' ', honest)}, with inflated bounds {string.Join(' ', inflated)}";
        Assert.True(ties > 0 && honest[0] + honest[1] > 0, told);
        Assert.All([inflated[0], inflated[2], inflated[3]], doubts => Assert.True(doubts > Count / 10, told));
    }

    [Fact]
    public void Run_WithoutCertification_GoesWrongOnTheseElections()
    {
        var wrong = 0;
        for (var n = 0; n < 1800; n++)
        {
            var made = SharesCase.Make((SharesWorth)(n % 3), n);
            var run = new CertifiedShares(made.Problem, Lanes.Scalar, certify: false).Run(made.Start, null);
            wrong += run.Order.SequenceEqual(made.Plain().Order) ? 0 : 1;
        }

        Assert.True(wrong >= 10, $"Doubles alone go wrong in {wrong} of 1800 elections: these are not hard enough.");
    }

    [Theory]
    [MemberData(nameof(Worths))]
    public void Run_AmountsBeyondTheWholeNumbersOfDoubles_IsThePlainPathAndScales(SharesWorth worth)
    {
        BigInteger[] factors = [BigInteger.Pow(10, 17) + 3, BigInteger.Pow(10, 30), BigInteger.Pow(10, 90) + 7];
        for (var n = 0; n < 60; n++)
        {
            var small = SharesCase.Make(worth, n);
            var expected = small.Plain();
            foreach (var factor in factors)
            {
                var large = SharesCase.Make(worth, n, factor);
                var plain = large.Plain();
                Assert.Equal(expected.Order, plain.Order);
                var run = new CertifiedShares(large.Problem, n % 2 == 0 ? Lanes.Vector512 : Lanes.Scalar).Run(large.Start, null);
                ExpectSame(plain, run, $"{worth} {n} {factor}");
                Assert.All(expected.Prices.Index(), price => Assert.Equal(
                    price.Item / small.Problem.Unit * factor, run.Ledger.PriceOf(price.Index) / large.Problem.Unit));
            }
        }
    }

    [Fact]
    public void Run_AgainOnTheSameProblem_RemembersNothing()
    {
        // Runs share arrays, and take hints from other runs.
        for (var n = 0; n < 60; n++)
        {
            var made = SharesCase.Make((SharesWorth)(n % 6), n);
            var shares = new CertifiedShares(made.Problem, Lanes.Vector);
            BigInteger[] more = [.. made.Start.Select(endowment => endowment + (made.Problem.Unit * 3))];
            BigInteger[] between = [.. made.Start.Select(endowment => endowment + made.Problem.Unit)];
            var low = shares.Run(made.Start, null);
            var high = shares.Run(more, null, low);
            ExpectSame(made.Plain(more), high, $"{n}");
            var middle = shares.Run(between, null, low, high);
            ExpectSame(made.Plain(between), middle, $"{n}");
            shares.Recycle(middle);
            ExpectSame(made.Plain(), shares.Run(made.Start, null, high, high), $"{n}");
            ExpectSame(made.Plain(), low, $"{n}");
        }
    }

    private static void ExpectSame(PlainRun plain, SharesRun run, string name)
    {
        Assert.True(plain.Order.SequenceEqual(run.Order), $"{name}: {string.Join(' ', run.Order)} instead of {string.Join(' ', plain.Order)}");
        for (var round = 0; round < run.Rounds; round++)
        {
            Assert.True(plain.Prices[round] == run.Ledger.PriceOf(round), $"{name}: the price of round {round} is {run.Ledger.PriceOf(round)} instead of {plain.Prices[round]}");
        }

        Assert.Equal(plain.Ties.Select(tie => $"{tie.Round}: {string.Join(' ', tie.Tied)} {tie.Matters}"), run.Ties.Select(tie => $"{tie.Round}: {string.Join(' ', tie.Tied)} {tie.Matters}"));
    }
}
