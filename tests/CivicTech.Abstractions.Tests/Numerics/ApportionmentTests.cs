using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Abstractions.Tests.Numerics;

public class ApportionmentTests
{
    [Fact]
    public void LargestRemainders_KnownElection_AsWorkedByHand()
    {
        // Quota 10,000: whole parts 4, 1, 1, 1, 0, 0; the three seats left go to the remainders 7,000, 6,100 and 6,000.
        Assert.Equal([5, 2, 1, 1, 1, 0], Apportionment.LargestRemainders(10, [47_000, 16_000, 15_800, 12_000, 6_100, 3_100L]));
    }

    [Fact]
    public void LargestRemainders_OneSeatMore_CanTakeOneAway()
    {
        // The Alabama paradox: 25 and 26 seats for the same votes.
        long[] votes = [1500, 1500, 900, 500, 500, 200];

        Assert.Equal([7, 7, 4, 3, 3, 1], Apportionment.LargestRemainders(25, votes));
        Assert.Equal([8, 8, 5, 2, 2, 1], Apportionment.LargestRemainders(26, votes));
    }

    [Fact]
    public void LargestRemainders_Ties_FollowThePriority()
    {
        long[] even = [1, 1, 1];

        Assert.Equal([1, 1, 0], Apportionment.LargestRemainders(2, even));
        Assert.Equal([0, 1, 1], Apportionment.LargestRemainders(2, even, [2, 1, 0]));
        Assert.Equal([1, 0, 1], Apportionment.LargestRemainders(2, even, [2, 0, 1]));
        Assert.Equal([1, 0, 1], Apportionment.LargestRemainders(2, new Rational[] { new(1, 7), new(1, 7), new(1, 7) }, [0, 2, 1]));
        Assert.Equal([1, 2], Apportionment.LargestRemainders(3, [1L, 2], [0, 1]));
    }

    [Fact]
    public void LargestRemainders_FractionalWeights_AsTheirRatios()
    {
        Rational[] weights = [new(1, 2), new(1, 3), new(1, 6)];

        Assert.Equal([50, 33, 17], Apportionment.LargestRemainders(100, weights));
        Assert.Equal([3, 2, 1], Apportionment.LargestRemainders(6, weights));
    }

    [Fact]
    public void LargestRemainders_NothingToDivide_GivesZeros()
    {
        Assert.Empty(Apportionment.LargestRemainders(0, ReadOnlySpan<long>.Empty));
        Assert.Empty(Apportionment.LargestRemainders(0, ReadOnlySpan<Rational>.Empty, []));
        Assert.Equal([0, 0], Apportionment.LargestRemainders(0, [0L, 0]));
        Assert.Equal([0, 0], Apportionment.LargestRemainders(0, [5L, 7]));
    }

    [Fact]
    public void LargestRemainders_HugeValues_DoNotOverflow()
    {
        long most = long.MaxValue;

        Assert.Equal([most], Apportionment.LargestRemainders(most, [most]));
        Assert.Equal([most / 2 + 1, most / 2], Apportionment.LargestRemainders(most, [most, most]));
        Assert.Equal([0, most], Apportionment.LargestRemainders(most, [0L, 1]));
        Assert.Equal(most, Apportionment.LargestRemainders(most, [most, most - 1, most - 2, 1]).Sum());
        Assert.Equal([3, 6], Apportionment.LargestRemainders(9, new Rational[] { BigInteger.Pow(10, 50), 2 * BigInteger.Pow(10, 50) }));
    }

    [Fact]
    public void LargestRemainders_BadInput_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Apportionment.LargestRemainders(-1, [1L]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Apportionment.LargestRemainders(-1, new Rational[] { 1 }, [0]));
        Refused(() => Apportionment.LargestRemainders(1, [1L, -1]));
        Refused(() => Apportionment.LargestRemainders(0, [1L, -1]));
        Refused(() => Apportionment.LargestRemainders(1, [2L, long.MinValue]));
        Refused(() => Apportionment.LargestRemainders(1, new Rational[] { 1, new(-1, 3) }));
        Refused(() => Apportionment.LargestRemainders(1, new Rational[] { 1, -BigInteger.Pow(10, 50) }));
        Refused(() => Apportionment.LargestRemainders(1, [0L, 0]));
        Refused(() => Apportionment.LargestRemainders(1, ReadOnlySpan<long>.Empty));
        Refused(() => Apportionment.LargestRemainders(1, ReadOnlySpan<Rational>.Empty));
        Refused(() => Apportionment.LargestRemainders(1, [1L, 1], [0]), "priority");
        Refused(() => Apportionment.LargestRemainders(1, [1L, 1], [0, 0]), "priority");
        Refused(() => Apportionment.LargestRemainders(1, [1L, 1], [0, 2]), "priority");
        Refused(() => Apportionment.LargestRemainders(1, [1L, 1], [-1, 0]), "priority");
        Refused(() => Apportionment.LargestRemainders(1, new Rational[] { 1, 1 }, [1, 1]), "priority");
    }

    [Fact]
    public void LargestRemainders_RandomInput_KeepsTheLaws()
    {
        HardNumbers random = new(17);
        for (int i = 0; i < 5_000; i++)
        {
            int count = 1 + random.Below(8);
            bool small = random.Below(2) == 0;
            long total = small ? random.Below(50) : random.NextLong() & long.MaxValue;
            long[] weights = new long[count];
            for (int j = 0; j < count; j++) weights[j] = small ? random.Below(6) : random.NextLong() & long.MaxValue;
            weights[random.Below(count)] |= 1;
            int[] priority = Shuffle(random, count);
            Rational factor = new(1 + random.Below(1000), random.NextNonZeroBig());
            Rational[] scaled = [.. weights.Select(weight => Rational.Abs(factor) * weight)];

            long[] parts = Apportionment.LargestRemainders(total, weights, priority);

            AssertLaws(total, weights, priority, parts);
            Assert.Equal(parts, Apportionment.LargestRemainders(total, scaled, priority));
            Assert.Equal(
                Apportionment.LargestRemainders(total, weights),
                Apportionment.LargestRemainders(total, weights, [.. Enumerable.Range(0, count)]));
        }
    }

    private static void AssertLaws(long total, long[] weights, int[] priority, long[] parts)
    {
        BigInteger sum = weights.Aggregate(BigInteger.Zero, (all, weight) => all + weight);
        Rational Share(int j) => new((BigInteger)total * weights[j], sum);
        Assert.Equal(total, parts.Aggregate(BigInteger.Zero, (all, part) => all + part));
        for (int j = 0; j < parts.Length; j++)
        {
            Assert.True(Rational.Abs(Share(j) - parts[j]) < Rational.One);
            for (int k = 0; k < parts.Length; k++)
            {
                // Whoever was rounded up has the larger remainder, or the same one and comes first.
                Rational mine = Share(j) - Share(j).Floor();
                Rational theirs = Share(k) - Share(k).Floor();
                if (parts[j] > Share(j) && parts[k] <= Share(k))
                {
                    Assert.True(mine > theirs || (mine == theirs && Array.IndexOf(priority, j) < Array.IndexOf(priority, k)));
                }
            }
        }
    }

    private static int[] Shuffle(HardNumbers random, int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (int i = count - 1; i > 0; i--)
        {
            int other = random.Below(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }

    private static void Refused(Func<long[]> call, string parameter = "weights") =>
        Assert.Equal(parameter, Assert.Throws<ArgumentException>(call).ParamName);
}
