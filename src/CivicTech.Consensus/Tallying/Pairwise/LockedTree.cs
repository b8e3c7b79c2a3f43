using System.Runtime.InteropServices;

namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>River: a victory is taken unless the loser lost before, or already stands above the winner.</summary>
internal sealed class LockedTree : LockedPairs
{
    // The one whose victory was taken, or -1.
    private readonly int[] _above;

    internal LockedTree(int count)
    {
        _above = new int[count];
        Array.Fill(_above, -1);
    }

    private LockedTree(int[] above) => _above = above;

    internal override string Key => new(MemoryMarshal.Cast<int, char>(_above));

    internal override bool Admits(int winner, int loser) => _above[loser] < 0 && !IsAbove(loser, winner);

    internal override void Lock(int winner, int loser) => _above[loser] = winner;

    internal override LockedPairs Copy() => new LockedTree([.. _above]);

    internal override bool IsAbove(int candidate, int other)
    {
        var above = _above[other];
        while (above >= 0 && above != candidate)
        {
            above = _above[above];
        }

        return above == candidate;
    }

    internal override bool IsBeaten(int candidate) => _above[candidate] >= 0;

    // Two victories over one loser exclude each other as well.
    private protected override List<(int Winner, int Loser)> Disputed(List<(int Winner, int Loser)> open, int count)
    {
        var inCycle = base.Disputed(open, count);
        return [.. open.Where(pair => inCycle.Contains(pair) || open.Count(other => other.Loser == pair.Loser) > 1)];
    }
}
