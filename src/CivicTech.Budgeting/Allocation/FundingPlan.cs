using System.Collections.Frozen;
using CivicTech.Budgeting.Elections;

namespace CivicTech.Budgeting.Allocation;

/// <summary>The limits of a rule, looked up once for an election.</summary>
internal sealed class FundingPlan
{
    private readonly FrozenDictionary<int, int[]> _rivals;
    private readonly FrozenSet<int> _withdrawn;

    /// <exception cref="ArgumentException">The limits name a project that the election does not have.</exception>
    internal FundingPlan(FundingLimits limits, Election election)
    {
        Limits = limits;
        Election = election;
        _withdrawn = limits.Withdrawn.Select(IndexOf).ToFrozenSet();
        _rivals = limits.Exclusive
            .Select(set => set.Select(IndexOf).ToArray())
            .SelectMany(set => set.SelectMany(one => set.Where(other => other != one).Select(other => (one, other))))
            .GroupBy(pair => pair.one)
            .ToFrozenDictionary(pairs => pairs.Key, pairs => pairs.Select(pair => pair.other).Distinct().Order().ToArray());
    }

    internal FundingLimits Limits { get; }

    internal Election Election { get; }

    /// <summary>The projects that exclude a project, in listed order.</summary>
    internal int[] RivalsOf(int project) => _rivals.GetValueOrDefault(project, []);

    internal bool IsWithdrawn(int project) => _withdrawn.Contains(project) || Election.Projects[project].IsWithdrawn;

    private int IndexOf(string id) => Election.Profile.Candidates.IndexOf(id) is >= 0 and var index
        ? index
        : throw new ArgumentException($"The limits name project '{id}', which the election does not have.", nameof(id));
}
