namespace CivicTech.Processes;

/// <summary>A request for the next parts in the order of their keys.</summary>
public sealed record PartPage
{
    /// <summary>A page.</summary>
    /// <param name="prefix">What the names of the documents begin with, such as <c>pledge/</c>.</param>
    /// <param name="after">After this key (without the prefix); null from the first.</param>
    /// <param name="count">At most so many.</param>
    public PartPage(string prefix, string? after, int count)
    {
        ProcessName.Check(prefix, ProcessName.LongestName, nameof(prefix));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        (Prefix, After, Count) = (prefix, after, count);
    }

    /// <summary>What the names of the documents begin with.</summary>
    public string Prefix { get; }

    /// <summary>After this key; null from the first.</summary>
    public string? After { get; }

    /// <summary>At most so many.</summary>
    public int Count { get; }
}
