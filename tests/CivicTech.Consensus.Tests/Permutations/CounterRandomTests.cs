using CivicTech.Consensus.Permutations;

namespace CivicTech.Tests.Consensus;

public class CounterRandomTests
{
    // From a separate program that follows the description of the generator; outcomes of tests depend on these numbers for good.
    [Fact]
    public void Next_IsAsItAlwaysWas()
    {
        var random = new CounterRandom(1, 2, 3);
        Assert.Equal([0xC3AF767707239AC1, 0x30AAAF5AC74BDE19, 0x425C74DD6D870837], new[] { random.Next(), random.Next(), random.Next() });
        random = new(ulong.MaxValue, 0, 0);
        Assert.Equal([0xFC042709560421DA, 0x493384625F4330A7, 0x912E647564AED866], new[] { random.Next(), random.Next(), random.Next() });
    }

    // The last: the first word is passed over, as 1 of 4,000 is for 14 values.
    [Theory]
    [InlineData(1, 2, 3, "9 4 6 1 8 2 3 5 7 0")]
    [InlineData(42, 0, 7, "26 14 11 28 12 34 18 0 1 17 22 37 20 39 7 19 15 23 35 38 25 33 32 8 2 27 21 3 36 6 4 30 5 31 29 16 24 13 10 9")]
    [InlineData(42, 0, 2313, "12 5 4 8 1 0 3 11 6 2 9 7 13 10")]
    public void Shuffle_IsAsItAlwaysWas(ulong seed, ulong stream, ulong replicate, string expected)
    {
        short[] order = [.. expected.Split(' ').Select(short.Parse)];
        var values = Places(order.Length);
        var source = Places(order.Length);
        var target = new short[order.Length];

        new CounterRandom(seed, stream, replicate).Shuffle(values);
        new CounterRandom(seed, stream, replicate).Shuffle(source, target, ShufflePlan.For(order.Length));

        Assert.Equal(order, values);
        Assert.Equal(order, target);
        Assert.Equal(Places(order.Length), source);
    }

    [Fact]
    public void Shuffle_OfFourValues_IsUniform()
    {
        const int each = 2_000;
        var counts = new Dictionary<string, int>();
        for (var replicate = 0UL; replicate < 24 * each; replicate++)
        {
            var values = Places(4);
            new CounterRandom(2026, 0, replicate).Shuffle(values);
            var name = string.Join(' ', values);
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        // 99.9 % of chi-square with 23 degrees of freedom.
        Assert.Equal(24, counts.Count);
        Assert.InRange(counts.Values.Sum(count => (count - each) * (double)(count - each) / each), 0, 49.73);
    }

    // The same generator goes on from shuffle to shuffle, as it does over the raters of a replicate.
    [Fact]
    public void Shuffle_OfManyValues_PutsEachAnywhereAlikeAndIndependentOfTheLast()
    {
        const int items = 60;
        const int replicates = 30_000;
        var places = new int[items, items];
        var together = new int[items];
        for (var replicate = 0UL; replicate < replicates; replicate++)
        {
            var random = new CounterRandom(7, 1, replicate);
            var (first, second) = (Places(items), Places(items));
            random.Shuffle(first);
            random.Shuffle(second);
            for (var place = 0; place < items; place++)
            {
                places[second[place], place]++;
            }

            together[Array.IndexOf(first, (short)3) is var at && second[at] is var met ? met : 0]++;
        }

        // 99.99 % of chi-square with 59² and 59 degrees of freedom (Wilson and Hilferty).
        Assert.InRange(ChiSquare(places.Cast<int>(), replicates / (double)items), 0, 3_797);
        Assert.InRange(ChiSquare(together, replicates / (double)items), 0, 106);
    }

    [Fact]
    public void Shuffle_OfNoOrOneValue_ChangesNothing()
    {
        short[] none = [];
        short[] one = [7];
        new CounterRandom(1, 1, 1).Shuffle(none);
        new CounterRandom(1, 1, 1).Shuffle(one);

        Assert.Equal([7], one);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(1_000)]
    [InlineData(short.MaxValue)]
    public void Plan_OfAnyCount_DrawsForEveryPlaceOnce(int count)
    {
        var start = 1;
        foreach (var batch in ShufflePlan.For(count).Batches)
        {
            var product = Enumerable.Range(start + 1, batch.End - start).Aggregate(1UL, (all, choices) => all * (ulong)choices);
            Assert.Equal(product, batch.Product);
            Assert.InRange(product, 2UL, 1UL << 40);
            Assert.Equal((1UL << 48) % product, batch.Excess);
            start = batch.End;
            Assert.True(start == count || product * (ulong)(start + 1) > 1UL << 40);
        }

        Assert.Equal(count, start);
    }

    private static double ChiSquare(IEnumerable<int> counts, double expected) => counts.Sum(count => (count - expected) * (count - expected) / expected);

    private static short[] Places(int count) => [.. Enumerable.Range(0, count).Select(place => (short)place)];
}
