using System.Collections.Immutable;

namespace CivicTech;

/// <summary>Candidates from the best to the worst, those that are tied in one group. Every candidate stands in exactly one group.</summary>
public sealed class Ranking
{
    /// <summary>Makes a ranking.</summary>
    /// <param name="groups">Groups of candidate indexes, the best first; none is empty and none is forgotten: together 0 to m - 1, each once.</param>
    /// <exception cref="ArgumentException">A group is empty, or the groups do not hold each of 0 to m - 1 exactly once.</exception>
    public Ranking(params IEnumerable<IEnumerable<int>> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        Groups = [.. groups.Select(group => group.Order().ToImmutableArray())];
        if (Groups.Any(group => group.IsEmpty) || !Groups.SelectMany(group => group).Order().SequenceEqual(Enumerable.Range(0, Groups.Sum(group => group.Length))))
        {
            throw new ArgumentException("A ranking holds each candidate exactly once, in groups that are not empty.", nameof(groups));
        }
    }

    /// <summary>The groups, the best first; within a group in listed order.</summary>
    public ImmutableArray<ImmutableArray<int>> Groups { get; }

    /// <summary>How many candidates are ranked.</summary>
    public int CandidateCount => Groups.Sum(group => group.Length);

    /// <summary>The ranking by a figure, the highest first; equal figures are tied. O(m log m).</summary>
    /// <typeparam name="T">Compared by its own order.</typeparam>
    /// <param name="figures">A figure for each candidate, in listed order.</param>
    public static Ranking ByHighest<T>(IReadOnlyList<T> figures)
        where T : IComparable<T>
    {
        ArgumentNullException.ThrowIfNull(figures);
        var order = Enumerable.Range(0, figures.Count).OrderByDescending(candidate => figures[candidate]).ToArray();
        var groups = new List<List<int>>();
        for (var i = 0; i < order.Length; i++)
        {
            if (i == 0 || Comparer<T>.Default.Compare(figures[order[i]], figures[order[i - 1]]) != 0)
            {
                groups.Add([]);
            }

            groups[^1].Add(order[i]);
        }

        return new Ranking(groups);
    }
}
