namespace CivicTech.Consensus.Concordance;

/// <summary>Which items are connected by raters who rated both.</summary>
internal sealed class Components
{
    private readonly int[] _first;

    internal Components(int items, IEnumerable<int[]> blocks)
    {
        _first = [.. Enumerable.Range(0, items)];
        foreach (var block in blocks)
        {
            foreach (var item in block)
            {
                Join(block[0], item);
            }
        }
    }

    internal int Count => Enumerable.Range(0, _first.Length).Count(IsFirst);

    /// <summary>Whether an item stands for its component: one of each does.</summary>
    internal bool IsFirst(int item) => _first[item] == item;

    private void Join(int left, int right)
    {
        var (a, b) = (FirstOf(left), FirstOf(right));
        _first[Math.Max(a, b)] = Math.Min(a, b);
    }

    private int FirstOf(int item)
    {
        while (_first[item] != item)
        {
            item = _first[item] = _first[_first[item]];
        }

        return item;
    }
}
