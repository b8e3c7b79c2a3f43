namespace CivicTech.Processes;

/// <summary>A run of keys all of whose parts are loaded: those after one key, through another.</summary>
public sealed class PartRange
{
    /// <summary>A run.</summary>
    /// <param name="after">Keys after this one; null from the first.</param>
    /// <param name="through">The last key of the run; null when it goes to the end.</param>
    public PartRange(string? after, string? through)
    {
        (After, Through) = (after, through);
    }

    /// <summary>Keys after this one; null from the first.</summary>
    public string? After { get; }

    /// <summary>The last key of the run; null when it goes to the end.</summary>
    public string? Through { get; }

    internal bool Contains(string key) => (After is null || string.CompareOrdinal(After, key) < 0) && GoesTo(key);

    /// <summary>Whether it holds what directly follows a key; null for what comes first.</summary>
    internal bool StartsBy(string? key) => (After is null || (key is not null && string.CompareOrdinal(After, key) <= 0))
        && (key is null || Through is null || string.CompareOrdinal(key, Through) < 0);

    private bool GoesTo(string key) => Through is null || string.CompareOrdinal(key, Through) <= 0;
}
