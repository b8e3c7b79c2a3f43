using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Allocation;

/// <summary>Upper bounds on what may be spent within groups of projects, such as categories or districts.</summary>
/// <remarks>
/// A project of several groups counts with its whole cost in each of them. A group without a bound is not limited, and a bound of
/// a group without projects limits nothing: names are compared ordinally.
/// </remarks>
public sealed class GroupBudget
{
    /// <summary>The name that stands for <see cref="Project.Categories"/>.</summary>
    public const string Category = "category";

    /// <summary>Makes the bounds.</summary>
    /// <param name="by"><c>category</c>, or the name of an attribute of projects such as <c>district</c> or <c>neighborhood</c>.</param>
    /// <param name="limits">For each group the most that may be spent in it: zero or more.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A bound is negative.</exception>
    [JsonConstructor]
    public GroupBudget(string by, IReadOnlyDictionary<string, Rational> limits)
    {
        ArgumentException.ThrowIfNullOrEmpty(by);
        ArgumentNullException.ThrowIfNull(limits);
        foreach (var (group, limit) in limits)
        {
            if (limit < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(limits), limit, $"The budget of {by} '{group}' is negative.");
            }
        }

        By = by;
        // Sorted, so that the options document is the same however the bounds came.
        Limits = limits.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <summary>What the groups are.</summary>
    public string By { get; }

    /// <summary>For each bounded group the most that may be spent in it.</summary>
    public IReadOnlyDictionary<string, Rational> Limits { get; }

    /// <summary>The bounded groups that a project belongs to, in a stated order.</summary>
    internal IEnumerable<string> GroupsOf(Project project)
    {
        IEnumerable<string> groups = By == Category
            ? project.Categories
            : project.Attributes.TryGetValue(By, out var group) ? [group] : [];
        return groups.Where(Limits.ContainsKey).Distinct(StringComparer.Ordinal);
    }
}
