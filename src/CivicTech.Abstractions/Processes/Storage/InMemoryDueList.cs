using NodaTime;

namespace CivicTech.Processes.Storage;

/// <summary>What is due when, of all processes of a kind.</summary>
internal sealed class InMemoryDueList
{
    private readonly Lock _lock = new();
    private readonly SortedSet<DueDocument> _due = new(Comparer<DueDocument>.Create(Compare));

    /// <summary>All at once: nobody sees half of a change.</summary>
    internal void Move(IReadOnlyList<DueDocument> from, IReadOnlyList<DueDocument> to)
    {
        if (from.Count + to.Count == 0)
        {
            return;
        }

        lock (_lock)
        {
            _due.ExceptWith(from);
            _due.UnionWith(to);
        }
    }

    internal IReadOnlyList<DueDocument> Until(Instant now, int limit)
    {
        lock (_lock)
        {
            return [.. _due.TakeWhile(document => document.Due <= now).Take(limit)];
        }
    }

    private static int Compare(DueDocument left, DueDocument right)
    {
        var order = left.Due.CompareTo(right.Due);
        order = order != 0 ? order : string.CompareOrdinal(left.Process.Value, right.Process.Value);
        return order != 0 ? order : string.CompareOrdinal(left.Name, right.Name);
    }
}
