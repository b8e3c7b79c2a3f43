namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>The victories that ranked pairs or River took so far. They never form a cycle.</summary>
internal abstract class LockedPairs
{
    /// <summary>Whether a victory can still be taken: nothing that was taken contradicts it or makes it superfluous.</summary>
    internal abstract bool Admits(int winner, int loser);

    internal abstract void Lock(int winner, int loser);

    internal abstract LockedPairs Copy();

    /// <summary>Whether one candidate stands above another along victories that were taken.</summary>
    internal abstract bool IsAbove(int candidate, int other);

    internal abstract bool IsBeaten(int candidate);

    /// <summary>The same for the same state, whatever order led to it.</summary>
    internal abstract string Key { get; }

    /// <summary>The victories of a class that exclude each other: those that some order of the class would take and another would not.</summary>
    /// <remarks>All others that are admitted are locked.</remarks>
    internal List<(int Winner, int Loser)> LockUndisputed(IReadOnlyList<(int Winner, int Loser)> equal, int count)
    {
        while (true)
        {
            List<(int Winner, int Loser)> open = [.. equal.Where(pair => Admits(pair.Winner, pair.Loser))];
            var disputed = open.Count > 1 ? Disputed(open, count) : [];
            foreach (var (winner, loser) in open.Except(disputed))
            {
                Lock(winner, loser);
            }

            // What was locked may settle what was disputed.
            if (disputed.Count == 0 || disputed.Count == open.Count)
            {
                return disputed;
            }
        }
    }

    /// <summary>Of victories that are admitted, those that another choice among them could block.</summary>
    private protected virtual List<(int Winner, int Loser)> Disputed(List<(int Winner, int Loser)> open, int count)
    {
        var together = new Reachability(count);
        for (var candidate = 0; candidate < count; candidate++)
        {
            for (var other = 0; other < count; other++)
            {
                if (candidate != other && IsAbove(candidate, other))
                {
                    together.Add(candidate, other);
                }
            }
        }

        foreach (var (winner, loser) in open)
        {
            together.Add(winner, loser);
        }

        return [.. open.Where(pair => together.Has(pair.Loser, pair.Winner))];
    }
}
