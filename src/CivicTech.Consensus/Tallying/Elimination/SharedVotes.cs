using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Elimination;

/// <summary>Votes that are shared equally among several candidates, summed up without fractions until they are read.</summary>
internal sealed class SharedVotes(int candidates)
{
    // By the size of groups: sums for each candidate.
    private readonly SortedDictionary<int, long[]> _sums = [];

    internal void Add(ReadOnlySpan<int> group, long weight)
    {
        var sums = SumsOf(group.Length);
        foreach (var candidate in group)
        {
            sums[candidate] += weight;
        }
    }

    /// <summary>Shares a weight among all who count but some.</summary>
    /// <param name="others">Those who get nothing.</param>
    /// <param name="size">How many get a share.</param>
    /// <param name="weight">What is shared.</param>
    internal void AddToAllBut(ReadOnlySpan<int> others, int size, long weight)
    {
        var sums = SumsOf(size);

        // Behind the last candidate: what everybody gets.
        sums[candidates] += weight;
        foreach (var candidate in others)
        {
            sums[candidate] -= weight;
        }
    }

    /// <summary>The sums; of those who do not count they mean nothing.</summary>
    internal Rational[] Read()
    {
        var votes = new Rational[candidates];
        foreach (var (size, sums) in _sums)
        {
            for (var candidate = 0; candidate < candidates; candidate++)
            {
                votes[candidate] += new Rational(sums[candidate] + sums[candidates], size);
            }
        }

        return votes;
    }

    private long[] SumsOf(int size)
    {
        if (!_sums.TryGetValue(size, out var sums))
        {
            _sums.Add(size, sums = new long[candidates + 1]);
        }

        return sums;
    }
}
