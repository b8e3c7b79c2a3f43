using System.Collections.Concurrent;

namespace CivicTech.Benchmarks.Voting;

/// <summary>
/// What one would write in an afternoon: a dictionary from the voter's name to the names of projects. No pseudonyms, no roll, no receipts, no change of the ballot, nothing separated; but one ballot a
/// voter, known projects of one district, at most four, and closing in time.
/// </summary>
internal sealed class PlainVoting(Dictionary<string, string> areaOfProject, DateTimeOffset closes)
{
    private readonly ConcurrentDictionary<string, string[]> _ballots = new(StringComparer.Ordinal);

    internal bool Cast(string voter, string area, string[] projects, DateTimeOffset now)
    {
        if (now >= closes || projects.Length > 4)
        {
            return false;
        }

        for (var i = 0; i < projects.Length; i++)
        {
            if (!areaOfProject.TryGetValue(projects[i], out var of) || of != area || Array.IndexOf(projects, projects[i]) < i)
            {
                return false;
            }
        }

        return _ballots.TryAdd(voter, projects);
    }

    internal Dictionary<string, long> Count()
    {
        var votes = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (_, projects) in _ballots)
        {
            foreach (var project in projects)
            {
                votes[project] = votes.GetValueOrDefault(project) + 1;
            }
        }

        return votes;
    }
}
