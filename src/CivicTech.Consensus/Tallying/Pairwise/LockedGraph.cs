using System.Runtime.InteropServices;

namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>Ranked pairs: a victory is locked unless the loser already stands above the winner.</summary>
internal sealed class LockedGraph(int count, Reachability reach) : LockedPairs
{
    internal LockedGraph(int count)
        : this(count, new Reachability(count))
    {
    }

    internal override string Key => new(MemoryMarshal.Cast<ulong, char>(reach.Bits));

    internal override bool Admits(int winner, int loser) => !reach.Has(winner, loser) && !reach.Has(loser, winner);

    internal override void Lock(int winner, int loser) => reach.Add(winner, loser);

    /// <summary>Locks the victories of each class but those in a cycle of admitted victories of the class and of what is locked.</summary>
    internal void LockWithoutCycles(Victories victories, CancellationToken cancellation)
    {
        foreach (var equal in victories.Classes)
        {
            cancellation.ThrowIfCancellationRequested();
            List<(int Winner, int Loser)> open = [.. equal.Where(pair => Admits(pair.Winner, pair.Loser))];
            foreach (var (winner, loser) in open.Except(Disputed(open, count)))
            {
                Lock(winner, loser);
            }
        }
    }

    internal override LockedPairs Copy() => new LockedGraph(count, reach.Copy());

    internal override bool IsAbove(int candidate, int other) => reach.Has(candidate, other);

    internal override bool IsBeaten(int candidate)
    {
        for (var other = 0; other < count; other++)
        {
            if (reach.Has(other, candidate))
            {
                return true;
            }
        }

        return false;
    }
}
