namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>All committees of the best score, as far as they are asked for; what was found once is kept for the other ways through ties.</summary>
internal sealed class BestCommittees
{
    private readonly ICommitteeSearch _search;
    private readonly int _held;
    private readonly int _ways;
    private readonly Dictionary<string, List<int[]>> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _exists = new(StringComparer.Ordinal);

    /// <param name="search">Has found the best score.</param>
    /// <param name="held">How many committees are held at a time, to look at instead of searching again.</param>
    /// <param name="ways">How many ways to settle a tie are told, if there are more.</param>
    internal BestCommittees(ICommitteeSearch search, int held, int ways)
    {
        _search = search;
        _held = held;
        _ways = ways;
    }

    /// <summary>In what the best committees agree that have some members and do not have others. Right unless the search is stopped.</summary>
    /// <param name="from">A split of more committees, if there is one.</param>
    /// <param name="inside">Who is a member.</param>
    /// <param name="outside">Who is none.</param>
    /// <param name="candidates">How many candidates there are.</param>
    internal BestSplit Split(BestSplit? from, IReadOnlyList<int> inside, IReadOnlyList<int> outside, int candidates)
    {
        var (committees, areAll) = from is { AreAll: true }
            ? (from.Committees.FindAll(committee => inside.All(committee.Contains) && !outside.Any(committee.Contains)), true)
            : Find(inside, outside);
        var with = new int[candidates];
        foreach (var member in committees.SelectMany(committee => committee))
        {
            with[member]++;
        }

        var members = new List<int>();
        var open = new List<int>();
        for (var candidate = 0; candidate < candidates; candidate++)
        {
            if (with[candidate] > 0 || (!areAll && Exists([.. inside, candidate], outside)))
            {
                var isOpen = with[candidate] < committees.Count || (!areAll && Exists(inside, [.. outside, candidate]));
                (isOpen ? open : members).Add(candidate);
            }
        }

        return new BestSplit(committees, areAll, members, open);
    }

    /// <summary>
    /// The ways to settle who of a group are members, such that no order of the group could have made more of it members: the choices that
    /// are in no other. The one with the member that is listed first comes first.
    /// </summary>
    internal List<int[]> WaysAmong(BestSplit split, IReadOnlyList<int> inside, IReadOnlyList<int> outside, IReadOnlyList<int> group)
    {
        var choices = split.AreAll
            ? split.Committees
                .Select(committee => committee.Where(group.Contains).ToArray())
                .DistinctBy(choice => string.Join(',', choice), StringComparer.Ordinal)
                .OrderByDescending(choice => choice.Length)
            : Choices([], 0);
        var ways = new List<int[]>();
        foreach (var choice in choices)
        {
            // A choice that holds another one comes before it.
            if (!ways.Exists(way => choice.All(way.Contains)))
            {
                ways.Add(choice);
            }

            if (ways.Count == _ways && !split.AreAll)
            {
                break;
            }
        }

        ways.Sort((one, other) => one.AsSpan().SequenceCompareTo(other));
        return ways;

        IEnumerable<int[]> Choices(int[] chosen, int next)
        {
            int[] refused = [.. group.Take(next).Except(chosen)];
            if (!Exists([.. inside, .. chosen], [.. outside, .. refused]))
            {
                return [];
            }

            return next == group.Count ? [chosen] : Choices([.. chosen, group[next]], next + 1).Concat(Deferred(chosen, next + 1));
        }

        IEnumerable<int[]> Deferred(int[] chosen, int next)
        {
            foreach (var choice in Choices(chosen, next))
            {
                yield return choice;
            }
        }
    }

    private bool Exists(IReadOnlyList<int> inside, IReadOnlyList<int> outside)
    {
        var key = Key(inside, outside);
        if (!_exists.TryGetValue(key, out var exists))
        {
            exists = !inside.Any(outside.Contains) && _search.Find(inside, outside, 1).Count > 0;
            _exists.Add(key, exists);
        }

        return exists;
    }

    private (List<int[]> Committees, bool AreAll) Find(IReadOnlyList<int> inside, IReadOnlyList<int> outside)
    {
        var key = Key(inside, outside);
        if (!_found.TryGetValue(key, out var found))
        {
            found = _search.Find(inside, outside, _held);
            _found.Add(key, found);
        }

        return (found, found.Count < _held && !_search.IsStopped);
    }

    private static string Key(IReadOnlyList<int> inside, IReadOnlyList<int> outside) =>
        $"{string.Join(',', inside.Order())}/{string.Join(',', outside.Order())}";
}
