namespace CivicTech.Consensus.Permutations;

/// <summary>How a shuffle of so many values divides its draws over random words: see <see cref="CounterRandom"/>.</summary>
internal sealed class ShufflePlan
{
    private const ulong MaxProduct = 1UL << 40;
    private static readonly ShufflePlan?[] Made = new ShufflePlan?[257];

    private ShufflePlan(int count)
    {
        Count = count;
        var batches = new List<Batch>();
        for (var end = 1; end < count;)
        {
            var product = 1UL;
            while (end < count && product * (ulong)(end + 1) <= MaxProduct)
            {
                product *= (ulong)++end;
            }

            batches.Add(new(end, product, (1UL << CounterRandom.FractionBits) % product));
        }

        Batches = [.. batches];
    }

    internal int Count { get; }

    internal Batch[] Batches { get; }

    internal static ShufflePlan For(int count)
    {
        if (count >= Made.Length)
        {
            return new(count);
        }

        return Made[count] ??= new(count);
    }

    /// <summary>Draws from one word.</summary>
    /// <param name="End">The place after the last that is drawn for; the first is the end of the batch before, or 1.</param>
    /// <param name="Product">The product of the numbers of choices.</param>
    /// <param name="Excess">How many of the 2^48 fractions are too many for all outcomes to be equally likely.</param>
    internal readonly record struct Batch(int End, ulong Product, ulong Excess);
}
