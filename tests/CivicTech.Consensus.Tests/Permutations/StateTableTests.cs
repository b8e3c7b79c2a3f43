using System.Numerics;
using CivicTech.Consensus.Permutations;

namespace CivicTech.Tests.Consensus;

public class StateTableTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(1, 3)]
    [InlineData(3, 4)]
    public void TryAdd_OfManyStates_KeepsTheSumOfEach(int keyLimbs, int countLimbs)
    {
        var room = new StateRoom();
        var source = new StateTable(room, 1, 1, null);
        source.NextKey[0] = 5;
        source.Seed();
        var slot = Enumerable.Range(0, source.Size).Single(place => !source.Key(place).IsEmpty);
        var table = new StateTable(room, keyLimbs, countLimbs, source);
        var expected = new Dictionary<UInt128, BigInteger>();
        var random = new CounterRandom(1, 2, 3);
        for (var i = 0; i < 30_000; i++)
        {
            var (first, last) = (1 + (random.Next() % 100), random.Next() % 200);
            last = keyLimbs == 1 ? 0 : last;
            var factor = (UInt128)(random.Next() >> 34) << (countLimbs == 1 ? 0 : 70);
            var key = table.NextKey;
            key.Clear();
            key[0] = first;
            key[^1] |= keyLimbs == 1 ? 0 : last;
            var name = new UInt128(first, last);
            expected[name] = expected.GetValueOrDefault(name) + factor;
            Assert.True(table.TryAdd(slot, factor));
        }

        Assert.True(table.TryFlush());
        var found = Enumerable.Range(0, table.Size).Where(place => !table.Key(place).IsEmpty).ToDictionary(
            place => new UInt128(table.Key(place)[0], keyLimbs == 1 ? 0 : table.Key(place)[^1]),
            place => Limbs.ToBigInteger(table.Ways(place)));
        Assert.Equal(expected.OrderBy(entry => entry.Key), found.OrderBy(entry => entry.Key));
    }

    [Fact]
    public void TryAdd_BeyondTheRoom_SaysSo()
    {
        var room = new StateRoom();
        var source = new StateTable(room, 1, 1, null);
        var table = new StateTable(room, 1, 1_000, source);
        var fits = true;
        for (var key = 1UL; fits && key < 100_000; key++)
        {
            table.NextKey[0] = key;
            fits = table.TryAdd(0, 1);
        }

        Assert.False(fits);
    }

    [Fact]
    public void AddProduct_OfLongNumbers_IsExact()
    {
        var random = new CounterRandom(1, 2, 4);
        for (var i = 0; i < 2_000; i++)
        {
            // Long runs of ones and zeros carry far.
            ulong Digit() => (random.Next() % 4) switch { 0 => ulong.MaxValue, 1 => 0, _ => random.Next() };
            ulong[] target = [Digit(), Digit(), Digit(), Digit(), 0, 0];
            ulong[] source = [.. Enumerable.Range(0, 1 + (int)(random.Next() % 3)).Select(_ => Digit())];
            var factor = (random.Next() % 4) switch { 0 => UInt128.One, 1 => Digit(), _ => new UInt128(Digit(), Digit()) };
            var expected = Limbs.ToBigInteger(target) + (Limbs.ToBigInteger(source) * factor);

            Limbs.AddProduct(target, source, factor);

            Assert.Equal(expected, Limbs.ToBigInteger(target));
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 72)]
    [InlineData(9, 127)]
    [InlineData(10, 128)]
    [InlineData(3, int.MaxValue)]
    [InlineData(200, 1)]
    public void Unpack_OfWhatWasPacked_IsTheSame(int items, int largest)
    {
        var packing = new StatePacking(items, largest);
        var random = new CounterRandom(1, 2, 5);
        int[] sums = [.. Enumerable.Range(0, items).Select(_ => (int)(random.Next() % ((ulong)largest + 1)))];
        var key = new ulong[packing.KeyLimbs];
        var unpacked = new int[items];

        packing.Pack(sums, key);
        packing.Unpack(key, unpacked);

        Assert.NotEqual(0UL, key[0]);
        Assert.Equal(sums, unpacked);
    }

    [Fact]
    public void ChooseOne_OfAStateAndItsMirrorImage_IsTheSame()
    {
        var random = new CounterRandom(1, 2, 6);
        var moved = 0;
        for (var i = 0; i < 1_000; i++)
        {
            // Five sums with a whole mean of 6 around which all can be mirrored.
            int[] sums = [.. Enumerable.Range(0, 4).Select(_ => (int)(random.Next() % 13))];
            var last = 30 - sums.Sum();
            if (last is < 0 or > 12)
            {
                continue;
            }

            sums = [.. sums.Append(last).Order()];
            int[] mirrored = [.. sums.Select(sum => 12 - sum).Reverse()];
            var (one, other) = (sums.ToArray(), mirrored.ToArray());
            MirrorImages.ChooseOne(one);
            MirrorImages.ChooseOne(other);

            Assert.Equal(one, other);
            Assert.True(one.SequenceEqual(sums) || one.SequenceEqual(mirrored));
            moved += one.SequenceEqual(sums) ? 0 : 1;
        }

        Assert.InRange(moved, 100, 600);
        int[] without = [0, 1, 1];
        MirrorImages.ChooseOne(without);
        Assert.Equal([0, 1, 1], without);
    }

    [Fact]
    public void TryTake_OfSteps_StopsAtTheLimitAndWhenCancelled()
    {
        using var source = new CancellationTokenSource();
        var budget = new StepBudget(10, default);
        Assert.True(budget.TryTake(7));
        Assert.False(budget.TryTake(4));
        Assert.True(budget.TryTake(3));
        Assert.Equal((10, 0), (budget.Used, budget.Left));

        source.Cancel();
        var cancelled = new StepBudget(long.MaxValue, source.Token);
        Assert.Throws<OperationCanceledException>(() =>
        {
            for (var i = 0; i < 1 << 20; i++)
            {
                cancelled.TryTake(1);
            }
        });
    }
}
