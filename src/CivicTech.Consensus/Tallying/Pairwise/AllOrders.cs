namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>
/// Who wins under some order of equally strong victories. The states that orders lead to are searched; orders that lead to the same state
/// are searched once, and a state in which only known winners are unbeaten is not searched at all.
/// </summary>
internal sealed class AllOrders(Victories victories, int count, int workLimit, CancellationToken cancellation)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<int> _winners = [];

    /// <summary>Whether the limit of work ended the search: there may be further winners.</summary>
    internal bool IsStopped { get; private set; }

    internal IReadOnlyCollection<int> Winners(LockedPairs nothing)
    {
        Explore(0, nothing);
        return _winners;
    }

    private void Explore(int strength, LockedPairs locked)
    {
        cancellation.ThrowIfCancellationRequested();
        for (; strength < victories.Classes.Count; strength++)
        {
            var disputed = locked.LockUndisputed(victories.Classes[strength], count);
            if (Unbeaten(locked).All(_winners.Contains))
            {
                return;
            }

            if (disputed.Count > 0)
            {
                Branch(strength, locked, disputed);
                return;
            }
        }

        _winners.UnionWith(Unbeaten(locked));
    }

    private void Branch(int strength, LockedPairs locked, List<(int Winner, int Loser)> disputed)
    {
        foreach (var (winner, loser) in disputed)
        {
            // The first way is always followed to its end: there is a winner.
            if (_seen.Count >= workLimit && _winners.Count > 0)
            {
                IsStopped = true;
                return;
            }

            var next = locked.Copy();
            next.Lock(winner, loser);
            if (_seen.Add(strength + "/" + next.Key))
            {
                Explore(strength, next);
            }
        }
    }

    private IEnumerable<int> Unbeaten(LockedPairs locked) => Enumerable.Range(0, count).Where(candidate => !locked.IsBeaten(candidate));
}
