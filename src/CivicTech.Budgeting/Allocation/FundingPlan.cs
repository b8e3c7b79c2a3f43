using System.Collections.Frozen;
using CivicTech.Budgeting.Elections;

namespace CivicTech.Budgeting.Allocation;

/// <summary>The limits of a rule, looked up once for an election.</summary>
internal sealed class FundingPlan
{
    private readonly FrozenDictionary<int, int[][]> _exclusive;
    private readonly FrozenSet<int> _withdrawn;

    /// <exception cref="ArgumentException">The limits name a project that the election does not have.</exception>
    internal FundingPlan(FundingLimits limits, Election election)
    {
        Limits = limits;
        Election = election;
        _withdrawn = limits.Withdrawn.Select(IndexOf).ToFrozenSet();
        _exclusive = limits.Exclusive
            .Select(set => set.Select(IndexOf).Distinct().Order().ToArray())
            .SelectMany(set => set.Select(project => (Project: project, Set: set)))
            .GroupBy(member => member.Project)
            .ToFrozenDictionary(member => member.Key, member => member.Select(one => one.Set).ToArray());
    }

    internal FundingLimits Limits { get; }

    internal Election Election { get; }

    /// <summary>The projects that exclude a project, set by set and in listed order.</summary>
    internal IEnumerable<int> RivalsOf(int project) => _exclusive.TryGetValue(project, out var sets)
        ? sets.SelectMany(set => set).Where(rival => rival != project)
        : [];

    internal bool IsWithdrawn(int project) => _withdrawn.Contains(project) || Election.Projects[project].IsWithdrawn;

    private int IndexOf(string id) => Election.Profile.Candidates.IndexOf(id) is >= 0 and var index
        ? index
        : throw new ArgumentException($"The limits name project '{id}', which the election does not have.", nameof(id));
}
