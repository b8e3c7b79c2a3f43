using System.Numerics;
using CivicTech.Consensus.Tallying.Iterated;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Tallying.Iterated;

/// <summary>The arithmetics agree with each other, and equal candidates with all their orders.</summary>
public sealed class KeepingTests
{
    [Theory]
    [InlineData(KeptRounding.Up, false)]
    [InlineData(KeptRounding.Down, false)]
    [InlineData(KeptRounding.Up, true)]
    public void LongKeeping_RandomAmounts_EqualsBigKeeping(KeptRounding rounding, bool keepsAmounts)
    {
        var small = new LongKeeping(9, rounding, keepsAmounts);
        var big = new BigKeeping(9, rounding, keepsAmounts);
        var random = new SplitMix64(3);
        for (var run = 0; run < 5000; run++)
        {
            var value = (long)(random.Next() % 1_000_000_001);
            var factor = random.OneIn(9) ? 1_000_000_000 : 1 + (long)(random.Next() % 1_000_000_000);
            var votes = 1 + (long)(random.Next() >> random.Between(1, 40));
            var quota = 1 + (long)(random.Next() % (ulong)votes);
            Assert.Equal(big.Keep(value, factor, out var bigRest), small.Keep(value, factor, out var rest));
            Assert.Equal(bigRest, rest);
            Assert.Equal(big.Factor(factor, quota, votes), small.Factor(factor, quota, votes));
            Assert.Equal(big.Quota(votes, 1 + (run % 20)), small.Quota(votes, 1 + (run % 20)));
            Assert.Equal(big.Product(value, factor), small.Product(value, factor));
            Assert.Equal(big.ToRational(votes), small.ToRational(votes));
        }
    }

    [Fact]
    public void EqualParts_RandomFactors_AreThoseOfAllOrders()
    {
        var random = new SplitMix64(11);
        for (var run = 0; run < 200; run++)
        {
            var members = Enumerable.Range(0, random.Between(2, 5)).ToArray();
            long[] factors = [.. members.Select(_ => random.OneIn(3) ? 1_000_000_000 : (long)(random.Next() % 1_000_000_000))];
            var (kept, rest) = AllOrders([.. factors.Select(factor => new Rational(factor, 1_000_000_000))]);
            var keeping = new LongKeeping(9, KeptRounding.Up, keepsAmounts: false);
            var once = EqualParts<long>.Of(keeping, members, factors, isStepwise: false);
            var value = (long)(random.Next() % 1_000_000_001);
            foreach (var member in members)
            {
                Assert.Equal((kept[member] * value).Floor(), once.Kept(keeping, value, member));
            }

            Assert.Equal((rest * value).Floor(), once.Rest(keeping, value));
            var exactKeeping = new ExactKeeping(9, keepsAmounts: false);
            var exact = EqualParts<Rational>.Of(exactKeeping, members, [.. factors.Select(factor => new Rational(factor, 1_000_000_000))], isStepwise: false);
            Assert.All(members, member => Assert.Equal(kept[member] / 3, exact.Kept(exactKeeping, new Rational(1, 3), member)));

            // Each of a few steps cuts off less than a unit.
            var stepwise = EqualParts<long>.Of(keeping, members, factors, isStepwise: true);
            Assert.All(members, member => Assert.InRange((kept[member] * value) - stepwise.Kept(keeping, value, member), 0, 40));
        }
    }

    private static (Rational[] Kept, Rational Left) AllOrders(Rational[] factors)
    {
        var kept = new Rational[factors.Length];
        var rest = Rational.Zero;
        var orders = 0L;
        Walk(0, Rational.One);
        return ([.. kept.Select(part => part / orders)], rest / orders);

        void Walk(int used, Rational left)
        {
            if (used == (1 << factors.Length) - 1)
            {
                orders++;
                rest += left;
                return;
            }

            for (var next = 0; next < factors.Length; next++)
            {
                if ((used & (1 << next)) == 0)
                {
                    // Every order that begins like this one gives the candidate the same.
                    var more = factors.Length - BitOperations.PopCount((uint)used) - 1;
                    kept[next] += left * factors[next] * Enumerable.Range(1, more).Aggregate(1, (product, i) => product * i);
                    Walk(used | (1 << next), left * (1 - factors[next]));
                }
            }
        }
    }
}
