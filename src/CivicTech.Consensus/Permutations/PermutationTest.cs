using CivicTech.Consensus.Ranks;

namespace CivicTech.Consensus.Permutations;

/// <summary>Random permutations within raters.</summary>
internal static class PermutationTest
{
    /// <summary>How many of the replicates have a Q of at least the observed one.</summary>
    internal static int CountAtLeast(
        RankMatrix rows, Int128 observed, int permutations, ulong seed, int maxDegreeOfParallelism, CancellationToken cancellationToken)
    {
        _ = maxDegreeOfParallelism;
        var count = 0;
        var shuffled = new RankMatrix([.. rows.Values], rows.Weights, rows.Items);
        for (var replicate = 0; replicate < permutations; replicate++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.Values.CopyTo(shuffled.Values.AsSpan());
            var random = new CounterRandom(seed, 0, (ulong)replicate);
            for (var rater = 1; rater < rows.Raters; rater++)
            {
                random.Shuffle(shuffled.Values.AsSpan(rater * rows.Items, rows.Items));
            }

            if (shuffled.SumOfSquares() >= observed)
            {
                count++;
            }
        }

        return count;
    }
}
