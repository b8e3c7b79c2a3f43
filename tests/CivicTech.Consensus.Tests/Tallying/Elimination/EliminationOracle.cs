using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Tallying.Elimination;

/// <summary>
/// Who can win when candidates go out one by one, whichever way ties fall: every way is followed, from the definitions, without shortcuts.
/// </summary>
internal sealed class EliminationOracle(OrdinalProfile profile)
{
    private readonly int[][][] _ballots = [.. Enumerable.Range(0, profile.DistinctBallots).Select(ballot => Groups(profile, ballot))];

    internal IReadOnlyList<int> All { get; } = [.. Enumerable.Range(0, profile.Candidates.Count)];

    internal IEnumerable<int> Winners(IReadOnlyList<int> left, Func<IReadOnlyList<int>, int?> winner, Func<IReadOnlyList<int>, IEnumerable<int>> losers) =>
        (left.Count == 1 ? left[0] : winner(left)) is { } found
            ? [found]
            : losers(left).Distinct().SelectMany(loser => Winners([.. left.Where(one => one != loser)], winner, losers)).Distinct();

    internal Rational Votes(int candidate, IReadOnlyList<int> left) => Sum(ballot =>
        ballot.Select(group => group.Intersect(left).ToList()).FirstOrDefault(group => group.Count > 0) is { } top && top.Contains(candidate)
            ? new Rational(1, top.Count)
            : Rational.Zero);

    internal Rational Active(IReadOnlyList<int> left) => Sum(ballot => ballot.Any(group => group.Intersect(left).Any()) ? 1 : 0);

    internal Rational LastPlaces(int candidate, IReadOnlyList<int> left) => Sum(ballot =>
    {
        var groups = ballot.Select(group => group.Intersect(left).ToList()).Where(group => group.Count > 0).ToList();
        var unranked = left.Except(groups.SelectMany(group => group)).ToList();
        var last = unranked.Count > 0 ? unranked : groups[^1];
        return groups.Count > 0 && last.Contains(candidate) ? new Rational(1, last.Count) : Rational.Zero;
    });

    // Points by places: with k left the places are worth k - 1, k - 2, ..., 0, and those who are tied share theirs.
    internal Rational Borda(int candidate, IReadOnlyList<int> left) => Sum(ballot =>
    {
        var groups = ballot.Select(group => group.Intersect(left).ToList()).Where(group => group.Count > 0).ToList();
        groups.Add([.. left.Except(groups.SelectMany(group => group))]);
        var place = left.Count;
        foreach (var group in groups)
        {
            place -= group.Count;
            if (group.Contains(candidate))
            {
                return new Rational(Enumerable.Range(place, group.Count).Sum(), group.Count);
            }
        }

        throw new InvalidOperationException("Nobody is left out.");
    });

    internal Rational Preferring(int candidate, int other) => Sum(ballot => Place(ballot, candidate) < Place(ballot, other) ? 1 : 0);

    internal bool Beats(int candidate, int other) => Preferring(candidate, other) > Preferring(other, candidate);

    internal static IEnumerable<int> Least(IReadOnlyList<int> left, Func<int, Rational> figure)
    {
        var least = left.Min(figure);
        return left.Where(candidate => figure(candidate) == least);
    }

    private Rational Sum(Func<int[][], Rational> share) =>
        _ballots.Select((ballot, i) => share(ballot) * profile.WeightOf(i)).Aggregate(Rational.Zero, (sum, part) => sum + part);

    private static int Place(int[][] ballot, int candidate) => Array.FindIndex(ballot, group => group.Contains(candidate)) is >= 0 and var place ? place : int.MaxValue;

    private static int[][] Groups(OrdinalProfile profile, int ballot)
    {
        var named = profile.CandidatesOf(ballot).ToArray();
        var ranks = profile.RanksOf(ballot).ToArray();
        return [.. named.Zip(ranks).GroupBy(entry => entry.First).Select(entry => (entry.Key, entry.Min(one => one.Second)))
            .GroupBy(entry => entry.Item2).OrderBy(group => group.Key).Select(group => group.Select(entry => entry.Key).ToArray())];
    }
}
