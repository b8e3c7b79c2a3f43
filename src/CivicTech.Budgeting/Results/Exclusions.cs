using System.Collections.Immutable;
using CivicTech.Budgeting.Voting;

namespace CivicTech.Budgeting.Results;

/// <summary>Sets of projects of which at most one can win, and who won in areas that were counted before.</summary>
internal sealed class Exclusions(ImmutableArray<BallotProject> projects)
{
    private readonly Dictionary<string, ImmutableArray<string>> _groups = projects.ToDictionary(project => project.Id, project => project.ExclusionGroups, StringComparer.Ordinal);
    private readonly Dictionary<string, (string Project, string Area)> _taken = new(StringComparer.Ordinal);

    /// <summary>The projects of an area are final.</summary>
    internal void Take(string area, ImmutableArray<string> funded)
    {
        foreach (var (project, group) in funded.SelectMany(project => _groups[project].Select(group => (project, group))))
        {
            _taken[group] = (project, area);
        }
    }

    /// <summary>What an earlier area has funded that excludes a project; null when nothing.</summary>
    internal (string Group, string Winner, string Area)? Elsewhere(string project) => _groups[project]
        .Where(_taken.ContainsKey)
        .Select(group => ((string, string, string)?)(group, _taken[group].Project, _taken[group].Area))
        .FirstOrDefault();

    /// <summary>The first project of a list that shares a set with one before it; null when none does.</summary>
    internal (string Project, string Group, string Winner)? Conflict(IEnumerable<string> funded)
    {
        var firsts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var project in funded)
        {
            foreach (var group in _groups[project])
            {
                if (firsts.TryGetValue(group, out var first) && first != project)
                {
                    return (project, group, first);
                }

                firsts[group] = project;
            }
        }

        return null;
    }
}
