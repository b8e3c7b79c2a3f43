using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying;

/// <summary>The pass over ranked ballots that fills a <see cref="PairwiseMatrix"/>.</summary>
/// <remarks>
/// Who is ranked is preferred to everybody except those at the same or a better rank. So a ballot adds its weight once for each candidate
/// that it ranks, and takes it back for the pairs of ranked candidates: O(k²) for k ranked ones, however many stand.
/// </remarks>
internal static class PairwiseCount
{
    internal static long[] Of(OrdinalProfile profile)
    {
        var count = profile.Candidates.Count;
        var preferring = new long[checked(count * count)];
        var ranking = new long[count];
        var named = new int[count];
        var ends = new int[count];
        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            var weight = profile.WeightOf(ballot);
            var ranked = Read(profile.CandidatesOf(ballot), profile.RanksOf(ballot), named, ends);
            for (var i = 0; i < ranked; i++)
            {
                var candidate = named[i];
                ranking[candidate] += weight;
                var row = preferring.AsSpan(candidate * count, count);
                foreach (var notBelow in named.AsSpan(0, ends[i]))
                {
                    row[notBelow] -= weight;
                }
            }
        }

        for (var candidate = 0; candidate < count; candidate++)
        {
            // The pass took weight back for the pair with itself too: that comes out as 0.
            foreach (ref var votes in preferring.AsSpan(candidate * count, count))
            {
                votes += ranking[candidate];
            }
        }

        return preferring;
    }

    // The candidates of a ballot, each once at its best rank; ends[i] is where the rank of the i-th ends.
    private static int Read(ReadOnlySpan<int> entries, ReadOnlySpan<long> ranks, int[] named, int[] ends)
    {
        var ranked = 0;
        for (int from = 0, to; from < entries.Length; from = to)
        {
            var first = ranked;
            for (to = from; to < entries.Length && ranks[to] == ranks[from]; to++)
            {
                // At one rank nobody stands twice.
                if (!named.AsSpan(0, first).Contains(entries[to]))
                {
                    named[ranked++] = entries[to];
                }
            }

            ends.AsSpan(first, ranked - first).Fill(ranked);
        }

        return ranked;
    }
}
