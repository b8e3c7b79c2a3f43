using System.Collections.Immutable;
using CivicTech.Ballots;
using CivicTech.Testing;

namespace CivicTech.Tests.Consensus.Tallying.Committees;

/// <summary>Approval ballots over candidates a, b, c, …, written as words.</summary>
internal static class Approvals
{
    /// <summary>A ballot for each word, <c>3 ab</c> three of them, <c>-</c> an empty one.</summary>
    internal static ApprovalProfile Of(int candidates, params string[] ballots) => Of(Names(candidates), [.. ballots.Select(Read)]);

    internal static ApprovalProfile Of(IEnumerable<string> names, IEnumerable<(int[] Approved, long Weight)> ballots)
    {
        var builder = new ApprovalProfileBuilder(new CandidateList(names));
        foreach (var (approved, weight) in ballots)
        {
            builder.Add(approved, weight);
        }

        return builder.Build();
    }

    internal static IEnumerable<string> Names(int candidates) => Enumerable.Range(0, candidates).Select(candidate => $"{(char)('a' + candidate)}");

    /// <summary>Small, with few distinct ballots, so that ties are frequent.</summary>
    internal static (int[] Approved, long Weight)[] Random(SplitMix64 random, int candidates) =>
        [.. Enumerable.Range(0, random.Between(1, 7)).Select(_ =>
            (Enumerable.Range(0, candidates).Where(_ => random.OneIn(3)).ToArray(), (long)random.Between(1, 3)))];

    internal static List<(int[] Approved, long Weight)> BallotsOf(ApprovalProfile profile) =>
        [.. Enumerable.Range(0, profile.DistinctBallots).Select(ballot => (profile.CandidatesOf(ballot).ToArray(), profile.WeightOf(ballot)))];

    internal static IEnumerable<int[]> Committees(int candidates, int seats) => Enumerable.Range(0, 1 << candidates)
        .Where(set => int.PopCount(set) == seats)
        .Select(set => Enumerable.Range(0, candidates).Where(candidate => (set >> candidate & 1) == 1).ToArray());

    /// <summary>Committees as sorted words.</summary>
    internal static string[] Words(IEnumerable<IEnumerable<string>> committees) =>
        [.. committees.Select(committee => string.Concat(committee.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];

    internal static string[] Words(ImmutableArray<ImmutableArray<string>> committees) => Words(committees.Select(committee => committee.AsEnumerable()));

    internal static string[] Words(IEnumerable<int[]> committees) =>
        Words(committees.Select(committee => committee.Select(candidate => $"{(char)('a' + candidate)}")));

    private static (int[] Approved, long Weight) Read(string ballot)
    {
        var parts = ballot.Split(' ');
        var approved = parts[^1] == "-" ? "" : parts[^1];
        return ([.. approved.Select(letter => letter - 'a')], parts.Length == 2 ? long.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture) : 1);
    }
}
