using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>One way through equally strong victories: the tie chain says whose are taken first.</summary>
internal static class PairChain
{
    private static readonly Dictionary<string, IReadOnlyList<Rational>> NoFigures = [];

    /// <param name="locked">Nothing yet; afterwards everything that is taken.</param>
    /// <param name="victories">Among the members, numbered from 0.</param>
    /// <param name="members">The candidates behind these numbers, ascending.</param>
    /// <param name="judge">Decides whose victories are taken first.</param>
    /// <param name="ties">At how many strengths ties were met before, and after.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal static void LockAll(
        LockedPairs locked, Victories victories, IReadOnlyList<int> members, TieJudge judge, ref int ties, CancellationToken cancellation)
    {
        foreach (var equal in victories.Classes)
        {
            cancellation.ThrowIfCancellationRequested();
            var isFirst = true;
            for (var disputed = locked.LockUndisputed(equal, members.Count); disputed.Count > 0; disputed = locked.LockUndisputed(equal, members.Count))
            {
                List<int> winners = [.. disputed.Select(pair => members[pair.Winner]).Distinct().Order()];

                // All ties of one strength have one number: who decides them orders the candidates once.
                ties += isFirst && winners.Count > 1 ? 1 : 0;
                isFirst &= winners.Count == 1;
                var first = winners.Count == 1
                    ? winners[0]
                    : judge.First(ties, winners, () => NoFigures, "Equally strong victories of theirs exclude each other; those of one of them are taken first.");

                // Victories of one candidate never exclude each other.
                foreach (var (winner, loser) in disputed.Where(pair => members[pair.Winner] == first))
                {
                    locked.Lock(winner, loser);
                }
            }
        }
    }
}
