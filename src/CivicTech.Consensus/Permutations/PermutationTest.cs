using CivicTech.Consensus.Ranks;

namespace CivicTech.Consensus.Permutations;

/// <summary>The permutation test: every rater's ranks in random order, many times over.</summary>
internal static class PermutationTest
{
    // About what keeps a core busy for a tenth of a millisecond, and what is worth another thread.
    private const long ValuesBetweenChecks = 1 << 16;
    private const long ValuesWorthThreads = 1 << 21;

    /// <summary>
    /// How many of the replicates have a Q of at least the observed one. Replicate b shuffles the raters of <see cref="PermutedRows"/> but the
    /// first, one after another, with <see cref="CounterRandom"/> (seed, 0, b). So the count does not depend on threads or machine; nor does
    /// it on the order of raters and items.
    /// </summary>
    /// <param name="ranks">Raters and items, at least one of each.</param>
    /// <param name="observed">The value of Q to reach.</param>
    /// <param name="permutations">The number of replicates.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="maxDegreeOfParallelism">At most so many threads; -1 means as many as there are processors.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OverflowException">The weights are beyond what 128 bits hold.</exception>
    internal static int CountAtLeast(
        RankMatrix ranks, Int128 observed, int permutations, ulong seed, int maxDegreeOfParallelism, CancellationToken cancellationToken)
    {
        var permuted = new PermutedRows(ranks);
        if (permuted.Rows.Length < 2)
        {
            // Nothing that is shuffled changes Q.
            return ranks.SumOfSquares() >= observed ? permutations : 0;
        }

        Replicates Create() =>
            permuted.AreNarrow ? new NarrowReplicates(permuted, observed, seed) : new WideReplicates(permuted, observed, seed);
        var valuesEach = (long)permuted.Rows.Length * permuted.Items;
        var size = (int)Math.Clamp(ValuesBetweenChecks / valuesEach, 1, int.MaxValue);
        var parts = (int)((permutations + (long)size - 1) / size);
        int CountPart(Replicates replicates, int part) =>
            replicates.CountAtLeast(part * size, (int)Math.Min((part + 1L) * size, permutations));

        var total = 0;
        if (maxDegreeOfParallelism == 1 || permutations * valuesEach < ValuesWorthThreads)
        {
            var replicates = Create();
            for (var part = 0; part < parts; part++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                total += CountPart(replicates, part);
            }

            return total;
        }

        var first = Create();
        Replicates? spare = first;
        Parallel.For(
            0,
            parts,
            new ParallelOptions { MaxDegreeOfParallelism = maxDegreeOfParallelism, CancellationToken = cancellationToken },
            () => (Replicates: Interlocked.Exchange(ref spare, null) ?? Create(), Count: 0),
            (part, _, local) => (local.Replicates, local.Count + CountPart(local.Replicates, part)),
            local => Interlocked.Add(ref total, local.Count));
        return total;
    }
}
