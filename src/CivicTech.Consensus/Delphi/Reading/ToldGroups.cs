namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>
/// The groups of experts of whom it is told how they ordered some items in a round. W of two items is a count of who prefers which, and who gave all items the same answer is counted too: counts of
/// two groups that differ by few people tell what these few did.
/// </summary>
internal sealed class ToldGroups(int smallest)
{
    private readonly List<HashSet<string>> _told = [];
    private bool _isCount;

    /// <summary>Tells of one more group, unless counts of it and of those before would tell of fewer people than the smallest cell.</summary>
    /// <param name="people">The group.</param>
    /// <param name="isCount">Whether what is told of it is a count; W of more items, which all of the group put in order, is not.</param>
    internal bool TryTell(IEnumerable<string> people, bool isCount)
    {
        var group = people.ToHashSet(StringComparer.Ordinal);
        List<HashSet<string>> groups = [.. _told, group];
        if ((isCount || _isCount) && groups.SelectMany(one => one).Distinct(StringComparer.Ordinal)
            .CountBy(person => string.Concat(groups.Select(one => one.Contains(person) ? '1' : '0')), StringComparer.Ordinal)
            .Any(part => part.Value < smallest))
        {
            return false;
        }

        _told.Add(group);
        _isCount |= isCount;
        return true;
    }
}
