using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;

namespace CivicTech.Tests.Consensus.Tallying.Pairwise;

/// <summary>Orders as tests write them: <c>"A BC D"</c> has B and C tied behind A; candidates have one letter.</summary>
internal static class Compare
{
    internal static string Order(OrderingRule rule, Profile profile) =>
        string.Join(' ', rule.Rank(profile).Groups.Select(group => string.Concat(group.Select(candidate => profile.Candidates[candidate]).Order(StringComparer.Ordinal))));

    internal static string Order(TallyResult result) => string.Join(' ', result.Order.Select(group => string.Concat(group.Order(StringComparer.Ordinal))));

    /// <summary>Margins computed ballot by ballot and pair by pair, from the definition.</summary>
    internal static long[,] Preferring(OrdinalProfile profile)
    {
        var count = profile.Candidates.Count;
        var preferring = new long[count, count];
        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            for (var one = 0; one < count; one++)
            {
                for (var other = 0; other < count; other++)
                {
                    preferring[one, other] += Rank(profile, ballot, one) < Rank(profile, ballot, other) ? profile.WeightOf(ballot) : 0;
                }
            }
        }

        return preferring;
    }

    private static long Rank(OrdinalProfile profile, int ballot, int candidate)
    {
        var best = long.MaxValue;
        var named = profile.CandidatesOf(ballot);
        for (var i = 0; i < named.Length; i++)
        {
            best = named[i] == candidate ? Math.Min(best, profile.RanksOf(ballot)[i]) : best;
        }

        return best;
    }

    /// <summary>The same election with its candidates listed in another order.</summary>
    internal static OrdinalProfile Relisted(OrdinalProfile profile, IReadOnlyList<int> order)
    {
        var builder = new OrdinalProfileBuilder(new CandidateList(order.Select(candidate => profile.Candidates[candidate])));
        for (var ballot = profile.DistinctBallots - 1; ballot >= 0; ballot--)
        {
            int[] named = [.. profile.CandidatesOf(ballot).ToArray().Select(candidate => order.ToList().IndexOf(candidate))];
            builder.Add(named, profile.RanksOf(ballot), profile.WeightOf(ballot));
        }

        return builder.Build();
    }

    /// <summary>Every order of some things.</summary>
    internal static IEnumerable<T[]> Permutations<T>(IReadOnlyList<T> things) => things.Count == 0
        ? [[]]
        : Enumerable.Range(0, things.Count).SelectMany(i => Permutations<T>([.. things.Take(i), .. things.Skip(i + 1)]).Select(rest => (T[])[things[i], .. rest]));

    /// <summary>Groups by picking the best of those who are left, again and again.</summary>
    internal static string Peel(OrdinalProfile profile, Func<List<int>, IEnumerable<int>> best)
    {
        var groups = new List<string>();
        List<int> left = [.. Enumerable.Range(0, profile.Candidates.Count)];
        while (left.Count > 0)
        {
            List<int> group = [.. best(left)];
            groups.Add(string.Concat(group.Select(candidate => profile.Candidates[candidate]).Order(StringComparer.Ordinal)));
            left.RemoveAll(group.Contains);
        }

        return string.Join(' ', groups);
    }
}
