using CivicTech.Abstractions.Tests.Numerics;

namespace CivicTech.Abstractions.Tests.Ballots;

/// <summary>Seeded draws of ballots, orders and parts.</summary>
internal sealed class SeededRandom(ulong seed)
{
    private readonly SplitMix64 _numbers = new(seed);

    public int Below(int bound) => _numbers.Below(bound);

    public long Between(long low, long high) => low + (long)(_numbers.Next() % (ulong)(high - low + 1));

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public T[] Shuffle<T>(IEnumerable<T> items)
    {
        var all = items.ToArray();
        for (var i = all.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (all[i], all[j]) = (all[j], all[i]);
        }

        return all;
    }

    /// <summary>Distinct candidates in any order: mostly few, one time in eight dozens, one time in eight up to all of them.</summary>
    public int[] Subset(int candidates)
    {
        var most = Below(8) switch
        {
            0 => candidates,
            1 => Math.Min(candidates, 60),
            _ => Math.Min(candidates, 3),
        };
        var length = Below(most + 1);
        return [.. Shuffle(Enumerable.Range(0, candidates)).Take(length)];
    }
}
